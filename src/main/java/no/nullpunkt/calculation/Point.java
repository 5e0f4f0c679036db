package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;

/**
 * One cycle end of a series with all the terms of its figures, so that a page or workbook can show why. Figures are
 * exact and unrounded. What never varies within a series (direction, cycle, factor, attribution) is read from
 * {@link #indicator()} and {@link #benefit()}.
 *
 * @param month the last month of the cycle
 * @param measure the numbers entered, null unless the state is MEASURED
 * @param baseline the series' null-point <em>b</em>, per unit of exposure, null without one
 * @param target the target that holds in the month as it was stated, null without one
 * @param exposure what gain and plan are multiplied with; null where the point is not expected or none is known
 * @param valueOverCycle what the value amounts to over the cycle: SUM m, LATEST m·k, MEAN v·n, RATIO the numerator;
 *     null unless measured
 * @param baselineOverCycle what the null-point amounts to for the same exposure; null unless measured with a null-point
 * @param gain d·(valueOverCycle − baselineOverCycle); null unless measured with a null-point
 * @param plannedGain d·(target − b)·exposure; null unless expected with null-point and target
 * @param perUnit hours or NOK per unit of gain in the month, 0 where none holds, null without a valuation
 * @param hours gain · perUnit · attribution share; 0 where there is nothing to add, as for the next three
 * @param nok the same in kroner
 * @param plannedHours plannedGain · perUnit · attribution share
 * @param plannedNok the same in kroner
 * @param hourlyCost NOK per hour in the month, null where none holds or the plan heading is not OWN_BUDGET
 * @param ownBudgetNok hours · hourlyCost, 0 where there is no hourlyCost
 * @param suppressed whether its numbers are hidden from the reader, and so are null here though they count in sums
 */
public record Point(
        Benefit benefit,
        Indicator indicator,
        Series series,
        YearMonth month,
        PointState state,
        Measure measure,
        BigDecimal baseline,
        BigDecimal target,
        Exposure exposure,
        BigDecimal valueOverCycle,
        BigDecimal baselineOverCycle,
        BigDecimal gain,
        BigDecimal plannedGain,
        BigDecimal perUnit,
        BigDecimal hours,
        BigDecimal nok,
        BigDecimal plannedHours,
        BigDecimal plannedNok,
        BigDecimal hourlyCost,
        BigDecimal ownBudgetNok,
        boolean suppressed) {

    public UUID benefitId() {
        return benefit.id();
    }

    public UUID indicatorId() {
        return indicator.id();
    }

    public UUID unitId() {
        return series.unitId();
    }

    /** Measured, with null-point and target: the points that achievement is judged on. */
    public boolean isComplete() {
        return gain != null && plannedGain != null;
    }

    /** The same without what was counted and what follows from it; the target was decided and not counted. */
    Point withoutNumbers() {
        return new Point(
                benefit,
                indicator,
                series,
                month,
                state,
                null,
                null,
                target,
                null,
                null,
                null,
                null,
                null,
                perUnit,
                hours,
                nok,
                plannedHours,
                plannedNok,
                hourlyCost,
                ownBudgetNok,
                true);
    }

    @Override
    public String toString() {
        return "Point[" + indicatorId() + " in " + unitId() + ", " + month + ", " + state + ", gain " + gain + "]";
    }
}
