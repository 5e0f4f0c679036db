package no.nullpunkt.access;

import static no.nullpunkt.testing.Bodies.benefit;
import static no.nullpunkt.testing.Bodies.rollout;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

/** People leave, and what they hold goes on. */
@QuarkusTest
class ContinuityTest {

    private static final Map<String, Object> LEAVES = Map.of("reason", "Slutter");

    /** The owner also measures the series, leads the rollout and has one open action and one that is done. */
    private static MeasuredBenefit held() {
        var it = MeasuredBenefit.create();
        var owner = it.municipality.person(Role.BENEFIT_OWNER);
        var leader = it.municipality.as(Role.PROJECT_LEADER);
        leader.header("If-Match", "\"0\"")
                .body(Map.of("measurerId", owner))
                .put(it.series(""))
                .then()
                .statusCode(200);
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(Bodies.with(rollout(it.unit), "leaderId", owner))
                .put("/rollouts/" + it.rollout)
                .then()
                .statusCode(200);
        for (var done : List.of("", "2026-02-01")) {
            it.municipality.create(
                    Role.PROJECT_LEADER,
                    "/benefits/" + it.benefit + "/actions",
                    Bodies.with(
                            Map.of(
                                    "kind",
                                    "STOP",
                                    "description",
                                    "Rutine",
                                    "due",
                                    "2026-03-01",
                                    "responsibleId",
                                    owner),
                            "done",
                            done.isEmpty() ? null : done));
        }
        return it;
    }

    private static String person(UUID id, String below) {
        return "/people/" + id + below;
    }

    private static ValidatableResponse heldBy(MeasuredBenefit it, UUID person) {
        return it.municipality
                .as(Role.LEADER)
                .get(person(person, "/responsibilities"))
                .then()
                .statusCode(200);
    }

    @Test
    void everythingAPersonHoldsIsTold() {
        var it = held();
        heldBy(it, it.municipality.person(Role.BENEFIT_OWNER))
                .body("held.kind", containsInAnyOrder("OWNER", "MEASURER", "ROLLOUT_LEADER", "ACTION"))
                .body("held.find { it.kind == 'MEASURER' }.unitIds", contains(it.unit.toString()))
                .body("grants.role", contains("BENEFIT_OWNER"))
                .body("account", is(true))
                .body("ended", nullValue());
        heldBy(it, it.municipality.person(Role.LEADER)).body("held.kind", contains("OVERALL_OWNER"));
    }

    @Test
    void aHandOverMovesEverythingAtOnceAndTellsWhatTheReceiverLacks() {
        var it = held();
        var from = it.municipality.person(Role.BENEFIT_OWNER);
        var to = it.municipality.addPerson("Ny", Role.LEADER, null);
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of("toId", to, "reason", "Slutter"))
                .post(person(from, "/hand-over"))
                .then()
                .statusCode(200)
                .body("moved", hasSize(4))
                .body("lacking.role", containsInAnyOrder("BENEFIT_OWNER", "PROJECT_LEADER"))
                .body("lacking.find { it.role == 'BENEFIT_OWNER' }.unitId", is(it.unit.toString()))
                .body("granted", empty());
        heldBy(it, from).body("held", empty());
        heldBy(it, to).body("held", hasSize(4));
        it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + it.benefit)
                .then()
                .body("ownerId", is(to.toString()))
                .body("version", is(1));
    }

    @Test
    void anAdministratorGrantsTheReceiverWhatTheyLack() {
        var it = held();
        var from = it.municipality.person(Role.BENEFIT_OWNER);
        var to = it.municipality.create(
                Role.ADMINISTRATOR,
                "/people",
                Map.of("name", "Ny", "email", "ny@" + it.municipality.number + ".example"));
        var asked = Map.of("toId", to, "reason", "Slutter", "grant", true);
        problem(
                it.municipality
                        .as(Role.PROJECT_LEADER)
                        .body(asked)
                        .post(person(from, "/hand-over"))
                        .then(),
                403,
                "forbidden");
        it.municipality
                .as(Role.ADMINISTRATOR)
                .body(asked)
                .post(person(from, "/hand-over"))
                .then()
                .statusCode(200)
                .body("lacking", empty())
                .body("granted.role", containsInAnyOrder("BENEFIT_OWNER", "PROJECT_LEADER"));
        heldBy(it, to).body("grants", hasSize(2));
    }

    @Test
    void onlyWhatIsChosenIsHandedOver() {
        var it = held();
        var from = it.municipality.person(Role.BENEFIT_OWNER);
        var to = it.municipality.person(Role.PROJECT_LEADER);
        it.municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("toId", to, "reason", "Bytter", "what", List.of("MEASURER", "ROLLOUT_LEADER")))
                .post(person(from, "/hand-over"))
                .then()
                .statusCode(200)
                .body("moved", hasSize(2))
                .body("lacking", empty());
        it.municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("toId", to, "reason", "Bytter", "benefitIds", List.of(it.benefit)))
                .post(person(from, "/hand-over"))
                .then()
                .statusCode(200)
                .body("moved.kind", containsInAnyOrder("OWNER", "ACTION"));
        problem(
                it.municipality
                        .as(Role.ADMINISTRATOR)
                        .body(Map.of("toId", to, "reason", "Bytter", "benefitIds", List.of(it.benefit)))
                        .post(person(from, "/hand-over"))
                        .then(),
                404,
                "unknown-reference");
    }

    @Test
    void wrongHandOversAreRefused() {
        var it = held();
        var from = it.municipality.person(Role.BENEFIT_OWNER);
        problem(
                it.municipality
                        .as(Role.ADMINISTRATOR)
                        .body(Map.of("toId", from, "reason", "Selv"))
                        .post(person(from, "/hand-over"))
                        .then(),
                422,
                "hands-to-self");
        problem(
                it.municipality
                        .as(Role.ADMINISTRATOR)
                        .body(Map.of("toId", UUID.randomUUID(), "reason", "Ukjent"))
                        .post(person(from, "/hand-over"))
                        .then(),
                404,
                "unknown-reference");
        for (var refused : List.of(Role.BENEFIT_OWNER, Role.LEADER)) {
            problem(
                    it.municipality
                            .as(refused)
                            .body(Map.of("toId", it.municipality.person(Role.LEADER), "reason", "Vil"))
                            .post(person(from, "/hand-over"))
                            .then(),
                    403,
                    "forbidden");
        }
    }

    @Test
    void whoIsEndedSignsInNowhereAtOnceAndKeepsTheNameInHistory() {
        var it = held();
        var owner = it.municipality.person(Role.BENEFIT_OWNER);
        it.municipality.as(Role.BENEFIT_OWNER).get("/units").then().statusCode(200);
        it.municipality
                .as(Role.ADMINISTRATOR)
                .body(LEAVES)
                .post(person(owner, "/end"))
                .then()
                .statusCode(200)
                .body("held", hasSize(4))
                .body("grants", empty())
                .body("account", is(false))
                .body("ended", notNullValue());
        problem(it.municipality.as(Role.BENEFIT_OWNER).get("/units").then(), 401, "sign-in-required");
        it.municipality
                .as(Role.LEADER)
                .get(person(owner, ""))
                .then()
                .statusCode(200)
                .body("name", is("BENEFIT_OWNER of the tests"));
        it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + it.benefit)
                .then()
                .body("ownerId", is(owner.toString()))
                .body("withoutOwner", is(true));
    }

    @Test
    void whoIsEndedIsNamedForNothingNewButHindersNoOtherChange() {
        var it = held();
        var owner = it.municipality.person(Role.BENEFIT_OWNER);
        it.municipality
                .as(Role.ADMINISTRATOR)
                .body(LEAVES)
                .post(person(owner, "/end"))
                .then()
                .statusCode(200);
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(benefit(owner, it.municipality.person(Role.LEADER)))
                                .post("/rollouts/" + it.rollout + "/benefits")
                                .then(),
                        409,
                        "person-ended")
                .body("errors[0].pointer", is("/ownerId"));
        problem(
                it.municipality
                        .as(Role.ADMINISTRATOR)
                        .body(Map.of("role", "LEADER"))
                        .post(person(owner, "/grants"))
                        .then(),
                409,
                "person-ended");
        problem(
                it.municipality
                        .as(Role.ADMINISTRATOR)
                        .post(person(owner, "/invitation"))
                        .then(),
                409,
                "person-ended");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(Bodies.with(benefit(owner, it.municipality.person(Role.LEADER)), "title", "Ny tittel"))
                .put("/benefits/" + it.benefit)
                .then()
                .statusCode(200);
        it.municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("reason", "Feil person"))
                .post(person(owner, "/return"))
                .then()
                .statusCode(200)
                .body("ended", nullValue())
                .body("account", is(false));
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        var it = Municipality.create();
        var one = it.person(Role.ADMINISTRATOR);
        problem(it.as(Role.ADMINISTRATOR).body(LEAVES).post(person(one, "/end")).then(), 409, "last-administrator");
        var other = it.addPerson("Annen", Role.ADMINISTRATOR, null);
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> endsOther = () -> it.as(Role.ADMINISTRATOR)
                    .body(LEAVES)
                    .post(person(other, "/end"))
                    .statusCode();
            Callable<Integer> endsOne =
                    () -> it.as("Annen").body(LEAVES).post(person(one, "/end")).statusCode();
            var answers = pool.invokeAll(List.of(endsOther, endsOne));
            var ended = answers.stream().filter(answer -> status(answer) == 200).count();
            assertEquals(1, ended, () -> status(answers.get(0)) + ", " + status(answers.get(1)));
        } finally {
            pool.shutdownNow();
        }
    }

    private static int status(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void onlyAnAdministratorEndsPeopleAndOnlyWhenTheDayHasCome() {
        var it = Municipality.create();
        var leader = it.person(Role.LEADER);
        for (var refused : List.of(Role.PROJECT_LEADER, Role.BENEFIT_OWNER, Role.LEADER)) {
            problem(it.as(refused).body(LEAVES).post(person(leader, "/end")).then(), 403, "forbidden");
            problem(it.as(refused).body(LEAVES).post(person(leader, "/return")).then(), 403, "forbidden");
        }
        problem(
                it.as(Role.ADMINISTRATOR)
                        .body(Map.of("reason", "Slutter", "on", "2999-01-01"))
                        .post(person(leader, "/end"))
                        .then(),
                422,
                "day-not-come");
    }

    @Test
    void aBenefitWithoutAValidOwnerIsListedUntilSomeoneAccepts() {
        var it = held();
        var byNobody = it.municipality.create(
                Role.PROJECT_LEADER, "/rollouts/" + it.rollout + "/benefits", Map.of("title", "Uten eier"));
        var listed = "/benefits?flag=WITHOUT_OWNER";
        it.municipality.as(Role.LEADER).get(listed).then().body("items.id", contains(byNobody.toString()));
        it.municipality
                .as(Role.ADMINISTRATOR)
                .body(LEAVES)
                .post(person(it.municipality.person(Role.BENEFIT_OWNER), "/end"))
                .then()
                .statusCode(200);
        it.municipality
                .as(Role.LEADER)
                .get(listed)
                .then()
                .body("items.id", containsInAnyOrder(byNobody.toString(), it.benefit.toString()));
        var elsewhere = it.municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "En annen"));
        it.municipality.addPerson("Annensteds", Role.BENEFIT_OWNER, elsewhere);
        var accept = "/benefits/" + it.benefit + "/owner:accept";
        problem(it.municipality.as("Annensteds").post(accept).then(), 403, "forbidden");
        var newOwner = it.municipality.addPerson("Ny", Role.BENEFIT_OWNER, it.unit);
        it.municipality.as("Ny").post(accept).then().statusCode(200).body("ownerId", is(newOwner.toString()));
        it.municipality.as(Role.LEADER).get(listed).then().body("items.id", not(hasItem(it.benefit.toString())));
        it.municipality.addPerson("Sen", Role.BENEFIT_OWNER, it.unit);
        problem(it.municipality.as("Sen").post(accept).then(), 409, "has-owner");
    }
}
