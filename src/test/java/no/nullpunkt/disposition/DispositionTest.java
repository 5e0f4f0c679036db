package no.nullpunkt.disposition;

import static no.nullpunkt.testing.Bodies.baseline;
import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DispositionTest {

    /** 40 fewer in January and 20 in February, each worth 0.75 hours: 30 hours, then 15 more. */
    private static MeasuredBenefit saved() {
        var it = MeasuredBenefit.create();
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(baseline("100"))
                .put(it.series("/baseline"))
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("60"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(measured("80"))
                .put(it.value("2026-02"))
                .then()
                .statusCode(201);
        return it;
    }

    private static String path(MeasuredBenefit it) {
        return "/benefits/" + it.benefit + "/dispositions";
    }

    private static Map<String, Object> hours(String month, Object hours) {
        return Map.of("month", month, "hours", hours, "category", "MORE_USERS");
    }

    @Test
    void whatIsBookedShowsAndTheRestIsUnaccounted() {
        var it = saved();
        it.municipality.create(Role.BENEFIT_OWNER, path(it), hours("2026-02", 40));
        it.municipality
                .as(Role.LEADER)
                .get("/results?from=2026-01&to=2026-02")
                .then()
                .statusCode(200)
                .body("total.hours", is(45))
                .body("total.takenOutHours", is(40))
                .body("total.unaccountedHours", is(5));
    }

    @Test
    void neverMoreThanWasMeasuredUpToAnyMonth() {
        var it = saved();
        problem(
                        it.municipality
                                .as(Role.BENEFIT_OWNER)
                                .body(hours("2026-01", 31))
                                .post(path(it))
                                .then(),
                        409,
                        "more-than-measured")
                .body("errors[0].pointer", is("/hours"));
        it.municipality.create(Role.BENEFIT_OWNER, path(it), hours("2026-01", 30));
        problem(
                it.municipality
                        .as(Role.BENEFIT_OWNER)
                        .body(with(hours("2026-02", 10), "until", "2026-03"))
                        .post(path(it))
                        .then(),
                409,
                "more-than-measured");
        it.municipality.create(Role.BENEFIT_OWNER, path(it), hours("2026-02", 15));
        problem(
                it.municipality
                        .as(Role.BENEFIT_OWNER)
                        .body(hours("2026-02", 0.01))
                        .post(path(it))
                        .then(),
                409,
                "more-than-measured");
    }

    @Test
    void aBookingTakenBackIsFreeAgain() {
        var it = saved();
        var booking = it.municipality.create(Role.BENEFIT_OWNER, path(it), hours("2026-02", 45));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .queryParam("reason", "Feil kategori")
                .delete(path(it) + "/" + booking)
                .then()
                .statusCode(204);
        it.municipality.create(Role.BENEFIT_OWNER, path(it), hours("2026-02", 45));
        it.municipality.as(Role.LEADER).get(path(it)).then().body("items", hasSize(1));
    }

    @Test
    void twoAtOnceNeverTakeTheSameHours() throws Exception {
        var it = saved();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> booking = () -> it.municipality
                    .as(Role.BENEFIT_OWNER)
                    .body(hours("2026-02", 10))
                    .post(path(it))
                    .statusCode();
            var answers = pool
                    .invokeAll(Stream.generate(() -> booking).limit(16).toList())
                    .stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertEquals(4, answers.stream().filter(status -> status == 201).count(), answers.toString());
            assertEquals(12, answers.stream().filter(status -> status == 409).count(), answers.toString());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void wrongBookingsAreRefused() {
        var it = saved();
        var owner = Role.BENEFIT_OWNER;
        problem(
                it.municipality
                        .as(owner)
                        .body(with(hours("2026-02", 1), "nok", 1))
                        .post(path(it))
                        .then(),
                422,
                "hours-or-nok");
        problem(
                it.municipality
                        .as(owner)
                        .body(with(hours("2026-02", 1), "until", "2026-01"))
                        .post(path(it))
                        .then(),
                422,
                "period-backwards");
        problem(
                it.municipality
                        .as(owner)
                        .body(with(hours("2026-02", 1), "until", "2999-01"))
                        .post(path(it))
                        .then(),
                422,
                "too-many-months");
        problem(
                it.municipality
                        .as(owner)
                        .body(with(hours("2026-02", 1), "category", "HOLIDAY"))
                        .post(path(it))
                        .then(),
                400,
                "unknown-choice");
        for (var refused : List.of(Role.LEADER, Role.ADMINISTRATOR)) {
            problem(
                    it.municipality
                            .as(refused)
                            .body(hours("2026-02", 1))
                            .post(path(it))
                            .then(),
                    403,
                    "forbidden");
        }
    }
}
