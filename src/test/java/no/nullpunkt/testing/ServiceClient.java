package no.nullpunkt.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** One person who uses a service in another process, over real HTTP, with e-mail and password in each request. */
public final class ServiceClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Longer than any answer takes; what has not come by then has hung. */
    private static final Duration LONGEST = Duration.ofSeconds(70);

    /** What was answered. */
    public record Answer(int status, String body, HttpHeaders headers) {

        public JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(this + " is no JSON", e);
            }
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** This answer, which must have a status. */
        public Answer mustBe(int expected) {
            if (status != expected) {
                throw new AssertionError("Not " + expected + " but " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    private final URI service;
    private final String authorization;

    public ServiceClient(URI service, String email, String password) {
        this.service = service;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The header with which it signs in. */
    public String authorization() {
        return authorization;
    }

    /** Sends to the whole path, with further headers by name and value in turn. */
    public Answer get(String path, String... headers) throws IOException {
        return send("GET", path, null, headers);
    }

    public Answer put(String path, Object body, String... headers) throws IOException {
        return send("PUT", path, body, headers);
    }

    public Answer post(String path, Object body, String... headers) throws IOException {
        return send("POST", path, body, headers);
    }

    /** @throws IOException when no whole answer came */
    private Answer send(String method, String path, Object body, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(LONGEST)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body(), answer.headers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
