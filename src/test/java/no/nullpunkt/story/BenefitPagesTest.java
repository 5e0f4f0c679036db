package no.nullpunkt.story;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BenefitPagesTest {

    @Inject
    Clock clock;

    @Test
    void aBenefitIsShownWithWhatItLacksAndWhoDidWhat() {
        var month = YearMonth.now(clock).minusMonths(1);
        var measured = MeasuredBenefit.create(Map.of("measureFrom", month.toString()));
        put(measured, measured.series("/baseline"), Bodies.with(Bodies.baseline("61.25"), "reason", "Sent målt"));
        put(measured, measured.value(month.toString()), Bodies.measured("42"));

        signedIn(measured.municipality, Role.LEADER)
                .get("/gevinster/" + measured.benefit)
                .then()
                .statusCode(200)
                .body(
                        containsString("Færre utrykninger"),
                        containsString("aria-current=\"step\""),
                        containsString("<td>42</td><td>61,25</td>"),
                        containsString("Sent målt"));
    }

    /** Templates take the number 0 for false. */
    @Test
    void zeroIsAFigureAndNoLack() {
        var month = YearMonth.now(clock).minusMonths(1);
        var measured = MeasuredBenefit.create(Map.of("measureFrom", month.toString()));
        put(measured, measured.series("/baseline"), Bodies.with(Bodies.baseline("0"), "reason", "Sent målt"));
        put(measured, measured.value(month.toString()), Bodies.measured("0"));
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.targets(month.toString(), "0"))
                .put(measured.series("/targets"))
                .then()
                .statusCode(200);

        signedIn(measured.municipality, Role.LEADER)
                .get("/gevinster/" + measured.benefit)
                .then()
                .body(
                        containsString("<td>0</td><td>0</td><td>0</td>"),
                        containsString("Målt</th><td>0</td><td>0</td>"));
        signedIn(measured.municipality, Role.BENEFIT_OWNER)
                .get("/?maned=" + month)
                .then()
                .body(
                        containsString("<dt>Nullpunkt</dt><dd>0</dd>"),
                        containsString("<dt>Mål</dt><dd>0</dd>"),
                        containsString("<strong>0 utrykninger per måned</strong>"));
    }

    @Test
    void aFewPersonsAreHiddenFromWhoeverMayNotEnterThem() {
        var month = YearMonth.now(clock).minusMonths(1);
        var measured = MeasuredBenefit.create(
                Map.of("measureFrom", month.toString(), "countsPersons", true, "valuation", Map.of("kind", "NONE")));
        put(measured, measured.value(month.toString()), Bodies.measured("3"));
        var address = "/gevinster/" + measured.benefit;

        signedIn(measured.municipality, Role.PROJECT_LEADER).get(address).then().body(containsString("<td>3</td>"));
        signedIn(measured.municipality, Role.LEADER)
                .get(address)
                .then()
                .statusCode(200)
                .body(not(containsString("<td>3</td>")), containsString("<td>:</td>"), containsString("er skjult"));
    }

    @Test
    void anotherMunicipalitysBenefitIsNotThere() {
        var measured = MeasuredBenefit.create();
        var browser = signedIn(Municipality.create(), Role.LEADER);

        browser.get("/gevinster/" + measured.benefit).then().statusCode(404);
        browser.get("/gevinster/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static Browser signedIn(Municipality municipality, Role role) {
        var browser = new Browser();
        browser.signIn(municipality.credentials(role), "/");
        return browser;
    }

    private static void put(MeasuredBenefit measured, String path, Object body) {
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .body(body)
                .put(path)
                .then()
                .statusCode(201);
    }
}
