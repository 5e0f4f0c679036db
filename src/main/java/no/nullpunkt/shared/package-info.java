/**
 * What every feature leans on: problems, paging, preconditions, languages and changes.
 *
 * <p>Nothing here knows a feature, and every failure leaves the service as a {@link no.nullpunkt.shared.Problem}.
 * The rules live in the features; the ones about changes live in the migration {@code V003__changes.sql}.
 */
package no.nullpunkt.shared;
