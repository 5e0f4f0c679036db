package no.nullpunkt.calculation;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.time.YearMonth;

/** Adds up a group, point by point or indicator by indicator, in any order. */
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
    /** Means nothing but of one indicator. */
    private BigDecimal gain = ZERO;
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
            judge(point.indicator());
        }
        stretch.add(point);
        if (indicator != null) {
            indicator.add(point);
        }
        addMonth(point.month());
    }

    /**
     * Adds all points of one indicator that were added up before, and are no more added to, as if they were added one by
     * one.
     */
    void add(Fold other, BigDecimal share) {
        other.settle();
        if (other.month == null) {
            return;
        }
        measured += other.measured;
        notMeasured += other.notMeasured;
        missing += other.missing;
        notApplicable += other.notApplicable;
        notYetDue += other.notYetDue;
        withoutBaseline += other.withoutBaseline;
        hours = plus(hours, other.hours, share);
        nok = plus(nok, other.nok, share);
        plannedHours = plus(plannedHours, other.plannedHours, share);
        plannedNok = plus(plannedNok, other.plannedNok, share);
        ownBudgetNok = plus(ownBudgetNok, other.ownBudgetNok, share);
        gain = plus(gain, other.gain, share);
        severalIndicators |= indicator != null && !indicator.isFor(other.indicator.indicator());
        indicator = severalIndicators ? null : other.indicator;
        lacksAmount |= other.lacksAmount;
        severalMonths |= other.severalMonths;
        addMonth(other.month);
    }

    private void addMonth(YearMonth added) {
        severalMonths |= month != null && !month.equals(added);
        month = added;
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
    private void judge(Indicator next) {
        if (severalIndicators) {
            return;
        }
        if (indicator == null) {
            indicator = new IndicatorFold(discretion, next);
        }
        if (!indicator.isFor(next)) {
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
        BigDecimal itsGain = stretch.gain();
        BigDecimal plannedGain = stretch.plannedGain();
        BigDecimal itsHours = worth.hours(itsGain);
        hours = plus(hours, itsHours, stretch.share());
        nok = plus(nok, worth.nok(itsGain), stretch.share());
        plannedHours = plus(plannedHours, worth.hours(plannedGain), stretch.share());
        plannedNok = plus(plannedNok, worth.nok(plannedGain), stretch.share());
        ownBudgetNok = plus(ownBudgetNok, worth.ownBudgetNok(itsHours), stretch.share());
        if (indicator != null && itsGain != null) {
            gain = plus(gain, itsGain, stretch.share());
            indicator.add(stretch, itsGain);
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
                indicator == null || !indicator.isGained() ? null : gain,
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
