package no.nullpunkt.report;

import static no.nullpunkt.testing.Municipality.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactsTest {

    private static final String PERIOD = "/facts.csv?from=2026-01&to=2026-03";

    @Test
    void everyPointIsALineWithCodesBesideNames() throws IOException {
        var it = measured(Map.of());
        var lines = lines(facts(it, Role.LEADER, PERIOD), ';');
        assertEquals(3, lines.size());
        var january = lines.get(0);
        assertEquals("2026-01", january.get("month"));
        assertEquals("MEASURED", january.get("state"));
        assertEquals("Målt", january.get("stateName"));
        assertEquals("61,5", january.get("value"));
        assertEquals("90", january.get("baseline"));
        assertEquals("28,5", january.get("gain"));
        assertEquals("21,375", january.get("hours"));
        assertEquals(it.indicator.toString(), january.get("indicatorId"));
        assertEquals("Utrykninger etter varsel", january.get("indicator"));
        assertEquals("digital-supervision-home", january.get("technologies"));
        assertEquals("Hjemmetjenesten", january.get("unitPath"));
        assertEquals("MISSING", lines.get(2).get("state"));
        assertEquals("", lines.get(2).get("value"));
    }

    @Test
    void norwegianSpreadsheetsOpenItAndProgramsReadIt() throws IOException {
        var it = measured(Map.of());
        assertEquals('\ufeff', facts(it, Role.LEADER, PERIOD).charAt(0));
        var plain = facts(it, Role.LEADER, PERIOD + "&separator=comma");
        assertTrue(plain.startsWith("series,month,"));
        assertEquals("61.5", lines(plain, ',').get(0).get("value"));
        assertEquals(
                "61,5",
                lines(facts(it, Role.LEADER, PERIOD + "&separator=tab"), '\t')
                        .get(0)
                        .get("value"));
        problem(it.municipality.as(Role.LEADER).get(PERIOD + "&separator=pipe").then(), 400, "unknown-choice");
    }

    @Test
    void textNeverBecomesAFormula() throws IOException {
        for (var name : List.of("=1+1", "+47", "-1", "@SUM(A1)")) {
            var it = measured(Map.of("name", name));
            assertEquals(
                    "'" + name,
                    lines(facts(it, Role.LEADER, PERIOD), ';').get(0).get("indicator"));
        }
    }

    @Test
    void smallCountsOfPersonsAreAColonForWhoeverMayNotEnterThem() throws IOException {
        var it = MeasuredBenefit.create(
                Map.of("countsPersons", true, "valuation", Map.of("kind", "NONE"), "role", "QUALITY"));
        enter(it, "2026-01", "3");
        var hidden = lines(facts(it, Role.LEADER, PERIOD), ';').get(0);
        assertEquals(":", hidden.get("value"));
        assertEquals(":", hidden.get("gain"));
        assertFalse(facts(it, Role.LEADER, PERIOD).contains(";3;"));
        assertEquals(
                "3", lines(facts(it, Role.BENEFIT_OWNER, PERIOD), ';').get(0).get("value"));
    }

    @Test
    void anEarlierTimeIsAnsweredAsItWas() throws IOException {
        var it = measured(Map.of());
        var before = Instant.now();
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .body(Bodies.measured("40"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(200);
        assertEquals("40", lines(facts(it, Role.LEADER, PERIOD), ';').get(0).get("value"));
        assertEquals(
                "61,5",
                lines(facts(it, Role.LEADER, PERIOD + "&asOf=" + before), ';')
                        .get(0)
                        .get("value"));
    }

    /** More series than are read at a time. */
    @Test
    void manySeriesAreAllThereOnce() throws IOException {
        var it = measured(Map.of());
        it.municipality.execute("""
                select begin_change(%d, null, 'test');
                insert into unit (municipality_id, id, name, version)
                select %d, gen_random_uuid(), 'Sone ' || i, 0 from generate_series(1, 600) as i;
                insert into series (municipality_id, indicator_id, unit_id, version)
                select %d, indicator.id, unit.id, 0
                from unit join indicator on indicator.municipality_id = %d
                where unit.municipality_id = %d and unit.name like 'Sone %'
                """);
        var series = lines(facts(it, Role.LEADER, "/facts.csv?from=2026-01&to=2026-01"), ';').stream()
                .map(line -> line.get("series"))
                .toList();
        assertEquals(601, series.size());
        assertEquals(601, series.stream().distinct().count());
    }

    @Test
    void machinesWriteValuesAndReadNoFacts() {
        var it = measured(Map.of());
        problem(it.municipality.as(Role.INTEGRATION).get(PERIOD).then(), 403, "forbidden");
    }

    @Test
    void aSeriesIsEnteredByTheKeyThatFactsTell() throws IOException {
        var it = measured(Map.of());
        var key = lines(facts(it, Role.LEADER, PERIOD), ';').get(0).get("series");
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .contentType("text/csv")
                .body("series;month;value\n" + key + ";2026-03;12,5\n")
                .post("/values")
                .then()
                .statusCode(200);
        assertEquals("12,5", lines(facts(it, Role.LEADER, PERIOD), ';').get(2).get("value"));
    }

    @Test
    void theRecipeForPowerBiNamesColumnsThatAreThere() throws IOException {
        var header = lines(facts(measured(Map.of()), Role.LEADER, PERIOD), ';')
                .get(0)
                .getParser()
                .getHeaderNames();
        var recipe = Files.readString(Path.of("samples", "facts-excel-power-bi.md"));
        var columns = recipe.substring(recipe.indexOf("Tallkolonner = {"), recipe.indexOf("UtenSkjulte ="));
        var named = Pattern.compile("\"(\\w+)\"")
                .matcher(columns)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertEquals(13, named.size());
        assertTrue(header.containsAll(named), named + " in " + header);
    }

    private static MeasuredBenefit measured(Map<String, Object> indicator) {
        var it = MeasuredBenefit.create(indicator);
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.baseline("90"))
                .put(it.series("/baseline"))
                .then()
                .statusCode(201);
        enter(it, "2026-01", "61.5");
        return it;
    }

    private static void enter(MeasuredBenefit it, String month, String number) {
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(Bodies.measured(number))
                .put(it.value(month))
                .then()
                .statusCode(201);
    }

    private static String facts(MeasuredBenefit it, Role role, String path) {
        return it.municipality
                .as(role)
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
    }

    private static List<CSVRecord> lines(String facts, char separator) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(facts.replace("\ufeff", ""))).getRecords();
    }
}
