package no.nullpunkt.benefit;

import static no.nullpunkt.testing.Bodies.baseline;
import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.rollout;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;

/** A rollout ends, and the line goes on with its benefits. */
@QuarkusTest
class ClosingTest {

    private static final String UNTIL = YearMonth.now().plusYears(1).toString();
    private static final Map<String, Object> CLOSES = Map.of("on", "2026-06-30", "reason", "Prosjektet er ferdig");

    private static String close(MeasuredBenefit it) {
        return "/rollouts/" + it.rollout + "/close";
    }

    private static Map<String, Object> complete(MeasuredBenefit it) {
        var measurer = Map.of(
                "indicatorId",
                it.indicator,
                "unitId",
                it.unit,
                "measurerId",
                it.municipality.person(Role.BENEFIT_OWNER));
        return with(with(CLOSES, "measureUntil", UNTIL), "measurers", List.of(measurer));
    }

    @Test
    void theLineTakesOverWithWhatRemainsAndWhoMeasuresUntilWhen() {
        var it = MeasuredBenefit.create();
        var routine = it.municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + it.benefit + "/actions",
                Map.of("kind", "STOP", "description", "Faste tilsyn om natta", "due", "2026-09-01"));
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(complete(it))
                .post(close(it))
                .then()
                .statusCode(200)
                .body("closed", is("2026-06-30"))
                .body("benefits", hasSize(1))
                .body("benefits[0].openActions.id", contains(routine.toString()))
                .body("benefits[0].openActions.kind", contains("STOP"))
                .body("benefits[0].series[0].until", is(UNTIL))
                .body(
                        "benefits[0].series[0].measurerId",
                        is(it.municipality.person(Role.BENEFIT_OWNER).toString()));
        it.municipality.as(Role.LEADER).get("/rollouts/" + it.rollout).then().body("closed", is("2026-06-30"));
        it.municipality
                .as(Role.LEADER)
                .get("/indicators/" + it.indicator)
                .then()
                .body("measureTo", is(UNTIL));
        problem(
                it.municipality
                        .as(Role.PROJECT_LEADER)
                        .body(complete(it))
                        .post(close(it))
                        .then(),
                409,
                "rollout-closed");
    }

    @Test
    void figuresGoOnCounting() {
        var it = MeasuredBenefit.create();
        var owner = it.municipality.as(Role.BENEFIT_OWNER);
        owner.body(baseline("100")).put(it.series("/baseline")).then().statusCode(201);
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(complete(it))
                .post(close(it))
                .then()
                .statusCode(200);
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("60"))
                .put(it.value("2026-08"))
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.LEADER)
                .get("/results?from=2026-08&to=2026-08")
                .then()
                .body("total.hours", is(30));
    }

    @Test
    void nothingIsHandedToNobody() {
        var it = MeasuredBenefit.create();
        it.municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("reason", "Slutter"))
                .post("/people/" + it.municipality.person(Role.BENEFIT_OWNER) + "/end")
                .then()
                .statusCode(200);
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(CLOSES)
                                .post(close(it))
                                .then(),
                        409,
                        "closing-open")
                .body("missing.item", containsInAnyOrder("LINE_OWNER", "LINE_MEASURER", "LINE_UNTIL"))
                .body("missing[0].benefitId", is(it.benefit.toString()));
        it.municipality
                .as(Role.LEADER)
                .get("/rollouts/" + it.rollout)
                .then()
                .body("closed", nullValue())
                .body("version", is(0));
        var lineOwner = it.municipality.addPerson("Linja", Role.BENEFIT_OWNER, it.unit);
        var measurer = Map.of("indicatorId", it.indicator, "unitId", it.unit, "measurerId", lineOwner);
        var asked = with(
                with(with(CLOSES, "lineOwnerId", lineOwner), "measurers", List.of(measurer)), "measureUntil", UNTIL);
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(asked)
                .post(close(it))
                .then()
                .statusCode(200)
                .body("benefits[0].ownerId", is(lineOwner.toString()));
    }

    @Test
    void aDecisionWillDoInPlaceOfAnEndOfMeasuring() {
        var it = MeasuredBenefit.create();
        it.municipality.create(
                Role.LEADER,
                "/benefits/" + it.benefit + "/decisions",
                Map.of("kind", "CONTINUE", "date", "2026-06-15"));
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(CLOSES)
                                .post(close(it))
                                .then(),
                        409,
                        "closing-open")
                .body("missing.item", contains("LINE_MEASURER"));
    }

    @Test
    void onlyALeaderWaivesAndTheWaiverStaysVisible() {
        var it = MeasuredBenefit.create();
        var waivers = List.of(
                Map.of("benefitId", it.benefit, "item", "LINE_MEASURER", "reason", "Måles ikke mer"),
                Map.of("benefitId", it.benefit, "item", "LINE_UNTIL", "reason", "Måles ikke mer"));
        var asked = with(CLOSES, "waivers", waivers);
        problem(
                it.municipality
                        .as(Role.PROJECT_LEADER)
                        .body(asked)
                        .post(close(it))
                        .then(),
                403,
                "forbidden");
        it.municipality.as(Role.LEADER).body(asked).post(close(it)).then().statusCode(200);
        it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + it.benefit)
                .then()
                .body("waivers.item", contains("LINE_MEASURER", "LINE_UNTIL"));
        it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + it.benefit + "/checklist")
                .then()
                .body(
                        "items.item",
                        containsInAnyOrder("TYPE", "PLAN_HEADING", "OWNER", "BENEFICIARIES", "TECHNOLOGIES"));
    }

    @Test
    void aClosedRolloutIsOpenedAgainWithAReason() {
        var it = MeasuredBenefit.create();
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(complete(it))
                .post(close(it))
                .then()
                .statusCode(200);
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of("reason", "Nye enheter kommer til"))
                .post("/rollouts/" + it.rollout + "/reopen")
                .then()
                .statusCode(204);
        it.municipality.as(Role.LEADER).get("/rollouts/" + it.rollout).then().body("closed", nullValue());
    }

    @Test
    void wrongClosingsAreRefused() {
        var it = MeasuredBenefit.create();
        for (var refused : List.of(Role.ADMINISTRATOR, Role.BENEFIT_OWNER)) {
            problem(it.municipality.as(refused).body(CLOSES).post(close(it)).then(), 403, "forbidden");
            problem(
                    it.municipality
                            .as(refused)
                            .body(Map.of("reason", "Vil"))
                            .post("/rollouts/" + it.rollout + "/reopen")
                            .then(),
                    403,
                    "forbidden");
        }
        var leader = Role.LEADER;
        problem(
                it.municipality
                        .as(leader)
                        .body(with(CLOSES, "on", "2999-01-01"))
                        .post(close(it))
                        .then(),
                422,
                "day-not-come");
        problem(
                it.municipality
                        .as(leader)
                        .body(with(CLOSES, "measureUntil", "2026-01"))
                        .post(close(it))
                        .then(),
                422,
                "month-passed");
        problem(
                it.municipality
                        .as(leader)
                        .body(with(
                                CLOSES,
                                "waivers",
                                List.of(Map.of("benefitId", it.benefit, "item", "TYPE", "reason", "Nei"))))
                        .post(close(it))
                        .then(),
                422,
                "not-asked-at-closing");
        problem(
                it.municipality
                        .as(leader)
                        .body(Map.of(
                                "to", "PLANNED", "waivers", List.of(Map.of("item", "LINE_OWNER", "reason", "Nei"))))
                        .post("/benefits/" + it.benefit + "/step")
                        .then(),
                422,
                "asked-at-closing");
        var other = it.municipality.create(Role.PROJECT_LEADER, "/rollouts", rollout(it.unit));
        it.municipality
                .as(leader)
                .body(CLOSES)
                .post("/rollouts/" + other + "/close")
                .then()
                .statusCode(200)
                .body("benefits", empty());
    }
}
