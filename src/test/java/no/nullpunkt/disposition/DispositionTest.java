package no.nullpunkt.disposition;

import static no.nullpunkt.testing.Bodies.baseline;
import static no.nullpunkt.testing.Bodies.indicator;
import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.valuation;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
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

    private static void correct(MeasuredBenefit it, String month, String etag, String value) {
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", etag)
                .body(with(measured(value), "reason", "Talt på nytt"))
                .put(it.value(month))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse results(MeasuredBenefit it, String query) {
        return it.municipality
                .as(Role.LEADER)
                .get("/results?from=2026-01&to=2026-03" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void aCorrectionBelowWhatIsBookedOverdrawsUntilItIsMended() {
        var it = saved();
        var booking = it.municipality.create(Role.BENEFIT_OWNER, path(it), hours("2026-01", 30));
        results(it, "").body("total.overdrawn", is(false));
        // 50 fewer become 10 fewer: 7.5 hours in January, and 15 more in February.
        correct(it, "2026-01", "\"0\"", "90");
        results(it, "")
                .body("items[0].overdrawn", is(true))
                .body("total.overdrawn", is(true))
                .body("total.unaccountedHours", is(-7.5f));
        results(it, "&groupBy=unit").body("items[0].overdrawn", is(true));
        results(it, "&groupBy=technology").body("items[0].overdrawn", is(true));
        results(it, "&groupBy=indicator").body("items[0].overdrawn", nullValue());
        results(it, "&groupBy=month").body("items.overdrawn", contains(true, true, true));
        it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + it.benefit)
                .then()
                .statusCode(200)
                .body("overdrawn", hasSize(1))
                .body("overdrawn[0].unitId", is(it.unit.toString()))
                .body("overdrawn[0].from", is("2026-01"))
                .body("overdrawn[0].hours", is(22.5f))
                .body("overdrawn[0].nok", nullValue());
        it.municipality
                .as(Role.LEADER)
                .get("/benefits?flag=OVERDRAWN")
                .then()
                .body("items.id", contains(it.benefit.toString()));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .queryParam("reason", "Bokført for mye")
                .delete(path(it) + "/" + booking)
                .then()
                .statusCode(204);
        results(it, "").body("total.overdrawn", is(false));
        it.municipality.as(Role.LEADER).get("/benefits?flag=OVERDRAWN").then().body("items", hasSize(0));
    }

    /** Covered in the end, and still overdrawn in January: what was booked then was not measured then. */
    @Test
    void aLaterGainDoesNotHideThatAMonthIsOverdrawn() {
        var it = saved();
        it.municipality.create(Role.BENEFIT_OWNER, path(it), hours("2026-01", 20));
        correct(it, "2026-01", "\"0\"", "80");
        results(it, "&groupBy=month")
                .body("items.overdrawn", contains(true, false, false))
                .body("total.overdrawn", is(true))
                .body("total.unaccountedHours", is(10));
    }

    @Test
    void aWithdrawalANewNullPointAndANewAmountOverdrawToo() {
        var withdrawn = saved();
        withdrawn.municipality.create(Role.BENEFIT_OWNER, path(withdrawn), hours("2026-02", 45));
        withdrawn
                .municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .queryParam("reason", "Feil måned")
                .delete(withdrawn.value("2026-02"))
                .then()
                .statusCode(204);
        results(withdrawn, "").body("total.overdrawn", is(true));

        var rebased = saved();
        rebased.municipality.create(Role.BENEFIT_OWNER, path(rebased), hours("2026-02", 45));
        rebased.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"1\"")
                .body(with(baseline("99"), "reason", "Telte feil"))
                .put(rebased.series("/baseline"))
                .then()
                .statusCode(201);
        results(rebased, "").body("total.overdrawn", is(true));

        var repriced = saved();
        repriced.municipality.create(Role.BENEFIT_OWNER, path(repriced), hours("2026-02", 45));
        repriced.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(with(
                        with(indicator(repriced.unit), "valuation", valuation("HOURS", "0.7")),
                        "reason",
                        "Ny tidsstudie"))
                .put("/indicators/" + repriced.indicator)
                .then()
                .statusCode(200);
        results(repriced, "").body("total.overdrawn", is(true));
    }

    @Test
    void asOfATimeBeforeTheCorrectionNothingWasOverdrawn() {
        var it = saved();
        it.municipality.create(Role.BENEFIT_OWNER, path(it), hours("2026-02", 45));
        var before = results(it, "").extract().<String>path("asOf");
        correct(it, "2026-02", "\"0\"", "100");
        results(it, "").body("total.overdrawn", is(true));
        results(it, "&asOf=" + before).body("total.overdrawn", is(false));
    }

    /** Whichever comes first: no booking that was taken stands above what is measured without being flagged. */
    @Test
    void aCorrectionBesideABookingNeverHidesAnOverdraft() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var round = 0; round < 8; round++) {
                var it = saved();
                var together = new CyclicBarrier(2);
                Callable<Integer> booking = () -> {
                    together.await();
                    return it.municipality
                            .as(Role.BENEFIT_OWNER)
                            .body(hours("2026-02", 40))
                            .post(path(it))
                            .statusCode();
                };
                Callable<Integer> correction = () -> {
                    together.await();
                    return it.municipality
                            .as(Role.BENEFIT_OWNER)
                            .header("If-Match", "\"0\"")
                            .body(with(measured("100"), "reason", "Talt på nytt"))
                            .put(it.value("2026-01"))
                            .statusCode();
                };
                var answers = pool.invokeAll(List.of(booking, correction));
                assertEquals(200, answers.get(1).get());
                var isBooked = answers.get(0).get() == 201;
                results(it, "")
                        .body("total.hours", is(15))
                        .body("total.takenOutHours", is(isBooked ? 40 : 0))
                        .body("total.overdrawn", is(isBooked));
            }
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
