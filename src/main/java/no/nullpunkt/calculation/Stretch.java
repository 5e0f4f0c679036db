package no.nullpunkt.calculation;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;

/** Points of a group that are held against the same yardstick: added up first, and counted with once. */
final class Stretch {
    private final Yardstick yardstick;
    private final BigDecimal share;
    private int gained;
    private BigDecimal value = ZERO;
    private BigDecimal exposure = ZERO;
    private BigDecimal exposureNotMeasured = ZERO;

    /** @param share of gain, hours and kroner that belongs to the group */
    Stretch(Yardstick yardstick, BigDecimal share) {
        this.yardstick = yardstick;
        this.share = share;
    }

    boolean takes(Point point, BigDecimal itsShare) {
        return point.yardstick() == yardstick && itsShare == share;
    }

    void add(Point point) {
        if (point.exposure() == null || yardstick.baseline() == null) {
            return;
        }
        if (point.measure() == null) {
            exposureNotMeasured = exposureNotMeasured.add(point.exposure().amount());
        } else {
            gained++;
            value = value.add(point.valueOverCycle());
            exposure = exposure.add(point.exposure().amount());
        }
    }

    Worth worth() {
        return yardstick.worth();
    }

    BigDecimal share() {
        return share;
    }

    /** How many points have a gain: measured, with null-point. */
    int gained() {
        return gained;
    }

    /** Whether those have a planned gain too. */
    boolean isComplete() {
        return yardstick.target() != null;
    }

    BigDecimal value() {
        return value;
    }

    BigDecimal exposure() {
        return exposure;
    }

    BigDecimal baseline() {
        return yardstick.baselineOver(exposure);
    }

    /** Null where none of the points has one. */
    BigDecimal gain() {
        return gained == 0 ? null : yardstick.gain(value, exposure);
    }

    /** Of the points that have a gain. */
    BigDecimal plannedGainOfMeasured() {
        return yardstick.plannedGain(exposure);
    }

    /** Of all points, measured or not; null without null-point or target. */
    BigDecimal plannedGain() {
        return yardstick.plannedGain(exposure.add(exposureNotMeasured));
    }
}
