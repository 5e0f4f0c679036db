package no.nullpunkt.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.nullpunkt.shared.EmbeddedDatabase;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From the start of the process to the first answer, and the memory it takes, on the Java of this run and on those whose
 * homes are named, parted as in a path, in the environment's {@code NULLPUNKT_BENCHMARK_JAVA}. The floor is the least
 * that answers over HTTP on the same Java: a program with the JDK's own server and nothing else.
 */
class StartBenchmark {

    private static final int ROUNDS = 5;
    private static final int REQUESTS = 1000;
    private static final int KILOBYTES_IN_MEGABYTE = 1024;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static PostgresServer database;

    @BeforeAll
    static void startDatabase() {
        database = PostgresServer.create(Map.of()).start();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    static Stream<Path> javas() {
        var others = System.getenv().getOrDefault("NULLPUNKT_BENCHMARK_JAVA", "");
        return Stream.concat(Stream.of(System.getProperty("java.home")), Stream.of(others.split(File.pathSeparator)))
                .filter(home -> !home.isEmpty())
                .map(Path::of);
    }

    @ParameterizedTest
    @MethodSource("javas")
    void startsSoonAndStaysSmall(Path java) throws Exception {
        var table = new Table("Start to the first answer, " + java.getFileName());
        var archive = Files.createTempDirectory("nullpunkt").resolve("classes.jsa");
        var archived = List.of("-XX:SharedArchiveFile=" + archive);
        newDatabase();
        time(service(java, List.of("-XX:ArchiveClassesAtExit=" + archive)));

        var floors = new double[ROUNDS];
        var empty = new double[ROUNDS];
        var migrated = new double[ROUNDS];
        var quick = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            floors[i] = floor(java);
            newDatabase();
            empty[i] = time(service(java, List.of()));
            migrated[i] = time(service(java, List.of()));
            quick[i] = time(service(java, archived));
        }
        table.row("an empty database, which it migrates", floors, empty, "");
        table.row("a migrated database", floors, migrated, "");
        table.row("the same with classes from an archive", floors, quick, "");

        var town = Norway.load(database.jdbcUrl(), Norway.Size.MUNICIPALITY).get(0);
        for (var heap : List.of("-Xmx256m", "-Xmx512m")) {
            table.note("Resident memory with " + heap + ": " + memory(service(java, List.of(heap)), town) + ".");
        }
    }

    /** Makes the database anew, empty. */
    private static void newDatabase() throws SQLException {
        var url = database.jdbcUrl().replaceFirst("/[a-z]+$", "/postgres");
        try (var connection = DriverManager.getConnection(url, "postgres", null);
                var statement = connection.createStatement()) {
            statement.execute("drop database nullpunkt with (force)");
            statement.execute("create database nullpunkt owner " + EmbeddedDatabase.OWNER);
        }
    }

    private static PackagedService service(Path java, List<String> options) {
        return new PackagedService(java, options, PackagedService.inEarnest(database.jdbcUrl()));
    }

    /** Milliseconds to the first page, after which it is stopped. */
    private static double time(PackagedService service) throws Exception {
        try (service) {
            var start = System.nanoTime();
            service.launch();
            awaitAnswer(service.process(), page(service, "/logg-inn").build());
            var took = (System.nanoTime() - start) / 1e6;
            service.stop();
            return took;
        }
    }

    private static double floor(Path java) throws Exception {
        var port = PackagedService.freePort();
        var start = System.nanoTime();
        var process = new ProcessBuilder(
                        java.resolve("bin").resolve("java").toString(),
                        "-cp",
                        Path.of("target", "test-classes").toString(),
                        Answering.class.getName(),
                        String.valueOf(port))
                .inheritIO()
                .start();
        try {
            awaitAnswer(
                    process,
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port))
                            .build());
            return (System.nanoTime() - start) / 1e6;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void awaitAnswer(Process process, HttpRequest request) throws Exception {
        while (status(request) != 200) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue());
            }
            Thread.sleep(5);
        }
    }

    /** 0 while nobody answers. */
    private static int status(HttpRequest request) throws InterruptedException {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Through the proxy that services in earnest are behind. */
    private static HttpRequest.Builder page(PackagedService service, String path) {
        return HttpRequest.newBuilder(service.baseUri().resolve(path))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "nullpunkt.kommune.no");
    }

    private static String memory(PackagedService service, Town town) throws Exception {
        try (service) {
            service.start();
            var atFirst = residentMegabytes(service.process());
            var asked = page(
                            service,
                            "/api/v1/municipalities/%s/results?groupBy=benefit&from=%s&to=%s"
                                    .formatted(town.number(), town.lastMonth().minusMonths(11), town.lastMonth()))
                    .header("Authorization", basic(town.leader() + ":" + Norway.PASSWORD))
                    .build();
            for (int i = 0; i < REQUESTS; i++) {
                var status = status(asked);
                if (status != 200) {
                    throw new IllegalStateException("It answered with " + status);
                }
            }
            return "%d MB after the start, %d MB after %d requests for a year's results of a municipality"
                    .formatted(atFirst, residentMegabytes(service.process()), REQUESTS);
        }
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static long residentMegabytes(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .sum()
                / KILOBYTES_IN_MEGABYTE;
    }
}
