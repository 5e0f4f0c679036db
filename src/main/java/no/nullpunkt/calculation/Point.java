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
 * @param exposure what gain and plan are multiplied with; null where the point is not expected or none is known
 * @param valueOverCycle what the value amounts to over the cycle: SUM m, LATEST m·k, MEAN v·n, RATIO the numerator;
 *     null unless measured
 * @param yardstick what it is held against, the same object for all points of the series until target or worth change
 * @param suppressed whether its numbers are hidden from the reader, and so are null here though they count in sums
 */
public record Point(
        Benefit benefit,
        Indicator indicator,
        Series series,
        YearMonth month,
        PointState state,
        Measure measure,
        Exposure exposure,
        BigDecimal valueOverCycle,
        Yardstick yardstick,
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

    /** The series' null-point <em>b</em>, per unit of exposure, null without one. */
    public BigDecimal baseline() {
        return yardstick.baseline();
    }

    /** The target that holds in the month as it was stated, null without one. */
    public BigDecimal target() {
        return yardstick.target();
    }

    /** What the null-point amounts to for the same exposure; null unless measured with a null-point. */
    public BigDecimal baselineOverCycle() {
        return measure == null ? null : yardstick.baselineOver(exposure.amount());
    }

    /** d·(valueOverCycle − baselineOverCycle); null unless measured with a null-point. */
    public BigDecimal gain() {
        return measure == null ? null : yardstick.gain(valueOverCycle, exposure.amount());
    }

    /** d·(target − b)·exposure; null unless expected with null-point and target. */
    public BigDecimal plannedGain() {
        return exposure == null ? null : yardstick.plannedGain(exposure.amount());
    }

    /** Hours or NOK per unit of gain in the month, 0 where none holds, null without a valuation. */
    public BigDecimal perUnit() {
        return yardstick.worth().perUnit();
    }

    /** gain · perUnit · attribution share; 0 where there is nothing to add, as for the next three. */
    public BigDecimal hours() {
        return yardstick.worth().hours(gain());
    }

    /** The same in kroner. */
    public BigDecimal nok() {
        return yardstick.worth().nok(gain());
    }

    /** plannedGain · perUnit · attribution share. */
    public BigDecimal plannedHours() {
        return yardstick.worth().hours(plannedGain());
    }

    /** The same in kroner. */
    public BigDecimal plannedNok() {
        return yardstick.worth().nok(plannedGain());
    }

    /** NOK per hour in the month, null where none holds or the plan heading is not OWN_BUDGET. */
    public BigDecimal hourlyCost() {
        return yardstick.worth().hourlyCost();
    }

    /** hours · hourlyCost, 0 where there is no hourlyCost. */
    public BigDecimal ownBudgetNok() {
        return yardstick.worth().ownBudgetNok(hours());
    }

    /** Measured, with null-point. */
    public boolean isGained() {
        return measure != null && baseline() != null;
    }

    /** Measured, with null-point and target: the points that achievement is judged on. */
    public boolean isComplete() {
        return isGained() && target() != null;
    }

    /** The same without what was counted and what follows from it; the target was decided and not counted. */
    Point withoutNumbers() {
        return new Point(benefit, indicator, series, month, state, null, null, null, yardstick.withoutBaseline(), true);
    }

    @Override
    public String toString() {
        return "Point[" + indicatorId() + " in " + unitId() + ", " + month + ", " + state + ", gain " + gain() + "]";
    }
}
