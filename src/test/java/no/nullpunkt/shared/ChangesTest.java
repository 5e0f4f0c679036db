package no.nullpunkt.shared;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.OwnerDatabase;
import org.junit.jupiter.api.Test;

/** Times only go forward, and no two changes can be mistaken for each other. */
@QuarkusTest
class ChangesTest {

    private final DataSource dataSource = OwnerDatabase.source();

    @Test
    void aClockThatStepsBackDisturbsNoAnswer() throws SQLException {
        var it = MeasuredBenefit.create();
        correct(it, null, "18");
        try (var connection = dataSource.getConnection()) {
            // As seen after a clock that was an hour ahead has been put right.
            execute(connection, "select setval('latest_time', last_value + 3600 * 1000000::bigint) from latest_time");
            try {
                var before = results(it, null);
                correct(it, "0", "12");
                var between = results(it, null);
                correct(it, "1", "18");
                var after = results(it, null);

                assertTrue(asOf(before).isBefore(asOf(between)) && asOf(between).isBefore(asOf(after)));
                for (var answer : new Response[] {before, between, after}) {
                    assertEquals(
                            answer.asString(), results(it, answer.path("asOf")).asString());
                }
                assertEquals("18", value(it, before));
                assertEquals("12", value(it, between));
                assertEquals("18", value(it, after));
            } finally {
                execute(
                        connection,
                        "select setval('latest_time', cast(extract(epoch from clock_timestamp()) * 1000000 as bigint))");
            }
        }
    }

    @Test
    void noTwoChangesShareATime() throws Exception {
        var times = new TreeSet<Instant>();
        var changing = new ArrayList<CompletableFuture<TreeSet<Instant>>>();
        for (var i = 0; i < 4; i++) {
            changing.add(CompletableFuture.supplyAsync(() -> times(500)));
        }
        for (var each : changing) {
            times.addAll(each.get());
        }
        assertEquals(4 * 500, times.size());
    }

    private TreeSet<Instant> times(int changes) {
        var times = new TreeSet<Instant>();
        try (var connection = dataSource.getConnection()) {
            for (var i = 0; i < changes; i++) {
                var last = times.isEmpty() ? Instant.EPOCH : times.last();
                var time = begin(connection, -1);
                assertTrue(time.isAfter(last));
                times.add(time);
            }
            return times;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChangeWithinAChangeIsTheSame() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var outer = begin(connection, -1);
            assertEquals(outer, begin(connection, -1));
            assertTrue(begin(connection, -2).isAfter(outer), "another municipality's readers have not waited for it");
            connection.commit();
            assertTrue(begin(connection, -1).isAfter(outer));
            connection.rollback();
        }
    }

    /** The first to begin waits for the benefit while the second changes it: whose word counted in between? */
    @Test
    void aChangeNeverWritesOverALaterOne() throws Exception {
        var it = MeasuredBenefit.create();
        var benefit = "/benefits/" + it.benefit;
        CompletableFuture<Response> waiting;
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "select 1 from benefit where id = '" + it.benefit + "' for update");
            waiting = CompletableFuture.supplyAsync(() -> it.municipality
                    .as(Role.LEADER)
                    .body(Map.of("to", "ABANDONED", "reason", "Ga ingenting"))
                    .post(benefit + "/step"));
            awaitWaiting(connection);
            execute(
                    connection,
                    "select begin_change(municipality_id, null, null) from benefit where id = '" + it.benefit + "'");
            execute(connection, "update benefit set title = 'En annen' where id = '" + it.benefit + "'");
            connection.commit();
        }
        problem(waiting.get().then(), 409, "written-meanwhile");
        it.municipality
                .as(Role.LEADER)
                .get(benefit)
                .then()
                .statusCode(200)
                .body("title", is("En annen"))
                .body("step", is("IDENTIFIED"));
    }

    @Test
    void aRemovalNeverTakesAwayWhatALaterChangeWrote() throws SQLException {
        var it = MeasuredBenefit.create();
        try (var first = dataSource.getConnection();
                var second = dataSource.getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            var municipality = "from series where indicator_id = '" + it.indicator + "'";
            execute(first, "select begin_change(municipality_id, null, null) " + municipality);
            execute(second, "select begin_change(municipality_id, null, null) " + municipality);
            execute(second, "update series set measurer_id = null where indicator_id = '" + it.indicator + "'");
            second.commit();
            var refused = assertThrows(
                    SQLException.class,
                    () -> execute(first, "delete from series where indicator_id = '" + it.indicator + "'"));
            assertEquals("40001", refused.getSQLState());
            first.rollback();
        }
    }

    private static void awaitWaiting(Connection connection) throws SQLException, InterruptedException {
        while (!exists(
                connection, "select 1 from pg_locks where not granted and locktype in ('transactionid', 'tuple')")) {
            Thread.sleep(5);
        }
    }

    private static void correct(MeasuredBenefit it, String version, String value) {
        var request = it.municipality.as(Role.PROJECT_LEADER).body(Bodies.measured(value));
        (version == null ? request : request.header("If-Match", "\"" + version + "\""))
                .put(it.value("2026-01"))
                .then()
                .statusCode(version == null ? 201 : 200);
    }

    private static Response results(MeasuredBenefit it, String asOf) {
        var request =
                it.municipality.as(Role.LEADER).queryParam("from", "2026-01").queryParam("to", "2026-01");
        return (asOf == null ? request : request.queryParam("asOf", asOf))
                .get("/results/points")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static String value(MeasuredBenefit it, Response points) {
        return points.path("items[0].value").toString();
    }

    private static Instant asOf(Response results) {
        return Instant.parse(results.path("asOf"));
    }

    private static Instant begin(Connection connection, int municipality) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select begin_change(" + municipality + ", null, null)")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
