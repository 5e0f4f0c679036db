package no.nullpunkt.shared;

import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.with;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.IssuedReport;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    private MeasuredBenefit it;

    @BeforeEach
    void create() {
        it = MeasuredBenefit.create();
    }

    @Test
    void whatIsLoggedIsCountedAndWhatIsTriedIsNot() {
        var created = count("nullpunkt_values_total", "created");
        var updated = count("nullpunkt_values_total", "updated");
        var withdrawn = count("nullpunkt_values_total", "withdrawn");

        enter("?dryRun=true", Map.of("2026-01", "61"));
        enter("", Map.of("2026-01", "61", "2026-02", "58"));
        enter("", Map.of("2026-01", "62", "2026-02", "58"));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .body(with(measured("57"), "reason", "Talt om igjen"))
                .put(it.value("2026-02"))
                .then()
                .statusCode(200);
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"1\"")
                .queryParam("reason", "Feil måned")
                .delete(it.value("2026-02"))
                .then()
                .statusCode(204);

        assertEquals(created + 2, count("nullpunkt_values_total", "created"));
        assertEquals(updated + 2, count("nullpunkt_values_total", "updated"));
        assertEquals(withdrawn + 1, count("nullpunkt_values_total", "withdrawn"));
    }

    @Test
    void issuedReportsAreCounted() {
        var issued = count("nullpunkt_reports_total", "issued");
        IssuedReport.of(it, "MONTH", "2026-01");
        assertEquals(issued + 1, count("nullpunkt_reports_total", "issued"));
    }

    /** A label per id would be a metric per municipality and person, and tell an operator who did what. */
    @Test
    void labelsHoldNoIds() {
        it.municipality.as(Role.LEADER).get(it.value("2026-01")).then().body("code", notNullValue());
        var labels = scrape().lines()
                .filter(line -> line.startsWith("http_server_requests"))
                .toList();
        assertFalse(labels.isEmpty());
        var id = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|/municipalities/\\d");
        assertEquals(List.of(), labels.stream().filter(id.asPredicate()).toList());
    }

    @Test
    void metricsAreNotServedWherePagesAre() {
        RestAssured.given().get("/metrics").then().statusCode(not(200));
    }

    private void enter(String query, Map<String, String> values) {
        var list = values.entrySet().stream()
                .map(value -> Map.of(
                        "indicatorId",
                        it.indicator,
                        "unitId",
                        it.unit,
                        "month",
                        value.getKey(),
                        "status",
                        "MEASURED",
                        "reason",
                        "Talt opp",
                        "value",
                        new BigDecimal(value.getValue())))
                .toList();
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(Map.of("values", list))
                .post("/values" + query)
                .then()
                .statusCode(200);
    }

    private double count(String metric, String how) {
        return scrape().lines()
                .filter(line -> line.startsWith(metric + "{how=\"" + how + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String scrape() {
        return RestAssured.given().get(metrics).then().statusCode(200).extract().asString();
    }
}
