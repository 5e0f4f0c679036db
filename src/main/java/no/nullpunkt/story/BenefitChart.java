package no.nullpunkt.story;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.results.Row;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.Line;

/**
 * A series of a benefit as the reader sees it: its values beside null-point and target, as a line and as a table.
 *
 * @param measuredIn the unit of measure, in words
 * @param line null where there is nothing to draw
 * @param suppressed whether some of it is hidden, for it may tell who was counted
 */
record BenefitChart(String name, String unit, String measuredIn, List<Row> rows, Line line, boolean suppressed) {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 180;

    /** A cycle by its last month; numbers are in the unit shown, and null where there are none or they are hidden. */
    record Row(
            YearMonth month,
            PointState state,
            BigDecimal value,
            BigDecimal baseline,
            BigDecimal target,
            boolean suppressed) {

        /** What stands where there is no value. */
        public String stateInWords() {
            return Formats.label("state-" + state);
        }

        static Row of(Snapshot snapshot, Point point) {
            var key = SeriesKey.of(point);
            var hidden = snapshot.suppression().hidesNullPoint(key);
            return new Row(
                    point.month(),
                    point.state(),
                    point.measure() == null ? null : point.indicator().shown(point.measure()),
                    hidden ? null : point.indicator().shownBaseline(point.series()),
                    point.target(),
                    point.suppressed());
        }
    }

    /** Of the points of one series, the earliest first. */
    static BenefitChart of(Snapshot snapshot, List<Point> points) {
        var first = points.get(0);
        var facts = snapshot.indicators().get(first.indicatorId());
        var rows = points.stream().map(point -> Row.of(snapshot, point)).toList();
        var last = rows.get(rows.size() - 1);
        // A flow's null-point and target are per month, and so lie beside the values of months only.
        var comparable = first.indicator().aggregation() != Aggregation.SUM
                || first.indicator().frequencyMonths() == 1;
        var line = rows.stream().allMatch(row -> row.value() == null)
                ? null
                : Line.of(
                        WIDTH,
                        HEIGHT,
                        rows.stream().map(Row::value).toList(),
                        comparable ? last.baseline() : null,
                        comparable ? last.target() : null);
        return new BenefitChart(
                facts.name(),
                snapshot.units().get(first.unitId()).name(),
                facts.unit(),
                rows,
                line,
                rows.stream().anyMatch(Row::suppressed));
    }
}
