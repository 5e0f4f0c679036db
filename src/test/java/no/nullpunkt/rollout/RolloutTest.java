package no.nullpunkt.rollout;

import static no.nullpunkt.testing.Bodies.rollout;
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
import java.util.stream.IntStream;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RolloutTest {

    private Municipality municipality;
    private UUID unit;

    @BeforeEach
    void aMunicipalityWithAUnit() {
        municipality = Municipality.create();
        unit = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten"));
    }

    @Test
    void aRolloutIsPlannedChangedAndCosted() {
        var id = municipality.create(Role.PROJECT_LEADER, "/rollouts", with(rollout(unit), "goLive", null));
        var changed = with(
                with(rollout(unit), "technologies", List.of("response-centre", "digital-supervision-home")),
                "goLive",
                "2026-02");
        municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(changed)
                .put("/rollouts/" + id)
                .then()
                .statusCode(200)
                .body("goLive", is("2026-02"))
                .body("technologies", containsInAnyOrder("digital-supervision-home", "response-centre"))
                .body("unitIds", contains(unit.toString()));
        // Once more, for the answer may have been lost: it stands already, so the ETag does not matter.
        municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(changed)
                .put("/rollouts/" + id)
                .then()
                .statusCode(200)
                .body("version", is(1));
        municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts/" + id + "/costs",
                Map.of("month", "2026-01", "kind", "INVESTMENT", "nok", 480000, "description", "40 sensorer"));
        municipality
                .as(Role.LEADER)
                .get("/rollouts/" + id + "/costs")
                .then()
                .body("items.nok", contains(480000))
                .body("items.kind", contains("INVESTMENT"));
        problem(
                municipality
                        .as(Role.PROJECT_LEADER)
                        .header("If-Match", "\"0\"")
                        .body(with(changed, "name", "Et annet navn"))
                        .put("/rollouts/" + id)
                        .then(),
                412,
                "stale");
    }

    @Test
    void wrongRolloutsAreRefusedWithTheirPlace() {
        refused(with(rollout(unit), "technologies", List.of()), 422, "invalid", "/technologies");
        refused(with(rollout(unit), "technologies", List.of("teleport")), 422, "unknown-technology", "/technologies/0");
        refused(
                with(rollout(unit), "technologies", List.of("response-centre", "response-centre")),
                422,
                "twice-in-list",
                "/technologies");
        refused(
                with(rollout(unit), "unitIds", List.of(unit, UUID.randomUUID())),
                404,
                "unknown-reference",
                "/unitIds/1");
        refused(with(rollout(unit), "leaderId", UUID.randomUUID()), 404, "unknown-reference", "/leaderId");
        refused(with(rollout(unit), "goLive", "2026-13"), 400, "wrong-type", "/goLive");
        refused(with(rollout(unit), "goLive", "2026"), 400, "wrong-type", "/goLive");
        municipality.as(Role.LEADER).get("/rollouts").then().body("items", hasSize(0));
    }

    private void refused(Object body, int status, String code, String pointer) {
        problem(
                        municipality
                                .as(Role.PROJECT_LEADER)
                                .body(body)
                                .post("/rollouts")
                                .then(),
                        status,
                        code)
                .body("errors[0].pointer", is(pointer));
    }

    @Test
    void anotherMunicipalitysUnitIsNotFound() {
        var theirs = Municipality.create().create(Role.ADMINISTRATOR, "/units", Map.of("name", "Deres"));
        refused(rollout(theirs), 404, "unknown-reference", "/unitIds/0");
    }

    @Test
    void aMunicipalityHasTechnologiesOfItsOwn() {
        problem(
                        municipality
                                .as(Role.PROJECT_LEADER)
                                .body(Map.of("name", "Matte"))
                                .put("/technologies/Sengematte")
                                .then(),
                        400,
                        "invalid-parameter")
                .body("errors[0].pointer", is("?code"));
        municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of("name", "Sengematte med varsling"))
                .put("/technologies/own-sengematte")
                .then()
                .statusCode(201);
        municipality.create(
                Role.PROJECT_LEADER, "/rollouts", with(rollout(unit), "technologies", List.of("own-sengematte")));
        var other = Municipality.create();
        other.as(Role.LEADER).get("/technologies").then().body("items", hasSize(0));
        problem(
                other.as(Role.PROJECT_LEADER)
                        .body(with(
                                rollout(other.create(Role.ADMINISTRATOR, "/units", Map.of("name", "A"))),
                                "technologies",
                                List.of("own-sengematte")))
                        .post("/rollouts")
                        .then(),
                422,
                "unknown-technology");
        problem(
                municipality
                        .as(Role.BENEFIT_OWNER)
                        .body(Map.of("name", "x"))
                        .put("/technologies/own-x")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void listsGoOnWhereTheyEnded() {
        IntStream.range(0, 5)
                .forEach(i -> municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Enhet " + i)));
        var first = municipality
                .as(Role.LEADER)
                .get("/units?limit=4")
                .then()
                .body("items", hasSize(4))
                .extract();
        municipality
                .as(Role.LEADER)
                .queryParam("cursor", first.<String>path("next"))
                .get("/units?limit=4")
                .then()
                .body("items.name", contains("Enhet 3", "Enhet 4"))
                .body("next", nullValue());
        problem(municipality.as(Role.LEADER).get("/units?cursor=%C3%B8").then(), 400, "unreadable-cursor");
    }

    @Test
    void onlyProjectLeadersPlan() {
        for (var refused : List.of(Role.ADMINISTRATOR, Role.BENEFIT_OWNER, Role.LEADER, Role.INTEGRATION)) {
            problem(
                    municipality
                            .as(refused)
                            .body(rollout(unit))
                            .post("/rollouts")
                            .then(),
                    403,
                    "forbidden");
        }
    }
}
