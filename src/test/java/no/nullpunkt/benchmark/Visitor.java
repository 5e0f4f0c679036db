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

/** Someone who looks at pages, signed in by the form, with the cookies that a browser keeps. */
final class Visitor {

    private final URI service;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    Visitor(URI service, String email, String password) throws IOException {
        this.service = service;
        get("/logg-inn");
        mustBe(303, post("/logg-inn", "epost", email, "passord", password, "videre", "/"));
    }

    byte[] get(String path) throws IOException {
        return mustBe(200, send(HttpRequest.newBuilder(service.resolve(path))));
    }

    /** As a browser takes it. */
    byte[] getCompressed(String path) throws IOException {
        return mustBe(200, send(HttpRequest.newBuilder(service.resolve(path)).header("Accept-Encoding", "gzip")));
    }

    /** Sends the form of my values, and is led on as after everything is saved. */
    void save(String... form) throws IOException {
        mustBe(303, post("/", form));
    }

    private HttpResponse<byte[]> post(String path, String... form) throws IOException {
        var body = new StringBuilder("csrf-token=" + encoded(token()));
        for (int i = 0; i < form.length; i += 2) {
            body.append('&').append(encoded(form[i])).append('=').append(encoded(form[i + 1]));
        }
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("csrf-token"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mustBe(int status, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }
}
