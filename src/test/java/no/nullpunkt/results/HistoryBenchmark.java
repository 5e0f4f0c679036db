package no.nullpunkt.results;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.nullpunkt.shared.EmbeddedDatabase;
import no.nullpunkt.testing.OwnerDatabase;
import org.flywaydb.core.Flyway;

/**
 * How large history makes the tables: a municipality of 1,000 series over 36 months, before and after one value in
 * twenty has been corrected. Run by hand.
 */
final class HistoryBenchmark {

    private static final int BENEFITS = 20;
    private static final int UNITS = 50;

    private static final String EARLIER_MONTHS = """
            insert into measurement (municipality_id, series_id, month, status, numerator, denominator, machine, version)
            select municipality_id, id, month, 'MEASURED', 3000 + id %% 100, 63 + id %% 5, false, 0
            from series
            cross join generate_series(timestamp '2023-11-01', timestamp '2024-12-01', interval '1 month') as month
            where municipality_id = %d
            """;

    private static final String CORRECTIONS = """
            update measurement set numerator = numerator + 1, version = version + 1
            where municipality_id = %d and (series_id * 7 + extract(month from month)) %% 20 = 0
            """;

    private static final String SIZES = """
            select name, (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || name, false, true, '')))[1],
                pg_table_size(name::regclass), pg_indexes_size(name::regclass), pg_total_relation_size(name::regclass)
            from unnest(array['measurement', 'measurement_history']) as name
            """;

    public static void main(String... arguments) throws IOException, SQLException {
        var directory = Files.createTempDirectory("nullpunkt-history");
        System.setProperty("quarkus.datasource.jdbc.url", EmbeddedDatabase.start(directory.resolve("postgresql")));
        System.setProperty("quarkus.datasource.username", EmbeddedDatabase.OWNER);
        var source = OwnerDatabase.source();
        Flyway.configure()
                .dataSource(source)
                .placeholders(Map.of("serving", EmbeddedDatabase.SERVING))
                .load()
                .migrate();
        var filled = new FilledMunicipality(BENEFITS, UNITS);
        try (var connection = source.getConnection()) {
            change(connection, filled.id, EARLIER_MONTHS);
            print(connection, "none corrected");
            change(connection, filled.id, CORRECTIONS);
            print(connection, "one in twenty corrected");
        }
        System.exit(0);
    }

    private static void change(Connection connection, int municipality, String sql) throws SQLException {
        connection.setAutoCommit(false);
        for (var each : List.of("select begin_change(%d, null, 'Talt på nytt')", sql)) {
            try (var statement = connection.createStatement()) {
                statement.execute(each.formatted(municipality));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void print(Connection connection, String when) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            try (var rows = statement.executeQuery(SIZES)) {
                while (rows.next()) {
                    System.out.printf(
                            Locale.ROOT,
                            "%s, %s: %,d rows, %,d bytes of rows, %,d bytes of indexes, %,d bytes%n",
                            when,
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5));
                }
            }
        }
    }

    private HistoryBenchmark() {}
}
