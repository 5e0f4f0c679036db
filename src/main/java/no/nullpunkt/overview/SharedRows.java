package no.nullpunkt.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.nullpunkt.network.Networks;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Sql;
import org.hibernate.Session;

/** The kept aggregates of a municipality's own reports: written when a report is first shared, and never changed. */
@ApplicationScoped
class SharedRows {

    private static final String INSERT_FIGURE = """
            insert into shared_figure (municipality_id, report_id, grain, code, month, hours, nok, planned_hours,
                planned_nok, own_budget_nok, taken_out_hours, taken_out_nok, expected, measured, not_measured, missing)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_TOTALS = """
            insert into shared_total (municipality_id, report_id, grain, code, months, hours, nok, planned_hours,
                planned_nok, own_budget_nok, taken_out_hours, taken_out_nok, expected, measured, not_measured, missing)
            select municipality_id, report_id, grain, code, count(*), sum(hours), sum(nok), sum(planned_hours),
                sum(planned_nok), sum(own_budget_nok), sum(taken_out_hours), sum(taken_out_nok), sum(expected),
                sum(measured), sum(not_measured), sum(missing)
            from shared_figure
            where municipality_id = ? and report_id = ?
            group by municipality_id, report_id, grain, code
            """;

    private static final String INSERT_GAIN = """
            insert into shared_gain (municipality_id, report_id, indicator_code, month, gain, null_point)
            values (?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_IMPROVEMENT = """
            insert into shared_improvement (municipality_id, network_id, indicator_code, year, at, per_cent)
            values (?, ?, ?, ?, ?, ?)
            """;

    /** What a ready indicator gained in a year, by what the municipality shares; a year is hidden when any of it is. */
    record YearGain(String indicatorCode, int year, BigDecimal gain, BigDecimal nullPoint, boolean hidden) {}

    private static final Sql YEARS = Sql.of(Counted.of(Counted.OF_ONE) + """
            select gain.indicator_code, cast(extract(year from gain.month) as integer) as year, sum(gain) as gain,
                sum(null_point) as null_point, bool_or(gain is null) as hidden
            from counted
            join shared_gain gain on gain.municipality_id = counted.municipality_id
                and gain.report_id = counted.report_id and gain.month = counted.month
            group by gain.indicator_code, extract(year from gain.month)
            """);

    private static final Sql TOUCHED = Sql.of("""
            select distinct indicator_code, cast(extract(year from month) as integer) as year from shared_gain
            where municipality_id = :municipality and report_id = any (:reports)
            """);

    /** An indicator in a year. */
    record IndicatorYear(String indicatorCode, int year) {}

    private final Session session;
    private final DataSource dataSource;

    SharedRows(Session session, DataSource dataSource) {
        this.session = session;
        this.dataSource = dataSource;
    }

    boolean has(int municipalityId, UUID reportId) {
        return session.createNativeQuery(
                        "select exists (select 1 from shared_figure where municipality_id = :municipality and report_id = :report)",
                        Boolean.class)
                .setParameter("municipality", municipalityId)
                .setParameter("report", reportId)
                .getSingleResult();
    }

    void write(int municipalityId, UUID reportId, List<SharedFigures.Figure> figures, List<SharedFigures.Gain> gains) {
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT_FIGURE)) {
                for (var figure : figures) {
                    var sums = figure.sums();
                    var values = new Object[] {
                        municipalityId,
                        reportId,
                        figure.grain().name(),
                        figure.code(),
                        figure.month().atDay(1),
                        sums.hours(),
                        sums.nok(),
                        sums.plannedHours(),
                        sums.plannedNok(),
                        sums.ownBudgetNok(),
                        sums.takenOutHours(),
                        sums.takenOutNok(),
                        sums.expected(),
                        sums.measured(),
                        sums.notMeasured(),
                        sums.missing()
                    };
                    for (var i = 0; i < values.length; i++) {
                        insert.setObject(i + 1, values[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (var insert = connection.prepareStatement(INSERT_TOTALS)) {
                insert.setInt(1, municipalityId);
                insert.setObject(2, reportId);
                insert.executeUpdate();
            }
            try (var insert = connection.prepareStatement(INSERT_GAIN)) {
                for (var gain : gains) {
                    insert.setInt(1, municipalityId);
                    insert.setObject(2, reportId);
                    insert.setString(3, gain.indicatorCode());
                    insert.setObject(4, gain.month().atDay(1));
                    insert.setBigDecimal(5, gain.gain());
                    insert.setBigDecimal(6, gain.nullPoint());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** The indicators that these reports tell of, by year. */
    List<IndicatorYear> touchedBy(int municipalityId, List<UUID> reportIds) {
        try (var reading = new Reading(dataSource, municipalityId, Instant.EPOCH)) {
            return reading.list(
                    TOUCHED,
                    Map.of("reports", reading.array("uuid", reportIds)),
                    row -> new IndicatorYear(row.text("indicator_code"), row.integer("year")));
        }
    }

    /** What the municipality shares with the network now, with nothing counted twice. */
    List<YearGain> years(int municipalityId, Networks.Seen network) {
        try (var reading = new Reading(dataSource, municipalityId, Instant.EPOCH)) {
            return reading.list(
                    YEARS,
                    Counted.arguments(network, Counted.ALWAYS),
                    row -> new YearGain(
                            row.text("indicator_code"),
                            row.integer("year"),
                            row.number("gain"),
                            row.number("null_point"),
                            row.flag("hidden")));
        }
    }

    /** Tells what an indicator's improvement became in a network, null when none is shared any more. */
    void became(int municipalityId, UUID networkId, IndicatorYear indicator, Instant at, BigDecimal perCent) {
        session.doWork(connection -> {
            try (var insert = connection.prepareStatement(INSERT_IMPROVEMENT)) {
                insert.setInt(1, municipalityId);
                insert.setObject(2, networkId);
                insert.setString(3, indicator.indicatorCode());
                insert.setInt(4, indicator.year());
                insert.setObject(5, at.atOffset(ZoneOffset.UTC));
                insert.setBigDecimal(6, perCent);
                insert.executeUpdate();
            }
        });
    }
}
