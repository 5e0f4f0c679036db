package no.nullpunkt.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstAdministratorTest {

    private static final String PASSWORD = "en lang setning å huske";

    @Inject
    FirstPeopleService service;

    private static void accept(String code, int status) {
        given().contentType(ContentType.JSON)
                .body(Map.of("invitation", code, "password", PASSWORD))
                .post("/api/v1/account")
                .then()
                .statusCode(status);
    }

    /** By hand, for the library encodes in whatever charset the machine has. */
    private static String basic(String email) {
        var credentials = (email + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @Test
    void theFirstAdministratorIsInvitedUntilSomeoneHasAnAccount() {
        var number = Municipality.createWithoutPeople();
        var email = "Kari@" + number + ".example";

        var lost = service.inviteAdministrator(number, "Kari Nordmann", email).orElseThrow();
        var code = service.inviteAdministrator(number, "Kari Nordmann", email).orElseThrow();
        assertNotEquals(lost.code(), code.code());
        accept(lost.code(), 422);
        accept(code.code(), 204);
        accept(code.code(), 422);

        given().header("Authorization", basic(email))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("municipality", is(number))
                .body("grants.role", is(List.of("ADMINISTRATOR")));
        assertEquals(Optional.empty(), service.inviteAdministrator(number, "Kari Nordmann", email));
    }

    @Test
    void nobodyIsAddedWhereThereArePeople() {
        var municipality = Municipality.create();

        assertTrue(service.inviteAdministrator(municipality.number, "Ola", "ola@else.example")
                .isEmpty());
        assertThrows(
                IllegalArgumentException.class, () -> service.inviteAdministrator("0000", "Ola", "ola@else.example"));
    }
}
