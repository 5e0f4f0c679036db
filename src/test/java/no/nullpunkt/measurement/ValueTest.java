package no.nullpunkt.measurement;

import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.ratio;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ValueTest {

    @Test
    void aValueIsEnteredCorrectedAndKeptInHistory() {
        var it = MeasuredBenefit.create();
        var owner = it.municipality.as(Role.BENEFIT_OWNER);
        owner.body(measured("61"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"");
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .body(with(measured("62"), "reason", "Én vakt var ikke telt"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("value", is(62));
        it.municipality
                .as(Role.LEADER)
                .get(it.value("2026-01/history"))
                .then()
                .statusCode(200)
                .body("items.value", contains(62, 61))
                .body("items.version", contains(1, 0))
                .body("items[0].reason", is("Én vakt var ikke telt"))
                .body("items[0].changedBy", is("BENEFIT_OWNER of the tests"))
                .body("items.changedAt", hasItem(notNullValue()));
    }

    @Test
    void theSameAgainChangesNothingWhateverTheTag() {
        var it = MeasuredBenefit.create();
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("61"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"7\"")
                .body(measured("61.00"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"");
        it.municipality.as(Role.LEADER).get(it.value("2026-01/history")).then().body("items.size()", is(1));
    }

    @Test
    void zeroIsAMeasurement() {
        var it = MeasuredBenefit.create();
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("0"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.LEADER)
                .get(it.value("2026-01"))
                .then()
                .statusCode(200)
                .body("status", is("MEASURED"))
                .body("value", is(0));
    }

    @Test
    void aCorrectionNeedsTheTagAndAStaleOneChangesNothing() {
        var it = MeasuredBenefit.create();
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("61"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        problem(
                it.municipality
                        .as(Role.BENEFIT_OWNER)
                        .body(measured("5"))
                        .put(it.value("2026-01"))
                        .then(),
                428,
                "if-match-required");
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .header("If-Match", "\"4\"")
                                .body(measured("5"))
                                .put(it.value("2026-01"))
                                .then(),
                        412,
                        "stale")
                .body("current.value", is(61))
                .body("currentETag", is("\"0\""));
        it.municipality.as(Role.LEADER).get(it.value("2026-01")).then().body("value", is(61));
    }

    @Test
    void aWithdrawnValueIsGoneButNotErased() {
        var it = MeasuredBenefit.create();
        var value = it.value("2026-01");
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("61"))
                .put(value)
                .then()
                .statusCode(201);
        problem(
                it.municipality
                        .as(Role.BENEFIT_OWNER)
                        .header("If-Match", "\"0\"")
                        .delete(value)
                        .then(),
                422,
                "reason-required");
        problem(
                it.municipality
                        .as(Role.BENEFIT_OWNER)
                        .queryParam("reason", "Feil enhet")
                        .delete(value)
                        .then(),
                428,
                "if-match-required");
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .queryParam("reason", "Feil enhet")
                .delete(value)
                .then()
                .statusCode(204);
        problem(it.municipality.as(Role.LEADER).get(value).then(), 404, "not-found");
        it.municipality
                .as(Role.LEADER)
                .get(it.value("2026-01/history"))
                .then()
                .body("items.status", contains("WITHDRAWN", "MEASURED"))
                .body("items[0].reason", is("Feil enhet"))
                .body("items[1].value", is(61));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("7"))
                .put(value)
                .then()
                .statusCode(200);
    }

    @Test
    void aMonthThatDoesNotExistIsNotUnderstood() {
        var it = MeasuredBenefit.create();
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body(measured("1"))
                                .put(it.value("2026-13"))
                                .then(),
                        400,
                        "not-a-month")
                .body("errors[0].pointer", notNullValue());
    }

    @Test
    void aTertialsValueBelongsToItsLastMonth() {
        var it = MeasuredBenefit.create(Map.of("frequencyMonths", 4));
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .header("Accept-Language", "en")
                                .body(measured("1"))
                                .put(it.value("2026-03"))
                                .then(),
                        422,
                        "not-a-cycle-end")
                .body("errors[0].pointer", is("/month"))
                .body(
                        "detail",
                        is("2026-03 does not end a cycle: measuring is every 4 months. The value belongs to 2026-04."));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("1"))
                .put(it.value("2026-04"))
                .then()
                .statusCode(201);
    }

    @Test
    void aCycleThatHasNotBegunHasNoValue() {
        var it = MeasuredBenefit.create();
        problem(
                it.municipality
                        .as(Role.BENEFIT_OWNER)
                        .body(measured("1"))
                        .put(it.value("2099-01"))
                        .then(),
                422,
                "month-not-begun");
    }

    @ParameterizedTest
    @CsvSource({"0", "-3"})
    void aDenominatorIsAboveZero(String denominator) {
        var it = MeasuredBenefit.create(Map.of("aggregation", "RATIO"));
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body(ratio("5", denominator))
                                .put(it.value("2026-01"))
                                .then(),
                        422,
                        "number-not-positive")
                .body("errors[0].pointer", is("/denominator"));
        problem(it.municipality.as(Role.LEADER).get(it.value("2026-01")).then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, RATIO, value, number-missing",
        "RATIO, SUM, numerator, number-missing",
    })
    void aValueIsMadeOfTheNumbersOfItsAggregation(String aggregation, String sent, String pointer, String code) {
        var it = MeasuredBenefit.create(Map.of("aggregation", aggregation));
        var body = sent.equals("RATIO") ? ratio("5", "2") : measured("5");
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body(body)
                                .put(it.value("2026-01"))
                                .then(),
                        422,
                        code)
                .body("errors[0].pointer", is("/" + pointer));
    }

    @Test
    void aValuedMeanNeedsARealWeight() {
        var valued = MeasuredBenefit.create(Map.of("aggregation", "MEAN"));
        problem(
                        valued.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body(measured("5"))
                                .put(valued.value("2026-01"))
                                .then(),
                        422,
                        "number-missing")
                .body("errors[0].pointer", is("/weight"));
        var score = MeasuredBenefit.create(
                Map.of("aggregation", "MEAN", "valuation", Map.of("kind", "NONE"), "role", "QUALITY"));
        score.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("5"))
                .put(score.value("2026-01"))
                .then()
                .statusCode(201);
    }

    @Test
    void notMeasuredSaysWhyAndHasNoNumber() {
        var it = MeasuredBenefit.create();
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body(Map.of("status", "NOT_MEASURED"))
                                .put(it.value("2026-01"))
                                .then(),
                        422,
                        "reason-required")
                .body("errors[0].pointer", is("/reason"));
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body(Map.of("status", "NOT_APPLICABLE", "value", 4))
                                .put(it.value("2026-01"))
                                .then(),
                        422,
                        "number-not-measured")
                .body("errors[0].pointer", is("/value"));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(Map.of("status", "NOT_MEASURED", "reason", "Turnus endret"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201)
                .body("value", nullValue());
    }

    @Test
    void aUnitThatTheIndicatorLacksIsTold() {
        var it = MeasuredBenefit.create();
        var other = it.municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "En annen"));
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body(measured("1"))
                                .put("/indicators/" + it.indicator + "/units/" + other + "/values/2026-01")
                                .then(),
                        404,
                        "unit-not-measured")
                .body("errors[0].pointer", is("/unitId"));
    }

    @Test
    void moreDigitsThanAnyFigureHasAreRefused() {
        var it = MeasuredBenefit.create();
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body("{\"status\": \"MEASURED\", \"value\": 1234567890123456}")
                                .put(it.value("2026-01"))
                                .then(),
                        422,
                        "invalid")
                .body("errors[0].pointer", is("/value"));
    }

    @Test
    void aCommentWithABirthNumberIsRefused() {
        var it = MeasuredBenefit.create();
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body(with(measured("1"), "comment", "Gjelder 010190 00083"))
                                .put(it.value("2026-01"))
                                .then(),
                        422,
                        "invalid")
                .body("errors[0].code", is("birth-number"))
                .body("errors[0].pointer", is("/comment"));
    }

    @Test
    void aMachineWritesValuesButNeverOverAPersons() {
        var it = MeasuredBenefit.create();
        it.municipality
                .as(Role.INTEGRATION)
                .body(measured("9"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.INTEGRATION)
                .header("If-Match", "\"0\"")
                .body(measured("10"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(200);
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("5"))
                .put(it.value("2026-02"))
                .then()
                .statusCode(201);
        problem(
                it.municipality
                        .as(Role.INTEGRATION)
                        .header("If-Match", "\"0\"")
                        .body(measured("6"))
                        .put(it.value("2026-02"))
                        .then(),
                409,
                "entered-by-person");
        problem(
                it.municipality
                        .as(Role.INTEGRATION)
                        .header("If-Match", "\"0\"")
                        .queryParam("reason", "x")
                        .delete(it.value("2026-02"))
                        .then(),
                409,
                "entered-by-person");
        problem(it.municipality.as(Role.INTEGRATION).get("/benefits").then(), 403, "forbidden");
    }

    @Test
    void onlyWhoMeasuresInTheUnitEntersValues() {
        var it = MeasuredBenefit.create();
        var elsewhere = it.municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Et annet sted"));
        it.municipality.addPerson("elsewhere", Role.BENEFIT_OWNER, elsewhere);
        it.municipality.addPerson("here", Role.BENEFIT_OWNER, it.unit);
        UUID measurer = it.municipality.addPerson("measurer", Role.BENEFIT_OWNER, elsewhere);
        for (var refused : new String[] {"LEADER", "ADMINISTRATOR", "elsewhere", "measurer"}) {
            problem(
                    it.municipality
                            .as(refused)
                            .body(measured("1"))
                            .put(it.value("2026-01"))
                            .then(),
                    403,
                    "forbidden");
        }
        it.municipality
                .as("here")
                .body(measured("1"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(Map.of("measurerId", measurer))
                .put(it.series(""))
                .then()
                .statusCode(200);
        it.municipality
                .as("measurer")
                .body(measured("2"))
                .put(it.value("2026-02"))
                .then()
                .statusCode(201);
    }
}
