package no.nullpunkt.access;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Keycloak;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.Waiting;
import org.junit.jupiter.api.Test;

/** A provider that is stopped while the service runs, and comes back. */
@QuarkusTest
class ProviderAwayTest {

    private static final Duration SOON = Duration.ofMinutes(2);

    private static void assertSaidIn(String language, String words) {
        given().header("Accept-Language", language)
                .accept("text/html")
                .get("/logg-inn/keycloak")
                .then()
                .statusCode(503)
                .contentType("text/html")
                .body(containsString(words), containsString("id=\"passord\""));
    }

    private static int status(Municipality municipality, String token) {
        return municipality.withToken(token).get("/units").statusCode();
    }

    @Test
    void nobodyIsLetInWhileTheProviderIsAwayAndEveryoneWhenItIsBack() {
        var keycloak = Keycloak.get();
        keycloak.leadBackTo(RestAssured.baseURI + ":" + RestAssured.port);
        var municipality = Municipality.create();
        keycloak.addUser(municipality.email(Role.LEADER));
        keycloak.addUser("municipal", municipality.email(Role.LEADER), true, Map.of());
        var token = keycloak.accessTokenOf(municipality.email(Role.LEADER));
        assertEquals(200, status(municipality, token));
        new Browser().get("/logg-inn/keycloak").then().statusCode(302).header("Location", startsWith(keycloak.base()));
        var ofTheOther = keycloak.tokensOf("municipal", "tool", municipality.email(Role.LEADER))
                .access();

        keycloak.stop();
        try {
            assertNobodyGetsIn(municipality, token, ofTheOther);
        } finally {
            keycloak.start();
        }

        var fresh = keycloak.accessTokenOf(municipality.email(Role.LEADER));
        Waiting.until(SOON, () -> status(municipality, fresh) == 200);
        new Browser().get("/logg-inn/keycloak").then().statusCode(302).header("Location", startsWith(keycloak.base()));
    }

    private static void assertNobodyGetsIn(Municipality municipality, String token, String ofTheOther) {
        Waiting.until(SOON, () -> status(municipality, token) == 503);
        problem(municipality.withToken(token).get("/units").then(), 503, "provider-away");
        Waiting.until(SOON, () -> status(municipality, ofTheOther) == 503);
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(503);
        assertSaidIn("nb", "svarer ikke akkurat nå");
        assertSaidIn("nn", "svarar ikkje akkurat no");
        assertSaidIn("en", "does not answer right now");
        var browser = new Browser();
        browser.signIn(municipality.credentials(Role.LEADER), "/").then().statusCode(303);
        browser.get("/").then().statusCode(200);
        municipality.as(Role.LEADER).get("/units").then().statusCode(200);
    }
}
