package no.nullpunkt.calculation;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.calculation.Discretion.Told;

/** Adds up the points of one indicator, in any order, and judges them. */
final class IndicatorFold {
    private static final BigDecimal ON_TRACK_FROM = new BigDecimal("0.9");
    private static final BigDecimal BEHIND_FROM = new BigDecimal("0.5");

    private final Discretion discretion;
    private final Indicator indicator;
    /** Points with a gain: measured, with null-point. */
    private int gained;

    private BigDecimal gain = ZERO;
    private BigDecimal valueOverCycles = ZERO;
    private BigDecimal baselineOverCycles = ZERO;
    private BigDecimal exposure = ZERO;
    /** The latest point with a gain in each unit; only a LATEST is shown by it. */
    private final Map<UUID, Point> latest = new HashMap<>();
    /** Complete points: those with a gain and a planned gain. */
    private int complete;

    private BigDecimal completeGain = ZERO;
    private BigDecimal completePlan = ZERO;
    /** Measured points whose numbers are hidden from the reader, with a gain or not. */
    private final List<Point> hidden = new ArrayList<>();

    IndicatorFold(Discretion discretion, Indicator indicator) {
        this.discretion = discretion;
        this.indicator = indicator;
    }

    boolean isFor(Indicator other) {
        return other == indicator || other.id().equals(indicator.id());
    }

    Indicator indicator() {
        return indicator;
    }

    /** Notes what is told of a point by itself; its numbers come with its stretch. */
    void add(Point point) {
        if (point.measure() != null && discretion.hides(point)) {
            hidden.add(point);
        }
        if (indicator.aggregation() == Aggregation.LATEST && point.isGained()) {
            latest.merge(point.unitId(), point, (a, b) -> a.month().isAfter(b.month()) ? a : b);
        }
    }

    void add(Stretch stretch, BigDecimal itsGain) {
        gained += stretch.gained();
        gain = gain.add(itsGain);
        valueOverCycles = valueOverCycles.add(stretch.value());
        baselineOverCycles = baselineOverCycles.add(stretch.baseline());
        exposure = exposure.add(stretch.exposure());
        if (stretch.isComplete()) {
            complete += stretch.gained();
            completeGain = completeGain.add(itsGain);
            completePlan = completePlan.add(stretch.plannedGainOfMeasured());
        }
    }

    /** How much the reader is told; a LATEST's level is made of the latest points alone, so these must do as well. */
    Told told() {
        if (hidden.isEmpty()) {
            return Told.EVERYTHING;
        }
        List<Point> hiddenLatest =
                latest.values().stream().filter(discretion::hides).toList();
        Told told = discretion.ofSum(hidden);
        return hiddenLatest.isEmpty() ? told : told.and(discretion.ofSum(hiddenLatest));
    }

    /** Whether a measured point has a null-point. */
    boolean isGained() {
        return gained > 0;
    }

    /** What is shown for the measured points that have a null-point; null when there are none. */
    BigDecimal level() {
        if (gained == 0) {
            return null;
        }
        return indicator.aggregation() == Aggregation.LATEST
                ? latest.values().stream().map(point -> point.measure().value()).reduce(ZERO, BigDecimal::add)
                : shown(valueOverCycles);
    }

    /** The same at the null-points: each unit's own, by today's exposure, so that moving users is no gain. */
    BigDecimal baselineLevel() {
        if (gained == 0) {
            return null;
        }
        return indicator.aggregation() == Aggregation.LATEST
                ? latest.values().stream().map(Point::baseline).reduce(ZERO, BigDecimal::add)
                : shown(baselineOverCycles);
    }

    /** The same at the targets; null unless every measured point with a null-point has one, for it would not compare. */
    BigDecimal targetLevel() {
        if (gained == 0 || complete < gained) {
            return null;
        }
        return indicator.aggregation() == Aggregation.LATEST
                ? latest.values().stream().map(Point::target).reduce(ZERO, BigDecimal::add)
                : shown(baselineOverCycles.add(indicator.direction().gainOf(completePlan)));
    }

    private BigDecimal shown(BigDecimal overCycles) {
        return switch (indicator.aggregation()) {
            case SUM, LATEST -> overCycles;
            case MEAN -> Rounding.quotient(overCycles, exposure);
            case RATIO -> Rounding.quotient(indicator.factor().multiply(overCycles), exposure);
        };
    }

    /** Gain over planned gain; null where no gain was planned, as for new work that was expected. */
    BigDecimal achievement() {
        return complete == 0 || Rounding.decisive(completePlan).signum() <= 0
                ? null
                : Rounding.quotient(completeGain, completePlan);
    }

    /** The first status that applies. */
    Status status(int expected, int measured) {
        if (expected == 0) {
            return Status.NOT_STARTED;
        }
        if (measured == 0) {
            return Status.NOT_MEASURED;
        }
        if (gained == 0) {
            return Status.NO_BASELINE;
        }
        BigDecimal plan = Rounding.decisive(completePlan);
        if (plan.signum() < 0) {
            // A planned cost, such as new tasks, is judged against its plan and not against the null-point.
            return Rounding.decisive(completeGain).compareTo(plan) >= 0 ? Status.ON_TRACK : Status.OFF_TRACK;
        }
        if (Course.of(gain, level(), baselineLevel(), indicator.tolerance()) == Course.WORSE) {
            return Status.WORSE_THAN_BASELINE;
        }
        if (complete == 0) {
            return Status.NO_TARGET;
        }
        if (plan.signum() == 0) {
            // The plan was to hold the level, and it is not worse.
            return Status.ON_TRACK;
        }
        return byAchievement(Rounding.decisive(achievement()));
    }

    private static Status byAchievement(BigDecimal achievement) {
        if (achievement.compareTo(ONE) >= 0) {
            return Status.REACHED;
        }
        if (achievement.compareTo(ON_TRACK_FROM) >= 0) {
            return Status.ON_TRACK;
        }
        return achievement.compareTo(BEHIND_FROM) >= 0 ? Status.BEHIND : Status.OFF_TRACK;
    }
}
