/**
 * What leaves the house: reports that are drafted and issued, the leadership's workbook, and the long table of facts.
 *
 * <p>An issued report never changes, byte for byte, and tells what changed since the one it supersedes. Figures come
 * from {@code no.nullpunkt.results} and are never calculated here; when a report may be issued is in {@link
 * no.nullpunkt.report.ReportService}.
 */
package no.nullpunkt.report;
