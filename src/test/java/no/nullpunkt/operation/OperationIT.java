package no.nullpunkt.operation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import no.nullpunkt.testing.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What an operator sees of a service that runs, and what it does when it loses its database or is told to stop. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationIT {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final StringBuffer TRACES = new StringBuffer();

    private static PostgresServer server;
    private static PackagedService service;
    private static HttpServer collector;

    @BeforeAll
    static void start() throws IOException {
        collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/", exchange -> {
            TRACES.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        server = PostgresServer.create(Map.of()).start();
        var settings = PackagedService.inEarnest(
                EarlierRelease.V030.make(server, "operation").getUrl());
        settings.put("quarkus.otel.sdk.disabled", "false");
        settings.put(
                "quarkus.otel.exporter.otlp.endpoint",
                "http://127.0.0.1:" + collector.getAddress().getPort());
        settings.put("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
        settings.put("quarkus.otel.bsp.schedule.delay", "100ms");
        service = new PackagedService(settings).start();
    }

    @AfterAll
    static void stop() {
        service.close();
        server.close();
        collector.stop(0);
    }

    private static RequestSpecification leader() {
        return EarlierRelease.as(EarlierRelease.LEADER, service)
                .header("X-Forwarded-For", "192.0.2.77")
                .header("User-Agent", "Lederens nettleser");
    }

    private static int health(String which) {
        return given().port(service.port()).get("/health/" + which).statusCode();
    }

    /** A metric that is called otherwise would leave a panel empty, and an alert silent. */
    @Test
    @Order(1)
    void everyMetricOfDashboardAndAlertsIsServed() throws IOException {
        leader().get("/units").then().statusCode(200);
        var served = new TreeSet<>(given().port(service.managementPort())
                .get("/metrics")
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .toList());
        // Prometheus makes this one itself.
        served.add("up");
        for (var file : List.of("grafana/nullpunkt.json", "prometheus/alerts.yaml")) {
            var text = Files.readString(Path.of("docker").resolve(file)).replace("\\\"", "\"");
            var asked = new TreeSet<>(Pattern.compile("([a-z_0-9]+)\\{job=\"nullpunkt\"")
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .toList());
            assertTrue(asked.contains("nullpunkt_values_overdue"), asked.toString());
            asked.removeAll(served);
            assertEquals(List.of(), List.copyOf(asked), "asked for in " + file + " and not served");
        }
    }

    @Test
    @Order(2)
    void aRequestIsTracedWithoutAWordOfWhoAskedForWhat() {
        leader().queryParam("from", "2025-01")
                .queryParam("to", "2025-04")
                .queryParam("asOf", "2026-01-01T00:00:00Z")
                .get("/results");
        given().port(service.port())
                .header("X-Forwarded-Proto", "https")
                .queryParam("kode", "hemmelig")
                .get("/nytt-passord");

        Waiting.until(LONGEST, () -> TRACES.indexOf("/results") > 0 && TRACES.indexOf("/nytt-passord") > 0);

        var traces = TRACES.toString();
        assertTrue(traces.contains("/api/v1/municipalities/{number}/results"), "spans are called by their operation");
        for (var word : List.of(
                "hemmelig",
                "2026-01-01",
                "@release.example",
                "192.0.2.77",
                "Lederens nettleser",
                "municipalities/1103")) {
            assertFalse(traces.contains(word), word + " in " + traces.replaceAll("[^\\p{Print}]+", " "));
        }
    }

    @Test
    @Order(3)
    void withoutItsDatabaseItLivesAndIsNotReady() {
        assertEquals(List.of(200, 200, 200), List.of(health("started"), health("live"), health("ready")));

        server.stop();
        Waiting.until(LONGEST, () -> health("ready") == 503);
        assertEquals(200, health("live"));

        server.start();
        Waiting.until(LONGEST, () -> health("ready") == 200);
        leader().get("/units").then().statusCode(200);
    }

    @Test
    @Order(4)
    void aRequestUnderWayEndsWellBeforeTheServiceDoes() throws Exception {
        var database = server.asSuperuser();
        database.setDatabaseName("operation");
        CompletableFuture<Integer> asked;
        try (var connection = database.getConnection();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("lock table unit in access exclusive mode");
            asked = CompletableFuture.supplyAsync(() -> leader().get("/units").statusCode());
            var rows = new Rows(server.asSuperuser());
            Waiting.until(
                    LONGEST,
                    () -> !rows.one("select count(*) from pg_locks where not granted")
                            .equals("0"));

            service.process().destroy();
            Waiting.until(LONGEST, () -> service.readiness() != 200);
            assertTrue(service.process().isAlive());
            assertFalse(asked.isDone());
            connection.rollback();
        }
        assertEquals(200, asked.get());
        service.awaitEnd();
    }
}
