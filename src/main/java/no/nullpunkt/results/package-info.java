/**
 * The read side: what a municipality had recorded as of an instant, made into figures.
 *
 * <p>It alone reads the figures' tables across features, in SQL straight into records, and never writes; the same instant
 * gives the same answer for ever, and small counts of persons are hidden here, before anyone else sees them. How rows
 * become a portfolio is in {@link no.nullpunkt.results.Snapshots}, and how a portfolio becomes figures in {@code
 * no.nullpunkt.calculation}.
 */
package no.nullpunkt.results;
