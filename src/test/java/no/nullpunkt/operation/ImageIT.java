package no.nullpunkt.operation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.nullpunkt.testing.Command;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import no.nullpunkt.testing.Waiting;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the container image, and that it runs as the user it names, configured as compose.yaml does. */
class ImageIT {

    private static final Path IMAGE = Path.of("target", "jib-image.tar").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @TempDir
    static Path directory;

    private static Path root;
    private static JsonNode config;

    @BeforeAll
    static void unpack() throws IOException {
        if (!Files.exists(IMAGE)) {
            var missing = "SKIPPED: there is no image; mvn -Pimage verify makes one";
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        root = Files.createDirectory(directory.resolve("root"));
        Command.run(directory, Map.of(), "tar --warning=no-unknown-keyword -xf " + IMAGE);
        var json = new ObjectMapper();
        var manifest =
                json.readTree(directory.resolve("manifest.json").toFile()).get(0);
        config = json.readTree(
                directory.resolve(manifest.path("Config").asText()).toFile());
        for (var layer : manifest.path("Layers")) {
            Command.run(root, Map.of(), "tar --warning=no-unknown-keyword -xzf ../" + layer.asText());
        }
    }

    @Test
    void itIsForAUserWithoutRightsAndListensToTwoPorts() {
        assertEquals("10001:10001", config.at("/config/User").asText());
        assertEquals("/app", config.at("/config/WorkingDir").asText());
        var ports = new TreeSet<String>();
        config.at("/config/ExposedPorts").fieldNames().forEachRemaining(ports::add);
        assertEquals(new TreeSet<>(List.of("8080/tcp", "9000/tcp")), ports);
    }

    @Test
    void itHoldsTheServiceAndNoSecretNorADatabase() throws IOException {
        config.at("/config/Env").forEach(each -> assertFalse(each.asText().matches("(?i).*(PASSWORD|SECRET|KEY).*")));
        var suspicious = new ArrayList<String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                var name = root.relativize(file).toString();
                if (mode.charAt(7) == 'w'
                        || mode.charAt(6) != 'r'
                        || name.matches(".*(?:\\.env|\\.pem|\\.p12|\\.jks|id_[a-z0-9]+|\\.dump|/config/.*|.*\\.txz)")) {
                    suspicious.add(name + " " + mode);
                }
            }
        }
        assertEquals(List.of(), suspicious);
        assertTrue(Files.exists(root.resolve("app/quarkus-run.jar")));
    }

    @Test
    void itRunsAsThatUserOnWhatComposeConfigures() throws Exception {
        Command.assumeInstalled("psql", "setpriv");
        try (var server =
                PostgresServer.create(PostgresServer.Version.NEWEST, Map.of()).start()) {
            makeRoles(server);
            var environment = new HashMap<String, String>();
            config.at("/config/Env").forEach(each -> put(environment, each.asText()));
            environment.putAll(Compose.environment());
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl());
            var port = PackagedService.freePort();
            environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
            environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(PackagedService.freePort()));
            var said = Files.createDirectories(Path.of("target", "services")).resolve("image.txt");
            var process = start(environment, said);
            try {
                Waiting.until(LONGEST, () -> {
                    assertTrue(process.isAlive(), () -> read(said));
                    return isReady(port);
                });
                assertEquals(
                        "10001",
                        read(Path.of("/proc", String.valueOf(process.pid()), "status"))
                                .replaceAll("(?s).*\\nUid:\\s+(\\d+).*", "$1"));
                for (var line : read(said).lines().toList()) {
                    assertTrue(new ObjectMapper().readTree(line).has("message"), line);
                }
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    /** As PostgreSQL's image does with the script, on a server that has no such roles yet. */
    private static void makeRoles(PostgresServer server) {
        for (var made : List.of("database nullpunkt", "role nullpunkt", "role nullpunkt_owner")) {
            EarlierRelease.execute(EarlierRelease.maintenance(server), "drop " + made);
        }
        Command.run(
                Path.of("docker").toAbsolutePath(),
                Map.of(
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        String.valueOf(server.port()),
                        "NULLPUNKT_OWNER_PASSWORD",
                        Compose.PASSWORD,
                        "NULLPUNKT_PASSWORD",
                        "it's " + Compose.PASSWORD),
                "sh postgresql/roles.sh");
    }

    private static void put(Map<String, String> environment, String pair) {
        environment.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    /** With Java of the tests, for the base of the image may have been left out. */
    private static Process start(Map<String, String> environment, Path said) throws IOException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=10001", "--regid=10001", "--clear-groups"));
        }
        config.at("/config/Entrypoint").forEach(each -> command.add(each.asText()));
        command.set(
                command.indexOf("java"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var builder = new ProcessBuilder(command)
                .directory(root.resolve("app").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static boolean isReady(int port) {
        try {
            return given().port(port).get("/health/ready").statusCode() == 200;
        } catch (Exception e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
