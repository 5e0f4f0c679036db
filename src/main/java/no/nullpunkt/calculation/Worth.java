package no.nullpunkt.calculation;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What a gain is worth in a month, in hours or in kroner.
 *
 * @param perUnit hours or NOK per unit of gain, 0 where none holds, null without a valuation
 * @param attributed perUnit · attribution share
 * @param hourlyCost NOK per hour in the month, null where none holds or the plan heading is not OWN_BUDGET
 */
record Worth(BigDecimal perUnit, BigDecimal attributed, boolean inHours, BigDecimal hourlyCost) {

    static Worth at(YearMonth month, Parameters parameters, Benefit benefit, Indicator indicator) {
        BigDecimal perUnit = indicator.valuation().perUnitAt(month);
        return new Worth(
                perUnit,
                perUnit == null ? ZERO : perUnit.multiply(benefit.attributionShare()),
                indicator.valuation().kind() == ValuationKind.HOURS,
                benefit.planHeading() == PlanHeading.OWN_BUDGET
                        ? parameters.hourlyCost().at(month).orElse(null)
                        : null);
    }

    /** Of a gain, or of a planned one; 0 where there is nothing to add, as for the next two. */
    BigDecimal hours(BigDecimal gain) {
        return inHours ? product(gain, attributed) : ZERO;
    }

    BigDecimal nok(BigDecimal gain) {
        return inHours ? ZERO : product(gain, attributed);
    }

    /** Saved hours as kroner. */
    BigDecimal ownBudgetNok(BigDecimal hours) {
        return product(hourlyCost, hours);
    }

    private static BigDecimal product(BigDecimal a, BigDecimal b) {
        return a == null || b == null || b.signum() == 0 ? ZERO : a.multiply(b);
    }
}
