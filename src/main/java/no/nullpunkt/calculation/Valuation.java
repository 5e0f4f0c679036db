package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What one unit of gain is worth.
 *
 * @param kind hours, kroner or nothing
 * @param perUnit hours or NOK for each unit of gain; 0 before the first, without effect when the kind is NONE
 */
public record Valuation(ValuationKind kind, Dated perUnit) {
    public static final Valuation NONE = new Valuation(ValuationKind.NONE, Dated.NEVER);

    /** Null without a valuation, 0 where no amount holds. */
    BigDecimal perUnitAt(YearMonth month) {
        return kind == ValuationKind.NONE ? null : perUnit.at(month).orElse(BigDecimal.ZERO);
    }
}
