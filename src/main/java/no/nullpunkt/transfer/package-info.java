/**
 * Units that move to another municipality from a month on: by a merger, a split or a new border.
 *
 * <p>One municipality offers and the other accepts; nothing is rewritten in the giving one, and every month is counted
 * by one municipality alone. {@link no.nullpunkt.transfer.Carrying} says what is copied, and beside {@code report} it
 * alone knows the tables of all features; which months count where is decided by {@code report.Stay}.
 */
package no.nullpunkt.transfer;
