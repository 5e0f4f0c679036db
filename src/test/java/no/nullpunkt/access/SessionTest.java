package no.nullpunkt.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {

    private static final String COOKIE = "nullpunkt-session";

    @Inject
    Clock clock;

    @Inject
    PurgeService purge;

    private Municipality municipality;
    private String credentials;

    @BeforeEach
    void someone() {
        municipality = Municipality.create();
        credentials = municipality.credentials(Role.LEADER);
    }

    @AfterEach
    void timeGoesOn() {
        ((TestClock) clock).reset();
    }

    private void later(Duration after) {
        ((TestClock) clock).set(clock.instant().plus(after));
    }

    private Browser signedIn() {
        var browser = new Browser();
        browser.signIn(credentials, "/").then().statusCode(303);
        return browser;
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/konto").statusCode() == 200;
    }

    @Test
    void aSessionEndsAfterAnHourWithoutUse() {
        var browser = signedIn();
        later(Duration.ofMinutes(59));
        assertEquals(true, isIn(browser));
        later(Duration.ofMinutes(59));
        assertEquals(true, isIn(browser));

        later(Duration.ofMinutes(61));

        assertEquals(false, isIn(browser));
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() {
        var browser = signedIn();
        for (var i = 0; i < 14; i++) {
            later(Duration.ofMinutes(50));
            assertEquals(true, isIn(browser), "after " + (i + 1) * 50 + " minutes");
        }

        later(Duration.ofMinutes(30));

        assertEquals(false, isIn(browser));
    }

    /** As when a server's clock is put right, or another instance with another clock answers. */
    @Test
    void aClockThatMovesBackAndForthEndsNoSession() {
        var browser = signedIn();
        for (var moved : List.of(Duration.ofMinutes(-50), Duration.ofMinutes(55), Duration.ofMinutes(-5))) {
            later(moved);
            assertEquals(true, isIn(browser), "after " + moved);
        }
    }

    @Test
    void whoeverSignsOutIsOutAlsoWithTheCookieKept() {
        var browser = signedIn();
        var stolen = browser.cookies();
        browser.post("/logg-ut", "ut", "ja").then().statusCode(303);

        given().cookies(stolen)
                .accept("text/html")
                .redirects()
                .follow(false)
                .get("/konto")
                .then()
                .statusCode(303);
    }

    /** Fixation: an attacker who plants a cookie is not signed in with it by its victim. */
    @Test
    void aSignInMakesASecretOfItsOwnAndEndsTheOneItFound() {
        var attacker = signedIn();
        var planted = attacker.cookies().get(COOKIE);
        var victim = new Browser();
        victim.get("/logg-inn");
        var answer = given().cookies(victim.cookies())
                .cookie(COOKIE, planted)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .redirects()
                .follow(false)
                .formParam("csrf-token", victim.cookies().get("csrf-token"))
                .formParam(
                        "epost", municipality.credentials(Role.PROJECT_LEADER).split(":")[0])
                .formParam(
                        "passord", municipality.credentials(Role.PROJECT_LEADER).split(":", 2)[1])
                .post("/logg-inn");

        answer.then().statusCode(303);
        assertNotEquals(planted, answer.getCookie(COOKIE));
        assertEquals(false, isIn(attacker));
    }

    @Test
    void aPersonSeesWhereTheyAreSignedInAndEndsIt() {
        var here = signedIn();
        var elsewhere = signedIn();
        var listed = municipality.anywhere(Role.LEADER).get("/api/v1/me/sessions");
        listed.then().statusCode(200).body("items.size()", is(2)).body("items[0].network", is("127.0.0.0/24"));
        here.get("/konto")
                .then()
                .statusCode(200)
                .body(containsString("denne nettleseren"), containsString("Logg ut overalt ellers"));

        here.post("/konto/okter", "avslutt", "andre").then().statusCode(303);

        assertEquals(false, isIn(elsewhere));
        assertEquals(true, isIn(here));
        here.get("/konto").then().body(not(containsString("Logg ut overalt ellers")));
    }

    @Test
    void oneSessionIsEndedAndNobodyElses() {
        var browser = signedIn();
        String id =
                municipality.anywhere(Role.LEADER).get("/api/v1/me/sessions").path("items[0].id");

        municipality
                .anywhere(Role.ADMINISTRATOR)
                .delete("/api/v1/me/sessions/" + id)
                .then()
                .statusCode(404);
        assertEquals(true, isIn(browser));
        municipality
                .anywhere(Role.LEADER)
                .delete("/api/v1/me/sessions/" + id)
                .then()
                .statusCode(204);
        assertEquals(false, isIn(browser));
    }

    @Test
    void anAdministratorEndsAllSessionsOfAPersonAndNobodyElseDoes() {
        var browser = signedIn();
        var path = "/people/" + municipality.person(Role.LEADER) + "/sessions";
        for (var role : List.of(Role.LEADER, Role.PROJECT_LEADER, Role.BENEFIT_OWNER)) {
            municipality.as(role).delete(path).then().statusCode(403);
        }
        assertEquals(true, isIn(browser));

        municipality.as(Role.ADMINISTRATOR).delete(path).then().statusCode(204);

        assertEquals(false, isIn(browser));
        municipality
                .as(Role.ADMINISTRATOR)
                .get("/security-events?limit=3")
                .then()
                .body("items.kind", org.hamcrest.Matchers.hasItem("SESSION_ENDED"))
                .body(
                        "items.find { it.kind == 'SESSION_ENDED' }.byId",
                        is(municipality.person(Role.ADMINISTRATOR).toString()));
    }

    @Test
    void theSessionOfSomeoneWhoHasLeftIsOver() {
        var browser = signedIn();

        municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("reason", "Har sluttet"))
                .post("/people/" + municipality.person(Role.LEADER) + "/end")
                .then()
                .statusCode(200);

        assertEquals(false, isIn(browser));
        assertEquals(0, municipality.number("select count(*) from page_session where municipality_id = %d"));
    }

    /** What another tab of an ended session had open is asked for again, and then saved. */
    @Test
    void whatWasTypedInATabWhoseSessionWasEndedIsKept() {
        var browser = signedIn();
        municipality.anywhere(Role.LEADER).delete("/api/v1/me/sessions").then().statusCode(204);

        browser.post("/", "verdi-1", "1 100,5")
                .then()
                .statusCode(401)
                .body(containsString("er tatt vare på"), containsString("value=\"1 100,5\""));
    }

    @Test
    void whatHasRunOutIsTakenAway() {
        signedIn();
        later(Duration.ofHours(2));

        purge.purge();

        assertEquals(0, municipality.number("select count(*) from page_session where municipality_id = %d"));
        assertEquals(
                1, municipality.number("select least(count(*), 1) from security_event where municipality_id = %d"));
        later(Duration.ofDays(401));
        purge.purge();
        assertEquals(0, municipality.number("select count(*) from security_event where municipality_id = %d"));
        assertEquals(0, municipality.number("select count(*) from known_source where municipality_id = %d"));
    }
}
