package no.nullpunkt.demonstration;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The samples walked over HTTP, each against figures computed by hand. */
@QuarkusTest
class SamplesTest {

    @TestHTTPResource
    String host;

    private final Municipality municipality = Municipality.create();

    private Map<String, Answer> walk(String sample) {
        var variables = new HashMap<String, String>();
        variables.put("host", host.replaceAll("/$", ""));
        variables.put("kommune", municipality.number);
        variables.put("administrator", municipality.credentials(Role.ADMINISTRATOR));
        variables.put("prosjektleder", municipality.credentials(Role.PROJECT_LEADER));
        variables.put("leder", municipality.credentials(Role.LEADER));
        variables.put("hjemmetjenesten", municipality.credentials(Role.BENEFIT_OWNER));
        variables.put("sykehjemmet", municipality.credentials(Role.BENEFIT_OWNER));
        variables.put("responssenteret", municipality.credentials(Role.INTEGRATION));
        return Walk.run(HttpClient.newHttpClient(), Samples.read(sample), variables, new Walk.Listener() {});
    }

    /** Figures rounded to 4 decimals, the rest as they are. */
    private static void assertFigures(JsonNode figures, Map<String, String> wanted) {
        wanted.forEach((name, value) -> assertEquals(value, printed(figures.get(name)), name));
    }

    private static String printed(JsonNode figure) {
        return figure.isNumber()
                ? figure.decimalValue()
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : figure.asText();
    }

    private JsonNode results(String groupBy) {
        var answer = municipality.as(Role.LEADER).get("/results?from=2026-01&to=2026-10&groupBy=" + groupBy);
        return new Answer(answer.statusCode(), answer.contentType(), answer.asByteArray()).json();
    }

    private JsonNode items(String groupBy) {
        return results(groupBy).get("items");
    }

    private JsonNode total() {
        return results("month").get("total");
    }

    /**
     * The null-point is 209 / 120 per user-week. Over the 9 measured months there were 507 user-weeks and 141
     * call-outs: 507 · 209 / 120 − 141 = 742.025 fewer, at 0.75 hours. Planned are 48 + 48 user-weeks down to 0.6 and
     * 459 with the 48 of unmeasured July down to 0.2: 555 · 209 / 120 − 57.6 − 91.8 = 817.225. Without July, whose
     * plan is 74, that is 743.225.
     */
    @Test
    void digitalSupervisionAtHome() {
        walk(Samples.ALL.get(0));

        var benefit = items("benefit").get(0);
        assertFigures(
                benefit,
                Map.of(
                        "name", "Færre utrykninger om natta",
                        "hours", "556.5188",
                        "plannedHours", "612.9188",
                        "takenOutHours", "400",
                        "unaccountedHours", "156.5188",
                        "gain", "742.025",
                        "level", "0.2781",
                        "baselineLevel", "1.7417",
                        "achievement", "0.9984",
                        "status", "ON_TRACK"));
        assertFigures(benefit, Map.of("expected", "10", "measured", "9", "notMeasured", "1", "missing", "0"));
        // 556.51875 hours of 1750 a year, in ten months
        assertFigures(total(), Map.of("hours", "556.5188", "nok", "0", "fte", "0.3816", "ownBudgetNok", "0"));
    }

    /**
     * North: 21 a week on 774 user-weeks less 10,734 visits is 5,520 fewer. South: 10 a week on 1,608 less 13,327 is
     * 2,753. Together 8,273 visits at a third of an hour, and 338 alerts at a quarter to be netted. Planned are 7 on
     * 774 and 2 on 1,818, with the 210 of missing September carried from August: 9,054 visits, less 474 alerts.
     */
    @Test
    void medicineDispensers() {
        walk(Samples.ALL.get(1));

        assertFigures(
                items("benefit").get(0),
                Map.of(
                        "hours", "2673.1667",
                        "plannedHours", "2899.5",
                        "takenOutHours", "1050",
                        "unaccountedHours", "1623.1667",
                        "status", "ON_TRACK",
                        "expected", "24",
                        "measured", "23",
                        "missing", "1"));
        var indicators = items("indicator");
        assertFigures(
                indicators.get(0),
                Map.of("hours", "2757.6667", "plannedHours", "3018", "gain", "8273", "achievement", "0.9582"));
        assertFigures(
                indicators.get(1),
                Map.of("hours", "-84.5", "plannedHours", "-118.5", "gain", "-338", "status", "ON_TRACK"));
        // 2,673.1667 hours at 480 kroner
        assertFigures(total(), Map.of("hours", "2673.1667", "ownBudgetNok", "1283119.9999", "fte", "1.833"));
    }

    /**
     * Day: 19 · 1,800 + 20.5 · 1,840 + 20.5 · 1,820 = 109,230 minutes. Evening: 13 · 900 + 15 · 870 + 16 · 880 =
     * 38,830. Planned are 20 on 5,460 shifts and 19 on 2,650: 159,550. Lost keys: 3 − 1, 3 − 0 and 3 − 0.
     */
    @Test
    void electronicLocks() {
        var answers = walk(Samples.ALL.get(2));

        var benefits = items("benefit");
        assertFigures(
                benefits.get(0),
                Map.of(
                        "hours", "2467.6667",
                        "plannedHours", "2659.1667",
                        "gain", "148060",
                        "level", "6.4168",
                        "baselineLevel", "24.6732",
                        "achievement", "0.928",
                        "status", "ON_TRACK",
                        "expected", "6",
                        "measured", "6"));
        assertFigures(
                benefits.get(1),
                Map.of("expected", "3", "gain", "8", "level", "1", "baselineLevel", "9", "status", "NO_TARGET"));
        assertFigures(total(), Map.of("hours", "2467.6667", "fte", "1.6921"));
        municipality
                .as(Role.LEADER)
                .get("/benefits/" + answers.get("gevinst").at("$.id"))
                .then()
                .body("step", is("DOCUMENTED"))
                .body("waivers[0].item", is("BASELINE_BEFORE_GO_LIVE"));
        municipality
                .as(Role.LEADER)
                .get("/indicators/" + answers.get("indikator").at("$.id") + "/units/"
                        + answers.get("kveld").at("$.id") + "/baseline")
                .then()
                .body("late", is(true));
        municipality
                .as(Role.LEADER)
                .get("/benefits/" + answers.get("uventet").at("$.id"))
                .then()
                .body("expected", is(false));
    }

    /** One night position less in 8 months on one floor and 2 on the other, of 15 planned, at 85,000 kroner. */
    @Test
    void nightStaff() {
        walk(Samples.ALL.get(3));

        var benefit = items("benefit").get(0);
        assertFigures(
                benefit,
                Map.of(
                        "nok", "850000",
                        "plannedNok", "1275000",
                        "takenOutNok", "510000",
                        "unaccountedNok", "340000",
                        "gain", "10",
                        "level", "6",
                        "baselineLevel", "8",
                        "achievement", "0.6667",
                        "status", "BEHIND"));
        assertFigures(benefit, Map.of("expected", "19", "measured", "18", "missing", "1", "notApplicable", "1"));
        assertFigures(total(), Map.of("nok", "850000", "hours", "0"));
    }

    /**
     * Against 100 visits a month at half an hour, 90, 80 and 80 are 25 hours of 30 planned, and with the 70 of March
     * 40 of 40.
     */
    @Test
    void tertialReport() {
        var answers = walk(Samples.ALL.get(4));

        var first = answers.get("forste").json();
        var report = answers.get("rapport").json();
        assertFigures(first.at("/results/benefit/items/0"), Map.of("hours", "25", "missing", "1", "status", "BEHIND"));
        assertFigures(
                report.at("/results/benefit/items/0"),
                Map.of("hours", "40", "missing", "0", "unaccountedHours", "40", "status", "REACHED"));
        var changes = report.get("changes");
        assertEquals(first.get("number"), changes.get("sinceNumber"));
        assertFigures(changes.at("/total/before"), Map.of("hours", "25"));
        assertFigures(changes.at("/total/after"), Map.of("hours", "40"));
        assertEquals(1, changes.get("inputs").size());
        assertFigures(
                changes.at("/inputs/0"),
                Map.of(
                        "kind", "VALUE",
                        "month", "2026-03",
                        "after", "70",
                        "by", "BENEFIT_OWNER of the tests",
                        "reason", "Besøkslista ble ferdig ført 20. mai."));
        municipality
                .as(Role.LEADER)
                .get("/reports")
                .then()
                .body("items.status", contains("SUPERSEDED", "ISSUED"))
                .body("items.period", contains("2026-T1", "2026-T1"));
        municipality
                .as(Role.LEADER)
                .get("/closed-months")
                .then()
                .body("items.closed", contains(true, true, true, true));
    }

    /** The workbook at the end of the last walk has every benefit with the hours and kroner of the results. */
    @Test
    void theWorkbookShowsTheSame() throws IOException {
        Samples.ALL.forEach(this::walk);
        var workbook = municipality
                .as(Role.LEADER)
                .get("/workbook?from=2026-01&to=2026-10")
                .asInputStream();

        try (var book = new XSSFWorkbook(workbook)) {
            var numbers = numbersByText(book.getSheet("Gevinster"));
            for (var item : items("benefit")) {
                var shown = numbers.get(item.get("name").asText());
                for (var figure :
                        List.of("hours", "plannedHours", "takenOutHours", "nok", "plannedNok", "takenOutNok")) {
                    var value = printed(item.get(figure));
                    assertTrue(
                            shown.contains(value),
                            () -> item.get("name") + " has no " + figure + " " + value + ": " + shown);
                }
            }
        }
    }

    /** The numbers of every row, as they are printed, by each of its texts. */
    private static Map<String, Set<String>> numbersByText(Sheet sheet) {
        var numbers = new HashMap<String, Set<String>>();
        for (var row : sheet) {
            var texts = new HashSet<String>();
            var shown = new HashSet<String>();
            for (var cell : row) {
                var type =
                        cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
                if (type == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                } else if (type == CellType.NUMERIC) {
                    shown.add(printed(DecimalNode.valueOf(BigDecimal.valueOf(cell.getNumericCellValue()))));
                }
            }
            texts.forEach(text -> numbers.putIfAbsent(text, shown));
        }
        return numbers;
    }

    /** In one municipality the walks share its units, and walked twice they leave everything as it was. */
    @Test
    void allTogetherAndTwice() {
        Samples.ALL.forEach(this::walk);
        var once = items("benefit");
        Samples.ALL.forEach(this::walk);

        assertEquals(once, items("benefit"));
        // 556.51875 + 2673.16666639 + 2467.66667160 + 40 hours
        assertFigures(
                total(),
                Map.of(
                        "hours", "5737.3521",
                        "plannedHours", "6211.5854",
                        "nok", "850000",
                        "plannedNok", "1275000",
                        "takenOutHours", "1450",
                        "fte", "3.9342",
                        "expected", "66",
                        "measured", "63"));
        municipality.as(Role.LEADER).get("/units").then().body("items.size()", is(9));
    }
}
