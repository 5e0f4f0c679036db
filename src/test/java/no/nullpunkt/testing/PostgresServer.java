package no.nullpunkt.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.nullpunkt.shared.EmbeddedDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL on a directory and a port of its own, with the two roles and the database {@code nullpunkt}, that may
 * be stopped, or killed with all its processes, and started again. It has PostgreSQL's own defaults: what it
 * acknowledges is on the disk.
 */
public final class PostgresServer implements AutoCloseable {

    /** Which PostgreSQL it is. */
    public enum Version {
        OLDEST,
        /** The one that is brought along. */
        OWN,
        NEWEST;

        private EmbeddedPostgres.Builder builder() {
            var builder = EmbeddedPostgres.builder();
            return this == OWN ? builder : builder.setPgBinaryResolver(this::programs);
        }

        private InputStream programs(String system, String machine) throws IOException {
            var directory = Path.of("target", "postgresql", name().toLowerCase(Locale.ROOT));
            try (var archives = Files.newDirectoryStream(directory, "*.txz")) {
                return Files.newInputStream(archives.iterator().next());
            }
        }
    }

    private static final Path DIRECTORIES = Path.of("target", "services");
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String DATABASE = "nullpunkt";

    private final Path program;
    private final Path data;
    private final List<String> within;
    private final Map<String, String> settings;
    private final int port = PackagedService.freePort();
    private Process process;

    /** @param within the command that goes where the server sees its data */
    private PostgresServer(Path program, Path data, List<String> within, Map<String, String> settings) {
        this.program = program;
        this.data = data;
        this.within = within;
        this.settings = Map.copyOf(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** A new one, which does not run yet. */
    public static PostgresServer create(Map<String, String> settings) {
        return create(Version.OWN, settings);
    }

    /** The same, of a version. */
    public static PostgresServer create(Version version, Map<String, String> settings) {
        try {
            var data = newDirectory().resolve("data");
            try (var first = version.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            // As PostgreSQL has it, for a standby must allow as many as were once allowed.
                            .setServerConfig("max_connections", "100")
                            .start();
                    var connection = first.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role %s login".formatted(EmbeddedDatabase.OWNER));
                statement.execute("create role %s login".formatted(EmbeddedDatabase.SERVING));
                statement.execute("create database %s owner %s".formatted(DATABASE, EmbeddedDatabase.OWNER));
            }
            // Its first word is the program that the library has unpacked.
            var program = Files.readString(data.resolve("postmaster.opts")).split(" ")[0];
            return new PostgresServer(Path.of(program), data, List.of(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path newDirectory() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(DIRECTORIES), "postgresql")
                .toAbsolutePath();
    }

    /** A copy of this one, which must be stopped, with settings of its own. It does not run yet. */
    public PostgresServer copy(Map<String, String> settingsOfCopy) {
        mustBeStopped();
        try (var files = Files.walk(data)) {
            var copy = newDirectory().resolve("data");
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(data.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return new PostgresServer(program, copy, List.of(), settingsOfCopy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of this one, which must be stopped, on a disk that can be filled. It does not run yet. */
    public PostgresServer copy(SmallDisk disk) {
        mustBeStopped();
        disk.run("cp", "-a", data + "/.", disk.path().toString());
        return new PostgresServer(program, disk.path(), disk.within(), settings);
    }

    private void mustBeStopped() {
        if (isAlive()) {
            throw new IllegalStateException("A server that runs is not copied");
        }
    }

    /** Starts it and waits until it lets someone in. */
    public PostgresServer start() {
        var command = new ArrayList<>(within);
        if (LinuxUtils.isUnshareAvailable() || !within.isEmpty()) {
            // It does not run as root, which everyone is where a small disk is mounted.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), "-D", data.toString(), "-p", String.valueOf(port)));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        settings.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Waiting.until(LONGEST, this::letsIn);
        return this;
    }

    private boolean letsIn() {
        if (!process.isAlive()) {
            throw new IllegalStateException("PostgreSQL ended with " + process.exitValue() + ": " + said());
        }
        try (var connection = asSuperuser().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Asks it to end at once, in good order (fast shutdown, SIGINT), and waits until it has. */
    public void stop() {
        signal("INT", List.of(process.toHandle()));
        await(process.toHandle());
    }

    /** Lets all its processes stand still where they are (SIGSTOP); its connections stay open. */
    public void freeze() {
        signal("STOP", processes());
    }

    /** Lets them go on. */
    public void thaw() {
        signal("CONT", processes());
    }

    /** Ends all its processes in the middle of whatever they do (SIGKILL). */
    public void kill() {
        var all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(PostgresServer::await);
    }

    private List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private static void signal(String name, List<ProcessHandle> to) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        to.forEach(each -> command.add(String.valueOf(each.pid())));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(ProcessHandle process) {
        process.onExit().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Ends it if it runs, and takes its data away; what it said stays. */
    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
        if (within.isEmpty()) {
            Directories.delete(data);
        }
    }

    /** Whether it runs; it may have ended itself. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public int port() {
        return port;
    }

    /** Where its files are. */
    public Path data() {
        return data;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** The database as its superuser sees it. Each connection is a new one. */
    public PGSimpleDataSource asSuperuser() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser("postgres");
        return source;
    }

    /** Has it say every statement with its duration, or say none again. */
    public void logStatements(boolean every) throws SQLException {
        try (var connection = asSuperuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter system set log_min_duration_statement = " + (every ? 0 : -1));
            statement.execute("select pg_reload_conf(), pg_sleep(1)");
        }
    }

    /** Everything it has said, since the first start. */
    public String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + "-said.txt");
    }
}
