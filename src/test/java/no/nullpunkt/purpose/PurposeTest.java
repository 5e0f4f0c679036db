package no.nullpunkt.purpose;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PurposeTest {

    private MeasuredBenefit measured;
    private String planPath;

    @BeforeEach
    void measure() {
        measured = MeasuredBenefit.create();
        planPath = "/benefits/" + measured.benefit + "/plan";
    }

    @Test
    void aBenefitIsLinkedToNeedsAndGoalsAndToldWithItsRisks() {
        var need = need("For få på kvelden");
        var goal = goal("Trygt hjemme");
        plan("*", planOf(need, goal)).statusCode(200).body("version", is(0), "needIds", contains(need.toString()));
        plan("*", planOf(need, goal)).statusCode(200).body("version", is(0));

        var body = plan().statusCode(200);
        body.body("rollouts[0].needs.title", contains("For få på kvelden"));
        body.body("goals.title", contains("Trygt hjemme"));
        body.body("rollouts[0].benefits[0].risks[0].consequence", is("HIGH"));
        body.body("rollouts[0].benefits[0].measuring", is("En halv time i måneden"));
    }

    @Test
    void anEarlierPlanIsAnsweredAsItWas() {
        var need = need("For få på kvelden");
        var goal = goal("Trygt hjemme");
        plan("*", planOf(need, goal)).statusCode(200);
        String before = plan().extract().path("asOf");
        String told = asOf(before).extract().asString();

        plan("\"0\"", Map.of("measuring", "Ikke verdt det")).statusCode(200).body("version", is(1));
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "Trygt i eget hjem"))
                .put("/goals/" + goal)
                .then()
                .statusCode(200);

        assertEquals(told, asOf(before).extract().asString());
        plan().body("goals", empty(), "rollouts[0].benefits[0].risks", empty());
        measured.municipality
                .as(Role.LEADER)
                .queryParam("asOf", before)
                .get(planPath)
                .then()
                .body("goalIds", contains(goal.toString()), "risks[0].likelihood", is("MEDIUM"));
        measured.municipality
                .as(Role.LEADER)
                .get(planPath + "/history")
                .then()
                .body("items.state.measuring", contains("Ikke verdt det", "En halv time i måneden"));
        measured.municipality
                .as(Role.LEADER)
                .get("/benefits/" + measured.benefit + "/changes")
                .then()
                .body("items.text", hasItems(containsString("For få på kvelden"), containsString("Ansatte beholder")));
    }

    @Test
    void whatSomeoneElseHasChangedIsNotWrittenOver() {
        plan("*", Map.of("measuring", "Verdt det")).statusCode(200);
        problem(plan("\"7\"", Map.of("measuring", "Noe annet")), 412, "stale")
                .body("current.measuring", is("Verdt det"));
    }

    @Test
    void whatABenefitIsLinkedToIsNotTakenAway() {
        var need = need("For få på kvelden");
        var goal = goal("Trygt hjemme");
        plan("*", planOf(need, goal)).statusCode(200);
        problem(delete("/goals/" + goal), 409, "goal-linked");
        problem(delete("/rollouts/" + measured.rollout + "/needs/" + need), 409, "need-linked");

        plan("\"0\"", Map.of()).statusCode(200);
        delete("/goals/" + goal).statusCode(204);
        delete("/rollouts/" + measured.rollout + "/needs/" + need).statusCode(204);
    }

    @Test
    void needsOfAnotherRolloutAndGoalsOfAnotherMunicipalityAreUnknown() {
        var other = MeasuredBenefit.create();
        var need = other.municipality.create(
                Role.PROJECT_LEADER, "/rollouts/" + other.rollout + "/needs", Map.of("title", "Deres"));
        var goal = other.municipality.create(Role.PROJECT_LEADER, "/goals", Map.of("title", "Deres"));
        problem(plan("*", Map.of("needIds", List.of(need))), 404, "unknown-reference");
        problem(plan("*", Map.of("goalIds", List.of(goal))), 404, "unknown-reference");
    }

    @Test
    void onlyProjectLeadersWriteThePlanAndEveryoneReadsIt() {
        for (var role : List.of(Role.LEADER, Role.BENEFIT_OWNER, Role.ADMINISTRATOR)) {
            var as = measured.municipality;
            problem(as.as(role).body(Map.of("title", "Nei")).post("/goals").then(), 403, "forbidden");
            problem(
                    as.as(role)
                            .body(Map.of("title", "Nei"))
                            .post("/rollouts/" + measured.rollout + "/needs")
                            .then(),
                    403,
                    "forbidden");
            problem(as.as(role).body(Map.of()).put(planPath).then(), 403, "forbidden");
            as.as(role).get("/plan").then().statusCode(200);
        }
        problem(
                measured.municipality
                        .as(Role.LEADER)
                        .queryParam("rolloutId", MeasuredBenefit.create().rollout)
                        .get("/plan")
                        .then(),
                404,
                "unknown-reference");
    }

    @Test
    void aSmallNullPointIsHiddenInThePlanFromWhoeverMayNotEnterIt() {
        var counted = MeasuredBenefit.create(Map.of("countsPersons", true, "valuation", Map.of("kind", "NONE")));
        counted.municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.baseline("3"))
                .put(counted.series("/baseline"))
                .then()
                .statusCode(201);
        var series = "rollouts[0].benefits[0].indicators[0].series[0].";
        counted.municipality
                .as(Role.PROJECT_LEADER)
                .get("/plan")
                .then()
                .body(series + "baseline", is(3), series + "suppressed", is(false));
        counted.municipality
                .as(Role.LEADER)
                .get("/plan")
                .then()
                .body(series + "baseline", nullValue(), series + "suppressed", is(true));
    }

    @Test
    void needsGoalsAndRisksAreWrittenOnOnePage() {
        var page = "/innforinger/" + measured.rollout + "/plan";
        var browser = new Browser();
        browser.signIn(measured.municipality.credentials(Role.PROJECT_LEADER), "/");
        browser.post(page, "nytt-behov", "For få på kvelden", "nytt-mal", "Trygt hjemme", "ny-kilde", "Kommuneplanen")
                .then()
                .statusCode(303);
        var id = measured.benefit.toString();
        var need = measured.municipality
                .as(Role.LEADER)
                .get("/rollouts/" + measured.rollout + "/needs")
                .then()
                .extract()
                .<String>path("items[0].id");
        browser.get(page).then().body(containsString("value=\"For få på kvelden\""));
        browser.post(
                        page,
                        "versjon-" + id,
                        "0",
                        id + "-behov",
                        need,
                        id + "-risiko-0",
                        "Gammel rutine",
                        id + "-risiko-0-konsekvens",
                        "HIGH")
                .then()
                .statusCode(303);
        plan().body(
                        "rollouts[0].benefits[0].needIds", contains(need),
                        "rollouts[0].benefits[0].risks[0].description", is("Gammel rutine"),
                        "rollouts[0].benefits[0].risks[0].consequence", is("HIGH"));

        // A need that is linked stays, and what was typed beside it is not lost.
        browser.post(page, "behov-" + need, "", "versjon-behov-" + need, "0", "nytt-behov", "Et behov til")
                .then()
                .statusCode(200)
                .body(containsString("role=\"alert\""), containsString("value=\"Et behov til\""));
        browser.post(page, "nytt-behov", "Hun med 01019000083")
                .then()
                .statusCode(200)
                .body(containsString("role=\"alert\""));
        measured.municipality
                .as(Role.LEADER)
                .get("/rollouts/" + measured.rollout + "/needs")
                .then()
                .body("items.title", contains("For få på kvelden"));

        var owner = new Browser();
        owner.signIn(measured.municipality.credentials(Role.BENEFIT_OWNER), "/");
        owner.get(page).then().statusCode(403);
        var stranger = new Browser();
        stranger.signIn(Municipality.create().credentials(Role.PROJECT_LEADER), "/");
        stranger.get(page).then().statusCode(404);
        stranger.get("/gevinstplan?rolloutId=" + measured.rollout).then().statusCode(404);
        stranger.get("/gevinstplan").then().statusCode(200).body(not(containsString("Digitalt tilsyn")));
    }

    @Test
    void givenUpBenefitsAreLeftOutOfThePlan() {
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of("to", "ABANDONED", "reason", "Ikke aktuelt"))
                .post("/benefits/" + measured.benefit + "/step")
                .then()
                .statusCode(200);
        plan().statusCode(200).body("rollouts[0].benefits", empty(), "rollouts.name", hasItem("Digitalt tilsyn"));
    }

    private UUID need(String title) {
        return measured.municipality.create(
                Role.PROJECT_LEADER, "/rollouts/" + measured.rollout + "/needs", Map.of("title", title));
    }

    private UUID goal(String title) {
        return measured.municipality.create(Role.PROJECT_LEADER, "/goals", Map.of("title", title));
    }

    private static Map<String, Object> planOf(UUID need, UUID goal) {
        return Map.of(
                "needIds", List.of(need),
                "goalIds", List.of(goal),
                "measuring", "En halv time i måneden",
                "risks",
                        List.of(Map.of(
                                "description",
                                "Ansatte beholder runden",
                                "likelihood",
                                "MEDIUM",
                                "consequence",
                                "HIGH")));
    }

    private ValidatableResponse plan(String ifMatch, Map<String, Object> body) {
        return measured.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", ifMatch)
                .body(body)
                .put(planPath)
                .then();
    }

    private ValidatableResponse plan() {
        return measured.municipality.as(Role.LEADER).get("/plan").then();
    }

    private ValidatableResponse asOf(String instant) {
        return measured.municipality
                .as(Role.LEADER)
                .queryParam("asOf", instant)
                .get("/plan")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse delete(String path) {
        return measured.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .delete(path)
                .then();
    }
}
