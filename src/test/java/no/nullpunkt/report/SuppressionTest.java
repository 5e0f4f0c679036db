package no.nullpunkt.report;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small counts of persons are hidden, and so is what would give them away; one test for each way to it. */
@QuarkusTest
class SuppressionTest {

    private static final List<String> FIGURES = List.of("gain", "level", "baselineLevel", "achievement", "status");

    @Test
    void twoSmallCountsAreHiddenAndTheirSumIsShown() {
        var counted = CountedUnits.of("AB").nullPoints("10").values("2026-01", "3", "4");

        assertHidden(counted.unit("A"));
        assertHidden(counted.unit("B"));
        for (var line : List.of(counted.unit(""), counted.total())) {
            assertShown(line, 7);
            assertEquals(20, line.get("baselineLevel").asInt());
            assertEquals(13, line.get("gain").asInt());
            assertEquals("NO_TARGET", counted.unit("").get("status").asText());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"LEADER", "ADMINISTRATOR"})
    void whoeverMayNotEnterThemSeesNone(Role role) {
        var counted = CountedUnits.of("A").nullPoints("10").values("2026-01", "4");
        targets(counted, "A");

        for (var groupBy : List.of("unit", "indicator", "benefit", "technology", "type")) {
            var results = counted.results(role, groupBy, "from", "2026-01", "to", "2026-01");
            assertHidden(results.get("items").get(0));
            assertHidden(results.get("total"));
            assertEquals(1, results.get("total").get("measured").asInt());
        }
        assertHidden(counted.results(role, "month", "from", "2026-01", "to", "2026-01")
                .get("items")
                .get(0));
        var point =
                counted.read(role.name(), "/results/points", "x").get("items").get(0);
        assertEquals("MEASURED", point.get("state").asText());
        assertTrue(point.get("suppressed").asBoolean());
        for (var term : List.of(
                "value", "baseline", "exposure", "valueOverCycle", "baselineOverCycle", "gain", "plannedGain")) {
            assertTrue(point.get(term).isNull(), term);
        }
        assertEquals(5, point.get("target").asInt());
        var value = counted.municipality.as(role).get(counted.series("A", "/values/2026-01"));
        value.then().body("value", nullValue()).body("reason", nullValue()).body("suppressed", is(true));
        value.then().body("status", is("MEASURED"));
        counted.municipality
                .as(role)
                .get(counted.series("A", "/values/2026-01/history"))
                .then()
                .body("items[0].value", nullValue())
                .body("items[0].suppressed", is(true));
        for (var path : List.of("/baseline", "/baseline/history")) {
            var prefix = path.equals("/baseline") ? "" : "items[0].";
            counted.municipality
                    .as(role)
                    .get(counted.series("A", path))
                    .then()
                    .statusCode(200)
                    .body(prefix + "value", nullValue())
                    .body(prefix + "method", nullValue())
                    .body(prefix + "suppressed", is(true));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PROJECT_LEADER", "BENEFIT_OWNER"})
    void whoeverMayEnterThemSeesAll(Role role) {
        var counted = CountedUnits.of("A").nullPoints("10").values("2026-01", "4");

        assertShown(counted.results(role, "unit").get("items").get(0), 4);
        counted.municipality
                .as(role)
                .get(counted.series("A", "/values/2026-01"))
                .then()
                .body("value", is(4))
                .body("suppressed", is(false));
        counted.municipality
                .as(role)
                .get(counted.series("A", "/baseline"))
                .then()
                .body("value", is(10))
                .body("suppressed", is(false));
    }

    private static void targets(CountedUnits counted, String unit) {
        counted.put(counted.series(unit, "/targets"), Bodies.targets("2026-01", "5"));
    }

    private static void assertHidden(JsonNode line) {
        assertTrue(line.get("suppressed").asBoolean(), line::toString);
        FIGURES.forEach(figure -> assertTrue(line.get(figure).isNull(), figure));
    }

    private static void assertShown(JsonNode line, int level) {
        assertFalse(line.get("suppressed").asBoolean(), line::toString);
        assertEquals(level, line.get("level").asInt());
    }
}
