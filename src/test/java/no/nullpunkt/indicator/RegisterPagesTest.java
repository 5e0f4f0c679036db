package no.nullpunkt.indicator;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rollout registered by plain forms. */
@QuarkusTest
class RegisterPagesTest {

    private static final String PAGE = RegisterPages.PATH;

    private final Browser browser = new Browser();
    private Municipality municipality;
    private UUID unit;

    @BeforeEach
    void create() {
        municipality = Municipality.create();
        unit = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten", "kind", "avdeling"));
    }

    @Test
    void aRolloutIsWrittenWithItsBenefitsNullPointsAndOwners() {
        signIn(Role.PROJECT_LEADER);
        send("1")
                .statusCode(200)
                .body(containsString("name=\"indikator\" value=\"DH1\""), containsString("forskning.no"));
        send("2").statusCode(200).body(containsString("id=\"numerator-DH1-" + unit + "\" name="));
        send("3")
                .statusCode(200)
                .body(
                        containsString("Digitalt tilsyn natt"),
                        containsString("250,5"),
                        containsString("oktober 2025 – desember 2025"));
        nothingIsWritten();

        var location = send("4").statusCode(303).extract().header("Location");

        var benefit = municipality
                .as(Role.LEADER)
                .get("/benefits")
                .then()
                .body("items.size()", is(1))
                .body("items[0].ownerId", is(person(Role.BENEFIT_OWNER)))
                .body("items[0].overallOwnerId", is(person(Role.LEADER)))
                .extract()
                .<String>path("items[0].id");
        browser.get(PAGE + location.substring(location.lastIndexOf('/')))
                .then()
                .statusCode(200)
                .body(containsString("href=\"/gevinster/" + benefit + "\""), containsString("Digitalt tilsyn natt"));
        var indicator = municipality
                .as(Role.LEADER)
                .get("/benefits/" + benefit + "/indicators")
                .then()
                .body("items[0].valuation.kind", is("HOURS"))
                .body("items[0].valuation.perUnit[0].amount", equalTo(0.75f))
                .body("items[0].catalogueCode", is("DH1"))
                .extract()
                .<String>path("items[0].id");
        var series = "/indicators/" + indicator + "/units/" + unit;
        municipality.as(Role.PROJECT_LEADER).get(series).then().body("measurerId", is(person(Role.ADMINISTRATOR)));
        municipality
                .as(Role.PROJECT_LEADER)
                .get(series + "/baseline")
                .then()
                .statusCode(200)
                .body("numerator", equalTo(250.5f))
                .body("denominator", equalTo(12))
                .body("from", is("2025-10-01"))
                .body("to", is("2025-12-31"))
                .body("quality", is("SAMPLE"))
                .body("method", is("Responssenterets logg"));
    }

    @Test
    void aFormSentTwiceMakesOneRollout() {
        signIn(Role.PROJECT_LEADER);
        send("4").statusCode(303);

        send("4").statusCode(200).body(containsString("har alt en innføring som heter Digitalt tilsyn natt"));

        municipality.as(Role.LEADER).get("/rollouts").then().body("items.size()", is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "1, navn, '', navn, 1",
        "1, teknologi, '', teknologi, 1",
        "1, enhet, '', enhet, 1",
        "1, planlagt, vår 2026, planlagt, 1",
        "2, planlagt, '', planlagt, 1",
        "2, indikator, '', indikator, 2",
        "2, indikator, XX9, indikator, 2",
        "3, numerator, mange, numerator, 3",
        "3, numerator, 1.100, numerator, 3",
        "3, numerator, '', numerator, 3",
        "3, denominator, 0, denominator, 3",
        "3, from, snart, from, 3",
        "3, from, '', from, 3",
        "3, to, 2025-09, to, 3",
        "3, to, 2026-02, to, 3",
        "3, method, '', method, 3",
        "3, quality, '', quality, 3",
        "3, belop, '', belop, 3",
        "3, belop, -1, belop, 3",
        "3, verdsett, '', belop, 3",
        "4, numerator, mange, numerator, 3"
    })
    void whatIsWrongIsToldAtItsFieldAndWhatWasTypedStays(
            String step, String field, String typed, String toldAt, String shown) {
        signIn(Role.PROJECT_LEADER);

        var answer = send(step, named(field), typed).statusCode(200);

        answer.body(allOf(
                containsString("id=\"summary\""),
                containsString("href=\"#" + named(toldAt) + "\""),
                containsString("id=\"" + named(toldAt) + "\""),
                containsString("class=\"invalid-text\" id=\"" + named(toldAt) + "-feil\""),
                containsString("name=\"steg\" value=\"" + shown + "\"")));
        fields("4").forEach((name, value) -> {
            if (!name.equals("steg") && !name.equals(named(field))) {
                answer.body(containsString("value=\"" + value + "\""));
            }
        });
        nothingIsWritten();
    }

    @Test
    void hoursThatAreCountedAlreadyAreToldAtTheAmount() {
        signIn(Role.PROJECT_LEADER);
        var typed = new ArrayList<>(List.of(flat(fields("3"))));
        typed.addAll(List.of("indikator", "DH2", "verdsett-DH2", "HOURS", "belop-DH2", "1"));

        browser.post(PAGE, typed.toArray(String[]::new))
                .then()
                .statusCode(200)
                .body(containsString("href=\"#belop-DH2\""), containsString("id=\"belop-DH2-feil\""));
    }

    @Test
    void whatWasTypedReturnsAfterASessionThatRanOut() {
        browser.get("/logg-inn");
        var asked = post("4").then().statusCode(401).body(containsString("Digitalt tilsyn natt"));
        asked.body(containsString("name=\"videre\" value=\"" + PAGE + "\""));
        signIn(Role.PROJECT_LEADER);

        var typed = new ArrayList<>(Arrays.asList(flat(fields("4"))));
        typed.addAll(List.of("skrevet-for", "ja"));
        browser.post(PAGE, typed.toArray(String[]::new))
                .then()
                .statusCode(200)
                .body(containsString("det du skrev, står her"), containsString("250,5"));

        nothingIsWritten();
    }

    @Test
    void aFormOfManyUnitsIsNotTooLarge() {
        var typed = new ArrayList<>(Arrays.asList(flat(fields("3"))));
        for (var i = 0; i < 900; i++) {
            typed.addAll(List.of("value-DH2-" + i, "1"));
        }
        var many = typed.toArray(String[]::new);
        browser.post(PAGE, many).then().statusCode(401).body(containsString("name=\"value-DH2-899\""));
        signIn(Role.PROJECT_LEADER);

        browser.post(PAGE, many).then().statusCode(200).body(containsString("name=\"value-DH2-899\""));
    }

    @Test
    void backShowsTheStepBeforeWithoutAnyRule() {
        signIn(Role.PROJECT_LEADER);

        var typed = new ArrayList<>(Arrays.asList(flat(fields("3"))));
        typed.addAll(List.of("neste", "tilbake", "value-DH2-" + unit, "mange"));
        browser.post(PAGE, typed.toArray(String[]::new))
                .then()
                .statusCode(200)
                .body(
                        containsString("name=\"steg\" value=\"2\""),
                        containsString("value=\"mange\""),
                        not(containsString("id=\"summary\"")));
    }

    @ParameterizedTest
    @CsvSource({"LEADER", "BENEFIT_OWNER", "ADMINISTRATOR"})
    void whoLeadsNoProjectsIsToldSoAndSeesNoLink(Role role) {
        signIn(role);
        browser.get("/").then().statusCode(200).body(not(containsString("href=\"/registrer\"")));

        browser.get(PAGE).then().statusCode(403).body(containsString("Rollene dine dekker ikke dette"));
        send("4").statusCode(403);

        nothingIsWritten();
    }

    @Test
    void whoLeadsProjectsSeesTheLink() {
        signIn(Role.PROJECT_LEADER);
        browser.get("/").then().body(containsString("href=\"/registrer\""));
    }

    @Test
    void anotherMunicipalitysUnitsPeopleAndRolloutsAreNotThere() {
        var other = Municipality.create();
        var theirs = other.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Naboen", "kind", "avdeling"));
        var rollout = other.create(Role.PROJECT_LEADER, "/rollouts", Bodies.rollout(theirs));
        signIn(Role.PROJECT_LEADER);

        browser.get(PAGE).then().body(not(containsString("Naboen")));
        browser.get(PAGE + "/" + rollout).then().statusCode(404);
        browser.get(PAGE + "?kommune=" + other.number).then().statusCode(404);
        send("1", "enhet", theirs.toString()).statusCode(200).body(containsString("href=\"#enhet\""));
        send("2", "eier", other.person(Role.BENEFIT_OWNER).toString())
                .statusCode(200)
                .body(not(containsString(other.number + ".example")));
        nothingIsWritten();
    }

    @Test
    void aFormWithoutTheTokenIsRefused() {
        signIn(Role.PROJECT_LEADER);
        RestAssured.given()
                .cookies(browser.cookies())
                .contentType("application/x-www-form-urlencoded")
                .formParams(fields("4"))
                .post(PAGE)
                .then()
                .statusCode(400);
        nothingIsWritten();
    }

    private void signIn(Role role) {
        browser.signIn(municipality.credentials(role), PAGE).then().statusCode(303);
    }

    private String person(Role role) {
        return municipality.person(role).toString();
    }

    private String named(String field) {
        return switch (field) {
            case "numerator", "denominator" -> field + "-DH1-" + unit;
            case "belop", "verdsett" -> field + "-DH1";
            default -> field;
        };
    }

    /** All that is right, as it travels on the way from a step. */
    private Map<String, String> fields(String step) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("steg", step);
        fields.put("teknologi", "digital-supervision-home");
        fields.put("enhet", unit.toString());
        fields.put("navn", "Digitalt tilsyn natt");
        fields.put("planlagt", "2026-01");
        fields.put("indikator", "DH1");
        fields.put("eier", person(Role.BENEFIT_OWNER));
        fields.put("overordnet", person(Role.LEADER));
        fields.put("maler", person(Role.ADMINISTRATOR));
        fields.put("from", "2025-10");
        fields.put("to", "2025-12");
        fields.put("method", "Responssenterets logg");
        fields.put("quality", "SAMPLE");
        fields.put("numerator-DH1-" + unit, "250,5");
        fields.put("denominator-DH1-" + unit, "12");
        fields.put("verdsett-DH1", "HOURS");
        fields.put("belop-DH1", "0,75");
        return fields;
    }

    private static String[] flat(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private Response post(String step) {
        return browser.post(PAGE, flat(fields(step)));
    }

    private ValidatableResponse send(String step) {
        return post(step).then();
    }

    private ValidatableResponse send(String step, String field, String typed) {
        var fields = fields(step);
        fields.put(field, typed);
        return browser.post(PAGE, flat(fields)).then();
    }

    private void nothingIsWritten() {
        assertEquals(0, municipality.number("select count(*) from rollout where municipality_id = %d"));
    }
}
