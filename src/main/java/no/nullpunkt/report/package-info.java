/**
 * The read side: what a municipality had recorded as of an instant, made into figures.
 *
 * <p>It alone reads across features, in SQL straight into records, and never writes; the same instant gives the same
 * answer for ever. How rows become a portfolio is in {@link no.nullpunkt.report.Snapshots}, and how a portfolio becomes
 * figures in {@code no.nullpunkt.calculation}.
 */
package no.nullpunkt.report;
