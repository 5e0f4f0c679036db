package no.nullpunkt.shared;

import static no.nullpunkt.testing.Bodies.indicator;
import static no.nullpunkt.testing.Bodies.targets;
import static no.nullpunkt.testing.Bodies.valuation;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

/** Whatever enters a figure tells its versions, and is found as it was. */
@QuarkusTest
class HistoriesTest {

    private static final String LEADER = "PROJECT_LEADER of the tests";

    @Test
    void aBenefitTellsOwnersStepSharesAndWaivers() {
        var it = MeasuredBenefit.create();
        var path = "/benefits/" + it.benefit;
        var body = Bodies.benefit(it.municipality.person(Role.LEADER), it.municipality.person(Role.LEADER));
        change(
                it.municipality,
                path,
                with(
                        with(body, "attributionShare", 0.8),
                        "technologies",
                        List.of(Map.of("code", "gps-localisation", "share", 1))));
        move(it, Map.of("to", "PLANNED"));
        move(
                it,
                Map.of(
                        "to",
                        "EXECUTING",
                        "waivers",
                        missing(it).stream()
                                .map(item -> Map.of("item", item, "reason", "For få brukere"))
                                .toList()));
        history(it.municipality, path)
                .body("items.state.version", contains(4, 2, 1, 0))
                .body("items.state.step", contains("EXECUTING", "PLANNED", "IDENTIFIED", "IDENTIFIED"))
                .body(
                        "items[3].state.ownerId",
                        is(it.municipality.person(Role.BENEFIT_OWNER).toString()))
                .body(
                        "items[2].state.ownerId",
                        is(it.municipality.person(Role.LEADER).toString()))
                .body("items[2].state.technologies[0].code", is("gps-localisation"))
                .body("items[3].state.technologies[0].code", is("digital-supervision-home"))
                .body("items[0].state.waivers[0].reason", is("For få brukere"))
                .body("items[1].state.waivers", empty())
                .body("items[2].changedBy", is(LEADER))
                .body("items[2].changeReason", is("Ny eier"))
                .body("items[1].changedBy", is("LEADER of the tests"))
                .body("items.removed", everyItem(is(false)))
                .body("next", nullValue());
    }

    private static List<String> missing(MeasuredBenefit it) {
        return it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + it.benefit + "/checklist")
                .path("items.findAll { !it.met }.item");
    }

    @Test
    void anIndicatorTellsItsDefinitionUnitsAndAmounts() {
        var it = MeasuredBenefit.create();
        var other = it.municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "En annen"));
        var path = "/indicators/" + it.indicator;
        change(it.municipality, path, with(indicator(it.unit, other), "valuation", valuation("HOURS", "0.5")));
        change(it.municipality, path, with(indicator(it.unit), "name", "Utrykninger"));
        history(it.municipality, path)
                .body(
                        "items.state.name",
                        contains("Utrykninger", "Utrykninger etter varsel", "Utrykninger etter varsel"))
                .body("items.collect { it.state.valuation.perUnit[0].amount }", contains(0.75f, 0.5f, 0.75f))
                .body("items[1].state.unitIds", contains(it.unit.toString(), other.toString()))
                .body("items[0].state.unitIds", contains(it.unit.toString()))
                .body("items[0].state.measureFrom", is("2026-01"));
    }

    @Test
    void aSeriesTellsItsTargetsAndMeasurer() {
        var it = MeasuredBenefit.create();
        var path = it.series("");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(with(targets("2026-01", "30"), "reason", "Vedtatt i plan"))
                .put(path + "/targets")
                .then()
                .statusCode(200);
        change(it.municipality, path, Map.of("measurerId", it.municipality.person(Role.LEADER)));
        history(it.municipality, path)
                .body("items.state.points", contains(hasSize(1), hasSize(1), empty()))
                .body("items[1].state.points[0].from", is("2026-01"))
                .body("items[1].changeReason", is("Vedtatt i plan"))
                .body(
                        "items.state.measurerId",
                        contains(it.municipality.person(Role.LEADER).toString(), null, null));
    }

    @Test
    void goLiveUnitsAndParametersTellTheirs() {
        var it = MeasuredBenefit.create();
        var m = it.municipality;
        change(m, "/rollouts/" + it.rollout, with(Bodies.rollout(it.unit), "goLive", "2026-03"));
        history(m, "/rollouts/" + it.rollout)
                .body("items.state.goLive", contains("2026-03", "2026-01"))
                .body("items[1].state.technologies", contains("digital-supervision-home"))
                .body("items[1].state.unitIds", contains(it.unit.toString()));

        var above = m.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Helse"));
        m.as(Role.ADMINISTRATOR)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Hjemmetjenesten nord", "parentId", above))
                .put("/units/" + it.unit)
                .then()
                .statusCode(200);
        history(m, "/units/" + it.unit)
                .body("items.state.name", contains("Hjemmetjenesten nord", "Hjemmetjenesten"))
                .body("items.state.parentId", contains(above.toString(), null));

        for (var parameter : List.of("/parameters/hours-per-fte/2026-01", "/parameters/hourly-cost/2026-01")) {
            m.as(Role.ADMINISTRATOR)
                    .body(Map.of("value", 1700))
                    .put(parameter)
                    .then()
                    .statusCode(201);
            m.as(Role.ADMINISTRATOR)
                    .header("If-Match", "\"0\"")
                    .body(Map.of("value", 1750.5))
                    .put(parameter)
                    .then()
                    .statusCode(200);
            history(m, parameter)
                    .body("items.state.value", contains(1750.5f, 1700))
                    .body("items.state.from", contains("2026-01", "2026-01"));
        }
    }

    @Test
    void whatIsTakenAwayTellsByWhomAndWhy() {
        var it = MeasuredBenefit.create();
        var m = it.municipality;
        m.as(Role.PROJECT_LEADER)
                .body(Bodies.baseline("90"))
                .put(it.series("/baseline"))
                .then()
                .statusCode(201);
        m.as(Role.PROJECT_LEADER)
                .body(Bodies.measured("50"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        var booked = m.create(
                Role.PROJECT_LEADER,
                "/benefits/" + it.benefit + "/dispositions",
                Map.of("month", "2026-01", "until", "2026-02", "hours", 10.5, "category", "MORE_USERS"));
        var path = "/benefits/" + it.benefit + "/dispositions/" + booked;
        m.as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .queryParam("reason", "Bokført to ganger")
                .delete(path)
                .then()
                .statusCode(204);
        history(m, path)
                .body("items.removed", contains(true, false))
                .body("items.state.until", contains("2026-02", "2026-02"))
                .body("items.state.hours", contains(10.5f, 10.5f))
                .body("items.changedBy", contains("BENEFIT_OWNER of the tests", LEADER))
                .body("items[0].changeReason", is("Bokført to ganger"));
    }

    @Test
    void anActionTellsWhenItWasDone() {
        var it = MeasuredBenefit.create();
        var body = Map.<String, Object>of("kind", "STOP", "description", "Kveldsrunden", "due", "2026-03-31");
        var action = it.municipality.create(Role.PROJECT_LEADER, "/benefits/" + it.benefit + "/actions", body);
        var path = "/benefits/" + it.benefit + "/actions/" + action;
        change(
                it.municipality,
                path,
                with(with(body, "done", "2026-03-15"), "confirmedById", it.municipality.person(Role.LEADER)));
        history(it.municipality, path)
                .body("items.state.done", contains("2026-03-15", null))
                .body(
                        "items.state.confirmedById",
                        contains(it.municipality.person(Role.LEADER).toString(), null));
        problem(
                it.municipality
                        .as(Role.LEADER)
                        .get("/benefits/" + UUID.randomUUID() + "/actions/" + action + "/history")
                        .then(),
                404,
                "not-found");
    }

    @Test
    void aBenefitAndItsIndicatorsAreFoundAsTheyWere() {
        var it = MeasuredBenefit.create();
        var path = "/benefits/" + it.benefit;
        var then = now(it);
        var before = it.municipality.as(Role.LEADER).get(path).jsonPath();
        var indicatorsBefore =
                it.municipality.as(Role.LEADER).get(path + "/indicators").jsonPath();
        change(it.municipality, path, Map.of("title", "Nytt navn"));
        change(it.municipality, "/indicators/" + it.indicator, with(indicator(it.unit), "name", "Nytt navn"));
        var second = it.municipality.create(
                Role.PROJECT_LEADER, path + "/indicators", with(indicator(it.unit), "valuation", null));
        it.municipality.create(Role.PROJECT_LEADER, "/rollouts/" + it.rollout + "/benefits", Map.of("title", "En til"));

        assertSame(before, asOf(it, path, then).jsonPath());
        assertSame(indicatorsBefore, asOf(it, path + "/indicators", then).jsonPath());
        assertSame(
                it.municipality.as(Role.LEADER).get(path).jsonPath(),
                asOf(it, path, now(it)).jsonPath());
        assertSame(
                it.municipality.as(Role.LEADER).get(path + "/indicators").jsonPath(),
                asOf(it, path + "/indicators", now(it)).jsonPath());
        asOf(it, "/benefits", then).then().body("items.title", contains("Færre utrykninger"));
        asOf(it, "/benefits?limit=1", now(it))
                .then()
                .body("items.title", contains("Nytt navn"))
                .body("next", notNullValue());
        asOf(it, "/benefits?rolloutId=" + UUID.randomUUID(), then).then().body("items", empty());
        assertEquals(
                "Utrykninger etter varsel",
                asOf(it, "/indicators/" + it.indicator, then).path("name"));
        problem(asOf(it, "/indicators/" + second, then).then(), 404, "not-found");
    }

    @Test
    void namesAreThoseOfTheTime() {
        var it = MeasuredBenefit.create();
        var m = it.municipality;
        m.as(Role.PROJECT_LEADER)
                .body(Map.of("name", "Egen sensor"))
                .put("/technologies/own-sensor")
                .then()
                .statusCode(201);
        change(
                m,
                "/benefits/" + it.benefit,
                Map.of("title", "Tid", "technologies", List.of(Map.of("code", "own-sensor", "share", 1))));
        var then = now(it);
        m.as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Sensor 2"))
                .put("/technologies/own-sensor")
                .then()
                .statusCode(200);
        m.as(Role.ADMINISTRATOR)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Avdeling 2"))
                .put("/units/" + it.unit)
                .then()
                .statusCode(200);
        for (var name : Map.of("technology", "Egen sensor", "unit", "Hjemmetjenesten", "benefit", "Tid")
                .entrySet()) {
            asOf(it, "/results?from=2026-01&to=2026-03&groupBy=" + name.getKey(), then)
                    .then()
                    .body("items.name", contains(name.getValue()));
        }
        m.as(Role.LEADER)
                .get("/results?from=2026-01&to=2026-03&groupBy=technology")
                .then()
                .body("items.name", contains("Sensor 2"));
        asOf(it, "/results/points?from=2026-01&to=2026-01", then)
                .then()
                .body("items.unit", contains("Hjemmetjenesten"))
                .body("items.benefit", contains("Tid"));
    }

    @Test
    void anInstantOfAChangeHoldsTheChange() {
        var it = MeasuredBenefit.create();
        var path = "/benefits/" + it.benefit;
        change(it.municipality, path, Map.of("title", "Nytt navn"));
        List<String> times = history(it.municipality, path).extract().path("items.changedAt");
        assertEquals("Nytt navn", asOf(it, path, times.get(0)).path("title"));
        assertEquals(
                "Færre utrykninger",
                asOf(it, path, Instant.parse(times.get(0)).minusNanos(1000).toString())
                        .path("title"));
        assertEquals("Færre utrykninger", asOf(it, path, times.get(1)).path("title"));
        problem(
                asOf(it, path, Instant.parse(times.get(1)).minusNanos(1000).toString())
                        .then(),
                404,
                "not-found");
    }

    @Test
    void beforeTheMunicipalityThereWasNothingAndTheFutureIsNotKnown() {
        var it = MeasuredBenefit.create();
        asOf(it, "/benefits", "0001-01-01T00:00:00Z").then().statusCode(200).body("items", empty());
        problem(asOf(it, "/benefits/" + it.benefit, "2001-01-01T00:00:00Z").then(), 404, "not-found");
        asOf(it, "/results", "2001-01-01T00:00:00Z")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("total.hours", is(0));
        for (var path : List.of("/benefits", "/benefits/" + it.benefit, "/indicators/" + it.indicator, "/results")) {
            problem(asOf(it, path, "2999-01-01T00:00:00Z").then(), 422, "as-of-in-future");
            problem(asOf(it, path, "yesterday").then(), 400, "not-a-time");
        }
    }

    private static void assertSame(JsonPath expected, JsonPath actual) {
        Object there = expected.get();
        Object found = actual.get();
        assertEquals(there, found);
    }

    private static String now(MeasuredBenefit it) {
        return it.municipality.as(Role.LEADER).get("/results").path("asOf");
    }

    private static io.restassured.response.Response asOf(MeasuredBenefit it, String path, String instant) {
        return it.municipality.as(Role.LEADER).queryParam("asOf", instant).get(path);
    }

    private static ValidatableResponse history(Municipality municipality, String path) {
        return municipality.as(Role.LEADER).get(path + "/history").then().statusCode(200);
    }

    /** Changes what stands, whatever its version, giving a reason where one is taken. */
    private static void change(Municipality municipality, String path, Map<String, Object> body) {
        var etag = municipality.as(Role.LEADER).get(path).header("ETag");
        if (etag == null) {
            etag = "\"0\"";
        }
        var takesReason = path.startsWith("/benefits/") && !path.contains("actions");
        municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", etag)
                .body(takesReason ? with(body, "reason", "Ny eier") : body)
                .put(path)
                .then()
                .statusCode(200);
    }

    private static void move(MeasuredBenefit it, Map<String, Object> body) {
        it.municipality
                .as(Role.LEADER)
                .body(body)
                .post("/benefits/" + it.benefit + "/step")
                .then()
                .statusCode(200);
    }
}
