package no.nullpunkt.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Someone who reads pages, signed in to by the form as in a browser. */
final class Reader {

    private final URI service;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String email;

    Reader(URI service, String email) {
        this.service = service;
        this.email = email;
    }

    Reader signIn() throws IOException, InterruptedException {
        page("/logg-inn");
        var token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("csrf-token"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var form =
                "csrf-token=%s&epost=%s&passord=%s".formatted(encoded(token), encoded(email), encoded(Norway.PASSWORD));
        var answer = http.send(
                request("/logg-inn")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        must(answer.statusCode() == 303, answer);
        return this;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    byte[] page(String path) throws IOException, InterruptedException {
        return get(request(path));
    }

    /** As a browser takes it. */
    byte[] compressedPage(String path) throws IOException, InterruptedException {
        return get(request(path).header("Accept-Encoding", "gzip"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("X-Forwarded-Proto", "https");
    }

    private byte[] get(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        must(answer.statusCode() == 200, answer);
        return answer.body();
    }

    private static void must(boolean holds, HttpResponse<?> answer) {
        if (!holds) {
            throw new AssertionError(answer.toString());
        }
    }
}
