package no.nullpunkt.indicator;

import static no.nullpunkt.testing.Bodies.baseline;
import static no.nullpunkt.testing.Bodies.targets;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BaselineTest {

    @Test
    void aNullPointIsEnteredApprovedAndThenFrozen() {
        var it = MeasuredBenefit.create();
        var path = it.series("/baseline");
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(baseline("90.88"))
                .put(path)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("approved", is(false))
                .body("from", is("2025-10-01"))
                .body("to", is("2025-12-31"))
                .body("late", is(false));
        it.municipality
                .as(Role.LEADER)
                .post(path + "/approve")
                .then()
                .statusCode(200)
                .header("ETag", "\"1-approved\"")
                .body("approved", is(true));
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .header("If-Match", "\"1-approved\"")
                                .body(baseline("80"))
                                .put(path)
                                .then(),
                        422,
                        "approved-baseline-reason")
                .body("errors[0].pointer", is("/reason"));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"1-approved\"")
                .body(with(baseline("80"), "reason", "To vakter manglet i tellingen"))
                .put(path)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("approved", is(false));
        it.municipality
                .as(Role.LEADER)
                .get(path + "/history")
                .then()
                .body("items.version", contains(2, 1))
                .body("items.approved", contains(false, true));
    }

    @Test
    void aNullPointMeasuredAfterGoLiveNeedsAReasonAndIsMarked() {
        var it = MeasuredBenefit.create();
        var late = with(with(baseline("80"), "from", "2026-01"), "to", "2026-02");
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(late)
                                .put(it.series("/baseline"))
                                .then(),
                        422,
                        "late-baseline-reason")
                .body("errors.pointer", hasItems("/to", "/reason"));
        problem(it.municipality.as(Role.LEADER).get(it.series("/baseline")).then(), 404, "not-found");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(with(late, "reason", "Ingen telte før oppstart"))
                .put(it.series("/baseline"))
                .then()
                .statusCode(201)
                .body("late", is(true));
    }

    @Test
    void someoneElsesNullPointIsNotReplacedUnseen() {
        var it = MeasuredBenefit.create();
        var path = it.series("/baseline");
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(baseline("90"))
                .put(path)
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(baseline("90.0"))
                .put(path)
                .then()
                .statusCode(200);
        problem(
                it.municipality
                        .as(Role.PROJECT_LEADER)
                        .body(baseline("80"))
                        .put(path)
                        .then(),
                428,
                "if-match-required");
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .header("If-Match", "\"9\"")
                                .body(baseline("80"))
                                .put(path)
                                .then(),
                        412,
                        "stale")
                .body("current.value", is(90));
        problem(
                it.municipality
                        .as(Role.LEADER)
                        .header("If-Match", "\"9\"")
                        .post(path + "/approve")
                        .then(),
                412,
                "stale");
    }

    @Test
    void nobodyApprovesWhatIsNotThere() {
        var it = MeasuredBenefit.create();
        problem(
                it.municipality
                        .as(Role.LEADER)
                        .post(it.series("/baseline/approve"))
                        .then(),
                409,
                "no-baseline");
    }

    @Test
    void aPeriodDoesNotRunBackwards() {
        var it = MeasuredBenefit.create();
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(with(baseline("80"), "to", "2025-09-30"))
                                .put(it.series("/baseline"))
                                .then(),
                        422,
                        "period-backwards")
                .body("errors[0].pointer", is("/to"));
    }

    @Test
    void onlyTheUnitsOwnPeopleSetItAndOnlySomeApprove() {
        var it = MeasuredBenefit.create();
        var elsewhere = it.municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Et annet sted"));
        it.municipality.addPerson("elsewhere", Role.BENEFIT_OWNER, elsewhere);
        for (var refused : new String[] {"LEADER", "ADMINISTRATOR", "elsewhere"}) {
            problem(
                    it.municipality
                            .as(refused)
                            .body(baseline("80"))
                            .put(it.series("/baseline"))
                            .then(),
                    403,
                    "forbidden");
        }
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(baseline("80"))
                .put(it.series("/baseline"))
                .then()
                .statusCode(201);
        for (var refused : new String[] {"ADMINISTRATOR", "elsewhere"}) {
            problem(
                    it.municipality
                            .as(refused)
                            .post(it.series("/baseline/approve"))
                            .then(),
                    403,
                    "forbidden");
        }
    }

    @Test
    void targetsAreSetReplacedAndGuarded() {
        var it = MeasuredBenefit.create();
        var path = it.series("/targets");
        var version = it.municipality
                .as(Role.PROJECT_LEADER)
                .body(targets("2026-01", "30"))
                .put(path)
                .then()
                .statusCode(200)
                .body("points.value", contains(30))
                .extract()
                .header("ETag");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(targets("2026-01", "30.0"))
                .put(path)
                .then()
                .statusCode(200);
        problem(
                it.municipality
                        .as(Role.PROJECT_LEADER)
                        .body(targets("2026-02", "20"))
                        .put(path)
                        .then(),
                428,
                "if-match-required");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", version)
                .body(targets("2026-02", "20"))
                .put(path)
                .then()
                .statusCode(200)
                .body("points.from", contains("2026-02"));
        problem(
                it.municipality
                        .as(Role.BENEFIT_OWNER)
                        .body(targets("2026-02", "2"))
                        .put(path)
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void aMeasurerIsOneOfTheMunicipalitysOwn() {
        var it = MeasuredBenefit.create();
        var stranger = UUID.randomUUID();
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .header("If-Match", "\"0\"")
                                .body(Map.of("measurerId", stranger))
                                .put(it.series(""))
                                .then(),
                        404,
                        "unknown-reference")
                .body("errors[0].pointer", is("/measurerId"));
    }
}
