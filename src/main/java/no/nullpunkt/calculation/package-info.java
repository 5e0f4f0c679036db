/**
 * Turns null-points, targets and values into gains, hours, kroner and statuses: records in, records out, each figure
 * with the terms it was made of. Everything is an exact {@link java.math.BigDecimal}; only quotients are rounded, a
 * ratio's null-point once per series, so that sums over units, months and technologies equal the total to the last
 * digit. The rules live in {@link no.nullpunkt.calculation.Indicator} (what is expected), {@code Points} (gain and plan
 * of a point), {@code IndicatorFold} (level, achievement, status) and {@link no.nullpunkt.calculation.Rollup} (groups).
 */
package no.nullpunkt.calculation;
