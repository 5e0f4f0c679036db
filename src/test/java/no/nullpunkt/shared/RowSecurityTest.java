package no.nullpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.IssuedReport;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.OwnerDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database keeps the municipalities apart by itself, whatever a query forgets. */
@QuarkusTest
class RowSecurityTest {

    /** The list of which municipality a number means, which everyone may read. */
    private static final String OPEN_TO_ALL = "municipality_number";

    /** What another municipality reads, too, once it has been offered to it. */
    private static final List<String> OFFERED = List.of("transfer", "transfer_history");

    private static final String TENANT_TABLES = """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')
                and exists (select from pg_attribute
                    where attrelid = pg_class.oid and attname = 'municipality_id' and not attisdropped)
                and relname <> '%s' and not relispartition
            order by relname
            """.formatted(OPEN_TO_ALL);

    private static MeasuredBenefit ours;
    private static MeasuredBenefit theirs;

    @Inject
    DataSource pool;

    @Inject
    Session session;

    @Inject
    Reach reach;

    @BeforeEach
    void fill() {
        if (ours == null) {
            ours = filled();
            theirs = filled();
        }
    }

    /** With rows in most tables. */
    private static MeasuredBenefit filled() {
        var filled = MeasuredBenefit.create();
        var it = filled.municipality;
        it.as(Role.ADMINISTRATOR).body("{\"value\": 1700}").put("/parameters/hours-per-fte/2026-01");
        it.as(Role.ADMINISTRATOR)
                .body("{\"value\": 1750}")
                .header("If-Match", "\"0\"")
                .put("/parameters/hours-per-fte/2026-01");
        it.as(Role.PROJECT_LEADER).body(Bodies.baseline("90")).put(filled.series("/baseline"));
        it.as(Role.PROJECT_LEADER).body(Bodies.targets("2026-01", "30")).put(filled.series("/targets"));
        it.as(Role.PROJECT_LEADER).body(Bodies.measured("40")).put(filled.value("2026-01"));
        it.as(Role.PROJECT_LEADER)
                .body(Bodies.with(Bodies.measured("41"), "reason", "Talt igjen"))
                .header("If-Match", "\"0\"")
                .put(filled.value("2026-01"));
        it.as(Role.PROJECT_LEADER)
                .header("Idempotency-Key", "once")
                .body(Map.of("kind", "STOP", "description", "Ringerunder", "due", "2026-06-30"))
                .post("/benefits/" + filled.benefit + "/actions");
        it.as(Role.LEADER).post("/calendar-feed");
        IssuedReport.of(filled, "MONTH", "2026-01");
        return filled;
    }

    @Test
    void everyTableOfAMunicipalityHasItsPolicy() {
        assertEquals(List.of(), owner("""
                select relname from pg_class
                where relname = any (array(%s)) and relkind <> 'v' and not (
                    relrowsecurity and relforcerowsecurity
                    and exists (select from pg_policy
                        where polrelid = pg_class.oid and polname = 'reach' and polcmd = '*' and polpermissive)
                    and (select count(*) from pg_policy where polrelid = pg_class.oid)
                        = case when relname = any (array['%s']) then 2 else 1 end)
                """.formatted(TENANT_TABLES, String.join("', '", OFFERED))));
    }

    @Test
    void noViewShowsMoreThanWhoeverAsksMaySee() {
        assertEquals(List.of(), owner("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
                    and not coalesce('security_invoker=true' = any (reloptions), false)
                """));
    }

    /**
     * One that is found here is to be named, with its reason, in afterMigrate__row_security.sql. Partitions have no policy
     * and are reached through their tables alone.
     */
    @Test
    void everyTableWithoutAMunicipalityIsNamed() {
        assertEquals(List.of("flyway_schema_history"), owner("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                    and has_table_privilege('%s', oid, 'select') = relispartition
                """.formatted(servingRole())));
    }

    @Test
    void whoServesIsHeldByTheWall() {
        assertEquals(
                List.of("f"),
                owner("select rolsuper or rolbypassrls from pg_roles where rolname = '%s'".formatted(servingRole())));
        assertEquals(
                List.of(), owner("select tablename from pg_tables where tableowner = '%s'".formatted(servingRole())));
    }

    @Test
    void outOfReachNothingIsShown() throws SQLException {
        var filled = 0;
        try (var connection = pool.getConnection()) {
            for (var table : owner(TENANT_TABLES)) {
                assertEquals("0", one(connection, "select count(*) from " + table), table);
                filled += owner("select 1 from " + table + " limit 1").size();
            }
        }
        assertTrue(filled > 40, filled + " tables and views had rows to hide");
    }

    @Test
    void inReachOfOneMunicipalityOnlyItsRowsAreShown() throws SQLException {
        reach.is(ours.municipality.id());
        try (var connection = pool.getConnection()) {
            for (var table : owner(TENANT_TABLES)) {
                var counted = "select count(*) from " + table;
                assertEquals(
                        owner(counted + " where municipality_id = " + ours.municipality.id())
                                .get(0),
                        one(connection, counted),
                        table);
                assertEquals(
                        "0", one(connection, counted + " where municipality_id = " + theirs.municipality.id()), table);
            }
        }
    }

    @Test
    void nothingIsWrittenOutOfReach() throws SQLException {
        reach.is(ours.municipality.id());
        var theirId = theirs.municipality.id();
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            one(connection, "select begin_change(" + ours.municipality.id() + ", null, null)");
            for (var table : owner(TENANT_TABLES)) {
                if (!table.endsWith("_history") && !table.endsWith("_versions")) {
                    var deleted = "with deleted as (delete from %s where municipality_id = %d returning 1) "
                            + "select count(*) from deleted";
                    assertEquals("0", one(connection, deleted.formatted(table, theirId)), table);
                }
            }
            for (var sql : List.of(
                    "insert into unit (municipality_id, id, name, version) values (%d, gen_random_uuid(), 'Vår', 0)",
                    "update unit set municipality_id = %d",
                    "insert into account (email, municipality_id, person_id, password_hash) "
                            + "values ('vi@deres.example', %d, gen_random_uuid(), '')")) {
                var savepoint = connection.setSavepoint();
                var refused = assertThrows(SQLException.class, () -> execute(connection, sql.formatted(theirId)));
                assertTrue(refused.getMessage().contains("violates row-level security policy"), refused.getMessage());
                connection.rollback(savepoint);
            }
            connection.rollback();
        }
    }

    @Test
    void historyIsAddedToAndNeverRewritten() throws SQLException {
        reach.is(ours.municipality.id());
        try (var connection = pool.getConnection()) {
            for (var table : owner(TENANT_TABLES)) {
                if (table.endsWith("_history")) {
                    for (var sql : List.of("delete from " + table, "update " + table + " set changed_at = now()")) {
                        var refused = assertThrows(SQLException.class, () -> execute(connection, sql));
                        assertTrue(refused.getMessage().contains("permission denied"), refused.getMessage());
                    }
                }
            }
        }
    }

    @Test
    void aForgetfulRequestIsShownItsCallersMunicipality() {
        assertEquals(List.of(ours.municipality.id()), read(ours.municipality, "unit"));
        assertEquals(List.of(theirs.municipality.id()), read(theirs.municipality, "measurement_versions"));
        assertEquals(List.of(ours.municipality.id()), read(ours.municipality, "account"));
        readInTransaction(ours.municipality, "unit", "well", 200);
    }

    @Test
    void aForgetfulWriteTouchesTheCallersMunicipality() {
        theirs.municipality.as(Role.LEADER).post("/calendar-feed").then().statusCode(200);
        var alone = Municipality.create();
        alone.as(Role.LEADER).post("/calendar-feed").then().statusCode(200);

        assertEquals(
                "1",
                alone.anywhere(Role.LEADER)
                        .queryParam("table", "calendar_feed")
                        .post("/api/testing/forgetful/write")
                        .asString());

        assertEquals(0, alone.number("select count(*) from calendar_feed where municipality_id = %d"));
        assertEquals(1, theirs.municipality.number("select count(*) from calendar_feed where municipality_id = %d"));
    }

    /** More callers than connections, of two municipalities in turn, whose transactions end in every way they can. */
    @Test
    void noConnectionKeepsWhatItsLastUserReached() throws Exception {
        var both = List.of(ours.municipality, theirs.municipality);
        var ends = Map.of("well", 200, "statement", 500, "exception", 404, "rollback", 404);
        var threads = Executors.newFixedThreadPool(8);
        var asking = new ArrayList<CompletableFuture<Void>>();
        for (var i = 0; i < 8; i++) {
            var first = i;
            asking.add(CompletableFuture.runAsync(
                    () -> {
                        for (var j = first; j < first + 6; j++) {
                            var here = both.get(j % 2);
                            var next = both.get((j + 1) % 2);
                            ends.forEach((end, status) -> {
                                readInTransaction(here, "unit", end, status);
                                assertEquals(List.of(next.id()), read(next, "benefit"), "after " + end);
                                assertEquals(List.of(here.id()), read(here, "benefit"), "after " + end);
                            });
                        }
                    },
                    threads));
        }
        for (var each : asking) {
            each.get();
        }
        threads.shutdown();
        try (var connection = pool.getConnection()) {
            assertEquals("0", one(connection, "select count(*) from unit"));
        }
    }

    @Test
    void aTransactionHearsOfItsReachAtOnceAndForgetsItWhenItEnds() {
        assertEquals(0, units());
        var within = QuarkusTransaction.requiringNew().call(() -> {
            assertEquals(0, units());
            reach.is(ours.municipality.id(), theirs.municipality.id());
            return units();
        });
        assertEquals(2, within);
        reach.is();
        assertEquals(0, units());
    }

    @Test
    void whatIsAskedAcrossMunicipalitiesEndsWithTheQuestion() {
        reach.is(ours.municipality.id());
        assertTrue(everywhere(this::units) > 1);
        assertEquals(1, units());
        assertThrows(
                IllegalStateException.class,
                () -> reach.everywhere(() -> {
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(1, units());
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(1, units());
            assertTrue(everywhere(this::units) > 1);
            assertEquals(1, units());
        });
    }

    private long everywhere(Callable<Object> work) {
        try {
            return (Long) reach.everywhere(work);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long units() {
        return session.createNativeQuery("select count(*) from unit", Long.class)
                .getSingleResult();
    }

    private static List<Integer> read(Municipality municipality, String table) {
        return municipality
                .anywhere(Role.LEADER)
                .queryParam("table", table)
                .get("/api/testing/forgetful")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("", Integer.class);
    }

    /** Where it ends well, it has shown the caller's municipality alone. */
    private static void readInTransaction(Municipality municipality, String table, String end, int status) {
        var answer = municipality
                .anywhere(Role.LEADER)
                .queryParam("table", table)
                .queryParam("end", end)
                .post("/api/testing/forgetful")
                .then()
                .statusCode(status)
                .extract();
        if (status == 200) {
            assertEquals(List.of(municipality.id()), answer.jsonPath().getList("", Integer.class));
        }
    }

    private static String servingRole() {
        return ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
    }

    private static List<String> owner(String sql) {
        try (var connection = OwnerDatabase.source().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
