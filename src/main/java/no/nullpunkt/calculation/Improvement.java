package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How much better it went than at the null-point: what municipalities of any size can be compared by. */
public final class Improvement {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Improvement() {}

    /**
     * The gain in per cent of the null-point; negative where it went worse.
     *
     * @param gain Σ g over measured points that have a null-point
     * @param nullPoint what the same cycles would have come to at their null-points
     * @return empty where the null-point is 0, which nothing is a part of
     */
    public static Optional<BigDecimal> perCent(BigDecimal gain, BigDecimal nullPoint) {
        return nullPoint.signum() == 0
                ? Optional.empty()
                : Optional.of(Rounding.quotient(gain.multiply(HUNDRED), nullPoint.abs()));
    }

    /** To the nearest whole multiple of a step, half up. */
    public static BigDecimal band(BigDecimal perCent, int step) {
        BigDecimal width = BigDecimal.valueOf(step);
        return Rounding.decisive(perCent).divide(width, 0, RoundingMode.HALF_UP).multiply(width);
    }
}
