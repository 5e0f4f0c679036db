package no.nullpunkt.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInTest {

    @Test
    void whoeverIsNotSignedInIsSentToSignInAndThenOnwards() {
        new Browser()
                .get("/?maned=2026-10")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/logg-inn?videre=%2F%3Fmaned%3D2026-10"));
    }

    @Test
    void aPersonSignsInAndOut() {
        var municipality = Municipality.create();
        var browser = new Browser();
        browser.signIn(municipality.credentials(Role.LEADER), "/")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/"));
        browser.get("/").then().statusCode(200).body(containsString("Testkommune " + municipality.number));

        browser.post("/logg-ut", "ut", "ja").then().statusCode(303);

        browser.get("/").then().statusCode(303);
    }

    @Test
    void theCookieOfASessionIsForTheServerAndThisSiteOnly() {
        var browser = new Browser();
        var cookie = browser
                .signIn(Municipality.create().credentials(Role.LEADER), "/")
                .getHeaders()
                .getValues("Set-Cookie")
                .stream()
                .filter(value -> value.startsWith("nullpunkt-session"))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.contains("HTTPOnly") && cookie.contains("SameSite=Strict"), cookie);
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhichOfTheTwoIsWrong() {
        var browser = new Browser();
        browser.signIn("nobody@nowhere.example:wrong", "/")
                .then()
                .statusCode(401)
                .body(containsString("passer ikke sammen"), containsString("nobody@nowhere.example"));
        browser.get("/").then().statusCode(303);
    }

    /** Else neither its looks nor its form would work. */
    @Test
    void aPageThatRefusesMayDoWhatOtherPagesMay() {
        new Browser()
                .signIn("nobody@nowhere.example:wrong", "/")
                .then()
                .statusCode(401)
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("style-src 'self'"), containsString("form-action 'self'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example/", "evil.example", ""})
    void signInLeadsNowhereElse(String onwards) {
        new Browser()
                .signIn(Municipality.create().credentials(Role.LEADER), onwards)
                .then()
                .statusCode(303)
                .header("Location", allOf(not(containsString("evil")), endsWith("/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logg-inn", "/logg-ut"})
    void aFormWithoutItsTokenIsRefused(String path) {
        var browser = new Browser();
        browser.signIn(Municipality.create().credentials(Role.LEADER), "/");

        given().cookies(browser.cookies())
                .accept("text/html")
                .formParam("csrf-token", "guessed")
                .post(path)
                .then()
                .statusCode(400);

        browser.get("/").then().statusCode(200);
    }

    /** So that no page of another site can write through a browser that is signed in. */
    @Test
    void theApiTakesNoCookie() {
        var measured = MeasuredBenefit.create();
        var browser = new Browser();
        browser.signIn(measured.municipality.credentials(Role.PROJECT_LEADER), "/");
        var path = "/api/v1/municipalities/" + measured.municipality.number + measured.value("2026-01");

        given().cookies(browser.cookies())
                .contentType("application/json")
                .body("{\"status\": \"MEASURED\", \"value\": 3}")
                .put(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Basic"));
        given().cookies(browser.cookies()).get(path).then().statusCode(401);
    }

    /** A browser keeps a password it once asked for, and would send it for whatever other sites make it do. */
    @Test
    void pagesTakeNoPasswordInAHeader() {
        Municipality.create()
                .anywhere(Role.LEADER)
                .accept("text/html")
                .redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(303);
    }

    @Test
    void whatWasTypedWhenTheSessionRanOutComesBackAfterSignIn() {
        var municipality = Municipality.create();
        var browser = new Browser();
        browser.get("/logg-inn");

        var asked = browser.post("/", "verdi-1", "1 100,5 <\"&æ>", "maned", "2026-10");

        asked.then()
                .statusCode(401)
                .body(
                        containsString("er tatt vare på"),
                        containsString("name=\"verdi-1\" value=\"1 100,5 &lt;&quot;&amp;æ&gt;\""));
        browser.signIn(municipality.credentials(Role.LEADER), "/", "skrevet-for", "ja", "verdi-1", "1 100,5")
                .then()
                .statusCode(307)
                .header("Location", endsWith("/"));
    }

    @Test
    void aWrongPasswordLosesNothingThatWasTyped() {
        new Browser()
                .signIn("nobody@nowhere.example:wrong", "/", "skrevet-for", "ja", "verdi-1", "1 100,5")
                .then()
                .statusCode(401)
                .body(containsString("value=\"1 100,5\""), not(containsString("value=\"wrong\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void aLanguageIsChosenAndRemembered(String language) {
        var browser = new Browser();
        browser.get("/sprak/" + language + "?videre=/logg-inn")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/logg-inn"));
        browser.get("/logg-inn").then().body(containsString("<html lang=\"" + language + "\">"));
    }

    @Test
    void pagesForbidWhatTheyDoNotNeed() {
        new Browser()
                .get("/logg-inn")
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("Set-Cookie", containsString("SameSite=Strict"))
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Referrer-Policy", is("same-origin"))
                .header("Cache-Control", is("no-store"))
                .body(not(containsString("style=")), not(containsString("onclick")));
    }

    @Test
    void whatIsNotThereIsToldAsAPageToWhoeverLooksAtPages() {
        new Browser()
                .get("/finnes-ikke")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("<h1>"));
        given().get("/finnes-ikke").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void anotherMunicipalityIsNotThere() {
        var browser = new Browser();
        browser.signIn(Municipality.create().credentials(Role.LEADER), "/");

        browser.get("/?kommune=" + Municipality.create().number).then().statusCode(404);
    }

    @Test
    void machinesLookAtNoPages() {
        var browser = new Browser();
        browser.signIn(Municipality.create().credentials(Role.INTEGRATION), "/");

        browser.get("/").then().statusCode(403).header("Location", nullValue());
    }
}
