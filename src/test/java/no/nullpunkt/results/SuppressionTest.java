package no.nullpunkt.results;

import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nullpunkt.access.Role;
import no.nullpunkt.report.WorkbookFile;
import no.nullpunkt.report.WorkbookSheet;
import no.nullpunkt.testing.Bodies;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void whoeverEntersOneUnitSeesThatOne() {
        var counted = CountedUnits.of("AB").nullPoints("10").values("2026-01", "3", "4");
        counted.municipality.addPerson("owner of A", Role.BENEFIT_OWNER, counted.units.get("A"));
        var measurer = counted.municipality.addPerson("measurer of B", Role.BENEFIT_OWNER, counted.units.get("A"));
        counted.put(counted.series("B", ""), Map.of("measurerId", measurer));

        var items = counted.read("owner of A", "/results", "unit").get("items");
        assertShown(items.get(1), 3);
        assertHidden(items.get(2));
        assertHidden(items.get(0));
        for (var item : counted.read("measurer of B", "/results", "unit").get("items")) {
            assertFalse(item.get("suppressed").asBoolean());
        }
        counted.municipality
                .as("measurer of B")
                .get(counted.series("B", "/values/2026-01"))
                .then()
                .body("value", is(4));
        counted.municipality
                .as("owner of A")
                .get(counted.series("B", "/values/2026-01"))
                .then()
                .body("value", nullValue());
    }

    @Test
    void aMachineSeesWhatItEnters() {
        var counted = CountedUnits.of("A").values("2026-01", "4");

        counted.municipality
                .as(Role.INTEGRATION)
                .get(counted.series("A", "/values/2026-01"))
                .then()
                .body("value", is(4));
    }

    @ParameterizedTest
    @CsvSource({"3,40", "1,2", "1,3", "3,0"})
    void aSumOfOneOrOfTooFewIsHidden(String one, String other) {
        var counted = CountedUnits.of("AB").nullPoints("10").values("2026-01", one, other);

        assertHidden(counted.unit(""));
        assertHidden(counted.total());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "5,0", "0,9"})
    void nothingAndTheThresholdAreNotSmall(String one, String other) {
        var counted = CountedUnits.of("AB").nullPoints("10").values("2026-01", one, other);

        assertShown(counted.unit("A"), Integer.parseInt(one));
        assertShown(counted.unit("B"), Integer.parseInt(other));
        assertShown(counted.unit(""), Integer.parseInt(one) + Integer.parseInt(other));
    }

    @Test
    void theSumOfSomeHiddenUnitsIsHidden() {
        var counted = CountedUnits.of("ABC").nullPoints("10").values("2026-01", "3", "4", "2");

        assertShown(counted.total(), 9);
        for (var pair : List.of("AB", "AC", "BC")) {
            var some = counted.total(
                    "unitId", id(counted, pair, 0), "unitId", id(counted, pair, 1), "from", "2026-01", "to", "2026-01");
            assertHidden(some);
        }
    }

    private static String id(CountedUnits counted, String pair, int place) {
        return counted.units.get(pair.substring(place, place + 1)).toString();
    }

    @Test
    void aPeriodIsHiddenWhereOneOfItsMonthsIs() {
        var counted = CountedUnits.of("AB").nullPoints("10").values("2026-01", "3", "4");
        counted.values("2026-02", "3", "30").values("2026-03", "1", "1");

        assertShown(counted.total("from", "2026-01", "to", "2026-02"), 40);
        assertHidden(counted.total("from", "2026-03", "to", "2026-03"));
        assertHidden(counted.total("from", "2026-02", "to", "2026-03"));
        var months = counted.results(Role.LEADER, "month").get("items");
        assertShown(months.get(0), 7);
        assertShown(months.get(1), 33);
        assertHidden(months.get(2));
    }

    @Test
    void aSumWaitsForTheLastUnit() {
        var counted = CountedUnits.of("ABC").nullPoints("10").values("2026-01", "3", "4");
        assertHidden(counted.total());

        counted.value("C", "2026-01", "2");
        assertShown(counted.total(), 9);
    }

    @Test
    void aUnitThatJoinsLateIsNotTheDifference() {
        var counted = CountedUnits.of("AB").nullPoints("10").values("2026-01", "3", "4");
        var before = counted.results(Role.LEADER, "indicator");
        assertShown(before.get("total"), 7);

        counted.add("C");
        counted.nullPoint("C", "10").value("C", "2026-01", "2");
        assertHidden(counted.total());
        assertEquals(
                before,
                counted.results(
                        Role.LEADER, "indicator", "asOf", before.get("asOf").asText()));
    }

    @Test
    void aUnitThatBecomesSmallIsNotTheDifference() {
        var counted = CountedUnits.of("ABC").nullPoints("10").values("2026-01", "3", "4", "40");
        assertShown(counted.total(), 47);

        counted.value("C", "2026-01", "2");
        assertHidden(counted.total());
    }

    @Test
    void aUnitThatLeavesIsNotTheDifference() {
        var counted = CountedUnits.of("ABC").nullPoints("10").values("2026-01", "3", "4", "2");
        assertShown(counted.total(), 9);

        counted.put(
                counted.series("C", "/values/2026-01"),
                Map.of("status", "NOT_APPLICABLE", "reason", "closed in January"));
        assertHidden(counted.total());
        counted.value("C", "2026-01", "3");
        assertShown(counted.total(), 10);
        counted.withdraw("C", "2026-01");
        assertHidden(counted.total());
    }

    @Test
    void aCountThatCouldBeReadOnceHidesNoOther() {
        var counted = CountedUnits.of("AB").nullPoints("10").values("2026-01", "-", "40");
        assertShown(counted.unit("B"), 40);

        counted.value("B", "2026-02", "2").value("A", "2026-01", "3");
        assertHidden(counted.unit("B", "from", "2026-01", "to", "2026-01"));
        assertHidden(counted.total("from", "2026-01", "to", "2026-01"));
    }

    @Test
    void aCorrectionDoesNotBringBackWhatWasSmall() {
        var counted = CountedUnits.of("A").nullPoints("10").values("2026-01", "40");
        var before = counted.results(Role.LEADER, "unit");
        counted.value("A", "2026-01", "3").value("A", "2026-01", "30");

        assertHidden(counted.unit("A"));
        counted.withdraw("A", "2026-01").value("A", "2026-02", "30");
        assertHidden(counted.unit("A"));
        assertEquals(
                before,
                counted.results(Role.LEADER, "unit", "asOf", before.get("asOf").asText()));
        assertShown(before.get("items").get(1), 40);
    }

    @Test
    void aYearIsHiddenWholeAndTheNextIsNot() {
        var counted =
                CountedUnits.of("A").nullPoints("10").values("2025-11", "30").values("2025-12", "3");
        counted.values("2026-01", "40");

        assertHidden(counted.unit("A", "from", "2025-11", "to", "2025-11"));
        assertHidden(counted.unit("A", "from", "2025-11", "to", "2026-01"));
        assertShown(counted.unit("A"), 40);
    }

    @Test
    void aSmallNullPointHidesEveryYear() {
        var counted = CountedUnits.of("AB")
                .nullPoints("2")
                .values("2025-12", "30", "20")
                .values("2026-01", "40", "20");

        assertHidden(counted.unit("A", "from", "2025-12", "to", "2025-12"));
        assertHidden(counted.unit("A"));
        assertEquals(60, counted.total().get("level").asInt());
        for (var figure : List.of("baselineLevel", "gain", "achievement", "status")) {
            assertTrue(counted.total().get(figure).isNull(), figure);
        }
    }

    @Test
    void theSumOfSmallNullPointsIsShownWhereItReachesTheThreshold() {
        var counted = CountedUnits.of("AB").nullPoints("4").values("2026-01", "3", "3");

        assertShown(counted.total(), 6);
        assertEquals(8, counted.total().get("baselineLevel").asInt());
        counted.nullPoint("A", "3");
        assertEquals(7, counted.total().get("baselineLevel").asInt());
    }

    @Test
    void aNullPointThatCouldBeReadHidesNoOther() {
        var counted = CountedUnits.of("AB").nullPoints("10");
        counted.municipality
                .as(Role.LEADER)
                .post(counted.series("A", "/baseline/approve"))
                .then()
                .statusCode(200);
        counted.nullPoint("A", "3").nullPoint("B", "4").values("2026-01", "3", "4");

        // The approved 10 still counts, and everyone has read it: the rest of the sum would be B's.
        assertEquals(7, counted.total().get("level").asInt());
        assertTrue(counted.total().get("baselineLevel").isNull());
        assertTrue(counted.total().get("gain").isNull());
    }

    @Test
    void achievementIsNotThatOfSomeOfTheHiddenUnits() {
        var counted = CountedUnits.of("AB").nullPoints("10").values("2026-01", "3", "4");
        targets(counted, "A");
        assertEquals(7, counted.total().get("level").asInt());
        assertTrue(counted.total().get("achievement").isNull());
        assertTrue(counted.total().get("gain").isNull());
        assertTrue(counted.total().get("suppressed").asBoolean());

        targets(counted, "B");
        assertEquals(1.3, counted.total().get("achievement").asDouble());
        assertEquals(
                "REACHED",
                counted.results(Role.LEADER, "benefit")
                        .get("items")
                        .get(0)
                        .get("status")
                        .asText());
    }

    @Test
    void ofARatioOnlyTheLevelIsShown() {
        var counted = CountedUnits.of("AB", Map.of("aggregation", "RATIO", "factor", 100));
        for (var unit : List.of("A", "B")) {
            var nullPoint = with(with(Bodies.baseline("0"), "value", null), "numerator", unit.equals("A") ? 5 : 9);
            counted.put(counted.series(unit, "/baseline"), with(nullPoint, "denominator", 10));
            counted.put(counted.series(unit, "/values/2026-01"), Bodies.ratio("3", "12"));
        }

        var total = counted.total();
        assertEquals(25, total.get("level").asInt());
        assertTrue(total.get("suppressed").asBoolean());
        for (var figure : List.of("baselineLevel", "gain", "achievement", "status")) {
            assertTrue(total.get(figure).isNull(), figure);
        }
    }

    @Test
    void exposureCarriedFromAHiddenYearIsHidden() {
        var counted = CountedUnits.of("A", Map.of("aggregation", "RATIO"));
        var nullPoint = with(with(Bodies.baseline("0"), "value", null), "numerator", 50);
        counted.put(counted.series("A", "/baseline"), with(nullPoint, "denominator", 100));
        counted.put(counted.series("A", "/values/2025-12"), Bodies.ratio("3", "12"));
        targets(counted, "A");

        var point = counted.read("LEADER", "/results/points", "x").get("items").get(0);
        assertEquals("MISSING", point.get("state").asText());
        assertTrue(point.get("suppressed").asBoolean());
        assertTrue(point.get("exposure").isNull());
        assertTrue(point.get("plannedGain").isNull());
    }

    @Test
    void aBenefitsStatusDoesNotTellThatOfAHiddenIndicator() {
        var counted = CountedUnits.of("A").nullPoints("10").values("2026-01", "4");
        var unit = counted.units.get("A");
        counted.municipality.create(
                Role.PROJECT_LEADER, "/benefits/" + counted.benefit + "/indicators", Bodies.indicator(unit));

        var benefit = counted.results(Role.LEADER, "benefit").get("items").get(0);
        assertTrue(benefit.get("status").isNull());
        assertTrue(benefit.get("suppressed").asBoolean());
        assertEquals(0, benefit.get("hours").asInt());
        var seen = counted.results(Role.PROJECT_LEADER, "benefit").get("items").get(0);
        assertEquals("NOT_MEASURED", seen.get("status").asText());
    }

    @Test
    void aLeaderApprovesANullPointUnseen() {
        var counted = CountedUnits.of("A").nullPoints("4");
        var approve = counted.series("A", "/baseline/approve");

        var stale =
                counted.municipality.as(Role.LEADER).header("If-Match", "\"7\"").post(approve);
        problem(stale.then(), 412, "stale").body("current.value", nullValue()).body("current.suppressed", is(true));
        counted.municipality
                .as(Role.LEADER)
                .post(approve)
                .then()
                .statusCode(200)
                .body("approved", is(true))
                .body("value", nullValue())
                .body("suppressed", is(true));
    }

    @Test
    void whatCountedPersonsIsNotMadeToCountSomethingElse() {
        var counted = CountedUnits.of("A").values("2026-01", "4");

        problem(counted.change("countsPersons", false).then(), 409, "has-values")
                .body("errors[0].pointer", is("/countsPersons"));
    }

    @Test
    void whatDoesNotCountPersonsIsShown() {
        var counted = CountedUnits.of("A", Map.of("countsPersons", false))
                .nullPoints("4")
                .values("2026-01", "3");

        assertShown(counted.unit("A"), 3);
        counted.change("countsPersons", true).then().statusCode(200);
        assertHidden(counted.unit("A"));
    }

    @Test
    void theThresholdIsAtLeastThree() {
        assertEquals(BigDecimal.valueOf(3), new SuppressionThreshold(3).count());
        var refused = assertThrows(IllegalArgumentException.class, () -> new SuppressionThreshold(2));
        assertTrue(refused.getMessage().contains("nullpunkt.suppression-threshold=2"));
    }

    @Test
    void theWorkbookShowsColonsAndNoHiddenNumber() {
        var counted = CountedUnits.of("AB").nullPoints("1033").values("2026-01", "3", "1077");
        counted.values("2026-02", "1088").put(counted.series("A", "/targets"), Bodies.targets("2026-01", "1011"));

        // The null-point of A, its values and gains, and the sums with B.
        var secrets = Set.of(1088.0, 1030.0, -55.0, 1080.0, 986.0, 1091.0, 975.0, 22.0);
        assertEquals(List.of(), numbers(workbook(counted, Role.LEADER), secrets));
        assertFalse(numbers(workbook(counted, Role.PROJECT_LEADER), secrets).isEmpty());
        assertTrue(workbook(counted, Role.LEADER).drawn().noneMatch(secrets::contains));
        assertTrue(workbook(counted, Role.PROJECT_LEADER).drawn().anyMatch(secrets::contains));
        var told = workbook(counted, Role.LEADER);
        var rows = told.table(WorkbookSheet.DATA, 1);
        for (var column : List.of("Måling", "Nullpunkt (b)", "Gevinst (g)")) {
            assertEquals(":", rows.get(0).get(column).getStringCellValue(), column);
        }
        assertEquals(1077, rows.get(3).get("Måling").getNumericCellValue());
        var months = told.sheet(WorkbookSheet.MONTHS).getRow(5);
        assertEquals(":", months.getCell(3).getStringCellValue());
        assertEquals(":", months.getCell(4).getStringCellValue());
        var benefit = told.table(WorkbookSheet.BENEFITS, 4).get(0);
        for (var column : List.of(
                "Nullpunkt", "Nivå ved nullpunkt, i perioden", "Nivå i perioden", "Mål-oppnåelse (%)", "Status")) {
            assertEquals(":", benefit.get(column).getStringCellValue(), column);
        }
        assertEquals("OK", told.control("Resultat i alt"));
    }

    private static List<String> numbers(WorkbookFile workbook, Set<Double> wanted) {
        return workbook.cells()
                .filter(cell -> !cell.getSheet().getSheetName().equals("Mangler"))
                .filter(cell -> cell.getCellType() == CellType.NUMERIC
                        || cell.getCellType() == CellType.FORMULA
                                && cell.getCachedFormulaResultType() == CellType.NUMERIC)
                .filter(cell -> wanted.contains(cell.getNumericCellValue()))
                .map(WorkbookFile::where)
                .toList();
    }

    private static WorkbookFile workbook(CountedUnits counted, Role role) {
        return WorkbookFile.open(counted.municipality
                .as(role)
                .queryParam("from", "2026-01")
                .queryParam("to", "2026-03")
                .get("/workbook")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
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
