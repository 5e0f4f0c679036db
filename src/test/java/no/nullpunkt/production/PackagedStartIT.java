package no.nullpunkt.production;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import no.nullpunkt.shared.EmbeddedDatabase;
import no.nullpunkt.testing.PackagedService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts what was packaged in a process of its own, as an operator does, and reads what it says. */
class PackagedStartIT {

    @TempDir
    static Path directory;

    private static String database;

    @BeforeAll
    static void startDatabase() throws IOException {
        database = EmbeddedDatabase.start(directory.resolve("postgresql"));
    }

    private static boolean tells(String question) throws SQLException {
        try (var connection = DriverManager.getConnection(database, "postgres", null);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsTouched() throws Exception {
        var settings = PackagedService.inEarnest(database);
        settings.put("quarkus.datasource.username", "postgres");
        settings.put("quarkus.flyway.password", "postgres");
        settings.put("quarkus.http.host", "0.0.0.0");
        settings.remove("quarkus.http.proxy.proxy-address-forwarding");
        settings.put("nullpunkt.sign-in.local", "false");
        settings.put("nullpunkt.suppression-threshold", "1");
        settings.put("nullpunkt.bcrypt-cost", "4");
        settings.put("nullpunkt.address", "http://nullpunkt.kommune.no");
        settings.put("nullpunkt.first-administrator.email", "kari@kommune.no");
        settings.put("nullpunkt.oidc.id.issuer", "http://id.kommune.no");
        settings.put("nullpunkt.oidc.id.client-id", "nullpunkt");
        settings.put("nullpunkt.oidc.id.client-secret", "changeme");
        settings.put("nullpunkt.oidc.id.audience", "nullpunkt");

        var said = refused(settings);

        var wrong = List.of(
                "10 things are wrong",
                "quarkus.flyway.password is easy to guess",
                "neither TLS nor a proxy",
                "nullpunkt.address=http://nullpunkt.kommune.no",
                "nullpunkt.oidc.id.issuer=http://id.kommune.no",
                "nullpunkt.oidc.id.audience is the client's own id",
                "nullpunkt.oidc.id.client-secret is missing, or easy to guess",
                "nullpunkt.bcrypt-cost=4",
                "nullpunkt.first-administrator has only email",
                "nullpunkt.suppression-threshold=1",
                "would serve as postgres");
        for (var each : wrong) {
            assertTrue(said.contains(each), each + " in " + said);
        }
        assertFalse(said.contains("\tat "), "no stack trace: " + said);
        assertFalse(tells("select to_regclass('flyway_schema_history') is not null"), "nothing was migrated");
    }

    @Test
    void aGoodConfigurationStartsAndWellKnownAccountsStopIt() throws Exception {
        try (var service = new PackagedService(PackagedService.inEarnest(database)).start()) {
            given().header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "nullpunkt.kommune.no")
                    .port(service.port())
                    .get("/logg-inn")
                    .then()
                    .statusCode(200)
                    .body(containsString("type=\"password\""));
        }
        wellKnownAccount();
        var said = refused(PackagedService.inEarnest(database));

        assertTrue(said.contains("This is wrong"), said);
        assertTrue(said.contains("delete from account where demonstration"), said);
    }

    /** What it says when it ends by itself. */
    private static String refused(Map<String, String> settings) {
        try (var service = new PackagedService(settings).launch()) {
            var status = service.awaitEnd();
            assertEquals(1, status, service.said());
            return service.said();
        }
    }

    private static void wellKnownAccount() throws SQLException {
        try (var connection = DriverManager.getConnection(database, "postgres", null);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select begin_change((select min(id) from municipality), null, 'test')");
            statement.execute("""
                    insert into person (municipality_id, id, name, email, version)
                    select min(id), gen_random_uuid(), 'Kjent', 'kjent@kommune.example', 0 from municipality
                    """);
            statement.execute("""
                    insert into account (email, municipality_id, person_id, password_hash, demonstration)
                    select email, municipality_id, id, 'x', true from person where email = 'kjent@kommune.example'
                    """);
            connection.commit();
        }
    }
}
