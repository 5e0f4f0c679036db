package no.nullpunkt.calculation;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.time.YearMonth;

/** Adds up the points of a group, in any order. */
final class Fold {
    private final Discretion discretion;
    private int measured;
    private int notMeasured;
    private int missing;
    private int notApplicable;
    private int notYetDue;
    private int withoutBaseline;
    private BigDecimal hours = ZERO;
    private BigDecimal nok = ZERO;
    private BigDecimal plannedHours = ZERO;
    private BigDecimal plannedNok = ZERO;
    private BigDecimal ownBudgetNok = ZERO;
    /** Null before the first point, and again from the second indicator on. */
    private IndicatorFold indicator;

    private boolean severalIndicators;
    /** What is added up and not yet counted with; null when there is nothing. */
    private Stretch stretch;

    private YearMonth month;
    private boolean severalMonths;
    private boolean lacksAmount;

    /** A group that may hold anything. */
    Fold(Discretion discretion) {
        this.discretion = discretion;
    }

    /** A group that holds this indicator, also while it has no points. */
    Fold(Discretion discretion, Indicator indicator) {
        this(discretion);
        this.indicator = new IndicatorFold(discretion, indicator);
    }

    /** Adds a point, with the share of its gain, hours and kroner that belongs to the group. */
    void add(Point point, BigDecimal share) {
        count(point);
        if (stretch == null || !stretch.takes(point, share)) {
            settle();
            stretch = new Stretch(point.yardstick(), share);
            judge(point);
        }
        stretch.add(point);
        if (indicator != null) {
            indicator.add(point);
        }
        severalMonths |= month != null && !month.equals(point.month());
        month = point.month();
    }

    private void count(Point point) {
        switch (point.state()) {
            case MEASURED -> measured++;
            case NOT_MEASURED -> notMeasured++;
            case MISSING -> missing++;
            case NOT_APPLICABLE -> notApplicable++;
            case NOT_YET_DUE -> notYetDue++;
        }
        if (point.state() == PointState.MEASURED) {
            withoutBaseline += point.baseline() == null ? 1 : 0;
        } else if (point.state().isExpected()) {
            lacksAmount |= !point.indicator().aggregation().measuresExposure();
        }
    }

    /** Unlike indicators have no figures of their own together. */
    private void judge(Point point) {
        if (severalIndicators) {
            return;
        }
        if (indicator == null) {
            indicator = new IndicatorFold(discretion, point.indicator());
        }
        if (!indicator.isFor(point)) {
            severalIndicators = true;
            indicator = null;
        }
    }

    /** Counts with what was added up so far. */
    private void settle() {
        if (stretch == null) {
            return;
        }
        Worth worth = stretch.worth();
        BigDecimal gain = stretch.gain();
        BigDecimal plannedGain = stretch.plannedGain();
        BigDecimal itsHours = worth.hours(gain);
        hours = plus(hours, itsHours, stretch.share());
        nok = plus(nok, worth.nok(gain), stretch.share());
        plannedHours = plus(plannedHours, worth.hours(plannedGain), stretch.share());
        plannedNok = plus(plannedNok, worth.nok(plannedGain), stretch.share());
        ownBudgetNok = plus(ownBudgetNok, worth.ownBudgetNok(itsHours), stretch.share());
        if (indicator != null && gain != null) {
            indicator.add(stretch, gain);
        }
        stretch = null;
    }

    Figures figures() {
        settle();
        int expected = measured + notMeasured + missing;
        Figures figures = new Figures(
                expected,
                measured,
                notMeasured,
                missing,
                notApplicable,
                notYetDue,
                withoutBaseline,
                hours,
                nok,
                plannedHours,
                plannedNok,
                ownBudgetNok,
                indicator == null ? null : indicator.sharedGain(),
                indicator == null ? null : indicator.level(),
                indicator == null ? null : indicator.baselineLevel(),
                indicator == null ? null : indicator.targetLevel(),
                indicator == null ? null : indicator.achievement(),
                indicator == null ? null : indicator.status(expected, measured),
                lacksAmount && !severalMonths,
                false);
        return indicator == null ? figures : figures.told(indicator.told());
    }

    /** Most shares are the constant 1, and most groups have thousands of points: those cost no multiplication. */
    static BigDecimal plus(BigDecimal sum, BigDecimal term, BigDecimal share) {
        if (term.signum() == 0) {
            return sum;
        }
        return sum.add(share == BigDecimal.ONE ? term : term.multiply(share));
    }
}
