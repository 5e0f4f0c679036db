package no.nullpunkt.benchmark;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import no.nullpunkt.benchmark.Norway.Size;
import no.nullpunkt.testing.OwnerDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What speed is measured by must itself be right: nothing in it points into nothing, and figures come of it. */
@QuarkusTest
class NorwayTest {

    private static final YearMonth LAST = YearMonth.of(2026, 9);
    private static final Size SIZE = new Size(1, 120, 12);

    /** Counts the rows that refer to rows that are not there, over all foreign keys. */
    private static final String NOWHERE = """
            create temporary table nowhere (reference text);
            do $$
            declare
                reference record;
            begin
                for reference in
                    select c.conname, c.conrelid::regclass as live, c.confrelid::regclass as referred,
                        string_agg(format('live.%I', own.attname), ', ') as columns,
                        string_agg(format('live.%I = referred.%I', own.attname, other.attname), ' and ') as same
                    from pg_constraint c
                    cross join unnest(c.conkey, c.confkey) as pair (own, other)
                    join pg_attribute own on own.attrelid = c.conrelid and own.attnum = pair.own
                    join pg_attribute other on other.attrelid = c.confrelid and other.attnum = pair.other
                    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
                    group by c.oid
                loop
                    execute format('insert into nowhere select %L from %s live where row(%s) is not null and not exists '
                        '(select from %s referred where %s)',
                        reference.live || '.' || reference.conname, reference.live, reference.columns,
                        reference.referred, reference.same);
                end loop;
            end
            $$;
            """;

    private static Town load(long seed) throws SQLException {
        var reason = "SKIPPED: the database is not embedded, and only its superuser passes triggers by";
        if (System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null) {
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return Norway.load(
                        ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
                        SIZE,
                        LAST,
                        seed)
                .get(0);
    }

    private static Town town;

    @BeforeAll
    static void load() throws SQLException {
        town = load(1);
    }

    @Test
    void nothingPointsIntoNothing() throws SQLException {
        try (var connection = OwnerDatabase.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(NOWHERE);
            try (var rows = statement.executeQuery("select string_agg(distinct reference, ', ') from nowhere")) {
                rows.next();
                assertEquals(null, rows.getString(1));
            }
        }
    }

    @Test
    void figuresComeOfIt() throws SQLException {
        var total = results(town, "unit");
        assertEquals(120 * 12, total.getInt("total.expected"));
        assertTrue(total.getInt("total.missing") > 0);
        assertTrue(total.getInt("total.notMeasured") > 0);
        assertEquals(0, total.getInt("total.withoutBaseline"));
        assertTrue(new BigDecimal(total.getString("total.hours")).signum() > 0);
        assertTrue(new BigDecimal(total.getString("total.takenOutHours")).signum() > 0);
        for (var grouping : List.of("benefit", "technology", "type", "month")) {
            var groups = results(town, grouping).getList("items.hours", BigDecimal.class);
            assertEquals(
                    0,
                    new BigDecimal(total.getString("total.hours"))
                            .compareTo(groups.stream().reduce(BigDecimal.ZERO, BigDecimal::add)),
                    grouping);
        }
    }

    @Test
    void theSameSeedGivesTheSameValues() throws SQLException {
        assertEquals(values(town), values(load(1)));
        assertNotEquals(values(town), values(load(2)));
    }

    private static String values(Town town) throws SQLException {
        try (var connection = OwnerDatabase.source().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select md5(string_agg(concat_ws(' ', series_id - " + town.firstSeries()
                                + ", month, status, value, weight, numerator, denominator), ';' order by series_id, month))"
                                + " from measurement where municipality_id = " + town.id())) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static JsonPath results(Town town, String grouping) {
        return given().auth()
                .preemptive()
                .basic(town.leader(), Norway.PASSWORD)
                .get(
                        "/api/v1/municipalities/{number}/results?from={from}&to={to}&groupBy={grouping}",
                        town.number(),
                        town.firstMonth().toString(),
                        town.lastMonth().toString(),
                        grouping)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
    }
}
