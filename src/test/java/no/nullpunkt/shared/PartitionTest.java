package no.nullpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Map;
import no.nullpunkt.benchmark.Norway;
import no.nullpunkt.benchmark.Norway.Size;
import no.nullpunkt.benchmark.Town;
import no.nullpunkt.testing.PostgresServer;
import no.nullpunkt.testing.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Values of three years, divided by year with the script for operators. */
class PartitionTest {

    private static final String ALL = "select md5(string_agg(it::text, ';' order by series_id, month, changed_at))"
            + " from measurement_versions as it";

    private static PostgresServer server;
    private static Town town;
    private static String before;

    @BeforeAll
    static void partition() throws IOException, SQLException {
        server = PostgresServer.create(Map.of()).start();
        Schema.migrate(server.jdbcUrl());
        town = Norway.load(server.jdbcUrl(), new Size(1, 40, 36), YearMonth.of(2026, 9), 1)
                .get(0);
        try (var connection = server.asSuperuser().getConnection()) {
            before = told(connection, ALL);
        }
        Schema.partition(server.jdbcUrl());
        Schema.migrate(server.jdbcUrl());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String told(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** With the municipality in reach. */
    private static Connection serving(String reach) throws SQLException {
        var connection = DriverManager.getConnection(server.jdbcUrl(), EmbeddedDatabase.SERVING, null);
        told(connection, "select set_config('nullpunkt.reach', '" + reach + "', false)");
        return connection;
    }

    @Test
    void everyValueAndItsHistoryIsThereAsItWas() throws SQLException {
        try (var connection = server.asSuperuser().getConnection()) {
            assertEquals(before, told(connection, ALL));
            assertEquals("0", told(connection, "select count(*) from measurement_other"));
        }
    }

    @Test
    void doingItAgainChangesNothing() throws IOException, SQLException {
        Schema.partition(server.jdbcUrl());
        Schema.migrate(server.jdbcUrl());
        try (var connection = serving("{" + town.id() + "}")) {
            assertEquals(before, told(connection, ALL));
        }
    }

    @Test
    void aYearIsReadFromItsOwnPartition() throws SQLException {
        try (var connection = serving("{" + town.id() + "}");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("explain select * from measurement where municipality_id = "
                        + town.id() + " and month between '2025-01-01' and '2025-12-01'")) {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            assertTrue(plan.indexOf("measurement_2025") > 0, plan.toString());
            assertFalse(plan.indexOf("measurement_2024") > 0, plan.toString());
        }
    }

    @Test
    void municipalitiesAreStillKeptApart() throws SQLException {
        try (var connection = serving("{}")) {
            assertEquals("0", told(connection, "select count(*) from measurement"));
            assertThrows(SQLException.class, () -> told(connection, "select count(*) from measurement_2025"));
        }
    }

    @Test
    void whatIsReplacedIsStillKept() throws SQLException {
        var first = " where municipality_id = " + town.id() + " and series_id = " + town.firstSeries()
                + " and month = '2026-05-01'";
        try (var connection = serving("{" + town.id() + "}");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var versions = Integer.parseInt(told(connection, "select count(*) from measurement_versions" + first));
            statement.execute("select begin_change(" + town.id() + ", null, 'test')");
            statement.execute("update measurement set comment = 'endret'" + first);
            assertEquals(
                    versions + 1,
                    Integer.parseInt(told(connection, "select count(*) from measurement_versions" + first)));
            assertThrows(SQLException.class, () -> statement.execute("delete from measurement_history" + first));
            connection.rollback();
        }
    }
}
