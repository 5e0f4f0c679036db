/**
 * What measured hours and kroner were used for (hvor ble det av tiden).
 *
 * <p>In every month what is booked up to and including it never exceeds what was measured up to and including it; the
 * rest is shown openly as unaccounted. The rule lives in {@link no.nullpunkt.disposition.Ledger}.
 */
package no.nullpunkt.disposition;
