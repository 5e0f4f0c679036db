package no.nullpunkt.benchmark;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.nullpunkt.benchmark.Norway.Size;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import no.nullpunkt.testing.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What it costs one municipality that others are in the same database: the same requests where it is alone, in a county
 * of 20, in the country of 357, and there with the values partitioned by year. And how long loading takes, and how many
 * bytes a value is. With {@code -Dnullpunkt.ten-years=true} the country has 120 months of values instead of 36.
 */
@TestInstance(Lifecycle.PER_CLASS)
class GrowthBenchmark {

    private static final int ROUNDS = 40;
    private static final Map<String, String> SETTINGS =
            Map.of("shared_buffers", "1GB", "max_wal_size", "8GB", "maintenance_work_mem", "256MB");

    private static final String BYTES = """
            select count(*) as values, pg_database_size(current_database()) as database,
                (select sum(pg_table_size(oid)) from pg_class where relname ~ '^measurement' and relkind = 'r') as tables,
                (select sum(pg_indexes_size(oid)) from pg_class where relname ~ '^measurement' and relkind = 'r') as indexes
            from measurement
            """;

    private final List<AutoCloseable> running = new ArrayList<>();

    private final class Installation {

        final PostgresServer database = PostgresServer.create(SETTINGS).start();
        final Town town;
        final String loaded;
        PackagedService service;
        Client leader;
        Client projectLeader;
        int corrections;

        Installation(Size size) throws Exception {
            running.add(database);
            Schema.migrate(database.jdbcUrl());
            var towns = new ArrayList<Town>();
            var took = Table.milliseconds(() -> towns.addAll(Norway.load(database.jdbcUrl(), size)));
            town = towns.get(towns.size() / 2);
            loaded = size.municipalities() + " municipalities loaded in " + Math.round(took / 1000) + " s: " + bytes();
            serve();
        }

        void serve() {
            service = new PackagedService(PackagedService.inEarnest(database.jdbcUrl())).start();
            running.add(service);
            leader = new Client(service.baseUri(), town, town.leader());
            projectLeader = new Client(service.baseUri(), town, town.projectLeader());
        }

        String bytes() throws SQLException {
            try (var connection = database.asSuperuser().getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(BYTES)) {
                rows.next();
                var values = rows.getDouble("values");
                return String.format(
                        Locale.ROOT,
                        "%.0f values, %.2f GB in all; of a value %.0f bytes of rows and history, %.0f of indexes",
                        values,
                        rows.getDouble("database") / 1e9,
                        rows.getDouble("tables") / values,
                        rows.getDouble("indexes") / values);
            }
        }

        HttpResponse<byte[]> results() throws Exception {
            var year = town.lastMonth().minusMonths(11);
            return leader.get("results?groupBy=technology&from=" + year + "&to=" + town.lastMonth());
        }

        void correct() throws Exception {
            var level = new Level(BigDecimal.valueOf(++corrections), null, null, null);
            var correction = Entry.json(List.of(new Entry(town, 0, 0, town.lastMonth(), level)));
            projectLeader.enter("application/json", correction, "updated", 1);
        }

        void partition() throws Exception {
            service.stop();
            Schema.partition(database.jdbcUrl());
            try (var connection = database.asSuperuser().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
            serve();
        }
    }

    @AfterAll
    void end() throws Exception {
        for (int i = running.size() - 1; i >= 0; i--) {
            running.get(i).close();
        }
    }

    @Test
    void oneMunicipalityAmongMany() throws Exception {
        var alone = new Installation(Size.MUNICIPALITY);
        var county = new Installation(Size.COUNTY);
        var country =
                new Installation(Boolean.getBoolean("nullpunkt.ten-years") ? Size.COUNTRY_FOR_TEN_YEARS : Size.COUNTRY);
        var table = new Table("One municipality among many", "alone", "among others");
        compare(table, "in a county of 20", alone, county);
        compare(table, "in the country", alone, country);
        var took = Table.milliseconds(country::partition);
        compare(table, "in the country, by year", alone, country);
        table.note("Partitioned in " + Math.round(took / 1000) + " s, with vacuum and the service's start");
        for (var each : List.of(alone, county, country)) {
            table.note(each.loaded);
        }
    }

    private static void compare(Table table, String where, Installation alone, Installation others) throws Exception {
        table.compare("results of a year " + where, ROUNDS, "", alone::results, others::results);
        table.compare("a value corrected " + where, ROUNDS, "", alone::correct, others::correct);
    }
}
