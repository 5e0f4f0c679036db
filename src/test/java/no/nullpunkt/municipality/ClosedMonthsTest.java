package no.nullpunkt.municipality;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.IssuedReport;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a closed month refuses, and what is asked of whoever changes what has been reported. */
@QuarkusTest
class ClosedMonthsTest {

    private MeasuredBenefit measured;
    private Municipality municipality;

    @BeforeEach
    void measure() {
        measured = MeasuredBenefit.create();
        municipality = measured.municipality;
        municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.baseline("90"))
                .put(measured.series("/baseline"))
                .then()
                .statusCode(201);
        enter(Role.BENEFIT_OWNER, "2026-03", "60").then().statusCode(201);
    }

    @Test
    void aValueOfAClosedMonthIsRefusedWithWhoWhenAndWhichReport() {
        var report = IssuedReport.of(measured, "MONTH", "2026-03");

        problem(enter(Role.PROJECT_LEADER, "2026-03", "61").then(), 409, "month-closed")
                .body("detail", containsString("LEADER of the tests"))
                .body("detail", containsString(report.path("number")))
                .body("detail", not(containsString("{")))
                .body("errors[0].pointer", is("/month"))
                .body("month", is("2026-03"))
                .body("closedById", is(municipality.person(Role.LEADER).toString()))
                .body("closedAt", notNullValue())
                .body("report.id", is(report.<String>path("id")))
                .body("report.number", is(report.<String>path("number")))
                .body("report.period", is("2026-03"));
        problem(
                municipality
                        .as(Role.PROJECT_LEADER)
                        .header("If-Match", "\"0\"")
                        .delete(measured.value("2026-03") + "?reason=feil")
                        .then(),
                409,
                "month-closed");
    }

    @Test
    void aNewValueInAClosedMonthIsRefusedAndOneBesideItIsNot() {
        close("2026-02");

        problem(enter(Role.BENEFIT_OWNER, "2026-02", "60").then(), 409, "month-closed");
        enter(Role.BENEFIT_OWNER, "2026-01", "60").then().statusCode(201);
    }

    @Test
    void whatAlreadyStandsIsAnsweredInAClosedMonthToo() {
        close("2026-03");

        enter(Role.BENEFIT_OWNER, "2026-03", "60").then().statusCode(200);
    }

    @Test
    void aMachineIsToldOfTheLockAndNotOfThePersonOrTheTag() {
        close("2026-02", "2026-03");

        problem(enter(Role.INTEGRATION, "2026-03", "61").then(), 409, "month-closed");
        problem(enter(Role.INTEGRATION, "2026-02", "61").then(), 409, "month-closed");
    }

    @Test
    void aLeaderReopensOneMonthWithAReason() {
        close("2026-02", "2026-03");

        reopen(Role.LEADER, "2026-03")
                .then()
                .statusCode(200)
                .body("closed", is(false))
                .body("closedBy", is("LEADER of the tests"))
                .body("reopenedBy", is("LEADER of the tests"))
                .body("reopenedReason", is("Tallene er rettet."));
        correct("2026-03", "61", "Rettet i loggen").then().statusCode(200);
        problem(enter(Role.BENEFIT_OWNER, "2026-02", "61").then(), 409, "month-closed");
        municipality
                .as(Role.BENEFIT_OWNER)
                .get("/closed-months")
                .then()
                .statusCode(200)
                .body("items.month", contains("2026-02", "2026-03"))
                .body("items.closed", contains(true, false))
                .body("items[0].reopenedAt", nullValue())
                .body("next", nullValue());
    }

    @Test
    void theListOfMonthsGoesOnWhereItEnded() {
        close("2026-01", "2026-02", "2026-03");

        var first = municipality.as(Role.LEADER).get("/closed-months?limit=2");
        first.then().body("items", hasSize(2));
        municipality
                .as(Role.LEADER)
                .get("/closed-months?limit=2&cursor=" + first.path("next"))
                .then()
                .body("items.month", contains("2026-03"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "PROJECT_LEADER", "BENEFIT_OWNER", "INTEGRATION"})
    void nobodyElseReopens(Role role) {
        close("2026-03");

        problem(reopen(role, "2026-03").then(), 403, "forbidden");
    }

    @Test
    void onlyWhatWasReportedIsReopenedAndOnlyWithAReason() {
        problem(reopen(Role.LEADER, "2026-03").then(), 404, "not-found");
        close("2026-03");
        problem(
                municipality
                        .as(Role.LEADER)
                        .body(Map.of("reason", " "))
                        .post("/closed-months/2026-03/reopen")
                        .then(),
                422,
                "invalid");
    }

    @Test
    void theNextReportClosesWhatWasReopened() {
        close("2026-03");
        reopen(Role.LEADER, "2026-03").then().statusCode(200);
        close("2026-03");

        problem(correct("2026-03", "61", "Rettet").then(), 409, "month-closed");
        municipality
                .as(Role.LEADER)
                .get("/closed-months")
                .then()
                .body("items[0].closed", is(true))
                .body("items[0].reopenedReason", nullValue());
    }

    @Test
    void aReportedValueIsCorrectedWithAReasonOnly() {
        close("2026-03");
        reopen(Role.LEADER, "2026-03");

        problem(correct("2026-03", "61", null).then(), 422, "reason-required").body("errors[0].pointer", is("/reason"));
        correct("2026-03", "61", "Rettet i loggen").then().statusCode(200).body("reason", is("Rettet i loggen"));
        enter(Role.BENEFIT_OWNER, "2026-02", "60").then().statusCode(201);
    }

    @Test
    void aBookingThatTouchesAClosedMonthIsRefusedBothWays() {
        var booking = Map.of("month", "2026-03", "until", "2026-05", "hours", 1, "category", "MORE_USERS");
        var made = municipality
                .as(Role.PROJECT_LEADER)
                .body(booking)
                .post("/benefits/" + measured.benefit + "/dispositions");
        made.then().statusCode(201);
        close("2026-05");

        problem(
                        municipality
                                .as(Role.PROJECT_LEADER)
                                .body(booking)
                                .post("/benefits/" + measured.benefit + "/dispositions")
                                .then(),
                        409,
                        "month-closed")
                .body("errors[0].pointer", is("/month"))
                .body("month", is("2026-05"));
        problem(
                municipality
                        .as(Role.PROJECT_LEADER)
                        .header("If-Match", made.header("ETag"))
                        .delete("/benefits/" + measured.benefit + "/dispositions/" + made.path("id") + "?reason=feil")
                        .then(),
                409,
                "month-closed");
    }

    @Test
    void targetsAreChangedInReportedMonthsWithAReasonOnly() {
        setTargets(Bodies.targets("2026-01", "30"), null).then().statusCode(200);
        close("2026-03");

        problem(setTargets(Bodies.targets("2026-01", "25"), null).then(), 422, "reason-required")
                .body("errors[0].pointer", is("/reason"));
        setTargets(Map.of("points", List.of(target("2026-01", 30), target("2026-04", 20))), null)
                .then()
                .statusCode(200);
        setTargets(Bodies.targets("2026-01", "25"), "Vedtatt i mars").then().statusCode(200);
    }

    @Test
    void amountsAndDefinitionsAreChangedInReportedMonthsWithAReasonOnly() {
        close("2026-03");

        problem(changeIndicator("valuation", Bodies.valuation("HOURS", "1"), null), 422, "reason-required");
        problem(changeIndicator("measureTo", "2026-02", null), 422, "reason-required");
        changeIndicator("measureTo", "2026-06", null).statusCode(200);
        changeIndicator("name", "Utrykninger", null).statusCode(200);
        changeIndicator("valuation", Bodies.valuation("HOURS", "1"), "Ny tidsstudie")
                .statusCode(200);
    }

    @Test
    void goLiveIsMovedAcrossReportedMonthsWithAReasonOnly() {
        close("2026-03");

        problem(changeRollout("goLive", "2026-04", null), 422, "reason-required");
        changeRollout("goLive", "2026-02", null).statusCode(200);
        changeRollout("description", "Ny tekst", null).statusCode(200);
        changeRollout("goLive", "2026-04", "Utsatt").statusCode(200);
    }

    @Test
    void attributionIsChangedOfWhatHasBeenReportedWithAReasonOnly() {
        changeBenefit("attributionShare", 0.9, null).statusCode(200);
        close("2026-03");

        problem(changeBenefit("attributionShare", 0.5, null), 422, "reason-required");
        changeBenefit("title", "Ny tittel", null).statusCode(200);
        changeBenefit("attributionShare", 0.5, "Annen årsak også").statusCode(200);
    }

    @Test
    void parametersAreChangedInReportedMonthsWithAReasonOnly() {
        setHoursPerFte("2026-01", Map.of("value", 1750), null).then().statusCode(201);
        close("2026-03");

        problem(setHoursPerFte("2026-01", Map.of("value", 1700), "\"0\"").then(), 422, "reason-required");
        problem(setHoursPerFte("2026-02", Map.of("value", 1700), null).then(), 422, "reason-required");
        setHoursPerFte("2026-02", Map.of("value", 1750), null).then().statusCode(201);
        setHoursPerFte("2026-04", Map.of("value", 1700), null).then().statusCode(201);
        setHoursPerFte("2026-01", Map.of("value", 1700, "reason", "Ny avtale"), "\"0\"")
                .then()
                .statusCode(200);
    }

    private void close(String... months) {
        for (var month : months) {
            IssuedReport.of(measured, "MONTH", month);
        }
    }

    private Response enter(Role role, String month, String value) {
        return municipality.as(role).body(Bodies.measured(value)).put(measured.value(month));
    }

    private Response correct(String month, String value, String reason) {
        return municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "*")
                .body(Bodies.with(Bodies.measured(value), "reason", reason))
                .put(measured.value(month));
    }

    private Response reopen(Role role, String month) {
        return municipality
                .as(role)
                .body(Map.of("reason", "Tallene er rettet."))
                .post("/closed-months/" + month + "/reopen");
    }

    private static Map<String, Object> target(String from, int value) {
        return Map.of("from", from, "value", value);
    }

    private Response setTargets(Map<String, Object> targets, String reason) {
        return municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Bodies.with(targets, "reason", reason))
                .put(measured.series("/targets"));
    }

    private ValidatableResponse changeIndicator(String field, Object value, String reason) {
        return change(
                "/indicators/" + measured.indicator,
                Bodies.with(Bodies.indicator(measured.unit), field, value),
                reason);
    }

    private ValidatableResponse changeRollout(String field, Object value, String reason) {
        return change(
                "/rollouts/" + measured.rollout, Bodies.with(Bodies.rollout(measured.unit), field, value), reason);
    }

    private ValidatableResponse changeBenefit(String field, Object value, String reason) {
        var owner = municipality.person(Role.BENEFIT_OWNER);
        var body = Bodies.with(Bodies.benefit(owner, municipality.person(Role.LEADER)), "attributionShare", 0.9);
        return change("/benefits/" + measured.benefit, Bodies.with(body, field, value), reason);
    }

    private ValidatableResponse change(String path, Map<String, Object> body, String reason) {
        return municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Bodies.with(body, "reason", reason))
                .put(path)
                .then();
    }

    private Response setHoursPerFte(String from, Map<String, Object> body, String ifMatch) {
        var request = municipality.as(Role.ADMINISTRATOR).body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/parameters/hours-per-fte/" + from);
    }
}
