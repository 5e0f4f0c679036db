package no.nullpunkt.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.nullpunkt.shared.EmbeddedDatabase;

/**
 * What was packaged, in a process of its own, as an operator starts it: for tests that run after packaging. It may be
 * stopped or killed and started again, with the same settings on the same ports. What it says is kept below {@code
 * target/services}.
 */
public final class PackagedService implements AutoCloseable {

    private static final Path PACKAGED = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path DIRECTORIES = Path.of("target", "services");
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Little memory and a quick start, for tests that measure neither. */
    private static final List<String> SMALL =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Path java;
    private final List<String> options;
    private final Map<String, String> settings;
    private final Path directory;
    private Process process;

    /**
     * Readies a service; {@link #start} starts it.
     *
     * @param java the JDK's or JRE's home to run it with
     * @param options of the JVM
     * @param settings as system properties; ports that are not among them are free ones
     */
    public PackagedService(Path java, List<String> options, Map<String, String> settings) {
        this.java = java;
        this.options = List.copyOf(options);
        this.settings = new LinkedHashMap<>(settings);
        this.settings.putIfAbsent("quarkus.http.port", String.valueOf(freePort()));
        this.settings.putIfAbsent("quarkus.management.port", String.valueOf(freePort()));
        try {
            directory = Files.createTempDirectory(Files.createDirectories(DIRECTORIES), "service")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** A small one on the Java of the tests. */
    public PackagedService(Map<String, String> settings) {
        this(Path.of(System.getProperty("java.home")), SMALL, settings);
    }

    /** The settings of a service in earnest, behind a proxy, with nothing wrong. */
    public static Map<String, String> inEarnest(String jdbcUrl) {
        return new LinkedHashMap<>(Map.of(
                "quarkus.datasource.jdbc.url",
                jdbcUrl,
                "quarkus.datasource.username",
                EmbeddedDatabase.SERVING,
                "quarkus.flyway.username",
                EmbeddedDatabase.OWNER,
                "quarkus.flyway.password",
                "h3Vq9zTnW5sK8dLx",
                "quarkus.http.proxy.proxy-address-forwarding",
                "true"));
    }

    public static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it is ready to serve. */
    public PackagedService start() {
        launch();
        awaitReady();
        return this;
    }

    /** Starts it and waits for nothing. */
    public PackagedService launch() {
        var command = new ArrayList<String>();
        command.add(java.resolve("bin").resolve("java").toString());
        command.addAll(options);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", PACKAGED.toAbsolutePath().toString()));
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public void awaitReady() {
        Waiting.until(LONGEST, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The service ended with " + process.exitValue() + ": " + said());
            }
            return readiness() == 200;
        });
    }

    /** The status with which {@code /health/ready} answers, or 0 while nothing answers. */
    public int readiness() {
        var request = HttpRequest.newBuilder(baseUri().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it ends by itself, and tells with what. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The service goes on: " + said());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    /** Asks it to end (SIGTERM), and waits until it has. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends it in the middle of whatever it does (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends it if it runs. */
    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    public int port() {
        return Integer.parseInt(settings.get("quarkus.http.port"));
    }

    /** Where metrics are. */
    public int managementPort() {
        return Integer.parseInt(settings.get("quarkus.management.port"));
    }

    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public Process process() {
        return process;
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
        return directory.resolve("said.txt");
    }
}
