package no.nullpunkt.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL of our own for whoever has none: a real server on loopback that keeps its data in a directory. */
public final class EmbeddedDatabase {

    private EmbeddedDatabase() {}

    /**
     * Starts the server on a free port and keeps it running until the process ends.
     *
     * @param directory where the data is, or will be, kept
     * @return the JDBC URL
     */
    public static String start(Path directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.toAbsolutePath())
                .setCleanDataDirectory(false)
                // The library's default is off: what has been acknowledged must survive a crash.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .start()
                .getJdbcUrl("postgres", "postgres");
    }
}
