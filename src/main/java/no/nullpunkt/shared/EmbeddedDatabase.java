package no.nullpunkt.shared;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

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
        stopOrphan(directory);
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.toAbsolutePath())
                .setCleanDataDirectory(false)
                // The library turns both off: what has been acknowledged must survive a crash, and a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .start()
                .getJdbcUrl("postgres", "postgres");
    }

    /** A process that was killed leaves its server running, which would keep the directory from the next one. */
    private static void stopOrphan(Path directory) throws IOException {
        var pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        // The library holds this lock as long as its process lives.
        try (var channel = FileChannel.open(directory.resolve("epg-lock"), CREATE, WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new IOException("The database in " + directory + " is in use by another process");
            }
            var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info()
                            .command()
                            .filter(c -> c.endsWith("postgres"))
                            .isPresent())
                    .ifPresent(EmbeddedDatabase::stop);
        }
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
