package no.nullpunkt.production;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.nullpunkt.shared.EmbeddedDatabase;
import no.nullpunkt.testing.Keycloak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts what was packaged in a process of its own, as an operator does, and reads what it says. */
class PackagedStartIT {

    private static final Path PACKAGED = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START = Duration.ofMinutes(3);

    @TempDir
    static Path directory;

    private static String database;

    private record Ended(int status, String said) {}

    @BeforeAll
    static void startDatabase() throws IOException {
        database = EmbeddedDatabase.start(directory.resolve("postgresql"));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static Process start(Map<String, String> settings, Path said) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", PACKAGED.toAbsolutePath().toString()));
        return new ProcessBuilder(command)
                .directory(Files.createTempDirectory(directory, "run").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private static Ended refused(Map<String, String> settings) throws IOException, InterruptedException {
        var said = Files.createTempFile(directory, "said", ".txt");
        var process = start(settings, said);
        assertTrue(process.waitFor(START.toSeconds(), TimeUnit.SECONDS), "it ends by itself");
        return new Ended(process.exitValue(), Files.readString(said));
    }

    /** In earnest, and right. */
    private static Map<String, String> good(int port) {
        return new LinkedHashMap<>(Map.of(
                "quarkus.datasource.jdbc.url",
                database,
                "quarkus.datasource.username",
                EmbeddedDatabase.SERVING,
                "quarkus.flyway.username",
                EmbeddedDatabase.OWNER,
                "quarkus.flyway.password",
                "h3Vq9zTnW5sK8dLx",
                "quarkus.http.port",
                String.valueOf(port),
                "quarkus.http.proxy.proxy-address-forwarding",
                "true",
                "quarkus.management.port",
                "0"));
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
        var port = freePort();
        var settings = good(port);
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

        var ended = refused(settings);

        assertEquals(1, ended.status, ended.said);
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
            assertTrue(ended.said.contains(each), each + " in " + ended.said);
        }
        assertFalse(ended.said.contains("\tat "), "no stack trace: " + ended.said);
        assertFalse(tells("select to_regclass('flyway_schema_history') is not null"), "nothing was migrated");
    }

    @Test
    void aGoodConfigurationStartsAndWellKnownAccountsStopIt() throws Exception {
        var port = freePort();
        var said = Files.createTempFile(directory, "said", ".txt");
        var process = start(good(port), said);
        try {
            Keycloak.until(START, () -> answers(process, port));
            given().header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "nullpunkt.kommune.no")
                    .port(port)
                    .get("/logg-inn")
                    .then()
                    .statusCode(200)
                    .body(containsString("type=\"password\""));
        } finally {
            process.destroy();
            process.waitFor(START.toSeconds(), TimeUnit.SECONDS);
        }
        wellKnownAccount();
        var ended = refused(good(freePort()));

        assertEquals(1, ended.status, ended.said);
        assertTrue(ended.said.contains("This is wrong"), ended.said);
        assertTrue(ended.said.contains("delete from account where demonstration"), ended.said);
    }

    private static boolean answers(Process process, int port) {
        assertTrue(process.isAlive(), "it runs");
        try (var connection = new Socket("127.0.0.1", port)) {
            return connection.isConnected();
        } catch (IOException e) {
            return false;
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
