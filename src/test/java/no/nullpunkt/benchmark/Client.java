package no.nullpunkt.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that calls the API of a municipality with a password in every request, and wants nothing but success. */
final class Client {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI municipality;
    private final String credentials;

    Client(URI service, Town town, String email) {
        this.municipality = service.resolve("/api/v1/municipalities/" + town.number() + "/");
        this.credentials = "Basic "
                + Base64.getEncoder().encodeToString((email + ":" + Norway.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** @param path below the municipality, such as {@code "units"} */
    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    HttpResponse<byte[]> put(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    /** Enters a value. */
    void put(Entry entry) throws IOException, InterruptedException {
        put(entry.path(), entry.json());
    }

    /**
     * Enters many values.
     *
     * @param effect as the answer counts it; all must have it
     */
    void enter(String type, String body, String effect, int values) throws IOException, InterruptedException {
        var answer = send(request("values")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
        var counted = new String(answer.body(), StandardCharsets.UTF_8);
        if (!counted.contains("\"" + effect + "\":" + values + ",")) {
            throw new AssertionError(counted);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(municipality.resolve(path)).header("Authorization", credentials);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(request.uri() + " answers " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }
}
