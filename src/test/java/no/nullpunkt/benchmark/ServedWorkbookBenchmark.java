package no.nullpunkt.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import no.nullpunkt.testing.PackagedService;
import no.nullpunkt.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/** The leadership's workbook over HTTP, of the packaged service with little memory: to the first byte, and to the last. */
class ServedWorkbookBenchmark {

    private static final List<String> LITTLE_MEMORY = List.of("-Xmx256m");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Milliseconds. */
    private record Served(double firstByte, double lastByte, long megabytes) {}

    @Test
    void aMunicipalityOfManySeries() throws Exception {
        try (var database = PostgresServer.create(Map.of()).start();
                var service = new PackagedService(
                                Path.of(System.getProperty("java.home")),
                                LITTLE_MEMORY,
                                PackagedService.inEarnest(database.jdbcUrl()))
                        .start()) {
            var table = new Table("Workbook over HTTP, with 256 MB for the service");
            measure(table, service, Norway.load(database.jdbcUrl(), Norway.Size.MUNICIPALITY), 5);
            measure(table, service, Norway.load(database.jdbcUrl(), new Norway.Size(1, 8400, 120)), 2);
        }
    }

    private static void measure(Table table, PackagedService service, List<Town> towns, int rounds) throws Exception {
        var town = towns.get(0);
        served(service, town);
        var first = new double[rounds];
        var last = new double[rounds];
        long megabytes = 0;
        for (int i = 0; i < rounds; i++) {
            var served = served(service, town);
            first[i] = served.firstByte();
            last[i] = served.lastByte();
            megabytes = served.megabytes();
        }
        var name = "%d series × %d months, %d MB: to the "
                .formatted(town.size().series(), town.size().months(), megabytes);
        table.row(name + "first byte", first);
        table.row(name + "last byte", last);
    }

    private static Served served(PackagedService service, Town town) throws Exception {
        var path = "/api/v1/municipalities/%s/workbook?from=%s&to=%s"
                .formatted(town.number(), town.firstMonth(), town.lastMonth());
        var credentials = (town.leader() + ":" + Norway.PASSWORD).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(service.baseUri() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "nullpunkt.kommune.no")
                .build();
        var start = System.nanoTime();
        var response = HTTP.send(request, BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IllegalStateException(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            body.read();
            var firstByte = System.nanoTime();
            long bytes = 1;
            var buffer = new byte[1 << 16];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
            return new Served((firstByte - start) / 1e6, (System.nanoTime() - start) / 1e6, bytes >> 20);
        }
    }
}
