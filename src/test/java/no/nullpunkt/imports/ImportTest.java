package no.nullpunkt.imports;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest {

    private static final Map<String, Object> COUNT = Map.of("take", "COUNT");

    private static final String EXPORT = """
            Dato;Avdeling;Hendelse;Minutter
            2026-01-02;Sone Øst;Utrykning;12,5
            2026-01-30 23:59;sone øst;utrykning;7
            31.01.2026;Sone Øst;Prøvealarm;
            2026-02-01;Sone Øst;Utrykning;10
            2026-02-03;Sone Vest;Utrykning;10
            """;

    private MeasuredBenefit it;

    private void measuredBy(Map<String, Object> indicator, Map<String, Object> numbers) {
        it = MeasuredBenefit.create(indicator);
        save(mapping(numbers)).then().statusCode(201);
    }

    @Test
    void rowsAreCountedByMonthUnitAndCode() {
        measuredBy(Map.of(), Map.of("value", COUNT));
        run("", EXPORT)
                .statusCode(200)
                .body("created", is(2))
                .body("rows", is(5))
                .body("rowsNotEnded", is(0))
                .body("unmapped.code", contains("Prøvealarm", "Utrykning"))
                .body("unmapped.unit", contains("Sone Øst", "Sone Vest"))
                .body("unmapped.rows", contains(1, 1))
                .body("values.month", contains("2026-01", "2026-02"))
                .body("values.value", contains(2, 1))
                .body("values.effect", contains("CREATED", "CREATED"));
        assertStands("2026-01", 2);
        assertStands("2026-02", 1);
    }

    @Test
    void theSameExportWorksEveryNight() {
        measuredBy(Map.of(), Map.of("value", COUNT));
        run("", EXPORT).body("created", is(2));
        run("", EXPORT).body("unchanged", is(2)).body("created", is(0));
        run("", EXPORT + "2026-02-27;Sone Øst;Utrykning;3\n")
                .body("updated", is(1))
                .body("unchanged", is(1));
        assertStands("2026-02", 2);
    }

    @Test
    void aDryRunShowsTheValuesAndWritesNone() {
        measuredBy(Map.of(), Map.of("value", COUNT));
        run("?dryRun=true", EXPORT).body("created", is(2)).body("values.value", contains(2, 1));
        it.municipality.as(Role.LEADER).get(it.value("2026-01")).then().statusCode(404);
    }

    @Test
    void aColumnIsSummed() {
        measuredBy(Map.of(), Map.of("value", part("SUM", "Minutter")));
        run("", EXPORT).body("values.value", contains(is(19.5f), is(10)));
    }

    @Test
    void aMeanIsWeightedWithWhatItIsTheMeanOf() {
        measuredBy(
                Map.of("aggregation", "MEAN"),
                Map.of("value", part("MEAN", "Minutter"), "weight", part("COUNT", "Minutter")));
        run("", EXPORT).body("values.value", contains(is(9.75f), is(10))).body("values.weight", contains(2, 1));
    }

    @Test
    void aRatioIsMadeOfTwoSums() {
        measuredBy(Map.of("aggregation", "RATIO"), Map.of("numerator", COUNT, "denominator", part("SUM", "Minutter")));
        run("", EXPORT)
                .body("values.numerator", contains(2, 1))
                .body("values.denominator", contains(is(19.5f), is(10)));
    }

    @Test
    void aTertialIsTheSumOfItsMonthsAndWaitsUntilItHasEnded() {
        measuredBy(Map.of("frequencyMonths", 4), Map.of("value", COUNT));
        run("", EXPORT + YearMonth.now() + "-01;Sone Øst;Utrykning;1\n")
                .body("values.month", contains("2026-04"))
                .body("values.value", contains(3))
                .body("rowsNotEnded", is(1));
    }

    @Test
    void monthsBeforeTheFirstWholeOneAreLeftOut() {
        measuredBy(Map.of(), Map.of("value", COUNT));
        run("?from=2026-02", EXPORT).body("values.month", contains("2026-02"));
    }

    @Test
    void noRowsAreMissingUnlessTheMappingSaysZero() {
        var march = EXPORT + "2026-04-01;Sone Øst;Utrykning;3\n";
        measuredBy(Map.of(), Map.of("value", COUNT));
        run("", march).body("values.month", contains("2026-01", "2026-02", "2026-04"));
        var zero = new HashMap<>(mapping(Map.of("value", COUNT)));
        zero.put("zeroWithoutRows", true);
        problem(save(zero).then(), 428, "if-match-required");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(zero)
                .put("/imports/nattlig")
                .then()
                .statusCode(200);
        run("", march)
                .body("values.month", contains("2026-01", "2026-02", "2026-03", "2026-04"))
                .body("values[2].value", is(0))
                .body("created", is(1));
    }

    @Test
    void oneRowThatCannotBeReadMakesEverySumUncertain() {
        measuredBy(Map.of(), Map.of("value", part("SUM", "Minutter")));
        problem(
                        run(
                                "?mode=partial",
                                EXPORT + "2026-03-01;Sone Øst;Utrykning;mange\ni går;Sone Øst;Utrykning;1\n"),
                        422,
                        "values-rejected")
                .body("rejected", is(2))
                .body("errors.line", contains(7, 8))
                .body("errors.column", contains("Minutter", "Dato"))
                .body("errors.code", contains("number-not-understood", "not-a-month"));
        it.municipality.as(Role.LEADER).get(it.value("2026-01")).then().statusCode(404);
    }

    @Test
    void aFileThatLacksAColumnIsRefused() {
        measuredBy(Map.of(), Map.of("value", part("SUM", "Timer")));
        problem(run("", EXPORT), 400, "csv-column-missing");
    }

    @Test
    void aFileOfOneUnitAndOneKindNeedsNoColumnsForThem() {
        it = MeasuredBenefit.create();
        var plain = Map.of(
                "monthColumn",
                "måned",
                "units",
                List.of(Map.of("unitId", it.unit)),
                "indicators",
                List.of(Map.of("indicatorId", it.indicator, "value", part("SUM", "antall"))));
        save(plain).then().statusCode(201).body("mapping.unitColumn", nullValue());
        run("", "måned,antall\n2026-03,61\n").body("values.value", contains(61)).body("unmapped", empty());
    }

    @Test
    void projectLeadersSaveMappingsAndMachinesUseThem() {
        measuredBy(Map.of(), Map.of("value", COUNT));
        for (var role : new Role[] {Role.LEADER, Role.BENEFIT_OWNER, Role.ADMINISTRATOR, Role.INTEGRATION}) {
            problem(
                    it.municipality
                            .as(role)
                            .body(mapping(Map.of("value", COUNT)))
                            .put("/imports/annen")
                            .then(),
                    403,
                    "forbidden");
        }
        problem(runAs(Role.LEADER, "", EXPORT), 403, "values-rejected");
        runAs(Role.INTEGRATION, "", EXPORT).statusCode(200).body("created", is(2));
        it.municipality
                .as(Role.LEADER)
                .get("/imports/nattlig")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("mapping.units.code", contains("Sone Øst"));
        it.municipality.as(Role.LEADER).get("/imports").then().body("items.name", contains("nattlig"));
    }

    @Test
    void whatIsAnothersIsNotFound() {
        measuredBy(Map.of(), Map.of("value", COUNT));
        var theirs = it;
        it = MeasuredBenefit.create();
        problem(run("", EXPORT), 404, "not-found");
        problem(it.municipality.as(Role.LEADER).get("/imports/nattlig").then(), 404, "not-found");
        var own = mapping(Map.of("value", COUNT));
        problem(
                        save(Bodies.with(own, "units", List.of(Map.of("code", "x", "unitId", theirs.unit))))
                                .then(),
                        404,
                        "unknown-reference")
                .body("errors[0].pointer", is("/indicators/0/indicatorId"));
        problem(
                        save(Bodies.with(
                                        own,
                                        "indicators",
                                        List.of(Map.of("indicatorId", theirs.indicator, "value", COUNT))))
                                .then(),
                        404,
                        "unknown-reference")
                .body("errors[0].pointer", is("/indicators/0/indicatorId"));
    }

    @Test
    void aMappingSaysAllThatIsNeeded() {
        it = MeasuredBenefit.create();
        var whole = mapping(Map.of("value", COUNT));
        problem(save(Bodies.with(whole, "unitColumn", null)).then(), 422, "field-missing")
                .body("errors[0].pointer", is("/unitColumn"));
        problem(save(Bodies.with(whole, "codeColumn", null)).then(), 422, "field-missing")
                .body("errors[0].pointer", is("/codeColumn"));
        problem(save(mapping(Map.of("value", Map.of("take", "SUM")))).then(), 422, "field-missing")
                .body("errors[0].pointer", is("/indicators/0/value/column"));
    }

    private Map<String, Object> mapping(Map<String, Object> numbers) {
        var indicator = new HashMap<>(numbers);
        indicator.put("code", "Utrykning");
        indicator.put("indicatorId", it.indicator);
        return Map.of(
                "monthColumn",
                "Dato",
                "unitColumn",
                "Avdeling",
                "codeColumn",
                "Hendelse",
                "units",
                List.of(Map.of("code", "Sone Øst", "unitId", it.unit)),
                "indicators",
                List.of(indicator));
    }

    private static Map<String, Object> part(String take, String column) {
        return Map.of("take", take, "column", column);
    }

    private Response save(Map<String, Object> mapping) {
        return it.municipality.as(Role.PROJECT_LEADER).body(mapping).put("/imports/nattlig");
    }

    private ValidatableResponse run(String query, String file) {
        return runAs(Role.PROJECT_LEADER, query, file);
    }

    private ValidatableResponse runAs(Role role, String query, String file) {
        return it.municipality
                .as(role)
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post("/imports/nattlig" + query)
                .then();
    }

    private void assertStands(String month, int number) {
        it.municipality.as(Role.LEADER).get(it.value(month)).then().body("value", is(number));
    }
}
