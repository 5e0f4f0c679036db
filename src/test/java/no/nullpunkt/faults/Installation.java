package no.nullpunkt.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import no.nullpunkt.testing.Ledger;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import no.nullpunkt.testing.ServedMunicipality;

/**
 * One service on one database with a municipality in it, started once for all tests that break it and put it right again.
 * The ledger is one too: what was acknowledged before any of them must outlive them all.
 */
final class Installation {

    private static Installation shared;

    final PostgresServer database = PostgresServer.create(Map.of()).start();
    final PackagedService service = new PackagedService(ServedMunicipality.settings(database.jdbcUrl())).start();
    final ServedMunicipality municipality;
    final Ledger ledger = new Ledger();

    private Installation() throws IOException {
        municipality = ServedMunicipality.create(service, Writers.COUNT, 8, 20);
    }

    static synchronized Installation get() {
        if (shared == null) {
            try {
                shared = new Installation();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    Writers write(int seed) {
        return Writers.start(municipality, ledger, seed, service);
    }
}
