package no.nullpunkt.faults;

import java.sql.SQLException;
import no.nullpunkt.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/** The service is killed (SIGKILL) and started again. */
class ServiceKilledIT {

    @Test
    void inTheMiddleOfBulkWritesItLosesAndDoublesNothing() throws Exception {
        var it = Installation.get();
        try (var writers = it.write(100)) {
            for (int i = 0; i < 2; i++) {
                Thread.sleep(500);
                awaitBulk(it.database);
                it.service.kill();
                it.service.start();
            }
            writers.finish();
        }
        it.ledger.mustStandIn(it.database);
    }

    /** Returns while many values are being written. */
    private static void awaitBulk(PostgresServer database) throws SQLException {
        try (var connection = database.asSuperuser().getConnection();
                var asked = connection.prepareStatement("""
                        select exists (select from pg_stat_activity
                            where state = 'active' and query ~* '(insert into|update) measurement.*unnest')
                        """)) {
            for (var writes = false; !writes; ) {
                try (var row = asked.executeQuery()) {
                    row.next();
                    writes = row.getBoolean(1);
                }
            }
        }
    }
}
