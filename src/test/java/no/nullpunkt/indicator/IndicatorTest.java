package no.nullpunkt.indicator;

import static no.nullpunkt.testing.Bodies.baseline;
import static no.nullpunkt.testing.Bodies.indicator;
import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.valuation;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class IndicatorTest {

    @Test
    void measuringBeginsAtGoLiveUnlessSaid() {
        var it = MeasuredBenefit.create();
        it.municipality
                .as(Role.LEADER)
                .get("/indicators/" + it.indicator)
                .then()
                .statusCode(200)
                .body("measureFrom", is("2026-01"))
                .body("factor", is(1))
                .body("frequencyMonths", is(1))
                .body("valuation.perUnit.amount", contains(0.75f));
        var rollout =
                it.municipality.create(Role.PROJECT_LEADER, "/rollouts", with(Bodies.rollout(it.unit), "goLive", null));
        var benefit = it.municipality.create(
                Role.PROJECT_LEADER, "/rollouts/" + rollout + "/benefits", Map.of("title", "Uten dato"));
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(indicator(it.unit))
                                .post("/benefits/" + benefit + "/indicators")
                                .then(),
                        422,
                        "measure-from-unknown")
                .body("errors[0].pointer", is("/measureFrom"));
    }

    @ParameterizedTest
    @CsvSource({"2", "0", "-1", "24"})
    void measuringFollowsTheCalendar(int frequency) {
        refused("frequencyMonths", frequency, 422, "unknown-frequency", "/frequencyMonths");
    }

    @Test
    void wrongDefinitionsAreRefusedWithTheirPlace() {
        refused("aggregation", "AVERAGE", 400, "unknown-choice", "/aggregation");
        refused("factor", 0, 422, "invalid", "/factor");
        refused("tolerance", -1, 422, "invalid", "/tolerance");
        refused("measureFrom", "2026-13", 400, "wrong-type", "/measureFrom");
        refused("measureTo", "2025-01", 422, "period-backwards", "/measureTo");
        refused("unitIds", List.of(), 422, "invalid", "/unitIds");
        refused("unitIds", List.of(UUID.randomUUID()), 404, "unknown-reference", "/unitIds/0");
        refused("catalogueCode", "ZZ9", 422, "unknown-indicator-code", "/catalogueCode");
        refused("countsPersons", true, 422, "persons-not-valued", "/valuation");
        refused("valuation", Map.of("kind", "HOURS"), 422, "valuation-without-amount", "/valuation/perUnit");
        refused("valuation", valuation("NONE", "3"), 422, "amount-without-valuation", "/valuation/perUnit");
        refused("colour", "blue", 400, "unknown-field", "/colour");
    }

    private static void refused(String field, Object value, int status, String code, String pointer) {
        var it = MeasuredBenefit.create();
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(with(indicator(it.unit), field, value))
                                .post("/benefits/" + it.benefit + "/indicators")
                                .then(),
                        status,
                        code)
                .body("errors[0].pointer", is(pointer));
        it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + it.benefit + "/indicators")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void theSameHoursAreValuedOnceInAUnit() {
        var it = MeasuredBenefit.create(Map.of("catalogueCode", "DH1"));
        var path = "/benefits/" + it.benefit + "/indicators";
        var overlapping = with(indicator(it.unit), "catalogueCode", "DH2");
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(overlapping)
                                .post(path)
                                .then(),
                        409,
                        "overlap")
                .body("errors[0].pointer", is("/unitIds/0"));
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(with(overlapping, "valuation", null))
                .post(path)
                .then()
                .statusCode(201)
                .body("valuation.kind", is("NONE"));
        var elsewhere = it.municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Et annet sted"));
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(with(overlapping, "unitIds", List.of(elsewhere)))
                .post(path)
                .then()
                .statusCode(201);
    }

    @Test
    void whatIsMeasuredKeepsItsMeaning() {
        var it = MeasuredBenefit.create();
        var path = "/indicators/" + it.indicator;
        var elsewhere = it.municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Et annet sted"));
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(with(indicator(it.unit, elsewhere), "name", "Nytt navn"))
                .put(path)
                .then()
                .statusCode(200)
                .body("name", is("Nytt navn"))
                .body("unitIds", containsInAnyOrder(it.unit.toString(), elsewhere.toString()));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("3"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        problem(
                it.municipality
                        .as(Role.PROJECT_LEADER)
                        .header("If-Match", "\"1\"")
                        .body(with(indicator(it.unit), "aggregation", "LATEST"))
                        .put(path)
                        .then(),
                409,
                "has-values");
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .header("If-Match", "\"1\"")
                                .body(indicator(elsewhere))
                                .put(path)
                                .then(),
                        409,
                        "unit-has-values")
                .body("errors[0].pointer", is("/unitIds"));
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"1\"")
                .body(indicator(it.unit))
                .put(path)
                .then()
                .statusCode(200)
                .body("unitIds", contains(it.unit.toString()));
    }

    @Test
    void readyBenefitsComeFromTheCatalogue() {
        var it = MeasuredBenefit.create();
        var made = it.municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of(
                        "indicatorCodes",
                        List.of("DH4", "DH1"),
                        "valuations",
                        List.of(Map.of("code", "DH1", "valuation", valuation("HOURS", "0.5")))))
                .post("/rollouts/" + it.rollout + "/benefits:from-catalogue")
                .then()
                .statusCode(201)
                .body("benefits.type", contains("QUALITY", "TIME_SAVED"))
                .body("benefits[0].technologies[0].share", is(1))
                .body("indicators.catalogueCode", contains("DH4", "DH1"))
                .body("indicators[1].name", is("Utrykninger etter varsel"))
                .body("indicators[1].aggregation", is("RATIO"))
                .body("indicators[1].valuation.perUnit[0].amount", is(0.5f))
                .body("indicators[0].valuation.kind", is("NONE"))
                .body("indicators[1].unitIds", contains(it.unit.toString()))
                .extract();
        it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + made.<String>path("benefits[1].id"))
                .then()
                .statusCode(200)
                .body("step", is("IDENTIFIED"))
                .body("planHeading", nullValue());
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(Map.of("indicatorCodes", List.of("DH5", "MD1")))
                                .post("/rollouts/" + it.rollout + "/benefits:from-catalogue")
                                .then(),
                        422,
                        "technology-not-in-rollout")
                .body("errors[0].pointer", is("/indicatorCodes/1"));
        it.municipality.as(Role.LEADER).get("/benefits").then().body("items", hasSize(3));
    }

    @Test
    void newWorkJoinsTheBenefitItCameWith() {
        var it = MeasuredBenefit.create();
        var rollout = it.municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts",
                with(Bodies.rollout(it.unit), "technologies", List.of("medicine-dispenser")));
        var made = it.municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of("indicatorCodes", List.of("MD7", "MD1")))
                .post("/rollouts/" + rollout + "/benefits:from-catalogue")
                .then()
                .statusCode(201)
                .body("benefits", hasSize(1))
                .body("indicators.role", contains("TIME_SAVED", "DISBENEFIT"))
                .extract();
        String benefit = made.path("benefits[0].id");
        it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + benefit + "/indicators")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void onlyProjectLeadersDefineIndicators() {
        var it = MeasuredBenefit.create();
        for (var role : List.of(Role.ADMINISTRATOR, Role.BENEFIT_OWNER, Role.LEADER, Role.INTEGRATION)) {
            problem(
                    it.municipality
                            .as(role)
                            .body(indicator(it.unit))
                            .post("/benefits/" + it.benefit + "/indicators")
                            .then(),
                    403,
                    "forbidden");
        }
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(baseline("3"))
                .put(it.series("/baseline"))
                .then()
                .statusCode(201);
    }
}
