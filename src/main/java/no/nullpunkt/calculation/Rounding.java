package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The only places where a figure loses digits: divisions, decisions and print. */
public final class Rounding {
    private static final MathContext QUOTIENT = new MathContext(40, RoundingMode.HALF_UP);
    private static final int DECISIVE_DECIMALS = 12;
    private static final int PRINTED_DECIMALS = 4;

    private Rounding() {}

    /** The figure as printed: 4 decimals, half up; null stays null. */
    public static BigDecimal printed(BigDecimal figure) {
        return figure == null ? null : figure.setScale(PRINTED_DECIMALS, RoundingMode.HALF_UP);
    }

    /** 40 significant digits, half up. The divisor is never 0 here. */
    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.compareTo(BigDecimal.ONE) == 0 ? dividend : dividend.divide(divisor, QUOTIENT);
    }

    /** The figure a status is decided on: 12 decimals, so that the last digits of a division never decide it. */
    static BigDecimal decisive(BigDecimal figure) {
        return figure.setScale(DECISIVE_DECIMALS, RoundingMode.HALF_UP);
    }
}
