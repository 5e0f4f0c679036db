package no.nullpunkt.results;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.shared.Problem;

/** A figure that is a sum over points, over bookings, or over both, and so can be opened into its terms. */
public enum Figure {
    PLANNED_HOURS("plannedHours", Point::plannedHours, null, valued(ValuationKind.HOURS)),
    HOURS("hours", Point::hours, null, valued(ValuationKind.HOURS)),
    TAKEN_OUT_HOURS("takenOutHours", null, Booking::hours, null),
    UNACCOUNTED_HOURS("unaccountedHours", Point::hours, Figure::lessHours, valued(ValuationKind.HOURS)),
    PLANNED_NOK("plannedNok", Point::plannedNok, null, valued(ValuationKind.NOK)),
    NOK("nok", Point::nok, null, valued(ValuationKind.NOK)),
    TAKEN_OUT_NOK("takenOutNok", null, Booking::nok, null),
    UNACCOUNTED_NOK("unaccountedNok", Point::nok, Figure::lessNok, valued(ValuationKind.NOK)),
    /** Saved hours as kroner, under the plan heading OWN_BUDGET. */
    OWN_BUDGET_NOK("ownBudgetNok", Point::ownBudgetNok, null, point -> point.hourlyCost() != null),
    EXPECTED("expected", Figure::one, null, point -> point.state().isExpected()),
    MEASURED("measured", Figure::one, null, in(PointState.MEASURED)),
    MISSING("missing", Figure::one, null, in(PointState.MISSING));

    private final String parameter;
    private final Function<Point, BigDecimal> ofPoint;
    private final Function<Booking, BigDecimal> ofBooking;
    private final Predicate<Point> counts;

    Figure(
            String parameter,
            Function<Point, BigDecimal> ofPoint,
            Function<Booking, BigDecimal> ofBooking,
            Predicate<Point> counts) {
        this.parameter = parameter;
        this.ofPoint = ofPoint;
        this.ofBooking = ofBooking;
        this.counts = counts;
    }

    /**
     * By the name it has in addresses and JSON.
     *
     * @throws Problem 400 when there is none such
     */
    public static Figure parse(String written) {
        return Arrays.stream(values())
                .filter(each -> each.parameter.equals(written))
                .findFirst()
                .orElseThrow(() -> {
                    var choices = Arrays.stream(values()).map(Figure::parameter).collect(Collectors.joining(", "));
                    return Problem.notUnderstood("unknown-choice", written, choices)
                            .at("?figure", "unknown-choice", written, choices);
                });
    }

    /** The name it has in addresses, and in JSON. */
    public String parameter() {
        return parameter;
    }

    /** Whether it counts points, which are never shared out between technologies. */
    public boolean isCount() {
        return this == EXPECTED || this == MEASURED || this == MISSING;
    }

    /** Whether points are among its terms. */
    public boolean hasPoints() {
        return ofPoint != null;
    }

    /** Whether bookings are. */
    public boolean hasBookings() {
        return ofBooking != null;
    }

    boolean counts(Point point) {
        return hasPoints() && counts.test(point);
    }

    BigDecimal of(Point point) {
        return ofPoint.apply(point);
    }

    BigDecimal of(Booking booking) {
        return ofBooking.apply(booking);
    }

    private static BigDecimal one(Point point) {
        return BigDecimal.ONE;
    }

    private static BigDecimal lessHours(Booking booking) {
        return booking.hours().negate();
    }

    private static BigDecimal lessNok(Booking booking) {
        return booking.nok().negate();
    }

    private static Predicate<Point> valued(ValuationKind kind) {
        return point -> point.indicator().valuation().kind() == kind;
    }

    private static Predicate<Point> in(PointState state) {
        return point -> point.state() == state;
    }
}
