package no.nullpunkt.entry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TodoTest {

    @Inject
    Clock clock;

    @Test
    void theOwnerOwesAValueForEachCycleThatHasBegun() {
        var now = YearMonth.now(clock);
        var measured =
                MeasuredBenefit.create(Map.of("measureFrom", now.minusMonths(2).toString()));

        values(measured, Role.BENEFIT_OWNER)
                .body(
                        "items.month",
                        contains(
                                now.minusMonths(2).toString(),
                                now.minusMonths(1).toString(),
                                now.toString()))
                .body(
                        "items.due",
                        contains(
                                now.minusMonths(1).atDay(10).toString(),
                                now.atDay(10).toString(),
                                now.plusMonths(1).atDay(10).toString()))
                .body("items[0].overdue", is(true))
                .body("items[2].overdue", is(false))
                .body("items.indicatorId", everyItem(is(measured.indicator.toString())))
                .body("items.actionId", everyItem(nullValue()));
        values(measured, Role.LEADER).body("items", empty());
    }

    @Test
    void aTertialIsOwedForItsLastMonthAndOnlyWhole() {
        var measured =
                MeasuredBenefit.create(Map.of("frequencyMonths", 4, "measureFrom", "2025-03", "measureTo", "2026-05"));

        values(measured, Role.BENEFIT_OWNER).body("items.month", contains("2025-08", "2025-12", "2026-04"));
    }

    @Test
    void whatIsRecordedIsNotOwedAndWhatIsWithdrawnIs() {
        var measured = MeasuredBenefit.create(Map.of("measureFrom", "2026-01", "measureTo", "2026-04"));
        enter(measured, "2026-01", Bodies.measured("0"));
        enter(measured, "2026-02", Map.of("status", "NOT_MEASURED", "reason", "Systemet var nede"));
        enter(measured, "2026-03", Map.of("status", "NOT_APPLICABLE"));
        enter(measured, "2026-04", Bodies.measured("3"));
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .queryParam("reason", "feil")
                .delete(measured.value("2026-04"))
                .then()
                .statusCode(204);

        values(measured, Role.BENEFIT_OWNER).body("items.month", contains("2026-04"));
    }

    @Test
    void aMeasurerOwesInPlaceOfTheOwner() {
        var measured = MeasuredBenefit.create(Map.of("measureFrom", "2026-01", "measureTo", "2026-01"));
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Map.of("measurerId", measured.municipality.person(Role.LEADER)))
                .put(measured.series(""))
                .then()
                .statusCode(200);

        values(measured, Role.LEADER).body("items.month", contains("2026-01"));
        values(measured, Role.BENEFIT_OWNER).body("items", empty());
    }

    @Test
    void nothingIsOwedForABenefitThatIsAbandoned() {
        var measured = MeasuredBenefit.create();
        action(measured, "2026-02-01");
        measured.municipality
                .as(Role.LEADER)
                .body(Map.of("to", "ABANDONED", "reason", "Leverandøren la ned"))
                .post("/benefits/" + measured.benefit + "/step")
                .then()
                .statusCode(200);

        todo(measured, Role.BENEFIT_OWNER).body("items", empty());
    }

    @Test
    void ownersHaveNullPointsToApproveAndWhoeverIsResponsibleHasActionsToDo() {
        var measured = MeasuredBenefit.create(Map.of("measureFrom", "2026-01", "measureTo", "2026-01"));
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.baseline("9"))
                .put(measured.series("/baseline"))
                .then()
                .statusCode(201);
        var action = action(measured, "2026-02-01");

        todo(measured, Role.BENEFIT_OWNER)
                .body("items.kind", containsInAnyOrder("VALUE", "BASELINE_APPROVAL", "ACTION"))
                .body("items.find { it.kind == 'ACTION' }.actionId", is(action.toString()))
                .body("items.find { it.kind == 'ACTION' }.due", is("2026-02-01"))
                .body("items.find { it.kind == 'BASELINE_APPROVAL' }.due", is("2026-01-01"));
        todo(measured, Role.LEADER).body("items.kind", contains("BASELINE_APPROVAL"));

        measured.municipality
                .as(Role.LEADER)
                .post(measured.series("/baseline/approve"))
                .then()
                .statusCode(200);
        todo(measured, Role.BENEFIT_OWNER).body("items.kind", not(hasItem("BASELINE_APPROVAL")));
    }

    @Test
    void theListIsReadPageByPage() {
        var measured = MeasuredBenefit.create(Map.of("measureFrom", "2026-01", "measureTo", "2026-05"));
        var months = new ArrayList<String>();
        String cursor = null;
        do {
            var page = measured.municipality
                    .as(Role.BENEFIT_OWNER)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor == null ? "" : cursor)
                    .get("/todo")
                    .then()
                    .statusCode(200)
                    .extract();
            months.addAll(page.jsonPath().getList("items.month", String.class));
            cursor = page.path("next");
        } while (cursor != null);

        assertEquals(List.of("2026-01", "2026-02", "2026-03", "2026-04", "2026-05"), months);
    }

    private static void enter(MeasuredBenefit measured, String month, Object body) {
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .body(body)
                .put(measured.value(month))
                .then()
                .statusCode(201);
    }

    private static UUID action(MeasuredBenefit measured, String due) {
        return measured.municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + measured.benefit + "/actions",
                Map.of(
                        "kind",
                        "STOP",
                        "description",
                        "Faste tilsyn om natten",
                        "due",
                        due,
                        "responsibleId",
                        measured.municipality.person(Role.BENEFIT_OWNER)));
    }

    private static ValidatableResponse values(MeasuredBenefit measured, Role role) {
        return todo(measured, role).body("items.kind", everyItem(is("VALUE")));
    }

    private static ValidatableResponse todo(MeasuredBenefit measured, Role role) {
        return measured.municipality.as(role).get("/todo").then().statusCode(200);
    }
}
