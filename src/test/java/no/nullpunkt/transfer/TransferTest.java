package no.nullpunkt.transfer;

import static no.nullpunkt.testing.Bodies.baseline;
import static no.nullpunkt.testing.Bodies.indicator;
import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.ratio;
import static no.nullpunkt.testing.Bodies.targets;
import static no.nullpunkt.testing.Bodies.valuation;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.OwnerDatabase;
import org.junit.jupiter.api.Test;

/** Units move from one municipality to another from July 2026 on. */
@QuarkusTest
class TransferTest {

    private static final String FROM = "2026-07";
    private static final String YEAR = "/results?from=2026-01&to=2026-10";
    private static final Set<String> STAY = Set.of(
            "parameter",
            "role_grant",
            "transfer",
            "closed_month",
            "report",
            "recipe",
            "report_share",
            "network",
            "network_member",
            "network_reader",
            "import_mapping",
            "unit");
    private static final List<String> SUMS = List.of(
            "hours",
            "nok",
            "plannedHours",
            "plannedNok",
            "takenOutHours",
            "takenOutNok",
            "expected",
            "measured",
            "notMeasured",
            "missing");

    private final DataSource dataSource = OwnerDatabase.source();

    /** 40 fewer each month until August, each worth 0.75 hours: 30 hours a month. */
    private static MeasuredBenefit giving() {
        var it = MeasuredBenefit.create();
        put(it.municipality, it.series("/baseline"), baseline("100"), 201);
        put(it.municipality, it.series("/targets"), targets("2026-01", "50"), 200);
        for (var month = 1; month <= 8; month++) {
            put(it.municipality, it.value("2026-0" + month), measured("60"), 201);
        }
        return it;
    }

    private static void put(Municipality municipality, String path, Object body, int status) {
        municipality.as(Role.PROJECT_LEADER).body(body).put(path).then().statusCode(status);
    }

    private static UUID offer(Municipality giving, Municipality receiving, UUID... units) {
        Map<String, Object> body = Map.of("to", receiving.number, "from", FROM, "reason", "Kommunene slås sammen");
        return giving.create(
                Role.ADMINISTRATOR, "/transfers", units.length == 0 ? body : with(body, "unitIds", List.of(units)));
    }

    private static void accept(Municipality receiving, UUID transfer) {
        receiving
                .as(Role.ADMINISTRATOR)
                .post("/transfers/" + transfer + "/accept")
                .then()
                .statusCode(200)
                .body("state", is("ACCEPTED"));
    }

    private static String text(Municipality municipality, String path) {
        return municipality
                .as(Role.LEADER)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static JsonPath total(Municipality municipality, String path) {
        return JsonPath.from(text(municipality, path))
                .using(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL))
                .setRootPath("total");
    }

    private static void assertHours(String hours, Municipality municipality, String path) {
        assertEquals(0, new BigDecimal(hours).compareTo(number(total(municipality, path), "hours")), path);
    }

    private static BigDecimal number(JsonPath json, String name) {
        return new BigDecimal(json.getString(name));
    }

    @Test
    void eachMonthCountsInOneMunicipalityAndTogetherTheyAreAsIfNothingHadHappened() {
        var it = giving();
        // A ratio whose exposure is carried from June into the months that are not measured yet.
        var ratio = it.municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + it.benefit + "/indicators",
                with(with(indicator(it.unit), "aggregation", "RATIO"), "valuation", valuation("HOURS", "0.3")));
        var series = "/indicators/" + ratio + "/units/" + it.unit;
        put(
                it.municipality,
                series + "/baseline",
                with(with(with(baseline("1"), "value", null), "numerator", 7), "denominator", 3),
                201);
        put(it.municipality, series + "/targets", targets("2026-01", "1.5"), 200);
        put(it.municipality, series + "/values/2026-05", ratio("11", "13"), 201);
        put(it.municipality, series + "/values/2026-06", ratio("17", "19"), 201);
        it.municipality.create(
                Role.BENEFIT_OWNER,
                "/benefits/" + it.benefit + "/dispositions",
                Map.of("month", "2026-05", "until", "2026-08", "hours", 10, "category", "MORE_USERS"));
        var before = total(it.municipality, YEAR);
        var receiving = Municipality.create();
        accept(receiving, offer(it.municipality, receiving));

        var old = total(it.municipality, YEAR);
        var reported = total(receiving, YEAR);
        var restated = total(receiving, YEAR + "&basis=restated");
        for (var sum : SUMS) {
            assertEquals(
                    0, number(before, sum).compareTo(number(old, sum).add(number(reported, sum))), sum + " together");
            assertEquals(0, number(before, sum).compareTo(number(restated, sum)), sum + " restated");
        }
        assertEquals(0, new BigDecimal("20").compareTo(number(reported, "takenOutHours")));
        // Months before the move: what the old one reported is what it reports, and the new one none of it.
        assertEquals(
                0,
                number(total(it.municipality, "/results?from=2026-01&to=2026-06"), "hours")
                        .compareTo(number(old, "hours")));
        assertHours("0", receiving, "/results?from=2026-01&to=2026-06");
    }

    @Test
    void handCountedFiguresOfBothSides() {
        var it = giving();
        var receiving = Municipality.create();
        accept(receiving, offer(it.municipality, receiving));
        assertHours("180", it.municipality, YEAR);
        assertHours("60", receiving, YEAR);
        assertHours("240", receiving, YEAR + "&basis=restated");
        put(receiving, it.value("2026-09"), measured("80"), 201);
        assertHours("180", it.municipality, YEAR);
        assertHours("75", receiving, YEAR);
        assertHours("255", receiving, YEAR + "&basis=restated");
        var points = JsonPath.from(text(receiving, "/results/points?from=2026-01&to=2026-09&limit=2"));
        assertEquals(List.of("2026-07", "2026-08"), points.getList("items.month"));
        assertEquals(
                "2026-09",
                JsonPath.from(text(
                                receiving,
                                "/results/points?from=2026-01&to=2026-09&limit=2&cursor=" + points.getString("next")))
                        .getString("items[0].month"));
    }

    @Test
    void aReportIsOfTheMonthsAsReportedOrRestatedAndBothStand() {
        var it = giving();
        var receiving = Municipality.create();
        accept(receiving, offer(it.municipality, receiving));
        var tertial = Map.<String, Object>of("kind", "TERTIAL", "period", "2026-T2");
        assertEquals("60", issuedHours(receiving, it.benefit, tertial));
        assertEquals("120", issuedHours(receiving, it.benefit, with(tertial, "basis", "RESTATED")));
        receiving.as(Role.LEADER).get("/reports").then().body("items.status", everyItem(is("ISSUED")));
    }

    private static String issuedHours(Municipality municipality, UUID benefit, Map<String, Object> report) {
        var path = "/reports/" + municipality.create(Role.LEADER, "/reports", report);
        var behind = Map.of("benefitId", benefit, "reason", "Avviket tas opp i styringsgruppa.");
        municipality
                .as(Role.LEADER)
                .body(Map.of("withoutDeviation", List.of(behind)))
                .post(path + "/issue")
                .then()
                .statusCode(200);
        return number(JsonPath.from(text(municipality, path)).setRootPath("results.month.total"), "hours")
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void whatWasAnsweredBeforeIsAnsweredStillByteForByte() {
        var it = giving();
        var asOf = JsonPath.from(text(it.municipality, YEAR)).getString("asOf");
        var before = text(it.municipality, YEAR + "&asOf=" + asOf);
        var receiving = Municipality.create();
        accept(receiving, offer(it.municipality, receiving));
        assertEquals(before, text(it.municipality, YEAR + "&asOf=" + asOf));
        assertHours("0", receiving, YEAR + "&basis=restated&asOf=" + asOf);
    }

    @Test
    void theGivingMunicipalityTakesNoMoreValuesAndTellsWhereTheyGo() {
        var it = giving();
        var receiving = Municipality.create();
        accept(receiving, offer(it.municipality, receiving));
        problem(
                        it.municipality
                                .as(Role.PROJECT_LEADER)
                                .body(measured("3"))
                                .put(it.value("2026-09"))
                                .then(),
                        409,
                        "unit-moved")
                .body("detail", containsString("Testkommune " + receiving.number));
        problem(
                it.municipality
                        .as(Role.BENEFIT_OWNER)
                        .body(Map.of("month", "2026-07", "hours", 1, "category", "MORE_USERS"))
                        .post("/benefits/" + it.benefit + "/dispositions")
                        .then(),
                409,
                "unit-moved");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(with(measured("61"), "reason", "Talt på nytt"))
                .put(it.value("2026-06"))
                .then()
                .statusCode(200);
    }

    @Test
    void aBenefitWithUnitsOnBothSidesIsTwoEachWithItsOwnSeries() {
        var it = giving();
        var stays = it.municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Blir"));
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .body(indicator(it.unit, stays))
                .put("/indicators/" + it.indicator)
                .then()
                .statusCode(200);
        var staying = "/indicators/" + it.indicator + "/units/" + stays;
        put(it.municipality, staying + "/baseline", baseline("10"), 201);
        put(it.municipality, staying + "/values/2026-07", measured("6"), 201);
        var receiving = Municipality.create();
        accept(receiving, offer(it.municipality, receiving, it.unit));
        assertHours("183", it.municipality, YEAR);
        assertHours("60", receiving, YEAR);
        receiving
                .as(Role.LEADER)
                .get("/units")
                .then()
                .body("items.id", contains(it.unit.toString()))
                .body("items.cameOn", contains(FROM));
        receiving.as(Role.LEADER).get("/rollouts/" + it.rollout).then().body("unitIds", contains(it.unit.toString()));
        it.municipality.as(Role.LEADER).get("/units/" + it.unit).then().body("leftOn", is(FROM));
        problem(receiving.as(Role.LEADER).get(staying + "/values/2026-07").then(), 404, "unit-not-measured");
    }

    @Test
    void peopleBecomeWhoTheyAreInTheReceivingMunicipality() {
        var it = giving();
        var receiving = Municipality.create();
        var known = receiving.create(
                Role.ADMINISTRATOR,
                "/people",
                Map.of("name", "Kjent", "email", "benefit_owner@" + it.municipality.number + ".example"));
        accept(receiving, offer(it.municipality, receiving));
        receiving
                .as(Role.LEADER)
                .get("/benefits?flag=WITHOUT_OWNER")
                .then()
                .body("items.id", contains(it.benefit.toString()))
                .body("items[0].ownerId", is(known.toString()))
                .body(
                        "items[0].overallOwnerId",
                        is(it.municipality.person(Role.LEADER).toString()));
        problem(
                it.municipality
                        .anywhere(Role.LEADER)
                        .get("/api/v1/municipalities/" + receiving.number)
                        .then(),
                404,
                "not-found");
    }

    @Test
    void nobodyButTheTwoMunicipalitiesAdministratorsMovesAnything() {
        var it = giving();
        var receiving = Municipality.create();
        var stranger = Municipality.create();
        for (var role : List.of(Role.PROJECT_LEADER, Role.LEADER, Role.BENEFIT_OWNER)) {
            problem(
                    it.municipality
                            .as(role)
                            .body(Map.of("to", receiving.number, "from", FROM, "reason", "Prøve"))
                            .post("/transfers")
                            .then(),
                    403,
                    "forbidden");
        }
        var transfer = offer(it.municipality, receiving);
        var accept = "/transfers/" + transfer + "/accept";
        problem(stranger.as(Role.ADMINISTRATOR).post(accept).then(), 404, "not-found");
        problem(stranger.as(Role.ADMINISTRATOR).get("/transfers/" + transfer).then(), 404, "not-found");
        problem(it.municipality.as(Role.ADMINISTRATOR).post(accept).then(), 403, "forbidden");
        problem(receiving.as(Role.PROJECT_LEADER).post(accept).then(), 403, "forbidden");
        assertHours("0", receiving, YEAR + "&basis=restated");
        receiving
                .as(Role.ADMINISTRATOR)
                .body(Map.of("reason", "Grensen ble en annen"))
                .post("/transfers/" + transfer + "/decline")
                .then()
                .statusCode(200)
                .body("state", is("DECLINED"));
        problem(receiving.as(Role.ADMINISTRATOR).post(accept).then(), 409, "transfer-settled");
        assertHours("240", it.municipality, YEAR);
    }

    @Test
    void wrongTransfersAreRefused() {
        var it = giving();
        var receiving = Municipality.create();
        var body = Map.<String, Object>of("to", receiving.number, "from", FROM, "reason", "Sammenslåing");
        var administrator = Role.ADMINISTRATOR;
        problem(
                it.municipality
                        .as(administrator)
                        .body(with(body, "to", "0000"))
                        .post("/transfers")
                        .then(),
                422,
                "unknown-municipality");
        problem(
                it.municipality
                        .as(administrator)
                        .body(with(body, "to", it.municipality.number))
                        .post("/transfers")
                        .then(),
                422,
                "transfer-to-self");
        problem(
                it.municipality
                        .as(administrator)
                        .body(with(body, "unitIds", List.of(UUID.randomUUID())))
                        .post("/transfers")
                        .then(),
                404,
                "unknown-reference");
        var later = it.municipality.create(administrator, "/transfers", with(body, "from", "2999-01"));
        problem(
                receiving
                        .as(administrator)
                        .post("/transfers/" + later + "/accept")
                        .then(),
                409,
                "transfer-not-begun");
        accept(receiving, offer(it.municipality, receiving));
        var again = offer(it.municipality, receiving);
        problem(
                receiving
                        .as(administrator)
                        .post("/transfers/" + again + "/accept")
                        .then(),
                409,
                "nothing-to-transfer");
        var back = offer(receiving, it.municipality);
        problem(
                it.municipality
                        .as(administrator)
                        .post("/transfers/" + back + "/accept")
                        .then(),
                409,
                "unit-here-before");
        receiving.as(Role.LEADER).get("/transfers").then().body("items", hasSize(4));
    }

    @Test
    void aRenumberedMunicipalityAnswersToBothNumbers() {
        var it = giving();
        var renumbered = it.municipality.renumber();
        for (var number : List.of(it.municipality.number, renumbered)) {
            it.municipality
                    .anywhere(Role.LEADER)
                    .get("/api/v1/municipalities/" + number)
                    .then()
                    .statusCode(200)
                    .body("number", is(number));
        }
        assertHours("240", it.municipality, YEAR);
    }

    /** A table that keeps versions holds what a municipality has recorded: whoever adds one says whether it moves. */
    @Test
    void everyTableWithHistoryIsCarriedOrStays() throws SQLException {
        var tables = new TreeSet<String>();
        try (var connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select left(relname, -8) from pg_class where relkind in ('r', 'p') and relname like '%\\_history'"
                                        + " and to_regclass(left(relname, -8) || '_versions') is not null")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        var known = new TreeSet<>(STAY);
        known.addAll(Carrying.CARRIED.keySet());
        known.remove("baseline");
        assertEquals(known, tables);
    }
}
