package no.nullpunkt.calculation;

import java.math.BigDecimal;

/**
 * How the values of an indicator add up over units and months. All four share one form: a value stands for a total
 * over its cycle, the null-point for what the same exposure would have given before, and the gain is the difference.
 */
public enum Aggregation {
    /** A flow: the value is for the whole cycle, null-point and target are per month. Exposure: the cycle's months. */
    SUM,
    /** A level, such as positions or users: it held for the whole cycle. Exposure: the cycle's months. */
    LATEST,
    /** A mean of several observations. Exposure: the weight, that is how many were observed. */
    MEAN,
    /** A numerator over a denominator. Exposure: the denominator, over the whole cycle (user-weeks, not heads). */
    RATIO;

    /** Whether exposure is entered with each value, and so is unknown where no value is; else it is the cycle's months. */
    public boolean measuresExposure() {
        return this == MEAN || this == RATIO;
    }

    /** Exposure of a measured value, above 0. */
    BigDecimal exposure(Measure measure, BigDecimal cycleMonths) {
        return switch (this) {
            case SUM, LATEST -> cycleMonths;
            case MEAN -> measure.weightOrOne();
            case RATIO -> measure.denominator();
        };
    }

    /** What a measured value amounts to over its cycle. */
    BigDecimal overCycle(Measure measure, BigDecimal exposure) {
        return switch (this) {
            case SUM -> measure.value();
            case LATEST, MEAN -> measure.value().multiply(exposure);
            case RATIO -> measure.numerator();
        };
    }

    /** The null-point <em>b</em>, per unit of exposure; only a ratio's needs a division. */
    BigDecimal baseline(Measure measure) {
        return this == RATIO ? Rounding.quotient(measure.numerator(), measure.denominator()) : measure.value();
    }

    /** The target per unit of exposure: a ratio's is stated in the unit shown, which is {@code factor} times as much. */
    BigDecimal target(BigDecimal stated, BigDecimal factor) {
        return this == RATIO ? Rounding.quotient(stated, factor) : stated;
    }

    /** Whether the measure has the terms this aggregation counts with. */
    boolean accepts(Measure measure) {
        return this == RATIO ? measure.numerator() != null && measure.denominator() != null : measure.value() != null;
    }
}
