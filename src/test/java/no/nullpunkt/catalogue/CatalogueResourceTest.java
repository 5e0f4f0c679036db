package no.nullpunkt.catalogue;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CatalogueResourceTest {

    private static final String TECHNOLOGIES = "/api/v1/catalogue/technologies";

    private static Municipality municipality;

    @BeforeAll
    static void signIn() {
        municipality = Municipality.create();
    }

    @Test
    void listsTheTechnologiesWithTheReleaseTheyAreOf() {
        signedIn()
                .get(TECHNOLOGIES)
                .then()
                .statusCode(200)
                .body("release", equalTo("2026.1"))
                .body("items", hasSize(11))
                .body("next", nullValue())
                .body("items[3].code", equalTo("safety-fall-alarm"))
                .body("items[3].name", equalTo("Trygghets- og fallalarm"))
                .body("items[3].names.nb", equalTo("Trygghets- og fallalarm"))
                .body("items[3].names.nn", equalTo("Tryggleiks- og fallalarm"))
                .body("items[3].names.en", equalTo("Safety and fall alarm"))
                .body("items[3].iplosCode", equalTo(6))
                .body("items[3].recipients2020", equalTo(104003))
                .body("items[3].source", equalTo("Helsedirektoratet, statistikk for Omsorg 2020"))
                .body("items[3].indicatorCount", equalTo(4))
                .body("items[4].iplosCode", nullValue())
                .body("items[4].recipients2020", nullValue())
                .body("items[4].source", nullValue());
    }

    @Test
    void listsTheReadyIndicatorsOfATechnology() {
        signedIn()
                .get(TECHNOLOGIES + "/digital-supervision-home/indicators")
                .then()
                .statusCode(200)
                .body("release", equalTo("2026.1"))
                .body("next", nullValue())
                .body("items.code", contains("DH1", "DH2", "DH3", "DH4", "DH5", "DH6"))
                .body("items.technology", everyItem(equalTo("digital-supervision-home")))
                .rootPath("items[0]")
                .body("name", equalTo("Utrykninger etter varsel"))
                .body("names.nn", equalTo("Utrykkingar etter varsel"))
                .body("role", equalTo("TIME_SAVED"))
                .body("direction", equalTo("LOWER_IS_BETTER"))
                .body("aggregation", equalTo("RATIO"))
                .body("numerator", equalTo("utrykninger"))
                .body("denominator", equalTo("brukeruker"))
                .body("factor", equalTo(1))
                .body("unit", equalTo("utrykninger per brukeruke"))
                .body("frequencyMonths", equalTo(1))
                .body("countsPersons", equalTo(false))
                .body("dataSource", equalTo("logg fra responssenteret"))
                .body("evidence", equalTo("PUBLISHED_FIGURE"))
                .body("evidenceText", equalTo("publisert tall"))
                .body("overlapGroup", equalTo("DH-time"))
                .body("published.text", contains("Bergen, 12 brukere: 20,9 → 1,9 per uke"))
                .body("published[0].sources.code", contains("SINTEF-B"))
                .body("published[0].sources.reference", contains("forskning.no …/1822094"))
                .body("sources.code", contains("SINTEF-B"))
                .rootPath("items[2]")
                .body("aggregation", equalTo("SUM"))
                .body("numerator", nullValue())
                .body("denominator", nullValue())
                .body("overlapGroup", nullValue())
                .body("published[0].sources.code", contains("SINTEF-B", "SYK-B"))
                .rootPath("items[5]")
                .body("evidence", equalTo("PROPOSAL"))
                .body("published", empty())
                .body("sources", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "nb, Hjemmebesøk per bruker per uke, besøk per brukeruke, 'Bergen, 18 brukere: −38 %'",
        "nn, Heimebesøk per brukar per veke, besøk per brukarveke, 'Bergen, 18 brukarar: −38 %'",
        "en, Home visits per user per week, visits per user-week, 'Bergen, 18 users: −38 %'",
        "'sv, en;q=0.5', Home visits per user per week, visits per user-week, 'Bergen, 18 users: −38 %'",
        "fi, Hjemmebesøk per bruker per uke, besøk per brukeruke, 'Bergen, 18 brukere: −38 %'"
    })
    void answersInTheLanguageAskedFor(String language, String name, String unit, String published) {
        signedIn()
                .header("Accept-Language", language)
                .get(TECHNOLOGIES + "/medicine-dispenser/indicators")
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo(name))
                .body("items[0].unit", equalTo(unit))
                .body("items[0].published[0].text", equalTo(published));
    }

    @Test
    void theContractShowsWhatIsServed() {
        assertEquals(
                JsonPath.from(CatalogueExamples.TECHNOLOGIES).getMap("items[0]"),
                signedIn().get(TECHNOLOGIES).path("items[5]"));
        assertEquals(
                JsonPath.from(CatalogueExamples.INDICATORS).getMap("items[0]"),
                signedIn()
                        .get(TECHNOLOGIES + "/digital-supervision-home/indicators")
                        .path("items[0]"));
    }

    @Test
    void unknownTechnologyIsAProblem() {
        problem(signedIn().get(TECHNOLOGIES + "/fax/indicators").then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/medicine-dispenser/indicators", "/fax/indicators"})
    void asksForSignIn(String path) {
        problem(given().get(TECHNOLOGIES + path).then(), 401, "sign-in-required");
    }

    /** Whatever the role: the catalogue is the same for all. */
    private static RequestSpecification signedIn() {
        return municipality.anywhere(Role.INTEGRATION);
    }
}
