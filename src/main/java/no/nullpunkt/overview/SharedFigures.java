package no.nullpunkt.overview;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.Group;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.catalogue.Catalogue;
import no.nullpunkt.results.Booking;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.TakenOut;

/**
 * What a report tells of each of its months, by the rules that made the report: small enough to be kept, and all that is
 * ever told of it in a network. Small counts are hidden from everyone, as in the report itself.
 */
final class SharedFigures {

    /** What the figures of a report are gathered by. */
    enum Grain {
        ALL,
        TECHNOLOGY,
        INDICATOR
    }

    /**
     * A month.
     *
     * @param code of the catalogue; empty for a municipality's own, or none
     */
    record Figure(Grain grain, String code, YearMonth month, Sums sums) {}

    /**
     * What a ready indicator gained in a month, against what the same cycles would have come to at their null-points. Both
     * are null where any of it is hidden.
     */
    record Gain(String indicatorCode, YearMonth month, BigDecimal gain, BigDecimal nullPoint) {}

    static final String OWN = "";

    private final Snapshot snapshot;
    private final Rollup rollup;
    private final Set<String> technologies;
    private final Map<String, Catalogue.Indicator> indicators;
    private final Map<UUID, Benefit> benefits;

    /**
     * Of a report's snapshot.
     *
     * @param technologies the catalogue's, by code, as are the indicators
     */
    SharedFigures(Snapshot snapshot, Set<String> technologies, Map<String, Catalogue.Indicator> indicators) {
        this.snapshot = snapshot;
        this.rollup = snapshot.rollup();
        this.technologies = technologies;
        this.indicators = indicators;
        this.benefits = rollup.portfolio().benefits().stream().collect(Collectors.toMap(Benefit::id, each -> each));
    }

    /** Every month has one of all; the rest are there where something is expected or booked. */
    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        snapshot.period().stream().forEach(month -> {
            var ofMonth = rollup.only(point -> point.month().equals(month));
            var bookings = snapshot.bookings().stream()
                    .filter(booking -> booking.month().equals(month))
                    .toList();
            var all =
                    Sums.of(ofMonth.total().figures(), takenOut(bookings, booking -> Map.of(OWN, BigDecimal.ONE), OWN));
            figures.add(new Figure(Grain.ALL, OWN, month, all));
            byTechnology(ofMonth, bookings).forEach((code, sums) -> add(figures, Grain.TECHNOLOGY, code, month, sums));
            ofMonth.by(this::codeOf)
                    .forEach(
                            group -> add(figures, Grain.INDICATOR, group.key(), month, Sums.of(group.figures(), null)));
        });
        return figures;
    }

    private static void add(List<Figure> figures, Grain grain, String code, YearMonth month, Sums sums) {
        var booked = sums.takenOutHours() != null
                && (sums.takenOutHours().signum() != 0 || sums.takenOutNok().signum() != 0);
        if (sums.expected() > 0 || booked) {
            figures.add(new Figure(grain, code, month, sums));
        }
    }

    /** A municipality's own technologies are gathered with what has none: nobody else knows them by their codes. */
    private Map<String, Sums> byTechnology(Rollup ofMonth, List<Booking> bookings) {
        var byCode = new LinkedHashMap<String, Sums>();
        for (Group<String> group : ofMonth.byTechnology()) {
            var sums = Sums.of(
                    group.figures(),
                    takenOut(bookings, booking -> rollup.shares(benefits.get(booking.benefitId())), group.key()));
            byCode.merge(isKnown(group.key()) ? group.key() : OWN, sums, Sums::plus);
        }
        byCode.computeIfPresent(
                OWN,
                (own, sums) -> sums.countedAs(
                        ofMonth.only(this::hasOwnTechnology).total().figures()));
        return byCode;
    }

    private boolean isKnown(String technology) {
        return technology != null && technologies.contains(technology);
    }

    private boolean hasOwnTechnology(Point point) {
        return rollup.shares(point.benefit()).keySet().stream().anyMatch(code -> !isKnown(code));
    }

    private static <K> TakenOut takenOut(List<Booking> bookings, Function<Booking, Map<K, BigDecimal>> shares, K key) {
        return TakenOut.sums(bookings, shares).getOrDefault(key, TakenOut.NOTHING);
    }

    private String codeOf(Point point) {
        var code = snapshot.indicators().get(point.indicatorId()).catalogueCode();
        return code == null ? OWN : code;
    }

    /** Of the ready indicators that are measured the way the catalogue says, and so can be compared. */
    List<Gain> gains() {
        var gains = new LinkedHashMap<String, Map<YearMonth, Gain>>();
        for (var point : rollup.points()) {
            var code = codeOf(point);
            if (point.state() == PointState.MEASURED && isAsInCatalogue(point, indicators.get(code))) {
                var gain = new Gain(code, point.month(), point.gain(), point.baselineOverCycle());
                if (point.suppressed() || point.gain() != null) {
                    gains.computeIfAbsent(code, added -> new LinkedHashMap<>())
                            .merge(point.month(), gain, SharedFigures::plus);
                }
            }
        }
        return gains.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    private static boolean isAsInCatalogue(Point point, Catalogue.Indicator ready) {
        return ready != null
                && ready.direction() == point.indicator().direction()
                && ready.aggregation() == point.indicator().aggregation();
    }

    private static Gain plus(Gain one, Gain other) {
        var hidden = one.gain() == null || other.gain() == null;
        return new Gain(
                one.indicatorCode(),
                one.month(),
                hidden ? null : one.gain().add(other.gain()),
                hidden ? null : one.nullPoint().add(other.nullPoint()));
    }
}
