package no.nullpunkt.reminder;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.regex.Pattern;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReminderPagesTest {

    private static final String PAGE = "/paminnelser";
    private static final Pattern ADDRESS = Pattern.compile("href=\"https://nullpunkt\\.example(/api/[^\"]+)\"");

    private final Browser browser = new Browser();
    private Owing owing;

    @BeforeEach
    void owe() {
        owing = Owing.from("2026-10");
    }

    @Test
    void aMailThatIsNotWantedIsTurnedOffWhereItLeads() {
        browser.signIn(owing.municipality.credentials(Role.BENEFIT_OWNER), PAGE)
                .then()
                .statusCode(303)
                .header("Location", containsString(PAGE));
        browser.get(PAGE).then().statusCode(200).body(containsString("value=\"ja\" checked"));

        browser.post(PAGE, "epost", "nei", "sprak", "nn")
                .then()
                .statusCode(200)
                .body(containsString("value=\"nei\" checked"))
                .body(containsString("value=\"nn\" checked"));

        owing.municipality
                .as(Role.BENEFIT_OWNER)
                .get("/reminder-preference")
                .then()
                .body("muted", is(true))
                .body("language", is("NN"));
    }

    @Test
    void aCalendarAddressIsShownOnceAndEnded() {
        browser.signIn(owing.municipality.credentials(Role.BENEFIT_OWNER), PAGE);
        var made = browser.post(PAGE + "/kalender", "gjor", "ny")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var address = ADDRESS.matcher(made);
        assertTrue(address.find(), made);
        assertEquals(200, RestAssured.get(address.group(1)).statusCode());
        browser.get(PAGE).then().body(not(containsString(address.group(1)))).body(containsString("value=\"slutt\""));

        browser.post(PAGE + "/kalender", "gjor", "slutt").then().body(not(containsString("value=\"slutt\"")));

        assertEquals(404, RestAssured.get(address.group(1)).statusCode());
    }

    @Test
    void nobodyWithoutASessionSeesThePage() {
        browser.get(PAGE).then().statusCode(303).header("Location", containsString("/logg-inn"));
    }
}
