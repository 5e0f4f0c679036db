/**
 * Benefits (gevinster) through DFØ's four steps: identify, plan, execute and document.
 *
 * <p>The shares of a benefit's technologies sum to 1, and a step is taken only when its checklist is met or an item is
 * waived with a reason that stays visible. The checklist is {@link no.nullpunkt.benefit.Checklist}, the moves are
 * {@link no.nullpunkt.benefit.Benefit}'s own.
 */
package no.nullpunkt.benefit;
