/**
 * The KommIT benefits tool (gevinstverktøy), the spreadsheet many municipalities come from, taken in as a rollout.
 *
 * <p>A sheet is taken in whole or not at all, never twice, and by the same services and rules as the API; whatever is
 * assumed, left out or wrong in the sheet is told with its cell. {@link no.nullpunkt.kommit.Reader} reads and knows
 * the tool's layout, {@link no.nullpunkt.kommit.Draft} decides what it becomes, {@link
 * no.nullpunkt.kommit.KommitService} writes it.
 */
package no.nullpunkt.kommit;
