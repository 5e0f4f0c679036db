package no.nullpunkt.attacks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers forbid browsers: to frame, sniff, keep, run or tell more than they must. */
@QuarkusTest
class HeaderAttackTest {

    private static final Pattern INLINE = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL);

    @Test
    void everyPageRunsOnlyWhatIsServedFromHere() {
        var it = MeasuredBenefit.create();
        var found = new ArrayList<String>();
        int pages = 0;
        for (var role : List.of(Role.PROJECT_LEADER, Role.LEADER, Role.BENEFIT_OWNER, Role.ADMINISTRATOR)) {
            var crawl = new PageForms(it.municipality, role);
            var seen = new ArrayList<String>();
            crawl.eachPage((address, page) -> {
                seen.add(address);
                check(address, page, found);
            });
            pages += seen.size();
        }
        for (var address : List.of("/logg-inn", "/finnes-ikke", "/tilgjengelighet", "/testing/failing")) {
            check(address, new Browser().get(address), found);
        }
        assertEquals(List.of(), found);
        assertTrue(pages >= 10, "only " + pages + " pages were found");
    }

    private static void check(String address, Response page, List<String> found) {
        if (address.startsWith("/api-docs")) {
            return;
        }
        var policy = String.valueOf(page.header("Content-Security-Policy"));
        if (!policy.contains("default-src 'none'")
                || !policy.contains("frame-ancestors 'none'")
                || policy.contains("unsafe")) {
            found.add(address + " has the policy " + policy);
        }
        if (!"no-store".equals(page.header("Cache-Control"))) {
            found.add(address + " may be kept: " + page.header("Cache-Control"));
        }
        for (var name : List.of("Content-Security-Policy", "Cache-Control", "X-Frame-Options")) {
            if (page.headers().getValues(name).size() != 1) {
                found.add(address + " has " + page.headers().getValues(name));
            }
        }
        var html = page.asString();
        if (html.contains(" style=")
                || html.matches("(?s).*<[^>]+\\son[a-z]+=.*")
                || html.contains("<style")
                || html.matches("(?s).*<script(?![^>]*\\bsrc=).*")
                || html.contains("javascript:")) {
            found.add(address + " has a script or style in it, which the policy forbids");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/logg-inn",
                "/api/v1/me",
                "/api/v1/nothing",
                "/nullpunkt.css",
                "/openapi",
                "/health",
                "/api-docs/",
                "/finnes-ikke"
            })
    void everyAnswerIsGuarded(String address) {
        given().redirects()
                .follow(false)
                .get(address)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Permissions-Policy", containsString("geolocation=()"))
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue());
    }

    /** Should a browser be made to show an answer of the API, nothing in it runs. */
    @Test
    void whatIsPersonalIsKeptByNobody() {
        var it = MeasuredBenefit.create();
        for (var path : List.of(
                "/people",
                "/units",
                "/todo",
                "/results?from=2026-01&to=2026-01",
                "/facts.csv?from=2026-01&to=2026-01",
                "/nothing")) {
            it.municipality
                    .as(Role.PROJECT_LEADER)
                    .get(path)
                    .then()
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", startsWith("default-src 'none'; base-uri"));
        }
        given().get("/nullpunkt.css").then().header("Cache-Control", not("no-store"));
    }

    /** The one page with a script in it: it is let through by its hash. When this fails, Quarkus has a new one. */
    @Test
    void theDocumentationOfTheApiRunsOnlyItsOwnScript() throws Exception {
        var page = given().get("/api-docs/");
        var policy = page.header("Content-Security-Policy");
        var inline = INLINE.matcher(page.asString());
        int hashes = 0;
        while (inline.find()) {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(inline.group(2).getBytes(StandardCharsets.UTF_8));
            assertTrue(
                    policy.contains(inline.group(1) + "-src 'self' 'sha256-"
                            + Base64.getEncoder().encodeToString(hash) + "'"),
                    inline.group(1) + " has the hash " + Base64.getEncoder().encodeToString(hash)
                            + ", but the policy is " + policy);
            hashes++;
        }
        assertEquals(hashes, policy.split("sha256-", -1).length - 1, policy);
    }

    @Test
    void overTlsNothingGoesBackToPlainHttp() {
        given().get("/logg-inn").then().header("Strict-Transport-Security", nullValue());
        var page = given().header("X-Forwarded-Proto", "https").get("/logg-inn");
        page.then().header("Strict-Transport-Security", startsWith("max-age="));
        assertTrue(page.getDetailedCookie("csrf-token").isSecured(), "the cookie of forms");
    }

    @Test
    void overTlsTheSessionIsOfThisHostAndOfTlsOnly() {
        var credentials = Municipality.create().credentials(Role.LEADER).split(":", 2);
        var token =
                given().header("X-Forwarded-Proto", "https").get("/logg-inn").cookie("csrf-token");
        var answer = given().header("X-Forwarded-Proto", "https")
                .redirects()
                .follow(false)
                .cookie("csrf-token", token)
                .formParam("csrf-token", token)
                .formParam("epost", credentials[0])
                .formParam("passord", credentials[1])
                .post("/logg-inn");
        var cookie = answer.getDetailedCookie("__Host-nullpunkt-session");
        assertTrue(
                cookie.isSecured() && cookie.isHttpOnly() && "/".equals(cookie.getPath()) && cookie.getDomain() == null,
                cookie.toString());

        given().header("X-Forwarded-Proto", "https")
                .redirects()
                .follow(false)
                .cookie("__Host-nullpunkt-session", cookie.getValue())
                .get("/")
                .then()
                .statusCode(200);
        // A neighbour under the same domain can set a cookie of the plain name, so it does not count.
        given().accept("text/html")
                .header("X-Forwarded-Proto", "https")
                .redirects()
                .follow(false)
                .cookie("nullpunkt-session", cookie.getValue())
                .get("/")
                .then()
                .statusCode(303);
    }

    /** No other site reads an answer in its visitor's name, for none is let in. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/me", "/openapi", "/health"})
    void noOtherSiteIsLetIn(String address) {
        for (var method : List.of("GET", "OPTIONS")) {
            var answer = given().redirects()
                    .follow(false)
                    .header("Origin", "https://evil.example")
                    .header("Access-Control-Request-Method", "PUT")
                    .header("Access-Control-Request-Headers", "authorization")
                    .request(method, address);
            assertTrue(
                    answer.headers().asList().stream()
                            .noneMatch(header -> header.getName().toLowerCase().startsWith("access-control")),
                    method + " " + address + " " + answer.headers());
        }
    }

    /** A link in a page or mail leads to the configured address, whatever a request claims to have asked for. */
    @Test
    void aHostThatIsMadeUpLeadsNobodyAnywhere() {
        for (var host : List.of("evil.example", "evil.example:80", "127.0.0.1@evil.example")) {
            var answer = given().redirects()
                    .follow(false)
                    .header("Host", host)
                    .header("X-Forwarded-Host", "evil.example")
                    .header("Forwarded", "host=evil.example")
                    .accept("text/html")
                    .get("/");
            assertTrue(!answer.asString().contains("evil"), host);
            answer.then().statusCode(allOf(not(200), not(500)));
        }
    }
}
