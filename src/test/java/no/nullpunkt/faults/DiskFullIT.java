package no.nullpunkt.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import no.nullpunkt.testing.Ledger;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import no.nullpunkt.testing.ServedMunicipality;
import no.nullpunkt.testing.SmallDisk;
import no.nullpunkt.testing.Waiting;
import org.junit.jupiter.api.Test;

/** The disk of the database runs full, and someone makes room. */
class DiskFullIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** A new database takes some 60; a segment of the log of its changes 16. */
    private static final int MEBIBYTES = 160;

    @Test
    void nothingAcknowledgedIsLostAndItGoesOnOnceThereIsRoom() throws Exception {
        try (var disk = mount();
                var database = PostgresServer.create(Map.of("max_wal_size", "32MB", "min_wal_size", "32MB"))
                        .copy(disk)
                        .start();
                var service = new PackagedService(ServedMunicipality.settings(database.jdbcUrl())).start()) {
            var municipality = ServedMunicipality.create(service, Writers.COUNT, 4, 8);
            var ledger = new Ledger();
            try (var writers = Writers.start(municipality, ledger, 500, service)) {
                Thread.sleep(500);
                disk.fill();
                Waiting.until(SOON, writers::wereRefused);
                Thread.sleep(1000);
                disk.clear();
                Waiting.until(SOON, () -> {
                    if (!database.isAlive()) {
                        // Without room for the log of its changes it ends itself.
                        database.start();
                    }
                    return service.readiness() == 200;
                });
                var acknowledged = ledger.acknowledged();
                Waiting.until(SOON, () -> ledger.acknowledged() > acknowledged);
                writers.finish();
                assertTrue(writers.slowest().compareTo(SOON) < 0, "nobody hangs: " + writers.slowest());
            }
            assertTrue(database.said().contains("No space left on device"), "the disk was full");
            ledger.mustStandIn(database);
            assertEquals(200, service.readiness());
        }
    }

    private static SmallDisk mount() {
        try {
            return SmallDisk.mount(MEBIBYTES);
        } catch (IOException e) {
            return abort("A disk that can be filled is not to be had here. " + e.getMessage());
        }
    }
}
