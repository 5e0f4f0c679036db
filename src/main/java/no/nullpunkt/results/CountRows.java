package no.nullpunkt.results;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Measure;

/** All that was ever recorded of series that count persons, in one statement however many they are. */
public final class CountRows {

    /** What a row tells of a series. */
    private enum Kind {
        SERIES,
        COUNTED,
        VALUE,
        WITHDRAWN,
        NULL_POINT
    }

    private record Recorded(long seriesId, Kind kind, YearMonth month, Measure measure, Instant at, UUID measurerId) {}

    /**
     * A series to be read.
     *
     * @param nullPoint the one that counts, or null
     */
    public record Asked(long id, SeriesKey key, Aggregation aggregation, Measure nullPoint) {}

    /** The measurer is today's, as all rights are; the rest is what was recorded up to the instant. */
    private static final Sql RECORDED = Sql.of("""
            select series.id as series_id, 'SERIES' as kind, cast(null as date) as month, cast(null as numeric) as value,
                cast(null as numeric) as weight, cast(null as numeric) as numerator,
                cast(null as numeric) as denominator, min(series.changed_at) as at, today.measurer_id
            from series_versions series
            left join series today on today.municipality_id = :municipality and today.id = series.id
            where series.municipality_id = :municipality and series.changed_at <= :asOf and series.id = any (:series)
            group by series.id, today.measurer_id
            union all
            select series.id, 'COUNTED', null, null, null, null, null, min(indicator.changed_at), null
            from indicator_versions indicator
            join (select distinct id, indicator_id from series_versions where municipality_id = :municipality) as series
                on series.indicator_id = indicator.id
            where indicator.municipality_id = :municipality and indicator.changed_at <= :asOf and counts_persons
                and series.id = any (:series)
            group by series.id
            union all
            select series_id, case status when 'WITHDRAWN' then 'WITHDRAWN' else 'VALUE' end, month, value, weight,
                numerator, denominator, changed_at, null
            from measurement_versions
            where municipality_id = :municipality and changed_at <= :asOf and series_id = any (:series)
            union all
            select series_id, 'NULL_POINT', null, value, weight, numerator, denominator, entered_at, null
            from baseline
            where municipality_id = :municipality and entered_at <= :asOf and series_id = any (:series)
            order by at
            """);

    private final Reading reading;

    public CountRows(Reading reading) {
        this.reading = reading;
    }

    /** These series as the reader may see them; nothing is asked of the database when there are none. */
    public List<CountedSeries> series(Collection<Asked> asked, Reader reader) {
        if (asked.isEmpty()) {
            return List.of();
        }
        var rows = new HashMap<Long, List<Recorded>>();
        reading.list(
                        RECORDED,
                        Map.of(
                                "series",
                                reading.array(
                                        "bigint", asked.stream().map(Asked::id).toList())),
                        CountRows::recorded)
                .forEach(row -> rows.computeIfAbsent(row.seriesId(), added -> new ArrayList<>())
                        .add(row));
        return asked.stream()
                .map(each -> series(each, rows.get(each.id()), reader))
                .toList();
    }

    private static Recorded recorded(Row row) throws SQLException {
        var measure = new Measure(
                row.number("value"), row.number("weight"), row.number("numerator"), row.number("denominator"));
        return new Recorded(
                row.key("series_id"),
                row.choice("kind", Kind.class),
                row.month("month"),
                measure.value() == null && measure.numerator() == null ? null : measure,
                row.time("at"),
                row.id("measurer_id"));
    }

    private static CountedSeries series(Asked asked, List<Recorded> rows, Reader reader) {
        var since = new HashMap<Kind, Instant>();
        UUID measurerId = null;
        var values = new TreeMap<YearMonth, List<CountedSeries.Version>>();
        var nullPoints = new ArrayList<CountedSeries.Version>();
        for (var row : rows) {
            var version = new CountedSeries.Version(row.at(), row.kind() != Kind.WITHDRAWN, row.measure());
            switch (row.kind()) {
                case SERIES -> {
                    since.put(Kind.SERIES, row.at());
                    measurerId = row.measurerId();
                }
                case COUNTED -> since.put(Kind.COUNTED, row.at());
                case VALUE, WITHDRAWN ->
                    values.computeIfAbsent(row.month(), added -> new ArrayList<>())
                            .add(version);
                case NULL_POINT -> nullPoints.add(version);
            }
        }
        return new CountedSeries(
                asked.key(),
                asked.aggregation(),
                reader.mayEnterValues(asked.key().unitId(), measurerId),
                since.get(Kind.SERIES),
                since.get(Kind.COUNTED),
                values,
                nullPoints,
                asked.nullPoint());
    }
}
