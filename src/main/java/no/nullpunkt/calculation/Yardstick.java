package no.nullpunkt.calculation;

import java.math.BigDecimal;

/**
 * What a series is held against, for as long as target and worth stay. Gain and plan are linear in value and exposure, so
 * that a sum of cycles comes out as the sum of each, to the last digit: here is the one formula for both.
 *
 * @param baseline the null-point <em>b</em>, per unit of exposure, null without one
 * @param target as it was stated, null without one
 * @param plannedPerExposure d·(target − b), null unless there are both
 */
record Yardstick(
        Direction direction, BigDecimal baseline, BigDecimal target, BigDecimal plannedPerExposure, Worth worth) {

    static Yardstick of(Indicator indicator, BigDecimal baseline, BigDecimal target, Worth worth) {
        BigDecimal planned = baseline == null || target == null
                ? null
                : indicator
                        .direction()
                        .gainOf(indicator
                                .aggregation()
                                .target(target, indicator.factor())
                                .subtract(baseline));
        return new Yardstick(indicator.direction(), baseline, target, planned, worth);
    }

    /** For whoever is not told the null-point, nor what follows from it. */
    Yardstick withoutBaseline() {
        return new Yardstick(direction, null, target, null, worth);
    }

    /** What the null-point amounts to; null without one. */
    BigDecimal baselineOver(BigDecimal exposure) {
        return baseline == null ? null : baseline.multiply(exposure);
    }

    /** d·(value − b·exposure); null without a null-point. */
    BigDecimal gain(BigDecimal value, BigDecimal exposure) {
        return baseline == null ? null : direction.gainOf(value.subtract(baselineOver(exposure)));
    }

    /** d·(target − b)·exposure; null without null-point or target. */
    BigDecimal plannedGain(BigDecimal exposure) {
        return plannedPerExposure == null ? null : plannedPerExposure.multiply(exposure);
    }
}
