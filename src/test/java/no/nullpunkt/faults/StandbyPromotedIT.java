package no.nullpunkt.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import no.nullpunkt.testing.Ledger;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import no.nullpunkt.testing.ServedMunicipality;
import no.nullpunkt.testing.ServiceClient;
import no.nullpunkt.testing.Waiting;
import org.junit.jupiter.api.Test;

/**
 * The primary of two PostgreSQL servers is killed (SIGKILL) and the standby is promoted in its place. The service knows
 * both by its configuration and runs on.
 */
class StandbyPromotedIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** What is acknowledged is on both. */
    private static final Map<String, String> PRIMARY =
            Map.of("synchronous_standby_names", "standby", "synchronous_commit", "remote_apply");

    @Test
    void nothingAcknowledgedIsLostAndTimesOnlyGoForward() throws Exception {
        var initial = PostgresServer.create(Map.of());
        try (var primary = initial.copy(PRIMARY);
                var standby = initial.copy(follows(primary))) {
            Files.createFile(standby.data().resolve("standby.signal"));
            primary.start();
            standby.start();
            try (var service = new PackagedService(settings(primary, standby)).start()) {
                var municipality = ServedMunicipality.create(service, Writers.COUNT, 4, 4);
                breakWhileWriting(primary, standby, service, municipality);
            }
        }
    }

    private static void breakWhileWriting(
            PostgresServer primary, PostgresServer standby, PackagedService service, ServedMunicipality municipality)
            throws Exception {
        var ledger = new Ledger();
        var reader = municipality.person(service.baseUri(), 0);
        String before;
        // The clock of the standby is an hour behind: only what is replicated can keep times from going back.
        ask(primary, "select setval('latest_time', last_value + 3600 * 1000000::bigint) from latest_time");
        try (var writers = Writers.start(municipality, ledger, 300, service)) {
            Thread.sleep(1000);
            before = results(municipality, reader, "");
            var acknowledged = ledger.acknowledged();
            Waiting.until(SOON, () -> ledger.acknowledged() > acknowledged);
            primary.kill();
            Waiting.until(SOON, () -> service.readiness() == 503);
            ask(standby, "select pg_promote()");
            Waiting.until(SOON, () -> service.readiness() == 200);
            Thread.sleep(1000);
            writers.finish();
            assertTrue(writers.wereRefused(), "clients are told");
            assertTrue(writers.slowest().compareTo(SOON) < 0, "nobody hangs: " + writers.slowest());
        }
        ledger.mustStandIn(standby);
        assertEquals(before, results(municipality, reader, asOf(before)), "what was told of a time is told again");
        var after = results(municipality, reader, "");
        assertTrue(Instant.parse(asOf(after)).isAfter(Instant.parse(asOf(before))));
    }

    private static Map<String, String> follows(PostgresServer primary) {
        return Map.of(
                "primary_conninfo",
                "host=127.0.0.1 port=" + primary.port() + " user=postgres application_name=standby");
    }

    /** As the README has it. */
    private static Map<String, String> settings(PostgresServer primary, PostgresServer standby) {
        var url = "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/nullpunkt?targetServerType=primary&hostRecheckSeconds=2";
        return new LinkedHashMap<>(ServedMunicipality.settings(url.formatted(primary.port(), standby.port())));
    }

    private static String results(ServedMunicipality municipality, ServiceClient reader, String asOf) throws Exception {
        return reader.get(municipality.path(
                        "/results/points?from=2023-01&to=2025-12&limit=200" + (asOf.isEmpty() ? "" : "&asOf=" + asOf)))
                .mustBe(200)
                .body();
    }

    private static String asOf(String results) {
        return results.replaceAll("(?s).*\"asOf\":\"([^\"]+)\".*", "$1");
    }

    private static void ask(PostgresServer server, String question) throws SQLException {
        try (var connection = server.asSuperuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(question);
        }
    }
}
