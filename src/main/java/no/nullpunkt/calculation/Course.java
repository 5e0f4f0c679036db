package no.nullpunkt.calculation;

import java.math.BigDecimal;

/** How a level stands against its null-point, with what may be noise taken for no change. */
public enum Course {
    BETTER,
    UNCHANGED,
    WORSE;

    /** Of an indicator's figures; null where no measured point has a null-point, or they are not told. */
    public static Course of(Indicator indicator, Figures figures) {
        return figures.gain() == null
                ? null
                : of(figures.gain(), figures.level(), figures.baselineLevel(), indicator.tolerance());
    }

    static Course of(BigDecimal gain, BigDecimal level, BigDecimal baselineLevel, BigDecimal tolerance) {
        BigDecimal distance = Rounding.decisive(level.subtract(baselineLevel).abs());
        int sign = Rounding.decisive(gain).signum();
        if (sign == 0 || distance.compareTo(tolerance) <= 0) {
            return UNCHANGED;
        }
        return sign > 0 ? BETTER : WORSE;
    }
}
