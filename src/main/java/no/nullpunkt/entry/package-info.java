/**
 * What a person is to fill in, and the ways of filling it in: pages, and whatever else asks people for figures.
 *
 * <p>A value is owed by the measurer of its series, else by the benefit's owner, for every cycle inside the measuring
 * window of a benefit that is not abandoned; nothing here is saved but by the services of the features themselves.
 * What is owed is read by {@link no.nullpunkt.entry.OpenValues}.
 */
package no.nullpunkt.entry;
