package no.nullpunkt.calculation;

import java.math.BigDecimal;

/**
 * The numbers of a measured value or a null-point; which of them are there depends on the {@link Aggregation}.
 *
 * @param value the number of a SUM (a value's for its cycle, a null-point's per month), LATEST or MEAN, else null
 * @param weight a MEAN's number of observations, above 0; null counts as 1
 * @param numerator of a RATIO, over the whole cycle, else null
 * @param denominator of a RATIO, exposure over the whole cycle, above 0, else null
 * @throws IllegalArgumentException when weight or denominator is not above 0
 */
public record Measure(BigDecimal value, BigDecimal weight, BigDecimal numerator, BigDecimal denominator) {
    public Measure {
        if (weight != null) {
            Require.positive(weight, "A weight");
        }
        if (denominator != null) {
            Require.positive(denominator, "A denominator");
        }
    }

    public static Measure of(BigDecimal value) {
        return new Measure(value, null, null, null);
    }

    public static Measure weighted(BigDecimal value, BigDecimal weight) {
        return new Measure(value, weight, null, null);
    }

    public static Measure ratio(BigDecimal numerator, BigDecimal denominator) {
        return new Measure(null, null, numerator, denominator);
    }

    /** Whether the numbers are equal, whatever their scale: 61 is 61.0. */
    public boolean isSameAs(Measure other) {
        return same(value, other.value)
                && same(weight, other.weight)
                && same(numerator, other.numerator)
                && same(denominator, other.denominator);
    }

    private static boolean same(BigDecimal a, BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }

    BigDecimal weightOrOne() {
        return weight == null ? BigDecimal.ONE : weight;
    }
}
