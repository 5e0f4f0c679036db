package no.nullpunkt.results;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Value;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.results.SeriesFacts.BaselineFacts;

/** The rows of series: null-points, targets and values. A withdrawn value is no value. */
final class SeriesRows {

    record Series(UUID indicatorId, UUID unitId, SeriesFacts facts, Measure baseline) {

        SeriesKey key() {
            return new SeriesKey(indicatorId, unitId);
        }
    }

    record Target(long seriesId, YearMonth from, BigDecimal value) {}

    record Entry(long seriesId, YearMonth month, Value value) {}

    /** The months where a series may have measured what carries its exposure into the period. */
    record Before(long seriesId, YearMonth first, YearMonth last, int frequencyMonths) {}

    /** The latest approved null-point counts, and before any approval the latest entered. */
    private static final Sql SERIES = Sql.of("""
            select series.id, indicator_id, unit_id, measurer_id, measurer.name as measurer,
                baseline.version, baseline.approved, value, weight, numerator, denominator,
                period_from, period_to, method, quality, reason
            from series_versions series
            left join person_versions measurer
                on measurer.municipality_id = :municipality and measurer.id = measurer_id and measurer.ended is null
                and measurer.changed_at <= :asOf and measurer.superseded_at > :asOf
            left join (
                select distinct on (series_id) *, coalesce(approved_at <= :asOf, false) as approved
                from baseline
                where municipality_id = :municipality and entered_at <= :asOf
                order by series_id, approved desc, version desc
            ) as baseline on baseline.series_id = series.id
            where series.municipality_id = :municipality
                and series.changed_at <= :asOf and series.superseded_at > :asOf
            order by series.id
            """);

    private static final Sql TARGETS = Sql.of("""
            select series_id, valid_from, value
            from target_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
                and series_id = any (:series)
            """);

    private static final Sql VALUES = Sql.of("""
            select series_id, month, status, value, weight, numerator, denominator
            from measurement_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
                and series_id = any (:series) and month between :from and :to and status <> 'WITHDRAWN'
            """);

    private static final Sql VALUES_BY_SERIES = new Sql(VALUES.text() + "order by series_id", VALUES.names());

    private static final Sql MEASURED_BEFORE = Sql.of("""
            select series.id as series_id, month, 'MEASURED' as status, value, weight, numerator, denominator
            from unnest(cast(:series as bigint[]), cast(:first as date[]), cast(:last as date[]),
                cast(:frequency as integer[])) as series (id, first, last, frequency)
            cross join lateral (
                select month, value, weight, numerator, denominator
                from measurement_versions
                where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
                    and series_id = series.id and month between series.first and series.last
                    and mod(cast(extract(month from month) as integer), series.frequency) = 0
                    and status = 'MEASURED'
                order by month desc
                limit 1
            ) as latest
            """);

    private final Reading reading;

    SeriesRows(Reading reading) {
        this.reading = reading;
    }

    /**
     * All series.
     *
     * @param goLives the month each indicator's rollout went live, where it is known
     */
    List<Series> series(Map<UUID, YearMonth> goLives) {
        return reading.list(SERIES, row -> {
            var indicatorId = row.id("indicator_id");
            var hasBaseline = row.text("method") != null;
            return new Series(
                    indicatorId,
                    row.id("unit_id"),
                    new SeriesFacts(
                            row.key("id"),
                            row.named("measurer_id", "measurer"),
                            hasBaseline ? baseline(row, goLives.get(indicatorId)) : null),
                    hasBaseline ? measure(row) : null);
        });
    }

    private static BaselineFacts baseline(Row row, YearMonth goLive) throws SQLException {
        var to = row.date("period_to");
        return new BaselineFacts(
                row.integer("version"),
                row.flag("approved"),
                goLive != null && !to.isBefore(goLive.atDay(1)),
                row.date("period_from"),
                to,
                row.text("method"),
                row.text("quality"),
                row.text("reason"));
    }

    List<Target> targets(Collection<Long> seriesIds) {
        return reading.list(
                TARGETS,
                Map.of("series", reading.array("bigint", seriesIds)),
                row -> new Target(row.key("series_id"), row.month("valid_from"), row.number("value")));
    }

    List<Entry> values(Collection<Long> seriesIds, Period period) {
        return reading.list(VALUES, valuesOf(seriesIds, period), SeriesRows::entry);
    }

    /** The same one by one, those of a series together. */
    void eachValue(Collection<Long> seriesIds, Period period, Consumer<Entry> reader) {
        reading.each(VALUES_BY_SERIES, valuesOf(seriesIds, period), SeriesRows::entry, reader);
    }

    private Map<String, ?> valuesOf(Collection<Long> seriesIds, Period period) {
        return Map.of(
                "series", reading.array("bigint", seriesIds),
                "from", period.from().atDay(1),
                "to", period.to().atDay(1));
    }

    /** The latest value each series measured within its months. */
    List<Entry> measuredBefore(Collection<Before> series) {
        return reading.list(
                MEASURED_BEFORE,
                Map.of(
                        "series",
                                reading.array(
                                        "bigint",
                                        series.stream().map(Before::seriesId).toList()),
                        "first",
                                reading.array(
                                        "date",
                                        days(series.stream().map(Before::first).toList())),
                        "last",
                                reading.array(
                                        "date",
                                        days(series.stream().map(Before::last).toList())),
                        "frequency",
                                reading.array(
                                        "integer",
                                        series.stream()
                                                .map(Before::frequencyMonths)
                                                .toList())),
                SeriesRows::entry);
    }

    private static List<LocalDate> days(List<YearMonth> months) {
        return months.stream().map(month -> month.atDay(1)).toList();
    }

    private static Entry entry(Row row) throws SQLException {
        var value = switch (row.choice("status", ValueStatus.class)) {
            case MEASURED -> Value.measured(measure(row));
            case NOT_MEASURED -> Value.NOT_MEASURED;
            case NOT_APPLICABLE -> Value.NOT_APPLICABLE;
        };
        return new Entry(row.key("series_id"), row.month("month"), value);
    }

    private static Measure measure(Row row) throws SQLException {
        return new Measure(
                row.number("value"), row.number("weight"), row.number("numerator"), row.number("denominator"));
    }
}
