package no.nullpunkt.overview;

import static org.hamcrest.Matchers.lessThan;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.IssuedReport;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;

/** A municipality that measures the ready indicator DH6 against a null-point of 100 a month, and shares what it reports. */
final class Sharing {

    static final String INDICATOR = "DH6";

    final MeasuredBenefit measured = MeasuredBenefit.create(Map.of("catalogueCode", INDICATOR));
    final Municipality municipality = measured.municipality;

    /** Every month of the first tertial the same, so that each month's improvement is 100 less this. */
    Sharing(String value) {
        put(measured.series("/baseline"), Bodies.baseline("100"));
        put(measured.series("/targets"), Bodies.targets("2026-01", "50"));
        for (var month = 1; month <= 4; month++) {
            put(measured.value("2026-0" + month), Bodies.measured(value));
        }
    }

    private void put(String path, Object body) {
        municipality.as(Role.PROJECT_LEADER).body(body).put(path).then().statusCode(lessThan(300));
    }

    /** Makes a network with this municipality as its host. */
    UUID network() {
        return municipality.create(Role.ADMINISTRATOR, "/networks", Map.of("name", "Vestregionen", "kind", "PROJECT"));
    }

    /** Is invited by the host, and joins. */
    Sharing joins(UUID network, Sharing host) {
        host.municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("municipalities", List.of(municipality.number)))
                .post("/networks/" + network + "/invite")
                .then()
                .statusCode(200);
        municipality
                .as(Role.ADMINISTRATOR)
                .post("/networks/" + network + "/join")
                .then()
                .statusCode(200);
        return this;
    }

    UUID issue(String kind, String period) {
        return UUID.fromString(IssuedReport.of(measured, kind, period).path("id"));
    }

    Response share(UUID network, UUID report) {
        return municipality.as(Role.LEADER).put("/networks/" + network + "/shares/" + report);
    }

    /** Issues a report and shares it. */
    UUID shares(UUID network, String kind, String period) {
        var report = issue(kind, period);
        share(network, report).then().statusCode(201);
        return report;
    }

    void withdraw(UUID network, UUID report) {
        municipality
                .as(Role.LEADER)
                .header("If-Match", "*")
                .delete("/networks/" + network + "/shares/" + report + "?reason=Feil")
                .then()
                .statusCode(200);
    }

    void leaves(UUID network) {
        municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("reason", "Ferdig"))
                .post("/networks/" + network + "/leave")
                .then()
                .statusCode(200);
    }

    /** Opens a reported month again and corrects what was measured. */
    void corrects(String month, BigDecimal value) {
        municipality
                .as(Role.LEADER)
                .body(Map.of("reason", "Feil telt"))
                .post("/closed-months/" + month + "/reopen")
                .then()
                .statusCode(200);
        municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Bodies.with(Bodies.measured(value.toPlainString()), "reason", "Feil telt"))
                .put(measured.value(month))
                .then()
                .statusCode(200);
    }

    /** The overview as the leader reads it. */
    Response overview(UUID network, String query) {
        return municipality.anywhere(Role.LEADER).get("/api/v1/overview?network=" + network + query);
    }

    /** The total of an issued report, as it tells it for ever. */
    Map<String, Object> total(UUID report) {
        return municipality
                .as(Role.LEADER)
                .get("/reports/" + report)
                .then()
                .statusCode(200)
                .extract()
                .path("results.month.total");
    }
}
