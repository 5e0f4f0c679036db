/**
 * Files of raw counts, such as a nightly export of a response centre, turned into values by a saved mapping of columns.
 *
 * <p>Only sums and counts leave the file, nothing else in it is kept, and a cycle that has not ended gives no value. What
 * a mapping may say is checked by {@link no.nullpunkt.imports.ImportService}; the values answer to the rules of all
 * values, in {@link no.nullpunkt.measurement.BulkService}.
 */
package no.nullpunkt.imports;
