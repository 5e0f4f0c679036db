package no.nullpunkt.operation;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.operation.EarlierRelease.LEADER;
import static no.nullpunkt.operation.EarlierRelease.OWNER;
import static no.nullpunkt.operation.EarlierRelease.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nullpunkt.testing.Command;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands, as they stand there: what was backed up comes back whole, and goes on from where it was. */
class BackupIT {

    private static final String SERIES =
            "/indicators/00000000-0000-7000-8000-000000000041/units/00000000-0000-7000-8000-000000000002";

    @TempDir
    Path directory;

    /** From the oldest PostgreSQL to the newest one, while the service goes on. */
    @Test
    void whatWasDumpedIsRestoredWhole() throws Exception {
        Command.assumeInstalled("pg_dump", "pg_restore");
        Map<String, String> answers;
        String latest;
        try (var server =
                PostgresServer.create(PostgresServer.Version.OLDEST, Map.of()).start()) {
            EarlierRelease.execute(EarlierRelease.maintenance(server), "drop database nullpunkt");
            EarlierRelease.V030.make(server, "nullpunkt");
            try (var service = serve(server)) {
                enter(service, "2025-03", "57.125");
                issue(service);
                answers = answers(service);
                latest = new Rows(server.asSuperuser()).one("select next_time()");
                run("pg_dump", server);
                enter(service, "2025-04", "1");
            }
        }
        try (var server =
                PostgresServer.create(PostgresServer.Version.NEWEST, Map.of()).start()) {
            run("pg_restore", server);
            var rows = new Rows(server.asSuperuser());
            assertEquals(List.of(), rows.unguarded());
            try (var service = serve(server)) {
                assertEquals(answers, answers(service));

                enter(service, "2025-04", "58");
                assertEquals(
                        "true",
                        rows.one("select (max(changed_at) > ?::timestamptz)::text from measurement", latest),
                        "what is written now is later than all that was written");
                assertEquals(
                        "true",
                        rows.one(
                                "select (nextval(pg_get_serial_sequence('series', 'id')) > max(id))::text from series"));
            }
        }
    }

    private void run(String program, PostgresServer server) {
        var commands = Command.ofReadme(program);
        assertEquals(1, commands.size(), program);
        Command.run(
                directory,
                Map.of("PGHOST", "127.0.0.1", "PGPORT", String.valueOf(server.port()), "PGUSER", "postgres"),
                commands.get(0));
    }

    private static PackagedService serve(PostgresServer server) {
        return new PackagedService(PackagedService.inEarnest(server.jdbcUrl())).start();
    }

    private static void enter(PackagedService service, String month, String value) {
        as(OWNER, service)
                .body("{\"status\": \"MEASURED\", \"value\": " + value + "}")
                .put(SERIES + "/values/" + month)
                .then()
                .statusCode(201);
    }

    private static void issue(PackagedService service) {
        var report = as(LEADER, service)
                .body(Map.of("kind", "MONTH", "period", "2025-02"))
                .post("/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var behind = Map.of("benefitId", "00000000-0000-7000-8000-000000000031", "reason", "Tas opp i styringsgruppa.");
        as(LEADER, service)
                .body(Map.of("withoutDeviation", List.of(behind)))
                .post("/reports/" + report + "/issue")
                .then()
                .statusCode(200);
    }

    /** Figures in every grouping, now and earlier, history, reports and their workbooks byte for byte. */
    private static Map<String, String> answers(PackagedService service) throws Exception {
        var answers = new LinkedHashMap<String, String>();
        var issued = as(LEADER, service).get("/reports").then().statusCode(200).extract();
        answers.put("reports", issued.asString());
        var asOf = issued.jsonPath().getString("items.find { it.period == '2025-02' }.asOf");
        for (var groupBy : List.of("benefit", "technology", "unit", "indicator", "type", "planHeading", "month")) {
            for (var at : List.of(asOf, "2020-01-01T00:00:00Z")) {
                var path = "/results?from=2025-01&to=2025-04&groupBy=" + groupBy + "&asOf=" + at;
                answers.put(
                        path,
                        as(LEADER, service)
                                .get(path)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
            }
        }
        for (var path : List.of(
                "/results/points?from=2025-01&to=2025-04&asOf=" + asOf,
                SERIES + "/values/2025-03/history",
                "/benefits/00000000-0000-7000-8000-000000000031/changes",
                "/units")) {
            answers.put(
                    path,
                    as(LEADER, service)
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
        }
        for (var report : issued.jsonPath().getList("items.id", String.class)) {
            for (var path : List.of("/reports/" + report, "/reports/" + report + "/workbook")) {
                var content = as(LEADER, service)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
                answers.put(path, sha256(content));
            }
        }
        var shas = issued.jsonPath().getList("items.sha256", String.class);
        assertTrue(answers.values().containsAll(shas), "each report is what its SHA-256 says");
        return answers;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    /** The one that is brought along: stop, copy the directory, start. */
    @Test
    void aCopyOfTheDirectoryOfTheEmbeddedDatabaseIsABackup() {
        var settings = new LinkedHashMap<>(Map.of(
                "nullpunkt.embedded-database", "true",
                "nullpunkt.data-directory", directory.resolve("postgresql").toString(),
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "nullpunkt.first-administrator.municipality", "1103",
                "nullpunkt.first-administrator.name", "Administrator",
                "nullpunkt.first-administrator.email", "admin@release.example"));
        try (var service = new PackagedService(settings).start()) {
            var code = Pattern.compile("\"invitation\": \"([^\"]+)\"").matcher(service.said());
            assertTrue(code.find(), service.said());
            given().port(service.port())
                    .header("X-Forwarded-Proto", "https")
                    .contentType(ContentType.JSON)
                    .body(Map.of("invitation", code.group(1), "password", EarlierRelease.PASSWORD))
                    .post("/api/v1/account")
                    .then()
                    .statusCode(204);
            as("admin@release.example", service)
                    .body(Map.of("name", "Nord"))
                    .post("/units")
                    .then()
                    .statusCode(201);
            service.stop();
        }
        var commands = Command.ofReadme("cp");
        assertEquals(1, commands.size());
        Command.run(directory, Map.of(), commands.get(0).replace("data/postgresql", "postgresql"));
        settings.put(
                "nullpunkt.data-directory",
                directory.resolve("postgresql-backup").toString());
        try (var service = new PackagedService(settings).start()) {
            assertEquals(
                    List.of("Nord"),
                    as("admin@release.example", service)
                            .get("/units")
                            .jsonPath()
                            .getList("items.name"));
            service.stop();
        }
    }
}
