package no.nullpunkt.attacks;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no browser sends them, byte by byte or never to their end, on sockets of their own. */
@QuarkusTest
class ConnectionAttackTest {

    /** More than the service has threads for. */
    private static final int MANY = 240;

    private static final int LONGER_THAN_ANY_LIMIT = 40_000;

    @TestHTTPResource("/")
    URI service;

    /** Nor is anyone who speaks TLS here, or says nothing that begins a request. */
    @Test
    void whoeverIsSlowWithHeadersHoldsUpNobodyAndIsLeft() throws IOException {
        var slow = new ArrayList<Socket>();
        for (var beginning : List.of(
                "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n",
                "\r\n\r\n\r\n")) {
            slow.addAll(slow(beginning));
        }
        mustServeOthersBesideThem(slow);
    }

    @Test
    void whoeverIsSlowWithABodyHoldsUpNobodyAndIsLeft() throws IOException {
        var it = MeasuredBenefit.create();
        var path = "/api/v1/municipalities/" + it.municipality.number;
        var slow = new ArrayList<Socket>();
        for (var request : List.of(
                post(path + "/units", "application/json", it.municipality.authorization(Role.ADMINISTRATOR))
                        + "{\"name\": \"",
                post(path + "/values", "application/json", it.municipality.authorization(Role.PROJECT_LEADER))
                        + "{\"values\": [",
                post(path + "/values", "text/csv", it.municipality.authorization(Role.PROJECT_LEADER)) + "serie;m",
                post(
                                path + "/entry-workbook",
                                "application/octet-stream",
                                it.municipality.authorization(Role.BENEFIT_OWNER))
                        + "PK",
                post(path + "/units", "application/json", "Basic bm9ib2R5Om5vYm9keQ==") + "{",
                post("/logg-inn", "application/x-www-form-urlencoded", "none") + "epost=")) {
            slow.addAll(slow(request));
        }
        mustServeOthersBesideThem(slow);
    }

    private static String post(String path, String type, String authorization) {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nAuthorization: " + authorization
                + "\r\nContent-Length: 1000000\r\n\r\n";
    }

    private List<Socket> slow(String beginning) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < MANY / 6; i++) {
            sockets.add(open(beginning));
        }
        return sockets;
    }

    private Socket open(String beginning) throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(LONGER_THAN_ANY_LIMIT);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static void mustServeOthersBesideThem(List<Socket> slow) throws IOException {
        try {
            for (int i = 0; i < 5; i++) {
                given().config(io.restassured.RestAssured.config()
                                .httpClient(io.restassured.config.HttpClientConfig.httpClientConfig()
                                        .setParam("http.socket.timeout", LONGER_THAN_ANY_LIMIT / 4)))
                        .get("/logg-inn")
                        .then()
                        .statusCode(200);
            }
            for (var socket : slow) {
                mustBeRefused(firstLine(socket));
                assertTrue(isLeft(socket), "a slow connection is kept for ever");
            }
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    /** Answered with a refusal, or closed without a word. */
    private static void mustBeRefused(String status) {
        assertTrue(status.isEmpty() || status.matches("HTTP/1\\.\\d (4\\d\\d|501|505) .*"), status);
    }

    private static boolean isLeft(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /LONG HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /?q=LONG HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX-Long: LONG\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nCookie: LONG\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nMANY\r\n\r\n",
                "LONG / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nX\u0000Y: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX-Split : a\r\n\r\n",
                "GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nX-Null: a\u0000b\r\n\r\n",
                "POST /logg-inn HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /logg-inn HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
                "POST /logg-inn HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /logg-inn HTTP/1.1\r\nHost: a\r\nContent-Length: a\r\n\r\n",
                "POST /logg-inn HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void whatIsNoProperRequestIsRefused(String request) throws IOException {
        try (var socket = open(
                request.replace("LONG", "a".repeat(70_000)).replace("MANY", "X-A: b\r\n".repeat(9_000) + "X-A: b"))) {
            mustBeRefused(firstLine(socket));
        }
        given().get("/logg-inn").then().statusCode(200);
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0 && next != '\r';
                    next = socket.getInputStream().read()) {
                line.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            return "no answer within " + LONGER_THAN_ANY_LIMIT + " ms";
        } catch (IOException reset) {
            return "";
        }
        return line.toString();
    }

    @Test
    void aFormOfManyFieldsIsNotRead() {
        var form = new StringBuilder("csrf-token=a");
        for (int i = 0; i < 20_000; i++) {
            form.append("&a").append(i).append("=b");
        }
        var status = given().contentType("application/x-www-form-urlencoded")
                .body(form.toString())
                .post("/logg-inn")
                .statusCode();
        assertTrue(status >= 400 && status < 500, "it is answered " + status);
        assertEquals(200, given().get("/logg-inn").statusCode());
    }
}
