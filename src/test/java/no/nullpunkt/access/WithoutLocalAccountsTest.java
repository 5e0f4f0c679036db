package no.nullpunkt.access;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

/** The same build, started with local accounts switched off. */
@QuarkusTest
@TestProfile(WithoutLocalAccountsTest.Off.class)
class WithoutLocalAccountsTest {

    public static class Off implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("nullpunkt.sign-in.local", "false");
        }
    }

    @Inject
    FirstPeopleService service;

    @Test
    void basicIsNeitherOfferedNorTaken() {
        var municipality = Municipality.create();

        var answer = municipality.as(Role.ADMINISTRATOR).get("/units").then();

        problem(answer, 401, "sign-in-required");
        assertEquals(
                List.of("Bearer realm=\"Nullpunkt\""),
                answer.extract().headers().getValues("WWW-Authenticate"));
    }

    @Test
    void theSignInPageHasProvidersOnly() {
        new Browser()
                .get("/logg-inn")
                .then()
                .statusCode(200)
                .body(containsString("Logg inn med Keycloak"), not(containsString("type=\"password\"")));
    }

    @Test
    void aPasswordThatIsSentAllTheSameOpensNothing() {
        var browser = new Browser();

        browser.signIn(Municipality.create().credentials(Role.LEADER), "/")
                .then()
                .statusCode(403);

        browser.get("/").then().statusCode(303);
    }

    @Test
    void theFirstAdministratorIsMadeWithoutACodeForAPassword() {
        var number = Municipality.createWithoutPeople();

        assertEquals(Optional.empty(), service.inviteAdministrator(number, "Kari", "kari@" + number + ".example"));
        assertEquals(Optional.empty(), service.inviteAdministrator(number, "Kari", "kari@" + number + ".example"));
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("invitation", "x", "password", "en lang setning å huske"))
                .post("/api/v1/account")
                .then()
                .statusCode(409)
                .body("code", is("no-local-accounts"));
    }
}
