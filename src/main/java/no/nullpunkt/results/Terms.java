package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.calculation.Rollup;

/**
 * What a figure was made of: its points and its bookings, each with what it adds. Together they are the figure, to the
 * last digit.
 *
 * @param points all that belong, in the order of the portfolio, also those that add 0
 * @param bookings all that belong, in the order they were read
 */
public record Terms(List<OfPoint> points, List<OfBooking> bookings) {

    /**
     * A point in the figure.
     *
     * @param share how much of its benefit belongs to the group
     * @param amount what it adds
     */
    public record OfPoint(Point point, BigDecimal share, BigDecimal amount) {}

    /** A booking in the figure; what it adds is below 0 where it is taken off. */
    public record OfBooking(Booking booking, BigDecimal share, BigDecimal amount) {}

    /**
     * Which part of everything a figure is of.
     *
     * @param groupBy null for everything, as is the key for what has none
     * @param categories those of bookings that count; all when there are none
     */
    public record Of(GroupBy groupBy, String key, Set<String> categories) {

        public static final Of EVERYTHING = new Of(null, null, Set.of());
    }

    /** The terms of a figure of a group, as the results gather it. */
    public static Terms of(Snapshot snapshot, Rollup rollup, Figure figure, Of of) {
        var maker = new Maker(snapshot, rollup, of);
        var points = rollup.points().stream()
                .filter(figure::counts)
                .flatMap(point -> maker.term(point, figure))
                .toList();
        var bookings = figure.hasBookings()
                ? snapshot.bookings().stream()
                        .flatMap(booking -> maker.term(booking, figure))
                        .toList()
                : List.<OfBooking>of();
        return new Terms(points, bookings);
    }

    /** The figure again. */
    public BigDecimal sum() {
        return sumOfPoints().add(sumOfBookings());
    }

    public BigDecimal sumOfPoints() {
        return points.stream().map(OfPoint::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal sumOfBookings() {
        return bookings.stream().map(OfBooking::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static final class Maker {

        private final Snapshot snapshot;
        private final Rollup rollup;
        private final Of of;
        private final Map<UUID, Benefit> benefits;

        private Maker(Snapshot snapshot, Rollup rollup, Of of) {
            this.snapshot = snapshot;
            this.rollup = rollup;
            this.of = of;
            this.benefits =
                    rollup.portfolio().benefits().stream().collect(Collectors.toMap(Benefit::id, benefit -> benefit));
        }

        private Stream<OfPoint> term(Point point, Figure figure) {
            var share = share(point.benefit(), point.indicatorId(), point.unitId(), point.month());
            if (share == null) {
                return Stream.empty();
            }
            var whole = figure.of(point);
            return Stream.of(new OfPoint(point, share, figure.isCount() ? whole : whole.multiply(share)));
        }

        private Stream<OfBooking> term(Booking booking, Figure figure) {
            var whole = figure.of(booking);
            var isOfCategory = of.categories().isEmpty() || of.categories().contains(booking.category());
            if (!isOfCategory || whole.signum() == 0) {
                return Stream.empty();
            }
            var share = share(benefits.get(booking.benefitId()), null, booking.unitId(), booking.month());
            return share == null ? Stream.empty() : Stream.of(new OfBooking(booking, share, whole.multiply(share)));
        }

        /** How much of what was measured or booked belongs to the group; null when nothing does. */
        private BigDecimal share(Benefit benefit, UUID indicatorId, UUID unitId, YearMonth month) {
            if (of.groupBy() == GroupBy.TECHNOLOGY) {
                return rollup.shares(benefit).get(of.key());
            }
            return of.groupBy() == null || belongs(benefit, indicatorId, unitId, month)
                    ? rollup.shareOf(benefit)
                    : null;
        }

        private boolean belongs(Benefit benefit, UUID indicatorId, UUID unitId, YearMonth month) {
            return switch (of.groupBy()) {
                case UNIT -> isInUnit(unitId);
                case BENEFIT -> isKey(benefit.id());
                case INDICATOR -> isKey(indicatorId);
                case TYPE -> isKey(benefit.type());
                case PLAN_HEADING -> isKey(benefit.planHeading());
                case MONTH -> isKey(month);
                case TECHNOLOGY -> throw new IllegalStateException("A technology has a share");
            };
        }

        private boolean isKey(Object key) {
            return Objects.equals(of.key(), key == null ? null : key.toString());
        }

        private boolean isInUnit(UUID unitId) {
            for (var unit = unitId;
                    unit != null;
                    unit = snapshot.units().get(unit).parentId()) {
                if (isKey(unit)) {
                    return true;
                }
            }
            return false;
        }
    }
}
