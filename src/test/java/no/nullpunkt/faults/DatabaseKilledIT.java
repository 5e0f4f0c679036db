package no.nullpunkt.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import no.nullpunkt.testing.Waiting;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed with all its processes (SIGKILL) and started again; the service runs on. */
class DatabaseKilledIT {

    private static final int MOST_CONNECTIONS = 20;
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void whileWritingItIsToldAndTheServiceRecoversByItself() throws Exception {
        var it = Installation.get();
        var process = it.service.process();
        try (var writers = it.write(200)) {
            for (int i = 0; i < 2; i++) {
                Thread.sleep(700);
                it.database.kill();
                Waiting.until(SOON, () -> it.service.readiness() == 503);
                it.database.start();
                Waiting.until(SOON, () -> it.service.readiness() == 200);
            }
            Thread.sleep(700);
            writers.finish();
            assertTrue(writers.wereRefused(), "clients are told");
            assertTrue(writers.slowest().compareTo(SOON) < 0, "nobody hangs: " + writers.slowest());
        }
        assertTrue(process.isAlive(), "the service was not started again");
        it.ledger.mustStandIn(it.database);
    }

    /** More often than there may be connections, so that none is lost to those that come after. */
    @Test
    void connectionsThatDieMakeRoomForOthers() throws Exception {
        var it = Installation.get();
        var reader = it.municipality.person(it.service.baseUri(), 0);
        var path = it.municipality.path("/results?from=2024-01&to=2024-12&groupBy=unit");
        for (int i = 0; i < 2 * MOST_CONNECTIONS; i++) {
            reader.get(path);
            try (var connection = it.database.asSuperuser().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity "
                        + "where application_name = 'nullpunkt'");
            }
        }
        Waiting.until(SOON, () -> it.service.readiness() == 200);
        for (int i = 0; i < MOST_CONNECTIONS; i++) {
            reader.get(path).mustBe(200);
        }
    }
}
