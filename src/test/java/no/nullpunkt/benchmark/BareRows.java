package no.nullpunkt.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.testing.PostgresServer;

/**
 * The rows that figures of a period are made of, read as cheaply as it goes: prepared once, by a role that no policy holds
 * back, from what counts now and without its history; each column into the type that one calculates with.
 */
final class BareRows {

    private static final List<String> QUESTIONS = List.of(
            """
            select series_id, month, status, value, weight, numerator, denominator from measurement
            where municipality_id = ? and month between ? and ?
            """,
            // What is booked is held against all that was ever measured there.
            """
            select series_id, measurement.month, status, measurement.value, measurement.weight, measurement.numerator,
                measurement.denominator
            from disposition
            join indicator on indicator.municipality_id = disposition.municipality_id
                and indicator.benefit_id = disposition.benefit_id and valuation <> 'NONE'
            join series on series.municipality_id = disposition.municipality_id
                and series.indicator_id = indicator.id and series.unit_id = disposition.unit_id
            join measurement on measurement.municipality_id = series.municipality_id and series_id = series.id
            where disposition.municipality_id = ? and not measurement.month between ? and ?
            """,
            """
            select series.id, indicator_id, unit_id, measurer_id, value, weight, numerator, denominator, period_from,
                period_to, method, quality
            from series left join baseline on baseline.municipality_id = series.municipality_id and series_id = series.id
            where series.municipality_id = ?
            """,
            "select series_id, valid_from, value from target where municipality_id = ?",
            """
            select id, benefit_id, name, unit, aggregation, direction, factor, frequency_months, measure_from, measure_to,
                tolerance, valuation
            from indicator where municipality_id = ?
            """,
            "select indicator_id, valid_from, amount from indicator_amount where municipality_id = ?",
            "select id, title, type, plan_heading, attribution_share, owner_id from benefit where municipality_id = ?",
            "select benefit_id, technology, share from benefit_technology where municipality_id = ?",
            "select id, name, parent_id from unit where municipality_id = ?",
            "select kind, valid_from, amount from parameter where municipality_id = ?",
            """
            select benefit_id, unit_id, month, until_month, category, hours, nok from disposition
            where municipality_id = ?
            """);

    private final Connection connection;

    BareRows(PostgresServer database) throws SQLException {
        connection = database.asSuperuser().getConnection();
    }

    /** How many columns of them hold something. */
    long read(int municipalityId, YearMonth from, YearMonth to) throws SQLException {
        long filled = 0;
        for (var question : QUESTIONS) {
            try (var statement = connection.prepareStatement(question)) {
                statement.setInt(1, municipalityId);
                if (question.contains("between")) {
                    statement.setObject(2, from.atDay(1));
                    statement.setObject(3, to.atDay(1));
                }
                try (var rows = statement.executeQuery()) {
                    filled += read(rows);
                }
            }
        }
        return filled;
    }

    private static long read(ResultSet rows) throws SQLException {
        var types = new ArrayList<Integer>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            types.add(rows.getMetaData().getColumnType(column));
        }
        long filled = 0;
        while (rows.next()) {
            for (int column = 1; column <= types.size(); column++) {
                var value = switch (types.get(column - 1)) {
                    case Types.NUMERIC -> rows.getBigDecimal(column);
                    case Types.DATE -> rows.getObject(column, LocalDate.class);
                    default -> rows.getObject(column);
                };
                filled += value == null ? 0 : 1;
            }
        }
        return filled;
    }
}
