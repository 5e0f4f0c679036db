package no.nullpunkt.calculation;

import java.math.BigDecimal;

/** Which way an indicator should move; the <em>d</em> of the formulas. */
public enum Direction {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER;

    /** The change as a gain: positive when it went the way it should. */
    BigDecimal gainOf(BigDecimal change) {
        return this == HIGHER_IS_BETTER ? change : change.negate();
    }
}
