package no.nullpunkt.calculation;

import java.math.BigDecimal;

/**
 * What the formulas presuppose. Entry refuses such data with a message for people; when it slips through, no figure is
 * better than a wrong one.
 */
final class Require {
    private Require() {}

    static void that(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    static void positive(BigDecimal number, String what) {
        that(number.signum() > 0, what + " must be above 0");
    }
}
