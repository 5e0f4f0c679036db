package no.nullpunkt.attacks;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Another site that makes a browser write here, or leads it astray by a link to here. */
@QuarkusTest
class CrossSiteAttackTest {

    /** However a form is found, without the token of the browser it does nothing. */
    @Test
    void noFormIsTakenWithoutItsToken() {
        var it = MeasuredBenefit.create();
        var taken = new ArrayList<String>();
        int tried = 0;
        for (var role : List.of(Role.PROJECT_LEADER, Role.BENEFIT_OWNER, Role.ADMINISTRATOR)) {
            var pages = new PageForms(it.municipality, role);
            for (var form : pages.all()) {
                for (var token : new String[] {null, "", "guessed"}) {
                    if (form.posted()) {
                        var values = new TreeMap<>(form.values());
                        values.remove("csrf-token");
                        if (token != null) {
                            values.put("csrf-token", token);
                        }
                        var status = given().cookies(pages.browser().cookies())
                                .accept("text/html")
                                .redirects()
                                .follow(false)
                                .formParams(values)
                                .post(form.action())
                                .statusCode();
                        if (status != 400) {
                            taken.add(form.page() + " posts to " + form.action() + " and is answered " + status);
                        }
                        tried++;
                    }
                }
            }
        }
        assertEquals(List.of(), taken);
        assertTrue(tried > 20, "only " + tried + " forms were found");
    }

    /** The token is right, as it is where a neighbour under the same domain has set the cookie; the browser tells who asks. */
    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://evil.example",
        "Origin, http://sub.127.0.0.1",
        "Origin, null"
    })
    void noFormIsTakenFromAnotherSite(String header, String value) {
        var browser = new Browser();
        browser.signIn(Municipality.create().credentials(Role.LEADER), "/");

        given().cookies(browser.cookies())
                .accept("text/html")
                .header(header, value)
                .formParam("csrf-token", browser.cookies().get("csrf-token"))
                .post("/logg-ut")
                .then()
                .statusCode(403)
                .body(containsString("annet nettsted"));

        browser.get("/").then().statusCode(200);
    }

    /** Browsers remember a password of HTTP Basic and send it along, also with what another site makes them send. */
    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://evil.example"})
    void noOperationIsCarriedOutForAnotherSite(String header, String value) {
        var it = MeasuredBenefit.create();
        for (var operation : Operation.all()) {
            if (!operation.method().equals("GET")) {
                problem(
                        it.municipality
                                .anywhere(Role.PROJECT_LEADER)
                                .header(header, value)
                                .body("{}")
                                .request(operation.method(), operation.pathIn(it))
                                .then(),
                        403,
                        "cross-site");
            }
        }
    }

    @Test
    void whoeverSendsFromHereIsLetThrough() {
        var it = MeasuredBenefit.create();
        for (var site : List.of("same-origin", "none")) {
            it.municipality
                    .as(Role.ADMINISTRATOR)
                    .header("Sec-Fetch-Site", site)
                    .body(Map.of("name", "Sone"))
                    .post("/units")
                    .then()
                    .statusCode(201);
        }
        it.municipality
                .as(Role.ADMINISTRATOR)
                .header("Origin", io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port)
                .body(Map.of("name", "Sone"))
                .post("/units")
                .then()
                .statusCode(201);
    }

    static List<String> astray() {
        return List.of(
                "https://evil.example/",
                "//evil.example/",
                "///evil.example/",
                "/\\evil.example/",
                "\\\\evil.example/",
                "/\t/evil.example/",
                "/\n/evil.example/",
                "\t//evil.example/",
                " //evil.example/",
                "/%09/evil.example/",
                "/%2f%2fevil.example/",
                "%2f%2fevil.example/",
                "http:evil.example",
                "javascript:alert(1)//evil",
                "data:text/html,evil",
                "/\u0000//evil.example",
                "/\r\nLocation: https://evil.example/",
                "/%0d%0aLocation:%20https://evil.example/",
                "/..//evil.example/",
                "/.//evil.example/",
                "@evil.example",
                "/@evil.example");
    }

    /** From the sign-in and from the choice of language, which both come back to where one was. */
    @ParameterizedTest
    @MethodSource("astray")
    void signInLeadsNowhereElse(String onwards) {
        var answers = List.of(
                new Browser().signIn(Municipality.create().credentials(Role.LEADER), onwards),
                given().redirects().follow(false).queryParam("videre", onwards).get("/sprak/nn"));
        for (var answer : answers) {
            var to = answer.header("Location");
            if (to != null) {
                var path = to.replaceFirst("^http://[^/]*", "");
                assertTrue(
                        path.startsWith("/")
                                && !path.startsWith("//")
                                && !path.startsWith("/\\")
                                && !path.matches("(?s).*[\\p{Cntrl}\\\\].*"),
                        onwards + " leads to " + to);
                assertEquals(
                        java.net
                                .URI
                                .create(io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port)
                                .getAuthority(),
                        java.net
                                .URI
                                .create(io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port
                                        + "/")
                                .resolve(to)
                                .normalize()
                                .getAuthority(),
                        to);
            }
            assertEquals(1, Math.max(1, answer.headers().getValues("Location").size()));
        }
    }

    /** A part of an address that another answer repeats in a header. */
    @Test
    void noHeaderCanBeAdded() {
        var municipality = Municipality.create();
        for (var broken : List.of(
                "%0d%0aSet-Cookie:%20a=b",
                "%0aSet-Cookie:a=b", "%E5%98%8D%E5%98%8ASet-Cookie:a=b", "\"; filename=evil.exe")) {
            for (var path : List.of(
                    "/sprak/nb?videre=/",
                    "/sprak/",
                    "/logg-inn?videre=/",
                    "/api/v1/municipalities/" + municipality.number + "/facts.csv?to=2026-01&from=2026-01",
                    "/api/v1/municipalities/" + municipality.number + "/entry-workbook?month=2026-01")) {
                municipality
                        .anywhere(Role.LEADER)
                        .urlEncodingEnabled(false)
                        .redirects()
                        .follow(false)
                        .get(path + broken.replace("\"", "%22").replace(" ", "%20"))
                        .then()
                        .header("Set-Cookie", not(containsString("a=b")))
                        .header("Content-Disposition", not(containsString("evil")));
            }
        }
    }

    @Test
    void aFormOnThisSiteComesBackToIt() {
        new Browser()
                .signIn(Municipality.create().credentials(Role.LEADER), "/registrer?a=b")
                .then()
                .statusCode(303)
                .header("Location", allOf(endsWith("/registrer?a=b")));
    }
}
