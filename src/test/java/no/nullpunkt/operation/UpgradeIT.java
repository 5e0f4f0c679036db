package no.nullpunkt.operation;

import static no.nullpunkt.operation.EarlierRelease.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What was recorded with an earlier release stands after an upgrade, on the oldest PostgreSQL that the service runs on; and
 * this release goes on serving when the next one has migrated.
 */
class UpgradeIT {

    private static final String SERIES =
            "/indicators/00000000-0000-7000-8000-000000000041/units/00000000-0000-7000-8000-000000000001/values/";

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.create(PostgresServer.Version.OLDEST, Map.of()).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The others are served from below. */
    @ParameterizedTest
    @EnumSource(names = {"V016", "V030"})
    void whatAnEarlierReleaseRecordedStands(EarlierRelease release) {
        var database = release.make(server, "recorded_" + release.ordinal());
        var rows = new Rows(database);
        var recorded = rows.read();
        assertTrue(recorded.size() > 20, recorded.keySet().toString());

        EarlierRelease.migrateToday(database);

        assertEquals(Map.of(), rows.lost(recorded), "nothing is lost, and nothing has changed");
        assertEquals(List.of(), rows.unguarded());
    }

    @ParameterizedTest
    @EnumSource(names = {"V008", "V019"})
    void whatAnEarlierReleaseRecordedAddsUpToTheSame(EarlierRelease release) {
        var database = release.make(server, "figures_" + release.ordinal());
        var rows = new Rows(database);
        var recorded = rows.read();
        var corrected = rows.one("""
                select to_char(superseded_at at time zone 'UTC' - interval '1 microsecond', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                from measurement_history where value = 80
                """);
        var latest = rows.one("select max(changed_at) from measurement");

        try (var service = serve(database)) {
            assertEquals(Map.of(), rows.lost(recorded), "nothing is lost, and nothing has changed");
            assertEquals(List.of(), rows.unguarded());

            // By hand: half an hour each for 100 - 82.5 and 100 - 70 in the north, 60 - 60.1 and 60 - 59 in the south.
            // Before the
            // correction it was 100 - 80, and 100 - 1 had not been withdrawn.
            assertEquals(0, new BigDecimal("24.2").compareTo(hours(service, null)));
            assertEquals(0, new BigDecimal("74.95").compareTo(hours(service, corrected)), "before the correction");
            assertEquals(
                    List.of("82.5", "80"),
                    as(EarlierRelease.OWNER, service)
                            .get(SERIES + "2025-01/history")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getList("items.value", String.class));
            if (release == EarlierRelease.V019) {
                assertEquals(
                        "{\"number\":\"2025-1\",\"period\":\"2025-01\",\"hours\":8.70}",
                        as(EarlierRelease.LEADER, service)
                                .get("/reports/00000000-0000-7000-8000-000000000071")
                                .asString());
            }

            enter(service, "2025-05");
            assertEquals(
                    "true",
                    rows.one(
                            "select (changed_at > ?::timestamptz)::text from measurement where month = '2025-05-01'",
                            latest));
        }
    }

    /** A rolling update: instances of this release serve, and may start again, on tables that the next one has added to. */
    @Test
    void thisReleaseServesOnWhatTheNextOneHasMigrated() {
        var database = nextRelease("", """
                alter table unit add column address text;
                alter table unit_history add column address text;
                call keep_versions('unit');
                create table visit (municipality_id integer not null, id uuid not null, primary key (municipality_id, id));
                insert into visit select municipality_id, gen_random_uuid() from municipality_number where number = '1103';
                """);
        try (var service = serve(database)) {
            assertEquals(0, new BigDecimal("24.2").compareTo(hours(service, null)));
            enter(service, "2025-05");
            assertEquals(List.of(), new Rows(database).unguarded(), "what it does not know is guarded too");
        }
    }

    /** A migration that takes something away would not be noticed by a request at some time, but at once. */
    @Test
    void thisReleaseRefusesToServeWhereSomethingItNeedsWasTakenAway() {
        var database = nextRelease("_away", "alter table parameter rename column amount to figure");
        try (var service = service(database).launch()) {
            assertEquals(1, service.awaitEnd());
            assertTrue(service.said().contains("missing column [amount] in table [parameter]"), service.said());
        }
    }

    /** The database of this release with one more migration, as Flyway keeps account of it. */
    private static PGSimpleDataSource nextRelease(String suffix, String migration) {
        var database = EarlierRelease.V030.make(server, "next_release" + suffix);
        EarlierRelease.migrateToday(database);
        EarlierRelease.execute(database, """
                set role nullpunkt_owner;
                set nullpunkt.reach = 'all';
                %s;
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
                select max(installed_rank) + 1, '999', 'next', 'SQL', 'V999__next.sql', 1, 'nullpunkt_owner', 1, true
                from flyway_schema_history
                """.formatted(migration));
        return database;
    }

    private static PackagedService service(PGSimpleDataSource database) {
        return new PackagedService(PackagedService.inEarnest(database.getUrl()));
    }

    private static PackagedService serve(PGSimpleDataSource database) {
        return service(database).start();
    }

    private static BigDecimal hours(PackagedService service, String asOf) {
        var request =
                as(EarlierRelease.LEADER, service).queryParam("from", "2025-01").queryParam("to", "2025-04");
        if (asOf != null) {
            request.queryParam("asOf", asOf);
        }
        var answer = request.get("/results").then().statusCode(200).extract().jsonPath();
        return new BigDecimal(answer.getString("total.hours"));
    }

    private static void enter(PackagedService service, String month) {
        as(EarlierRelease.OWNER, service)
                .body(Map.of("status", "MEASURED", "value", 75, "quality", "MEASURED"))
                .put(SERIES + month)
                .then()
                .statusCode(201);
    }
}
