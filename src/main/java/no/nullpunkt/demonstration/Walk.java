package no.nullpunkt.demonstration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the requests of a file in order over real HTTP, and stops at the first that is not answered as it should be. */
final class Walk {

    /** Told of each request. */
    interface Listener {

        default void sending(HttpFile.Request request) {}

        default void answered(HttpFile.Request request, Answer answer) {}
    }

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([^}]+?)\\s*}}");
    private static final Pattern CAPTURED = Pattern.compile("(\\w+)\\.response\\.body\\.(\\$.*)");
    private static final Pattern PLAIN_PASSWORD = Pattern.compile("(?i)(basic)\\s+(\\S+:.*)");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client;
    private final HttpFile file;
    private final Map<String, String> overrides;
    private final Map<String, Answer> answers = new HashMap<>();

    private Walk(HttpClient client, HttpFile file, Map<String, String> overrides) {
        this.client = client;
        this.file = file;
        this.overrides = overrides;
    }

    /**
     * Walks the file.
     *
     * @param overrides variables that stand instead of the file's own
     * @return the answers to the requests that have a name
     * @throws WalkException at the first request that cannot be sent, or is answered otherwise than expected
     */
    static Map<String, Answer> run(HttpClient client, HttpFile file, Map<String, String> overrides, Listener listener) {
        var walk = new Walk(client, file, overrides);
        for (var request : file.requests()) {
            listener.sending(request);
            var answer = walk.send(request);
            listener.answered(request, answer);
            if (request.name() != null) {
                walk.answers.put(request.name(), answer);
            }
        }
        return Map.copyOf(walk.answers);
    }

    private Answer send(HttpFile.Request request) {
        var url = replace(request, request.url());
        try {
            var response = client.send(request(request, url), BodyHandlers.ofByteArray());
            var contentType = response.headers().firstValue("Content-Type").orElse("");
            var answer = new Answer(response.statusCode(), contentType, response.body());
            var asExpected = request.expected() == null
                    ? answer.isSuccess()
                    : request.expected().equals(answer.status());
            if (!asExpected) {
                throw new WalkException(
                        "%s was answered %d%n%s".formatted(described(request, url), answer.status(), answer.text()));
            }
            return answer;
        } catch (IOException e) {
            throw new WalkException(described(request, url) + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WalkException(described(request, url) + " was interrupted", e);
        }
    }

    private HttpRequest request(HttpFile.Request request, String url) {
        var body = request.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(replace(request, request.body()));
        try {
            var builder =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).method(request.method(), body);
            for (var header : request.headers()) {
                var value = replace(request, header.value());
                builder.header(header.name(), header.name().equalsIgnoreCase("Authorization") ? encoded(value) : value);
            }
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new WalkException(described(request, url) + " cannot be sent: " + e.getMessage(), e);
        }
    }

    /** Like the editors: a password that is written out is encoded, and one that is encoded already left alone. */
    private static String encoded(String authorization) {
        var match = PLAIN_PASSWORD.matcher(authorization);
        return match.matches()
                ? match.group(1)
                        + " "
                        + Base64.getEncoder().encodeToString(match.group(2).getBytes(StandardCharsets.UTF_8))
                : authorization;
    }

    private String replace(HttpFile.Request request, String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(request, match.group(1))));
    }

    private String value(HttpFile.Request request, String reference) {
        if (overrides.containsKey(reference)) {
            return overrides.get(reference);
        }
        if (file.variables().containsKey(reference)) {
            return replace(request, file.variables().get(reference));
        }
        var captured = CAPTURED.matcher(reference);
        var answer = captured.matches() ? answers.get(captured.group(1)) : null;
        var value = answer == null ? null : answer.at(captured.group(2));
        if (value == null) {
            throw new WalkException(
                    described(request, request.url()) + ": nothing is known by the name {{" + reference + "}}");
        }
        return value;
    }

    private String described(HttpFile.Request request, String url) {
        return "%s:%d %s: %s %s".formatted(file.name(), request.line(), request.title(), request.method(), url);
    }
}
