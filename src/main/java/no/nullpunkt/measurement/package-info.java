/**
 * Values (målinger): what was measured in a unit in a month, or why it was not.
 *
 * <p>A value belongs to the last month of its cycle, zero is a measurement, and nothing is ever erased: a correction
 * keeps what it replaces and a withdrawn value counts as missing. The rules live in {@link
 * no.nullpunkt.measurement.ValueService}.
 */
package no.nullpunkt.measurement;
