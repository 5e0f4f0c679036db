package no.nullpunkt.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that calls the API of a municipality with the project leader's password in every request. */
final class Program {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String authorization;

    Program(URI service, Town town) {
        base = service.resolve("/api/v1/municipalities/" + town.number());
        authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (town.projectLeader() + ":" + Norway.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** Enters a new value. */
    void put(Entry entry) throws IOException, InterruptedException {
        send("PUT", entry.path(), "application/json", entry.json(), 201);
    }

    /** Asks for what nobody has to be let in for. */
    void reach(URI address) throws IOException, InterruptedException {
        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /**
     * Enters many values.
     *
     * @param effect as the answer counts it; all must have it
     */
    void enter(String type, String body, String effect, int values) throws IOException, InterruptedException {
        var answer = send("POST", "/values", type, body, 200);
        if (!answer.contains("\"" + effect + "\":" + values + ",")) {
            throw new AssertionError(answer);
        }
    }

    private String send(String method, String path, String type, String body, int status)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization)
                .header("X-Forwarded-Proto", "https")
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new AssertionError(answer + " " + answer.body());
        }
        return answer.body();
    }
}
