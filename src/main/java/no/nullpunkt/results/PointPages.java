package no.nullpunkt.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Points page by page, in the order of the portfolio. A page reads the values of its own series only, and all pages are
 * of the instant of the first.
 */
@ApplicationScoped
class PointPages {

    @Schema(name = "ResultPoints")
    record Explained(
            YearMonth from,
            YearMonth to,
            Instant asOf,
            List<ExplainedPoint> items,
            @Schema(nullable = true) String next) {}

    /** The last point of a page, and the instant it was read for. */
    private record Place(Instant asOf, SeriesKey series, YearMonth month) {

        static Place of(Instant asOf, Point point) {
            return new Place(asOf, SeriesKey.of(point), point.month());
        }

        static Place decode(String cursor) {
            var parts = Cursor.decode(cursor).split("/");
            try {
                return new Place(
                        Instant.parse(parts[0]),
                        new SeriesKey(UUID.fromString(parts[1]), UUID.fromString(parts[2])),
                        YearMonth.parse(parts[3]));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw Cursor.unreadable();
            }
        }

        String encoded() {
            return asOf + "/" + series.indicatorId() + "/" + series.unitId() + "/" + month;
        }

        boolean isBefore(Point point) {
            return !series.equals(SeriesKey.of(point)) || month.isBefore(point.month());
        }
    }

    private final Snapshots snapshots;

    PointPages(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The points that follow the cursor; the cursor's own instant goes before the one asked about. */
    Explained page(
            int municipalityId,
            String number,
            Period period,
            Instant asOf,
            Filter filter,
            Reader reader,
            String cursor,
            int limit) {
        var after = cursor == null || cursor.isEmpty() ? null : Place.decode(cursor);
        var snapshot = snapshots.read(
                municipalityId,
                number,
                period,
                after == null ? asOf : after.asOf(),
                filter,
                reader,
                plans -> next(plans, period, after, limit));
        var rollup = snapshot.rollup();
        var points = rollup.points().stream()
                .filter(point -> after == null || after.isBefore(point))
                .limit(limit + 1L)
                .toList();
        var page =
                Page.of(points, limit, point -> Place.of(snapshot.asOf(), point).encoded());
        return new Explained(
                period.from(),
                period.to(),
                snapshot.asOf(),
                page.items().stream()
                        .map(point -> ExplainedPoint.of(snapshot, point, rollup.shareOf(point.benefit())))
                        .toList(),
                page.next());
    }

    /** As many series from the cursor's on as are needed for a page and the one point that tells of another. */
    private static List<SeriesPlan> next(List<SeriesPlan> plans, Period period, Place after, int limit) {
        var from = 0;
        if (after != null) {
            while (from < plans.size() && !plans.get(from).key().equals(after.series())) {
                from++;
            }
            if (from == plans.size()) {
                throw Cursor.unreadable();
            }
        }
        var chosen = new ArrayList<SeriesPlan>();
        var points = 0L;
        for (var plan : plans.subList(from, plans.size())) {
            if (points > limit) {
                break;
            }
            chosen.add(plan);
            points += plan.points(period)
                    .filter(month ->
                            after == null || !plan.key().equals(after.series()) || month.isAfter(after.month()))
                    .count();
        }
        return chosen;
    }
}
