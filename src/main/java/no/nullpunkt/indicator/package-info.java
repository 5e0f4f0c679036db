/**
 * What is measured: indicators with their dated amounts, a series for each unit, null-points and targets.
 *
 * <p>A null-point is never changed: a new one is a new version, the latest approved counts, and one measured after
 * go-live is marked late for ever. The rules live in {@link no.nullpunkt.indicator.IndicatorService} and {@link
 * no.nullpunkt.indicator.BaselineService}.
 */
package no.nullpunkt.indicator;
