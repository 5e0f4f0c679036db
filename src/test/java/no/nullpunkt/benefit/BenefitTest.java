package no.nullpunkt.benefit;

import static no.nullpunkt.testing.Bodies.baseline;
import static no.nullpunkt.testing.Bodies.benefit;
import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.targets;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BenefitTest {

    @Test
    void aBenefitWalksTheFourSteps() {
        var it = MeasuredBenefit.create();
        move(it, Role.PROJECT_LEADER, "PLANNED").statusCode(200).body("step", is("PLANNED"));
        var open = problem(move(it, Role.PROJECT_LEADER, "EXECUTING"), 409, "checklist-open");
        open.body("missing", contains("APPROVED_BASELINE", "TARGET", "ADOPTING_ACTION"))
                .body("errors.pointer", contains("/to", "/to", "/to"))
                .body("errors.code", hasItems("missing-target"));
        plan(it);
        move(it, Role.BENEFIT_OWNER, "EXECUTING").statusCode(200).body("step", is("EXECUTING"));

        var routine = it.municipality.create(
                Role.BENEFIT_OWNER,
                "/benefits/" + it.benefit + "/actions",
                Map.of("kind", "STOP", "description", "Fysisk nattilsyn", "due", "2026-02-01"));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("80"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        problem(move(it, Role.BENEFIT_OWNER, "DOCUMENTED"), 409, "checklist-open")
                .body(
                        "missing",
                        contains("ROUTINES_STOPPED", "DEVIATIONS_EXPLAINED", "FREED_TIME_ACCOUNTED", "CONCLUSION"));
        stop(it, routine);
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(Map.of("cause", "ROUTINE_NOT_ENDED", "explanation", "Nattilsynene fortsatte i januar."))
                .post("/benefits/" + it.benefit + "/deviations")
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(Map.of("conclusion", "Videreføres.", "unaccounted", "Tiden er ikke fordelt ennå."))
                .put("/benefits/" + it.benefit + "/conclusion")
                .then()
                .statusCode(200);
        move(it, Role.BENEFIT_OWNER, "DOCUMENTED").statusCode(200).body("step", is("DOCUMENTED"));
    }

    private static void plan(MeasuredBenefit it) {
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(baseline("90.88"))
                .put(it.series("/baseline"))
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.LEADER)
                .post(it.series("/baseline/approve"))
                .then()
                .statusCode(200);
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(targets("2026-01", "30"))
                .put(it.series("/targets"))
                .then()
                .statusCode(200);
        it.municipality.create(
                Role.BENEFIT_OWNER,
                "/benefits/" + it.benefit + "/actions",
                Map.of("kind", "ADOPT", "description", "Digitalt tilsyn i stedet", "due", "2026-01-15"));
    }

    private static void stop(MeasuredBenefit it, UUID routine) {
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "kind", "STOP",
                        "description", "Fysisk nattilsyn",
                        "due", "2026-02-01",
                        "done", "2026-02-20",
                        "confirmedById", it.municipality.person(Role.BENEFIT_OWNER)))
                .put("/benefits/" + it.benefit + "/actions/" + routine)
                .then()
                .statusCode(200)
                .body("done", is("2026-02-20"));
    }

    private static ValidatableResponse move(MeasuredBenefit it, Role role, String to) {
        return it.municipality
                .as(role)
                .body(Map.of("to", to))
                .post("/benefits/" + it.benefit + "/step")
                .then();
    }

    @Test
    void theChecklistTellsItemByItem() {
        var it = MeasuredBenefit.create();
        it.municipality
                .as(Role.LEADER)
                .header("Accept-Language", "nn")
                .get("/benefits/" + it.benefit + "/checklist")
                .then()
                .statusCode(200)
                .body("step", is("IDENTIFIED"))
                .body("next", is("PLANNED"))
                .body("items.item", contains("TYPE", "PLAN_HEADING", "OWNER", "BENEFICIARIES", "TECHNOLOGIES"))
                .body("items.met", not(hasItems(false)))
                .body("items[2].text", is("Gevinsten har ein gevinsteigar i linja."));
    }

    @Test
    void anItemIsWaivedWithAReasonByTheOverallOwnerAndStaysVisible() {
        var it = MeasuredBenefit.create();
        move(it, Role.PROJECT_LEADER, "PLANNED").statusCode(200);
        plan(it);
        var late = with(with(baseline("95"), "to", "2026-03"), "reason", "Ny telling");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"1-approved\"")
                .body(late)
                .put(it.series("/baseline"))
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.LEADER)
                .post(it.series("/baseline/approve"))
                .then()
                .statusCode(200);
        problem(move(it, Role.PROJECT_LEADER, "EXECUTING"), 409, "checklist-open")
                .body("missing", contains("BASELINE_BEFORE_GO_LIVE"));
        var waiver = Map.of(
                "to",
                "EXECUTING",
                "waivers",
                List.of(Map.of("item", "BASELINE_BEFORE_GO_LIVE", "reason", "Ingen telte før oppstart")));
        var path = "/benefits/" + it.benefit + "/step";
        problem(it.municipality.as(Role.PROJECT_LEADER).body(waiver).post(path).then(), 403, "forbidden");
        it.municipality
                .as(Role.LEADER)
                .body(waiver)
                .post(path)
                .then()
                .statusCode(200)
                .body("step", is("EXECUTING"))
                .body("waivers.item", contains("BASELINE_BEFORE_GO_LIVE"))
                .body("waivers.reason", contains("Ingen telte før oppstart"));
    }

    @Test
    void stepsAreTakenOneAtATimeAndBackOnlyWithAReason() {
        var it = MeasuredBenefit.create();
        problem(move(it, Role.PROJECT_LEADER, "EXECUTING"), 409, "not-the-next-step")
                .body("errors[0].pointer", is("/to"));
        move(it, Role.PROJECT_LEADER, "PLANNED").statusCode(200);
        problem(move(it, Role.PROJECT_LEADER, "IDENTIFIED"), 422, "reason-required");
        problem(move(it, Role.PROJECT_LEADER, "ABANDONED"), 422, "reason-required");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of("to", "ABANDONED", "reason", "Leverandøren trakk seg"))
                .post("/benefits/" + it.benefit + "/step")
                .then()
                .statusCode(200)
                .body("step", is("ABANDONED"))
                .body("abandonedReason", is("Leverandøren trakk seg"));
        problem(
                it.municipality
                        .as(Role.PROJECT_LEADER)
                        .body(Map.of("to", "PLANNED", "reason", "Likevel"))
                        .post("/benefits/" + it.benefit + "/step")
                        .then(),
                409,
                "is-abandoned");
    }

    @Test
    void sharesOfTechnologiesSumToOne() {
        var it = MeasuredBenefit.create();
        var shares = List.of(
                Map.of("code", "digital-supervision-home", "share", new BigDecimal("0.7")),
                Map.of("code", "response-centre", "share", new BigDecimal("0.2")));
        var owner = it.municipality.person(Role.BENEFIT_OWNER);
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(with(benefit(owner, owner), "technologies", shares))
                                .post("/rollouts/" + it.rollout + "/benefits")
                                .then(),
                        422,
                        "shares-sum")
                .body("errors[0].pointer", is("/technologies"));
        it.municipality.as(Role.LEADER).get("/benefits").then().body("items", hasSize(1));
    }

    @Test
    void aTextLongerThanTheLimitIsRefusedWithTheLimit() {
        var it = MeasuredBenefit.create();
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(Map.of("title", "Lang", "description", "x".repeat(5_000_000)))
                                .post("/rollouts/" + it.rollout + "/benefits")
                                .then(),
                        413,
                        "text-too-long")
                .body("errors[0].pointer", is("/description"));
        it.municipality.as(Role.LEADER).get("/benefits").then().body("items", hasSize(1));
    }

    @Test
    void aChangeNeedsThePresentTag() {
        var it = MeasuredBenefit.create();
        var path = "/benefits/" + it.benefit;
        var owner = it.municipality.person(Role.BENEFIT_OWNER);
        var changed = with(benefit(owner, owner), "title", "Nytt navn");
        problem(it.municipality.as(Role.PROJECT_LEADER).body(changed).put(path).then(), 428, "if-match-required");
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .header("If-Match", "\"3\"")
                                .body(changed)
                                .put(path)
                                .then(),
                        412,
                        "stale")
                .body("current.title", is("Færre utrykninger"));
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(changed)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", is("Nytt navn"));
    }

    @Test
    void whoDoesNotOwnTheBenefitDoesNotFollowItUp() {
        var it = MeasuredBenefit.create();
        it.municipality.addPerson("colleague", Role.BENEFIT_OWNER, it.unit);
        var action = Map.of("kind", "ADOPT", "description", "Noe nytt", "due", "2026-01-15");
        var deviation = Map.of("cause", "DATA", "explanation", "Feil i uttrekket");
        for (var refused : new String[] {"colleague", "LEADER", "ADMINISTRATOR"}) {
            var path = "/benefits/" + it.benefit;
            problem(
                    it.municipality
                            .as(refused)
                            .body(action)
                            .post(path + "/actions")
                            .then(),
                    403,
                    "forbidden");
            problem(
                    it.municipality
                            .as(refused)
                            .body(deviation)
                            .post(path + "/deviations")
                            .then(),
                    403,
                    "forbidden");
            problem(
                    it.municipality
                            .as(refused)
                            .body(Map.of("conclusion", "Ferdig"))
                            .put(path + "/conclusion")
                            .then(),
                    403,
                    "forbidden");
        }
        var decision = Map.of("kind", "CONTINUE", "date", "2026-06-15", "reference", "Sak 26/123");
        problem(
                it.municipality
                        .as(Role.BENEFIT_OWNER)
                        .body(decision)
                        .post("/benefits/" + it.benefit + "/decisions")
                        .then(),
                403,
                "forbidden");
        it.municipality.create(Role.LEADER, "/benefits/" + it.benefit + "/decisions", decision);
    }

    @Test
    void peopleOfAnotherMunicipalityOwnNothingHere() {
        var it = MeasuredBenefit.create();
        var stranger = Municipality.create().person(Role.BENEFIT_OWNER);
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(benefit(stranger, stranger))
                                .post("/rollouts/" + it.rollout + "/benefits")
                                .then(),
                        404,
                        "unknown-reference")
                .body("errors[0].pointer", is("/ownerId"));
    }
}
