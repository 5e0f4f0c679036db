package no.nullpunkt.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sends what no honest client sends to every field and parameter of every operation: nothing brings the service to a fault of
 * its own, and nothing is taken that was not asked for.
 */
@QuarkusTest
class RequestAttackTest {

    /** As they stand in JSON. */
    private static final List<String> NASTY_SHAPES = List.of(
            "true",
            "[[[[[[]]]]]]",
            "{\"__proto__\": {\"admin\": true}}",
            "[\"java.net.URL\", \"http://127.0.0.1:1/\"]",
            "\"\"");

    private static final List<String> NASTY_NUMBERS =
            List.of("1e1000000000", "-1e-1000000000", "9".repeat(999), "0." + "1".repeat(900), "-1", "2147483648");

    private static final List<String> NASTY_TEXTS = List.of(
            "\" \"",
            "\"a\\u0000b\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202egnp.exe\"",
            "\"'; drop table person; -- %_\\\\ ${jndi:ldap://127.0.0.1:1/a} {{7*7}} {0} \\r\\nSet-Cookie: a=b\"",
            "\"" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@".repeat(90) + "\"");

    private static final List<String> NASTY_WORDS = List.of(
            "\"a\\u0000b\"",
            "\"-999999999-01\"",
            "\"+999999999-12-31\"",
            "\"0000-01\"",
            "\"0000-01-01\"",
            "\"" + "1.".repeat(1900) + "\"");

    private static final List<String> NASTY_IN_ADDRESSES = List.of(
            "'; drop table person; -- %_\\ {{7*7}}${7*7}\u202e\uffff",
            "../../etc/passwd",
            "1e1000000000",
            "99999999999999999999",
            "1.".repeat(900),
            "+999999999-12",
            "0000-01",
            "9999-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z");

    private final List<String> found = new ArrayList<>();
    private MeasuredBenefit it;

    @BeforeEach
    void begin() {
        it = MeasuredBenefit.create();
    }

    @AfterEach
    void nothingWasFound() {
        assertEquals(List.of(), found);
    }

    @Test
    void everyFieldTakesOrRefusesWhateverItIsSent() {
        int tried = 0;
        for (var operation : Operation.withBody()) {
            for (var field : operation.fields()) {
                for (var value : nastyFor(field, operation.fields().indexOf(field) == 0)) {
                    var body = operation
                            .with(field.pointer(), TextNode.valueOf("@here@"))
                            .toString();
                    mustNotFail(
                            operation + " " + field.pointer() + " " + shortened(value),
                            send(operation, body.replace("\"@here@\"", value)));
                    tried++;
                }
            }
        }
        assertTrue(tried > 500, "only " + tried + " were tried");
    }

    private static List<String> nastyFor(Operation.Field field, boolean isFirst) {
        var values = field.isFreeText() ? NASTY_TEXTS : field.isOfType("string") ? NASTY_WORDS : NASTY_NUMBERS;
        return isFirst ? Stream.concat(values.stream(), NASTY_SHAPES.stream()).toList() : values;
    }

    /** What is not a field of a request is refused at any depth, so nothing can be set through it. */
    @Test
    void noFieldIsTakenThatIsNotAskedFor() {
        for (var operation : Operation.withBody()) {
            var objects = objects(operation);
            for (var name : List.of(
                    "id",
                    "municipalityId",
                    "municipality_id",
                    "version",
                    "changedBy",
                    "passwordHash",
                    "class",
                    "@type")) {
                for (var pointer : objects) {
                    if (operation.fields().stream()
                            .noneMatch(field -> (field.pointer() + "/").startsWith(pointer + "/" + name + "/"))) {
                        var answer = send(
                                operation,
                                operation
                                        .with(pointer + "/" + name, IntNode.valueOf(1))
                                        .toString());
                        if (answer.statusCode() != 400 && !isRowOfMany(answer, pointer + "/" + name)) {
                            found.add(operation + " takes " + pointer + "/" + name + ": " + answer.statusCode() + " "
                                    + answer.asString());
                        }
                    }
                }
            }
        }
    }

    private static boolean isRowOfMany(Response answer, String pointer) {
        return answer.statusCode() == 422
                && answer.asString().contains("\"pointer\":\"" + pointer + "\"")
                && answer.asString().contains("unknown-field");
    }

    private static List<String> objects(Operation operation) {
        var objects = new ArrayList<String>();
        for (var field : operation.fields()) {
            var pointer = field.pointer();
            for (int slash = pointer.lastIndexOf('/'); slash >= 0; slash = pointer.lastIndexOf('/', slash - 1)) {
                var parent = pointer.substring(0, slash);
                if (!objects.contains(parent) && !pointer.substring(slash + 1).equals("0")) {
                    objects.add(parent);
                }
            }
        }
        return objects;
    }

    @Test
    void everyParameterTakesOrRefusesWhateverItIsSent() {
        for (var operation : Operation.all()) {
            for (var parameter : operation.parameters()) {
                for (var value : NASTY_IN_ADDRESSES) {
                    var request =
                            it.municipality.anywhere(Role.LEADER).body("{}").header("If-Match", "\"0\"");
                    var answer = parameter.inPath()
                            ? request.urlEncodingEnabled(false)
                                    .request(operation.method(), pathWith(operation, parameter.name(), value))
                            : request.queryParam(parameter.name(), value)
                                    .request(operation.method(), operation.pathIn(it));
                    mustNotFail(operation + " ?" + parameter.name() + "=" + shortened(value), answer);
                }
            }
        }
    }

    private String pathWith(Operation operation, String parameter, String value) {
        var path = operation.path().replace("{" + parameter + "}", "@nasty@");
        return new Operation(operation.method(), path, List.of(), null, List.of())
                .pathIn(it)
                .replace(
                        "@nasty@",
                        URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    @Test
    void everyHeaderIsTakenOrRefused() {
        for (var header : List.of(
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "Accept",
                "Accept-Language",
                "Range",
                "X-HTTP-Method-Override",
                "Content-Encoding")) {
            for (var value : List.of(
                    "",
                    "\"",
                    "*",
                    "' or 1=1",
                    "a".repeat(4000),
                    "\u00e5",
                    "${jndi:ldap://127.0.0.1:1/a}",
                    "bytes=0-,0-,0-,0-",
                    "text/html;q=NaN",
                    "nb;q=9,*;q=-1",
                    "gzip, gzip, gzip")) {
                mustNotFail(
                        header + ": " + shortened(value),
                        it.municipality
                                .as(Role.ADMINISTRATOR)
                                .header(header, value)
                                .body(Map.of("name", "Sone"))
                                .post("/units"));
            }
        }
    }

    /** A parameter is compared, never made part of a question to the database. */
    @Test
    void whatIsSearchedForIsOnlySearchedFor() {
        var request = it.municipality.anywhere(Role.LEADER);
        for (var nothing : List.of("%", "_", "%%%", "' or '1'='1", "\\", "Test%ommune")) {
            assertEquals(
                    List.of(),
                    it.municipality
                            .anywhere(Role.LEADER)
                            .queryParam("q", nothing)
                            .get("/api/v1/municipalities")
                            .jsonPath()
                            .getList("items"),
                    nothing);
        }
        assertTrue(request.queryParam("q", "oslo")
                        .get("/api/v1/municipalities")
                        .jsonPath()
                        .getList("items")
                        .size()
                > 0);
    }

    @Test
    void aMethodIsNotWhatAHeaderSaysItIs() {
        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            it.municipality
                    .as(Role.ADMINISTRATOR)
                    .header(header, "PUT")
                    .body(Map.of("name", "Ny"))
                    .get("/units/" + it.unit)
                    .then()
                    .statusCode(200);
            it.municipality
                    .as(Role.ADMINISTRATOR)
                    .header(header, "PUT")
                    .queryParam("_method", "PUT")
                    .body(Map.of("name", "Ny"))
                    .post("/units/" + it.unit)
                    .then()
                    .statusCode(405);
        }
        assertEquals(0, it.municipality.number("select count(*) from unit where municipality_id = %d and name = 'Ny'"));
    }

    @Test
    void onlyMethodsOfTheContractAreAnswered() {
        for (var method : List.of("TRACE", "TRACK", "DEBUG", "PROPFIND", "CONNECT")) {
            for (var path : List.of("/", "/api/v1/me", "/health", "/nullpunkt.css")) {
                var status = it.municipality
                        .anywhere(Role.LEADER)
                        .header("X-Secret", "hidden")
                        .request(method, path);
                if (status.statusCode() < 400 || status.asString().contains("hidden")) {
                    found.add(method + " " + path + " answers " + status.statusCode());
                }
            }
        }
    }

    private Response send(Operation operation, String body) {
        return it.municipality
                .anywhere(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(body)
                .request(operation.method(), operation.pathIn(it));
    }

    private void mustNotFail(String what, Response answer) {
        if (answer.statusCode() >= 500) {
            found.add(what + " answers " + answer.statusCode());
        }
    }

    private static String shortened(String value) {
        return value.length() < 40 ? value : value.substring(0, 40) + "…";
    }
}
