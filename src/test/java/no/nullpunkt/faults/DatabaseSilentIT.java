package no.nullpunkt.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.ServedMunicipality;
import no.nullpunkt.testing.Waiting;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL falls silent and leaves its connections open (SIGSTOP), as it seems to from behind a network that loses
 * everything, and speaks again. The service is told to wait for seconds and not for a minute.
 */
class DatabaseSilentIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void whileWritingItIsToldAndTheServiceRecoversByItself() throws Exception {
        var it = Installation.get();
        var settings = ServedMunicipality.settings(it.database.jdbcUrl());
        settings.put("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "3");
        try (var service = new PackagedService(settings).start();
                var writers = Writers.start(it.municipality, it.ledger, 500, service)) {
            Thread.sleep(700);
            it.database.freeze();
            try {
                Waiting.until(SOON, () -> service.readiness() == 503);
            } finally {
                it.database.thaw();
            }
            Waiting.until(SOON, () -> service.readiness() == 200);
            Thread.sleep(700);
            writers.finish();
            assertTrue(writers.wereRefused(), "clients are told");
            assertTrue(writers.slowest().compareTo(SOON) < 0, "nobody hangs: " + writers.slowest());
        }
        it.ledger.mustStandIn(it.database);
    }
}
