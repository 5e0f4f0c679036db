package no.nullpunkt.shared;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of our own for whoever has none: a real server on loopback that keeps its data in a directory. */
public final class EmbeddedDatabase {

    /** The role that owns the tables and migrates them. */
    public static final String OWNER = "nullpunkt_owner";

    /** The role that serves. */
    public static final String SERVING = "nullpunkt";

    /** As an operator makes them; what an earlier version made as another role is handed over. */
    private static final String ROLES = """
            do $$
            declare
                object record;
            begin
                if to_regrole('%1$s') is null then
                    create role %1$s login;
                end if;
                if to_regrole('%2$s') is null then
                    create role %2$s login;
                end if;
                for object in
                    select 'table' as kind, oid::regclass::text as name from pg_class
                    where relnamespace = 'public'::regnamespace
                        and (relkind in ('r', 'v') or relkind = 'S' and not exists (
                            select from pg_depend where objid = pg_class.oid and deptype = 'i'))
                    union all
                    select 'routine', oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace
                loop
                    execute format('alter %%s %%s owner to %1$s', object.kind, object.name);
                end loop;
            end
            $$;
            alter database postgres owner to %1$s
            """.formatted(OWNER, SERVING);

    private EmbeddedDatabase() {}

    /**
     * Starts the server on a free port, with the two roles, and keeps it running until the process ends. It asks nobody
     * for a password.
     *
     * @param directory where the data is, or will be, kept
     * @return the JDBC URL
     */
    public static String start(Path directory) throws IOException {
        stopOrphan(directory);
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(directory.toAbsolutePath())
                .setCleanDataDirectory(false)
                // The library turns both off: what has been acknowledged must survive a crash, and a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(ROLES);
        } catch (SQLException e) {
            throw new IOException("The roles of the database in " + directory + " could not be made", e);
        }
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
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
