package no.nullpunkt.shared;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, and whoever is to blame, the answer is a problem that says what and where. */
@QuarkusTest
class ProblemsTest {

    private static final int MIB = 1024 * 1024;

    private static Municipality municipality;

    @TestHTTPResource("/")
    URI service;

    @BeforeAll
    static void create() {
        municipality = Municipality.create();
    }

    @ParameterizedTest
    @CsvSource({
        "/units?limit=abc, ?limit",
        "/units?limit=1.5, ?limit",
        "/units?limit=99999999999, ?limit",
        "/units?limit=0, ?limit",
        "/units?limit=201, ?limit",
        "/units?cursor=%25%25, ?cursor",
        "/benefits?rolloutId=abc, ?rolloutId",
        "/results?from=2026-13, ?from",
        "/results?asOf=yesterday, ?asOf"
    })
    void aParameterThatCannotBeRead(String path, String pointer) {
        asked(leader().get(path).then(), 400).body("errors.pointer", is(List.of(pointer)));
    }

    @Test
    void aBooleanIsTrueOrFalse() {
        asked(
                        municipality
                                .anywhere(Role.LEADER)
                                .get("/api/v1/municipalities?demonstration=abc")
                                .then(),
                        400)
                .body("errors[0].pointer", equalTo("?demonstration"));
        municipality
                .anywhere(Role.LEADER)
                .get("/api/v1/municipalities?demonstration=true")
                .then()
                .statusCode(200);
    }

    @Test
    void aMonthInThePathThatIsNone() {
        problem(
                        administrator()
                                .body(Map.of("value", 1750))
                                .put("/parameters/hours-per-fte/2026-13")
                                .then(),
                        400,
                        "not-a-month")
                .body("errors[0].pointer", equalTo("?from"));
    }

    /** What is no id names nothing. */
    @Test
    void anIdInThePathThatIsNone() {
        problem(leader().get("/units/abc").then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/catalogue/technologies/%00/indicators",
                "/api/v1/catalogue/technologies/a%0Ab/indicators",
                "/api/v1/municipalities?q=%00",
                "/api/v1/municipalities?q=a%1Fb",
                "/api/v1/municipalities?cursor=AAAA%00",
                "/api/v1/municipalities/%00/units",
                "/api/v1/municipalities/0301%7F"
            })
    void controlCharactersInTheAddress(String path) {
        problem(
                municipality
                        .anywhere(Role.LEADER)
                        .urlEncodingEnabled(false)
                        .get(path)
                        .then(),
                400,
                "control-character");
    }

    /** Base64 of a control character: what a cursor holds is checked where it is read. */
    @Test
    void controlCharactersInACursor() {
        problem(
                municipality
                        .anywhere(Role.LEADER)
                        .get("/api/v1/municipalities?cursor=AA")
                        .then(),
                400,
                "unreadable-cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /units, 'GET, HEAD, OPTIONS, POST'",
        "DELETE, /units, 'GET, HEAD, OPTIONS, POST'",
        "POST, '', 'GET, HEAD, OPTIONS'",
        "PATCH, /benefits, 'GET, HEAD, OPTIONS'"
    })
    void aMethodThatTheAddressDoesNotTake(String method, String path, String allowed) {
        problem(administrator().body("{}").request(method, path).then(), 405, "method-not-allowed")
                .header("Allow", allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api/v1/nothing", "/api/v2/me", "/api"})
    void addressesOfNothing(String path) {
        problem(municipality.anywhere(Role.LEADER).get(path).then(), 404, "not-found");
        problem(given().get(path).then(), 404, "not-found");
    }

    /** A browser that looks at pages is answered by one; see SignInTest. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v2/me", "/api"})
    void theApiAnswersByProblemsWhateverIsAccepted(String path) {
        problem(given().accept("text/html").get(path).then(), 404, "not-found");
    }

    @Test
    void aFormThatIsNotAnsweredIn() {
        problem(leader().accept("application/pdf").get("/units").then(), 406, "not-acceptable");
    }

    @Test
    void aMediaTypeThatIsNotRead() {
        problem(
                administrator()
                        .contentType("text/plain")
                        .body("name")
                        .post("/units")
                        .then(),
                415,
                "wrong-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic abc", "Basic bm9jb2xvbg==", "Basic Og==", "Bearer abc", "abc"})
    void aSignInThatCannotBeRead(String authorization) {
        problem(given().header("Authorization", authorization).get("/api/v1/me").then(), 401, "sign-in-required")
                .header("WWW-Authenticate", containsString("Basic"));
    }

    @Test
    void noSignIn() {
        problem(given().get("/api/v1/me").then(), 401, "sign-in-required");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"name\": `, malformed-json, `line 1, column 10`",
                "`{\"name\": \"A\"} {}`, wrong-shape, ``",
                "`{\"name\": \"A\", \"name\": \"B\"}`, malformed-json, `line 1, column 21`",
                "`{\"name\": \"A\", \"naem\": 1}`, unknown-field, /naem",
                "`{\"name\": 5}`, wrong-type, /name",
                "`{\"name\": true}`, wrong-type, /name",
                "`{\"name\": [\"A\"]}`, wrong-shape, /name",
                "`{\"name\": \"A\", \"parentId\": \"abc\"}`, wrong-type, /parentId",
                "`[]`, wrong-shape, ``",
                "`\"A\"`, wrong-shape, ``"
            })
    void aBodyThatCannotBeUnderstood(String body, String code, String pointer) {
        problem(administrator().body(body).post("/units").then(), 400, code)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " "})
    void noBody(String body) {
        problem(administrator().body(body).post("/units").then(), 400, "body-missing");
    }

    @Test
    void bytesThatAreNotUtf8() {
        var latin1 = "{\"name\": \"Bodø\"}".getBytes(StandardCharsets.ISO_8859_1);
        problem(administrator().body(latin1).post("/units").then(), 400, "malformed-json");
    }

    @Test
    void aBodyNestedTooDeep() {
        problem(
                administrator()
                        .body("{\"kind\": " + "[".repeat(2_000))
                        .post("/units")
                        .then(),
                400,
                "wrong-shape");
        problem(administrator().body("[".repeat(2_000)).post("/units").then(), 400, "wrong-shape");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e2147483647", "1e99999999999999999999"})
    void aNumberBeyondMeasure(String number) {
        var body = "{\"value\": " + number + "}";
        var response = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> administrator()
                        .header("Idempotency-Key", number)
                        .body(body)
                        .put("/parameters/hours-per-fte/2026-01")
                        .then());
        asked(response, 400);
    }

    @Test
    void aNumberOfTooManyDigitsIsAgainstARule() {
        problem(
                        administrator()
                                .body("{\"value\": " + "9".repeat(16) + "}")
                                .put("/parameters/hours-per-fte/2026-01")
                                .then(),
                        422,
                        "invalid")
                .body("errors[0].code", equalTo("amount"));
    }

    @Test
    void textThatIsTooLong() {
        problem(
                        administrator()
                                .body(Map.of("name", "x".repeat(4001)))
                                .post("/units")
                                .then(),
                        413,
                        "text-too-long")
                .body("detail", matchesPattern(".*4.000.*"))
                .body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void everyRuleThatIsBrokenIsTold() {
        problem(
                        administrator()
                                .body(Map.of("name", "", "kind", "\u0007"))
                                .header("Accept-Language", "en")
                                .post("/units")
                                .then(),
                        422,
                        "invalid")
                .body("errors.pointer", is(List.of("/kind", "/name")))
                .body("errors.code", is(List.of("unprintable", "not-blank")))
                .body("errors.message", hasItem("This must be given and cannot be blank."));
    }

    @Test
    void aBodyOfMoreThanTheLimit() {
        problem(administrator().body(new byte[16 * MIB + 1]).post("/units").then(), 413, "too-large")
                .body("detail", containsString("16 MiB"));
    }

    /** Whose length is not told beforehand. */
    @Test
    void aStreamOfMoreThanTheLimit() throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/municipalities/" + municipality.number + "/units HTTP/1.1\r\n"
                            + "Host: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                            + "Authorization: " + municipality.authorization(Role.ADMINISTRATOR) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var chunk = "x".repeat(MIB).getBytes(StandardCharsets.US_ASCII);
            try {
                out.write("a\r\n{\"name\": \"\r\n".getBytes(StandardCharsets.US_ASCII));
                for (var i = 0; i < 17; i++) {
                    out.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(chunk);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException answeredBeforeTheEnd) {
                // The answer may come before all is sent.
            }
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("\"code\":\"too-large\""), answer);
        }
    }

    @Test
    void aFaultOfOursTellsItsNumberAndNothingOfTheInside() {
        problem(given().get("/testing/failing").then(), 500, "unexpected")
                .body("incident", matchesPattern("[0-9a-f-]{36}"))
                .body("detail", not(containsString("secret")))
                .body("$", not(hasKey("stackTrace")));
    }

    @ParameterizedTest
    @CsvSource({
        "nb, Her er det ingenting",
        "no, Her er det ingenting",
        "nn, Her er det ingenting",
        "'fr, en;q=0.5', There is nothing here",
        "fr, Her er det ingenting",
        "'**', Her er det ingenting"
    })
    void inTheLanguageOfTheCaller(String language, String beginning) {
        problem(leader().header("Accept-Language", language).get("/nothing").then(), 404, "not-found")
                .body("detail", containsString(beginning));
    }

    private static ValidatableResponse asked(ValidatableResponse response, int status) {
        return problem(response, status, response.extract().path("code"));
    }

    private static RequestSpecification leader() {
        return municipality.as(Role.LEADER);
    }

    private static RequestSpecification administrator() {
        return municipality.as(Role.ADMINISTRATOR);
    }
}
