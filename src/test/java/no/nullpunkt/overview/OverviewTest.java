package no.nullpunkt.overview;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.IssuedReport;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverviewTest {

    private static final String TERTIAL = "&from=2026-01&to=2026-04";
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> SUMS = List.of(
            "hours",
            "nok",
            "plannedHours",
            "plannedNok",
            "takenOutHours",
            "takenOutNok",
            "unaccountedHours",
            "unaccountedNok",
            "ownBudgetNok",
            "expected",
            "measured",
            "notMeasured",
            "missing");

    private static JsonNode json(String text) {
        try {
            return EXACT.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode overview(Sharing reader, UUID network, String query) {
        return json(
                reader.overview(network, query).then().statusCode(200).extract().asString());
    }

    private static JsonNode report(Sharing sharing, UUID report) {
        return json(
                sharing.municipality.as(Role.LEADER).get("/reports/" + report).asString());
    }

    private static void assertEqual(JsonNode expected, JsonNode actual, String field) {
        assertEqual(expected.path(field).decimalValue(), actual, field);
    }

    private static void assertEqual(BigDecimal expected, JsonNode actual, String field) {
        assertEquals(0, expected.compareTo(actual.path(field).decimalValue()), field + " of " + actual);
    }

    private static JsonNode item(JsonNode groups, String key) {
        for (var item : groups.get("items")) {
            if (key.equals(item.get("key").asText())) {
                return item;
            }
        }
        throw new AssertionError("no " + key + " in " + groups);
    }

    @Test
    void figuresAreTheSumsOfWhatTheReportsTell() {
        var one = new Sharing("61.5");
        var network = one.network();
        var other = new Sharing("37.25").joins(network, one);
        one.municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of("unitId", one.measured.unit, "month", "2026-02", "hours", 5, "category", "MORE_USERS"))
                .post("/benefits/" + one.measured.benefit + "/dispositions")
                .then()
                .statusCode(201);
        var reports = List.of(
                report(one, one.shares(network, "TERTIAL", "2026-T1")),
                report(other, other.shares(network, "TERTIAL", "2026-T1")));

        var byMunicipality = overview(one, network, TERTIAL);
        for (var field : SUMS) {
            var sum = reports.stream()
                    .map(each -> each.at("/results/month/total").path(field).decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEqual(sum, byMunicipality.get("total"), field);
            assertEqual(
                    reports.get(0).at("/results/month/total"), item(byMunicipality, one.municipality.number), field);
        }
        assertEquals(2, byMunicipality.get("items").size());
        for (var groupBy : List.of("month", "technology")) {
            var groups = overview(one, network, TERTIAL + "&groupBy=" + groupBy);
            for (var told : reports.get(0).at("/results/" + groupBy + "/items")) {
                var same = item(
                        reports.get(1).at("/results/" + groupBy),
                        told.get("key").asText());
                for (var field : List.of("hours", "plannedHours", "takenOutHours", "expected", "measured")) {
                    var sum = told.get(field).decimalValue().add(same.get(field).decimalValue());
                    assertEqual(sum, item(groups, told.get("key").asText()), field);
                }
            }
        }
        var byIndicator = item(overview(one, network, TERTIAL + "&groupBy=indicator"), Sharing.INDICATOR);
        assertEqual(byMunicipality.get("total"), byIndicator, "hours");
        assertEquals(2, byIndicator.get("municipalities").asInt());
        assertEquals(
                1,
                overview(one, network, TERTIAL + "&groupBy=county").get("items").size());
        assertEqual(
                item(overview(one, network, "&from=2026-02&to=2026-02"), one.municipality.number),
                report(one, one.issue("MONTH", "2026-02")).at("/results/month/total"),
                "hours");
    }

    @Test
    void aMonthCountsOnceWhicheverReportsTellIt() {
        var one = new Sharing("60");
        var network = one.network();
        one.shares(network, "MONTH", "2026-01");
        one.shares(network, "TERTIAL", "2026-T1");
        one.shares(network, "HALF_YEAR", "2026-H1");
        var total = overview(one, network, "&from=2026-01&to=2026-06").get("total");
        assertEqual(new BigDecimal("120"), total, "hours");
        assertEqual(new BigDecimal("6"), total, "expected");

        one.corrects("2026-01", new BigDecimal("50"));
        one.shares(network, "MONTH", "2026-01");
        assertEqual(new BigDecimal("127.5"), overview(one, network, TERTIAL).get("total"), "hours");
        var coverage = one.municipality
                .anywhere(Role.LEADER)
                .get("/api/v1/overview/coverage?network=" + network + TERTIAL)
                .then()
                .statusCode(200)
                .body("items.months[0].report", contains("4/2026", "3/2026", "3/2026", "3/2026"))
                .body("items.months[0].superseded", everyItem(is(false)))
                .body("items.notShared[0]", hasSize(0));
        coverage.body("items[0].number", is(one.municipality.number));
    }

    @Test
    void onlyASharedReportIsSeenAndTheOneThatComesInsteadReplacesItWhenShared() {
        var one = new Sharing("60");
        var network = one.network();
        var other = new Sharing("60").joins(network, one);
        other.shares(network, "TERTIAL", "2026-T1");
        one.issue("TERTIAL", "2026-T1");
        assertEqual(new BigDecimal("120"), overview(other, network, TERTIAL).get("total"), "hours");

        other.corrects("2026-03", new BigDecimal("20"));
        var second = other.issue("TERTIAL", "2026-T1");
        assertEqual(new BigDecimal("120"), overview(other, network, TERTIAL).get("total"), "hours");
        other.share(network, second).then().statusCode(201);
        other.share(network, second).then().statusCode(200);
        assertEqual(new BigDecimal("150"), overview(other, network, TERTIAL).get("total"), "hours");
        other.municipality
                .as(Role.LEADER)
                .get("/networks/" + network + "/shares")
                .then()
                .body("items.state", contains("REPLACED", "SHARED"));

        one.shares(network, "MONTH", "2026-01");
        other.withdraw(network, second);
        assertEqual(new BigDecimal("30"), overview(one, network, TERTIAL).get("total"), "hours");
        problem(other.overview(network, TERTIAL).then(), 403, "forbidden");
        other.share(network, second).then().statusCode(200);
        other.leaves(network);
        assertEqual(new BigDecimal("30"), overview(one, network, TERTIAL).get("total"), "hours");
        other.joins(network, one);
        assertEqual(new BigDecimal("30"), overview(one, network, TERTIAL).get("total"), "hours");
    }

    @Test
    void draftsAndSupersededAndRestatedReportsAreNotShared() {
        var one = new Sharing("60");
        var network = one.network();
        var draft = one.municipality.create(Role.LEADER, "/reports", Map.of("kind", "MONTH", "period", "2026-01"));
        problem(one.share(network, draft).then(), 409, "report-not-issued");
        var first = one.issue("TERTIAL", "2026-T1");
        one.issue("TERTIAL", "2026-T1");
        problem(one.share(network, first).then(), 409, "superseded-not-shared");
        var restated = one.municipality.create(
                Role.LEADER, "/reports", Map.of("kind", "MONTH", "period", "2026-02", "basis", "RESTATED"));
        IssuedReport.issue(one.measured, restated);
        problem(one.share(network, restated).then(), 422, "restated-not-shared");
    }

    @Test
    void whoMayRead() {
        var host = new Sharing("60");
        var network = host.network();
        var member = new Sharing("60").joins(network, host);
        var stranger = new Sharing("60");
        var other = stranger.network();
        var address = "/api/v1/overview?network=" + network;
        problem(host.overview(network, "").then(), 403, "forbidden");
        problem(member.overview(network, "").then(), 403, "forbidden");

        var report = member.shares(network, "TERTIAL", "2026-T1");
        for (var role : Role.values()) {
            var answer = member.municipality.anywhere(role).get(address).then();
            if (role == Role.LEADER) {
                answer.statusCode(200);
            } else {
                problem(answer, 403, "forbidden");
            }
            problem(
                    stranger.municipality.anywhere(role).get(address).then(),
                    role == Role.INTEGRATION ? 403 : 404,
                    role == Role.INTEGRATION ? "forbidden" : "not-found");
        }
        // A reader of another network, and one of this.
        grant(stranger, other, stranger.municipality, Role.PROJECT_LEADER);
        problem(stranger.municipality.anywhere(Role.PROJECT_LEADER).get(address).then(), 404, "not-found");
        var granted = grant(host, network, stranger.municipality, Role.PROJECT_LEADER);
        stranger.municipality.anywhere(Role.PROJECT_LEADER).get(address).then().statusCode(200);
        problem(stranger.municipality.anywhere(Role.BENEFIT_OWNER).get(address).then(), 404, "not-found");
        host.municipality
                .as(Role.ADMINISTRATOR)
                .delete("/networks/" + network + "/readers/" + granted)
                .then()
                .statusCode(204);
        problem(stranger.municipality.anywhere(Role.PROJECT_LEADER).get(address).then(), 404, "not-found");

        member.withdraw(network, report);
        problem(member.overview(network, "").then(), 403, "forbidden");
        member.share(network, report).then().statusCode(200);
        member.leaves(network);
        problem(member.overview(network, "").then(), 404, "not-found");
    }

    private static UUID grant(Sharing host, UUID network, Municipality municipality, Role role) {
        var email = municipality.credentials(role).split(":")[0];
        return host.municipality.create(
                Role.ADMINISTRATOR,
                "/networks/" + network + "/readers",
                Map.of("municipality", municipality.number, "email", email));
    }

    @Test
    void onlyALeaderSharesAndOnlyAnAdministratorJoins() {
        var one = new Sharing("60");
        var network = one.network();
        var report = one.issue("MONTH", "2026-01");
        for (var role : Role.values()) {
            if (role != Role.LEADER) {
                problem(
                        one.municipality
                                .as(role)
                                .put("/networks/" + network + "/shares/" + report)
                                .then(),
                        403,
                        "forbidden");
                problem(
                        one.municipality
                                .as(role)
                                .header("If-Match", "*")
                                .delete("/networks/" + network + "/shares/" + report + "?reason=Feil")
                                .then(),
                        403,
                        "forbidden");
            }
            if (role != Role.ADMINISTRATOR) {
                for (var what : List.of("/join", "/leave", "/invite", "/readers")) {
                    var body = switch (what) {
                        case "/leave" -> Map.of("reason", "Ferdig");
                        case "/readers" -> Map.of("municipality", "0301", "email", "a@b.example");
                        case "/invite" -> Map.of("county", "03");
                        default -> Map.of();
                    };
                    problem(
                            one.municipality
                                    .as(role)
                                    .body(body)
                                    .post("/networks/" + network + what)
                                    .then(),
                            403,
                            "forbidden");
                }
            }
        }
    }

    @Test
    void bothSidesHaveToWantIt() {
        var host = new Sharing("60");
        var network = host.network();
        var asking = new Sharing("60");
        asking.municipality
                .as(Role.ADMINISTRATOR)
                .post("/networks/" + network + "/join")
                .then()
                .statusCode(200)
                .body("state", is("ASKED"))
                .body("joinedAt", nullValue());
        problem(asking.share(network, asking.issue("MONTH", "2026-01")).then(), 404, "not-found");
        asking.joins(network, host);
        host.municipality
                .as(Role.LEADER)
                .get("/networks/" + network + "/members")
                .then()
                .body("items.number", contains(host.municipality.number, asking.municipality.number))
                .body("items.state", everyItem(is("JOINED")));
        host.municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("reason", "Ferdig"))
                .post("/networks/" + network + "/members/" + asking.municipality.number + "/remove")
                .then()
                .statusCode(200);
        asking.municipality.as(Role.LEADER).get("/networks").then().body("items", hasSize(0));
        problem(asking.share(network, asking.issue("MONTH", "2026-02")).then(), 404, "not-found");
    }

    @Test
    void aDistributionIsOfFiveAndTheSixthIsNotTheDifference() {
        var host = new Sharing("90");
        var network = host.network();
        host.shares(network, "TERTIAL", "2026-T1");
        var values = List.of("80", "70", "61", "50");
        for (var i = 0; i < values.size(); i++) {
            assertNull(host.overview(network, TERTIAL + "&groupBy=indicator").path("items[0].spread.distribution"));
            new Sharing(values.get(i)).joins(network, host).shares(network, "TERTIAL", "2026-T1");
        }
        var five = item(overview(host, network, TERTIAL + "&groupBy=indicator"), Sharing.INDICATOR)
                .get("spread");
        assertEquals(5, five.at("/distribution/municipalities").asInt());
        assertEquals(20, five.at("/distribution/lowerQuartile").asInt());
        assertEquals(30, five.at("/distribution/median").asInt());
        assertEquals(40, five.at("/distribution/upperQuartile").asInt());
        assertEqual(new BigDecimal("10"), five.get("own"), "perCent");
        assertEquals("LOWER_QUARTER", five.at("/own/place").asText());

        var sixth = new Sharing("20").joins(network, host);
        var report = sixth.shares(network, "TERTIAL", "2026-T1");
        var six = item(overview(host, network, TERTIAL + "&groupBy=indicator"), Sharing.INDICATOR)
                .get("spread");
        assertEquals(6, six.get("sharing").asInt());
        assertEquals(five.get("distribution"), six.get("distribution"));
        sixth.withdraw(network, report);
        assertEquals(
                five.get("distribution"),
                item(overview(host, network, TERTIAL + "&groupBy=indicator"), Sharing.INDICATOR)
                        .at("/spread/distribution"));
        host.leaves(network);
        sixth.share(network, report);
        assertNull(sixth.overview(network, TERTIAL + "&groupBy=indicator").path("items[0].spread.distribution"));
    }

    @Test
    void whatMovedToAnotherMunicipalityIsNotCountedTwice() {
        var giving = new Sharing("60");
        var network = giving.network();
        var receiving = new Sharing("60").joins(network, giving);
        var before = giving.shares(network, "TERTIAL", "2026-T1");
        var transfer = giving.municipality.create(
                Role.ADMINISTRATOR,
                "/transfers",
                Map.of("to", receiving.municipality.number, "from", "2026-03", "reason", "Kommunene slås sammen"));
        receiving
                .municipality
                .as(Role.ADMINISTRATOR)
                .post("/transfers/" + transfer + "/accept")
                .then()
                .statusCode(200);
        var report =
                receiving.municipality.create(Role.LEADER, "/reports", Map.of("kind", "TERTIAL", "period", "2026-T1"));
        var behind = List.of(receiving.measured.benefit, giving.measured.benefit).stream()
                .map(benefit -> Map.of("benefitId", benefit, "reason", "Tas opp"))
                .toList();
        receiving
                .municipality
                .as(Role.LEADER)
                .body(Map.of("withoutDeviation", behind))
                .post("/reports/" + report + "/issue")
                .then()
                .statusCode(200);
        receiving.share(network, report).then().statusCode(201);

        var overview = overview(giving, network, TERTIAL);
        assertEqual(new BigDecimal("60"), item(overview, giving.municipality.number), "hours");
        assertEqual(new BigDecimal("180"), item(overview, receiving.municipality.number), "hours");
        assertEqual(new BigDecimal("240"), overview.get("total"), "hours");
        assertEquals(
                2,
                item(overview, giving.municipality.number).get("monthsShared").asInt());

        var after = giving.issue("TERTIAL", "2026-T1");
        giving.share(network, after).then().statusCode(201);
        assertEqual(new BigDecimal("240"), overview(giving, network, TERTIAL).get("total"), "hours");
        assertEqual(new BigDecimal("120"), report(giving, before).at("/results/month/total"), "hours");
    }

    @Test
    void afterRandomCorrectionsKeptAggregatesAreWhatReportsTell() {
        var random = new Random(20261122);
        var all = new ArrayList<Sharing>();
        all.add(new Sharing("60"));
        var network = all.get(0).network();
        all.add(new Sharing("55.5").joins(network, all.get(0)));
        all.add(new Sharing("33.33").joins(network, all.get(0)));
        var shared = new ArrayList<UUID>();
        all.forEach(each -> shared.add(each.shares(network, "TERTIAL", "2026-T1")));
        for (var i = 0; i < 8; i++) {
            var which = random.nextInt(all.size());
            var one = all.get(which);
            for (var times = random.nextInt(3); times >= 0; times--) {
                one.corrects("2026-0" + (1 + random.nextInt(4)), BigDecimal.valueOf(random.nextInt(10_000_000), 5));
            }
            var again = one.issue("TERTIAL", "2026-T1");
            if (random.nextInt(3) > 0) {
                one.share(network, again).then().statusCode(201);
                shared.set(which, again);
            }
            var told = IntStream.range(0, all.size())
                    .mapToObj(each -> report(all.get(each), shared.get(each)))
                    .toList();
            for (var groupBy : GroupBy.values()) {
                var overview = overview(all.get(0), network, TERTIAL + "&groupBy=" + groupBy.parameter());
                for (var field : SUMS) {
                    assertEqual(sum(told, "/results/month/total", field), overview.get("total"), field);
                }
                for (var item : overview.get("items")) {
                    var key = item.get("key").asText();
                    switch (groupBy) {
                        case MUNICIPALITY -> {
                            var own = all.stream()
                                    .map(each -> each.municipality.number)
                                    .toList()
                                    .indexOf(key);
                            assertSums(SUMS, List.of(told.get(own)), "/results/month/total", item);
                        }
                        case COUNTY -> assertSums(SUMS, told, "/results/month/total", item);
                        // A report tells kroner of saved hours in total only.
                        case MONTH, TECHNOLOGY ->
                            assertSums(
                                    without(SUMS, "ownBudgetNok"),
                                    groups(told, "/results/" + groupBy.parameter() + "/items", key),
                                    "",
                                    item);
                        // All have the one indicator, and what is taken out is booked on no indicator.
                        case INDICATOR ->
                            assertSums(
                                    without(SUMS, "takenOutHours", "takenOutNok", "unaccountedHours", "unaccountedNok"),
                                    told,
                                    "/results/month/total",
                                    item);
                    }
                }
                assertEquals(
                        switch (groupBy) {
                            case MUNICIPALITY -> all.size();
                            case MONTH -> 4;
                            case COUNTY, INDICATOR -> 1;
                            case TECHNOLOGY ->
                                told.get(0).at("/results/technology/items").size();
                        },
                        overview.get("items").size(),
                        groupBy.parameter());
            }
            assertSums(
                    without(SUMS, "ownBudgetNok"),
                    groups(told, "/results/month/items", "2026-02"),
                    "",
                    overview(all.get(0), network, "&from=2026-02&to=2026-02").get("total"));
        }
    }

    private static void assertSums(List<String> fields, List<JsonNode> told, String where, JsonNode item) {
        fields.forEach(field -> assertEqual(sum(told, where, field), item, field));
    }

    private static BigDecimal sum(List<JsonNode> told, String where, String field) {
        return told.stream()
                .map(each -> each.at(where).path(field).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<JsonNode> groups(List<JsonNode> told, String where, String key) {
        return told.stream()
                .flatMap(each -> StreamSupport.stream(each.at(where).spliterator(), false))
                .filter(each -> each.get("key").asText().equals(key))
                .toList();
    }

    private static List<String> without(List<String> fields, String... some) {
        return fields.stream().filter(field -> !List.of(some).contains(field)).toList();
    }

    @Test
    void smallCountsOfPersonsAreInNoDistribution() {
        var host = new Sharing("90");
        var network = host.network();
        host.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Bodies.with(
                        Bodies.with(
                                Bodies.with(
                                        Bodies.with(Bodies.indicator(host.measured.unit), "catalogueCode", "DH6"),
                                        "countsPersons",
                                        true),
                                "valuation",
                                null),
                        "reason",
                        "Teller personer"))
                .put("/indicators/" + host.measured.indicator)
                .then()
                .statusCode(200);
        host.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Bodies.measured("3"))
                .put(host.measured.value("2026-02"))
                .then()
                .statusCode(200);
        host.shares(network, "TERTIAL", "2026-T1");
        host.overview(network, TERTIAL + "&groupBy=indicator")
                .then()
                .statusCode(200)
                .body("items[0].measured", is(4))
                .body("items[0].spread.own", nullValue())
                .body("items[0].spread.sharing", is(0));
    }

    @Test
    void aNetworkAndItsPeriodAreAskedForInPlainWords() {
        var one = new Sharing("60");
        var network = one.network();
        problem(one.municipality.anywhere(Role.LEADER).get("/api/v1/overview").then(), 400, "invalid-parameter")
                .body("errors[0].pointer", is("?network"));
        problem(one.overview(network, "&groupBy=unit").then(), 400, "unknown-choice");
        problem(one.overview(network, "&from=2026-05&to=2026-04").then(), 400, "period-backwards");
        problem(one.overview(UUID.randomUUID(), "").then(), 404, "not-found");
    }
}
