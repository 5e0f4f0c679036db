package no.nullpunkt.catalogue;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MunicipalityListResourceTest {

    /** The county of the municipalities that tests make for themselves. */
    private static final String OTHER_TESTS = "Testland";

    private static final String MUNICIPALITIES = "/api/v1/municipalities";

    private static Municipality municipality;

    @BeforeAll
    static void signIn() {
        municipality = Municipality.create();
    }

    @Test
    void givesEveryMunicipalityOnceInTheOrderOfTheirNumbers() {
        var numbers = walk(100, false);

        assertEquals(357, numbers.size());
        assertEquals(List.copyOf(new TreeSet<>(numbers)), numbers);
    }

    @Test
    void demonstrationMunicipalitiesOnlyWhereAskedFor() {
        var numbers = walk(200, true);

        assertEquals(358, numbers.size());
        assertEquals("9999", numbers.get(357));
    }

    @Test
    void fiftyAtATimeUnlessToldOtherwise() {
        signedIn()
                .get(MUNICIPALITIES)
                .then()
                .statusCode(200)
                .body("release", equalTo("2026.1"))
                .body("items", hasSize(50))
                .body("items[0].number", equalTo("0301"))
                .body("items[0].name", equalTo("Oslo"))
                .body("items[0].countyNumber", equalTo("03"))
                .body("items[0].county", equalTo("Oslo"))
                .body("next", not(nullValue()));
    }

    @Test
    void byCounty() {
        signedIn()
                .queryParam("county", "39")
                .get(MUNICIPALITIES)
                .then()
                .statusCode(200)
                .body("items.name", contains("Horten", "Holmestrand", "Tønsberg", "Sandefjord", "Larvik", "Færder"))
                .body("items.county", hasItem("Vestfold"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "karasjohka, 5610 Kárášjohka",
        "KÁRÁŠ, 5610 Kárášjohka",
        "' deatnu ', 5628 Deatnu",
        "kvænangen, 5546 Kvænangen",
        "Herøy, 1515 Herøy (Møre og Romsdal)+1818 Herøy (Nordland)",
        "0301, 0301 Oslo"
    })
    void byPartOfTheNameOrStartOfTheNumber(String q, String expected) {
        List<String> found = signedIn()
                .queryParam("q", q)
                .get(MUNICIPALITIES)
                .then()
                .statusCode(200)
                .extract()
                .path("items.collect { it.number + ' ' + it.name }");

        assertEquals(List.of(expected.split("\\+")), found);
    }

    @Test
    void theContractShowsWhatIsServed() {
        assertEquals(
                JsonPath.from(CatalogueExamples.MUNICIPALITIES).getMap(""),
                signedIn().queryParam("q", "karas").get(MUNICIPALITIES).path(""));
    }

    @Test
    void wildcardsAreLetters() {
        signedIn()
                .queryParam("q", "%")
                .get(MUNICIPALITIES)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
    }

    @Test
    void pagesWithinASearch() {
        String next = signedIn()
                .queryParam("q", "nord-")
                .queryParam("limit", 2)
                .get(MUNICIPALITIES)
                .then()
                .body("items.name", contains("Nord-Odal", "Nord-Fron"))
                .extract()
                .path("next");

        signedIn()
                .queryParam("q", "nord-")
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(MUNICIPALITIES)
                .then()
                .statusCode(200)
                .body("items.name", contains("Nord-Aurdal"))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 201", "county, Vestland", "cursor, %%%", "cursor, AAAA"})
    void parametersThatCannotBeReadAreAProblem(String parameter, String value) {
        signedIn()
                .queryParam(parameter, value)
                .get(MUNICIPALITIES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("?" + parameter));
    }

    @Test
    void asksForSignIn() {
        problem(given().get(MUNICIPALITIES).then(), 401, "sign-in-required");
    }

    private static List<String> walk(int limit, boolean demonstration) {
        var numbers = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = signedIn()
                    .queryParam("limit", limit)
                    .queryParam("cursor", cursor)
                    .queryParam("demonstration", demonstration)
                    .get(MUNICIPALITIES)
                    .then()
                    .statusCode(200)
                    .extract();
            numbers.addAll(page.<List<String>>path(
                    "items.findAll { !it.county.toString().startsWith('" + OTHER_TESTS + "') }.number"));
            cursor = page.path("next");
        }
        return numbers;
    }

    /** Whatever the role: the catalogue is the same for all. */
    private static RequestSpecification signedIn() {
        return municipality.anywhere(Role.INTEGRATION);
    }
}
