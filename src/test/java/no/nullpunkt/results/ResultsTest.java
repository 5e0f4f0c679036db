package no.nullpunkt.results;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.OwnerDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ResultsTest {

    private static final List<String> GROUPINGS =
            List.of("benefit", "technology", "unit", "indicator", "type", "planHeading", "month");

    private final DataSource dataSource = OwnerDatabase.source();

    @Test
    void anAnswerForATimeNeverChanges() {
        var entered = entered("09-exposure-carried-to-the-plan");
        var before = GROUPINGS.stream().map(entered::results).toList();
        var path = entered.seriesPath("remote", "c");
        var benefit = "/benefits/" + entered.benefits.get("remote");

        var value = Map.of("status", "MEASURED", "numerator", 70, "denominator", 80, "reason", "counted again");
        change(entered, Role.PROJECT_LEADER, path + "/values/2026-03", value);
        var baseline = Map.of(
                "numerator", 9,
                "denominator", 30,
                "from", "2019-01",
                "to", "2019-12",
                "method", "counted again",
                "quality", "SAMPLE",
                "reason", "the first was wrong");
        change(entered, Role.PROJECT_LEADER, path + "/baseline", baseline);
        entered.municipality
                .as(Role.LEADER)
                .post(path + "/baseline/approve")
                .then()
                .statusCode(200);
        var targets = Map.of("points", List.of(Map.of("from", "2020-01", "value", 65)));
        change(entered, Role.PROJECT_LEADER, path + "/targets", targets);
        var described =
                Map.of("title", "Renamed", "type", "QUALITY", "technologies", List.of(), "attributionShare", 0.5);
        change(entered, Role.PROJECT_LEADER, benefit, described);
        var moved = Map.of("name", "Moved", "parentId", entered.units.get("a"));
        change(entered, Role.ADMINISTRATOR, "/units/" + entered.units.get("b"), moved);
        change(entered, Role.ADMINISTRATOR, "/parameters/hours-per-fte/2000-01", Map.of("value", 1700));

        for (var i = 0; i < GROUPINGS.size(); i++) {
            var then = before.get(i).get("asOf").asText();
            assertEquals(before.get(i), entered.results(GROUPINGS.get(i), "asOf", then), GROUPINGS.get(i));
        }
        var now = entered.results("benefit");
        assertEquals(new BigDecimal("28"), number(now.at("/total/hours")));
        assertEquals("Renamed", now.at("/items/0/name").asText());
    }

    private static void change(EnteredCase entered, Role role, String path, Object body) {
        entered.municipality
                .as(role)
                .header("If-Match", "*")
                .body(body)
                .put(path)
                .then()
                .statusCode(oneOf(200, 201));
    }

    @Test
    void groupsSumToTheTotal() {
        for (var name : List.of("06-shares-and-plan-headings", "07-net-worst-and-drivers", "05-every-state")) {
            var entered = entered(name);
            for (var grouping : GROUPINGS) {
                var results = entered.results(grouping);
                for (var figure : List.of("hours", "nok", "plannedHours", "plannedNok")) {
                    assertEquals(
                            sum(results.get("items"), figure),
                            number(results.get("total").get(figure)),
                            name + " " + grouping + " " + figure);
                }
            }
        }
    }

    @Test
    void pointsAreTheTermsOfTheFigures() {
        var entered = entered("06-shares-and-plan-headings");
        var x = entered.technologies.get("x");
        var filters = List.of(
                new Object[] {},
                new Object[] {"technology", x},
                new Object[] {"benefitId", entered.benefits.get("own")},
                new Object[] {"unitId", entered.units.get("b")},
                new Object[] {"indicatorId", entered.indicators.get("others")});
        for (var filter : filters) {
            var total = entered.results("benefit", filter).get("total");
            var points = allPoints(entered, filter);
            for (var figure : List.of("hours", "nok", "plannedHours", "plannedNok", "ownBudgetNok")) {
                assertEquals(
                        points.stream()
                                .map(point -> number(point.get(figure)))
                                .reduce(zero(), BigDecimal::add)
                                .stripTrailingZeros(),
                        number(total.get(figure)).stripTrailingZeros(),
                        figure);
            }
        }
        assertEquals(
                5,
                allPoints(entered).stream()
                        .filter(each -> "MEASURED".equals(each.get("state").asText()))
                        .count());
    }

    /** Pages of one, so that every place in the list is a cursor. */
    private static List<JsonNode> allPoints(EnteredCase entered, Object... filter) {
        var points = new ArrayList<JsonNode>();
        var parameters = new ArrayList<Object>(List.of(filter));
        parameters.addAll(List.of("limit", 1));
        var page = entered.points(parameters.toArray());
        page.get("items").forEach(points::add);
        while (!page.get("next").isNull()) {
            var following = new ArrayList<>(parameters);
            following.addAll(List.of("cursor", page.get("next").asText()));
            page = entered.points(following.toArray());
            page.get("items").forEach(points::add);
        }
        return points;
    }

    @Test
    void aPointTellsItsTerms() {
        var entered = entered("09-exposure-carried-to-the-plan");
        var points = entered.points("limit", 200).get("items");
        var carried = StreamSupport.stream(points.spliterator(), false)
                .filter(point -> "CARRIED".equals(point.get("exposureSource").asText()))
                .findFirst()
                .orElseThrow();
        assertEquals(1, carried.get("baselineVersion").asInt());
        assertTrue(carried.get("baselineApproved").asBoolean());
        assertTrue(!carried.get("baselineLate").asBoolean());
        assertTrue(carried.get("gain").isNull());
        assertTrue(carried.get("plannedGain").isNumber());
        assertEquals(1, carried.get("share").asInt());
    }

    @Test
    void aPageIsOfTheTimeOfTheFirst() {
        var entered = entered("01-flow-with-dated-target-and-amount");
        var first = entered.points("limit", 1);
        var indicator = entered.indicators.keySet().iterator().next();
        var unit = entered.units.keySet().iterator().next();
        var second = entered.points("limit", 1, "cursor", first.get("next").asText());
        entered.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Map.of("status", "NOT_APPLICABLE"))
                .put(entered.seriesPath(indicator, unit) + "/values/"
                        + second.at("/items/0/month").asText());
        assertEquals(
                second, entered.points("limit", 1, "cursor", first.get("next").asText()));
    }

    @Test
    void aTechnologyIsNarrowedToItsShare() {
        var entered = entered("06-shares-and-plan-headings");
        for (var code : List.of("x", "y")) {
            var technology = entered.technologies.get(code);
            var line = item(entered.results("technology"), technology);
            var narrowed = entered.results("technology", "technology", technology);
            assertEquals(1, narrowed.get("items").size());
            assertEquals(line, narrowed.get("items").get(0));
            assertEquals(line.get("hours"), narrowed.at("/total/hours"));
        }
        var both = entered.results(
                "benefit", "technology", entered.technologies.get("x"), "technology", entered.technologies.get("y"));
        assertEquals(new BigDecimal("90"), number(both.at("/total/hours")));
    }

    @Test
    void unitsComeTopDownWithThoseBelow() {
        var entered = entered("08-units-below-included");
        var items = entered.results("unit").get("items");
        assertEquals(
                List.of("c", "top", "district", "a", "b"),
                StreamSupport.stream(items.spliterator(), false)
                        .map(each -> each.get("name").asText())
                        .toList());
        assertTrue(items.get(1).get("parentKey").isNull());
        assertEquals(
                entered.units.get("top").toString(),
                items.get(2).get("parentKey").asText());

        var district = entered.results("unit", "unitId", entered.units.get("district"));
        assertEquals(3, district.get("items").size());
        assertEquals(new BigDecimal("14"), number(district.at("/total/hours")));
        var leaf = entered.results("benefit", "unitId", entered.units.get("b"));
        assertEquals(new BigDecimal("2"), number(leaf.at("/total/hours")));
    }

    @Test
    void whatIsBookedIsTakenOutAndTheRestIsUnaccounted() throws SQLException {
        var entered = entered("06-shares-and-plan-headings");
        // From before the period until after it: two of its months count.
        book(entered, "own", "a", "2025-12-01", "2026-03-01", "10");
        book(entered, "own", "a", "2026-02-01", null, "5.5");
        book(entered, "unplanned", "b", "2026-03-01", null, "3");

        var total = entered.results("benefit").get("total");
        assertEquals(new BigDecimal("25.5"), number(total.get("takenOutHours")));
        assertEquals(new BigDecimal("71.5"), number(total.get("unaccountedHours")));
        assertEquals(new BigDecimal("150"), number(total.get("unaccountedNok")));
        for (var grouping : List.of("benefit", "technology", "unit", "type", "planHeading", "month")) {
            assertEquals(
                    number(total.get("takenOutHours")).stripTrailingZeros(),
                    sum(entered.results(grouping).get("items"), "takenOutHours").stripTrailingZeros(),
                    grouping);
        }
        assertEquals(
                new BigDecimal("17.85"),
                number(item(entered.results("technology"), entered.technologies.get("x"))
                        .get("takenOutHours")));
        assertEquals(
                new BigDecimal("10"),
                number(item(entered.results("month"), "2026-01").get("takenOutHours")));
        entered.results("indicator").get("items").forEach(each -> {
            assertTrue(each.get("takenOutHours").isNull());
            assertTrue(each.get("unaccountedNok").isNull());
        });
        var narrowed = entered.results("benefit", "indicatorId", entered.indicators.get("own"));
        assertTrue(narrowed.at("/total/takenOutHours").isNull());
    }

    @Test
    void aLateOrUnapprovedNullPointIsTold() {
        var measured = MeasuredBenefit.create();
        var late = Bodies.with(Bodies.with(Bodies.baseline("5"), "to", "2026-01-01"), "reason", "nobody had counted");
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .body(late)
                .put(measured.series("/baseline"))
                .then()
                .statusCode(201);
        measured.municipality
                .as(Role.LEADER)
                .get("/results/points?from=2026-01&to=2026-02")
                .then()
                .statusCode(200)
                .body("items.baselineLate", everyItem(is(true)))
                .body("items.baselineApproved", everyItem(is(false)))
                .body("items.month", contains("2026-01", "2026-02"));
    }

    @Test
    void aWithdrawnValueIsNothingRecorded() {
        var measured = MeasuredBenefit.create();
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.measured("7"))
                .put(measured.value("2026-01"))
                .then()
                .statusCode(201);
        assertEquals(List.of(1, 0), measuredAndMissing(measured));
        measured.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .queryParam("reason", "the wrong unit")
                .delete(measured.value("2026-01"))
                .then()
                .statusCode(204);
        assertEquals(List.of(0, 1), measuredAndMissing(measured));
    }

    private static List<Integer> measuredAndMissing(MeasuredBenefit measured) {
        var total = measured.municipality
                .as(Role.LEADER)
                .get("/results?from=2026-01&to=2026-01")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return List.of(total.getInt("total.measured"), total.getInt("total.missing"));
    }

    @Test
    void anAnswerWaitsForTheChangesUnderWay() throws Exception {
        var measured = MeasuredBenefit.create();
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            begin(connection, measured.benefit);
            var answer = CompletableFuture.supplyAsync(() -> measuredAndMissing(measured));
            try (var insert = connection.prepareStatement("""
                    insert into measurement (municipality_id, series_id, month, status, value, machine, version)
                    select municipality_id, id, '2026-01-01', 'MEASURED', 7, false, 0
                    from series where indicator_id = ?
                    """)) {
                insert.setObject(1, measured.indicator);
                assertEquals(1, insert.executeUpdate());
            }
            assertThrows(TimeoutException.class, () -> answer.get(500, TimeUnit.MILLISECONDS));
            connection.commit();
            assertEquals(List.of(1, 0), answer.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void theDefaultPeriodIsTheYearUntilTheLastMonthThatHasEnded() {
        var m = Municipality.create();
        var last = YearMonth.now(ZoneId.of("Europe/Oslo")).minusMonths(1);
        m.as(Role.LEADER)
                .get("/results")
                .then()
                .statusCode(200)
                .body("from", is(last.getYear() + "-01"))
                .body("to", is(last.toString()))
                .body("months", is(last.getMonthValue()))
                .body("groupBy", is("benefit"))
                .body("items.size()", is(0))
                .body("total.hours", is(0))
                .body("total.status", nullValue())
                .body("total.fte", nullValue());
        m.as(Role.LEADER)
                .get("/results?to=2024-05")
                .then()
                .body("from", is("2024-01"))
                .body("months", is(5));
        m.as(Role.LEADER)
                .get("/results?groupBy=month&to=2024-02")
                .then()
                .body("items.key", contains("2024-01", "2024-02"))
                .body("items.name", contains("januar 2024", "februar 2024"));
    }

    @Test
    void namesAreInTheCallersLanguage() {
        var entered = entered("06-shares-and-plan-headings");
        var leader = entered.municipality;
        leader.as(Role.LEADER)
                .header("Accept-Language", "nn")
                .get("/results?groupBy=type")
                .then()
                .body("items.name", contains("Spart tid", "Unngått kostnad"));
        leader.as(Role.LEADER)
                .header("Accept-Language", "en")
                .get("/results?groupBy=planHeading")
                .then()
                .body(
                        "items.name",
                        contains(
                                "Effect on own budget",
                                "Priced effects elsewhere in the public sector",
                                "No plan heading"))
                .body("items.key", contains("OWN_BUDGET", "OTHER_PUBLIC", null));
        leader.as(Role.LEADER)
                .header("Accept-Language", "en")
                .get("/results?groupBy=technology")
                .then()
                .body("items.name", hasItems("Electronic medicine dispenser", "No technology"));
    }

    @ParameterizedTest
    @CsvSource({
        "groupBy=owner, unknown-choice",
        "groupBy=BENEFIT, unknown-choice",
        "from=2026-13, not-a-month",
        "from=2026-03-01, not-a-month",
        "to=-2026-01, not-a-month",
        "from=2026-05&to=2026-04, period-backwards",
        "from=2016-01&to=2026-01, period-too-long",
        "asOf=yesterday, not-a-time",
        "asOf=-0044-03-15T12:00:00Z, not-a-time",
        "unitId=7, wrong-type",
    })
    void whatCannotBeReadIs400(String query, String code) {
        var m = Municipality.create();
        problem(m.as(Role.LEADER).get("/results?" + query).then(), 400, code);
        if (!query.startsWith("groupBy")) {
            problem(m.as(Role.LEADER).get("/results/points?" + query).then(), 400, code);
        }
    }

    @Test
    void theChoicesAndLimitsAreTold() {
        var leader = Municipality.create();
        leader.as(Role.LEADER)
                .get("/results?groupBy=owner")
                .then()
                .body("errors[0]", hasEntry("pointer", "?groupBy"))
                .body("detail", containsString("benefit, technology, unit, indicator, type, planHeading, month"));
        leader.as(Role.LEADER).get("/results?from=2000-01&to=2020-01").then().body("detail", containsString("120"));
        for (var cursor : List.of("x", "%20", "MjAyNi0wMQ", "bm90L2EvcmVhbC9wbGFjZQ")) {
            problem(
                    leader.as(Role.LEADER)
                            .urlEncodingEnabled(false)
                            .get("/results/points?cursor=" + cursor)
                            .then(),
                    400,
                    "unreadable-cursor");
        }
        problem(leader.as(Role.LEADER).get("/results/points?limit=201").then(), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/results", "/results/points"})
    void timesToComeAreRefused(String path) {
        var m = Municipality.create();
        var soon = Instant.now().plusSeconds(30).toString();
        problem(m.as(Role.LEADER).queryParam("asOf", soon).get(path).then(), 422, "as-of-in-future");
        problem(
                m.as(Role.LEADER)
                        .queryParam("asOf", "2999-01-01T00:00:00+01:00")
                        .queryParam("from", "2026-01")
                        .get(path)
                        .then(),
                422,
                "as-of-in-future");
        m.as(Role.LEADER)
                .queryParam("asOf", "2001-05-05T12:00:00.123456789+02:00")
                .get(path)
                .then()
                .statusCode(200)
                .body("asOf", is("2001-05-05T10:00:00.123456Z"))
                .body("from", is("2001-01"))
                .body("to", is("2001-04"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/results", "/results/points"})
    void othersFindNothing(String path) {
        var entered = entered("01-flow-with-dated-target-and-amount");
        var other = Municipality.create();
        var theirs = "/api/v1/municipalities/" + entered.municipality.number + path;
        problem(other.anywhere(Role.LEADER).get(theirs).then(), 404, "not-found");
        problem(other.as(Role.INTEGRATION).get(path).then(), 403, "forbidden");
        var benefit = entered.benefits.values().iterator().next();
        problem(other.as(Role.LEADER).queryParam("benefitId", benefit).get(path).then(), 404, "unknown-reference");
        var unit = entered.units.values().iterator().next();
        problem(other.as(Role.LEADER).queryParam("unitId", unit).get(path).then(), 404, "unknown-reference");
        var indicator = entered.indicators.values().iterator().next();
        problem(
                other.as(Role.LEADER)
                        .queryParam("indicatorId", indicator)
                        .get(path)
                        .then(),
                404,
                "unknown-reference");
        problem(
                other.as(Role.LEADER)
                        .queryParam("technology", "own-theirs")
                        .get(path)
                        .then(),
                404,
                "unknown-reference");
    }

    private void book(EnteredCase entered, String benefit, String unit, String month, String until, String hours)
            throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            begin(connection, entered.benefits.get(benefit));
            try (var insert = connection.prepareStatement("""
                    insert into disposition
                        (municipality_id, id, benefit_id, unit_id, month, until_month, hours, category, version)
                    select municipality_id, gen_random_uuid(), id, ?, cast(? as date), cast(? as date),
                        cast(? as numeric), 'MORE_USERS', 0
                    from benefit where id = ?
                    """)) {
                insert.setObject(1, entered.units.get(unit));
                insert.setString(2, month);
                insert.setString(3, until);
                insert.setString(4, hours);
                insert.setObject(5, entered.benefits.get(benefit));
                assertEquals(1, insert.executeUpdate());
            }
            connection.commit();
        }
    }

    private static void begin(Connection connection, UUID benefit) throws SQLException {
        try (var begin = connection.prepareStatement(
                "select begin_change(municipality_id, null, 'test') from benefit where id = ?")) {
            begin.setObject(1, benefit);
            begin.execute();
        }
    }

    private static EnteredCase entered(String name) {
        try {
            return EnteredCase.of(Path.of(
                    ResultsTest.class.getResource("/cases/" + name + ".json").toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode item(JsonNode results, String key) {
        return StreamSupport.stream(results.get("items").spliterator(), false)
                .filter(each -> each.get("key").asText().equals(key))
                .findAny()
                .orElseThrow();
    }

    private static BigDecimal sum(JsonNode items, String figure) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(each -> number(each.get(figure)))
                .reduce(zero(), BigDecimal::add);
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO;
    }

    private static BigDecimal number(JsonNode json) {
        return json.decimalValue();
    }
}
