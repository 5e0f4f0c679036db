package no.nullpunkt.report;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import no.nullpunkt.access.Role;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.IssuedReport;
import no.nullpunkt.testing.LibreOffice;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.OwnerDatabase;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports from draft to superseded, each over HTTP. */
@QuarkusTest
class ReportTest {

    private static final String TERTIAL = "2026-T1";

    @Inject
    ObjectMapper json;

    private final DataSource dataSource = OwnerDatabase.source();

    @Inject
    Clock clock;

    private MeasuredBenefit measured;
    private Municipality municipality;

    /** A null-point of 90, a target of 30, and 20, 30, 40 and 50 in the first tertial: on track, all in all. */
    @BeforeEach
    void measure() {
        measured = MeasuredBenefit.create();
        municipality = measured.municipality;
        put(Role.PROJECT_LEADER, measured.series("/baseline"), Bodies.baseline("90"))
                .then()
                .statusCode(201);
        municipality
                .as(Role.LEADER)
                .post(measured.series("/baseline/approve"))
                .then()
                .statusCode(200);
        put(Role.PROJECT_LEADER, measured.series("/targets"), Bodies.targets("2026-01", "30"))
                .then()
                .statusCode(200);
        for (int month = 1; month <= 4; month++) {
            enter("2026-0" + month, String.valueOf(10 + 10 * month)).then().statusCode(201);
        }
    }

    // Lifecycle and rights

    @Test
    void aDraftShowsLiveFiguresAndAnIssuedReportThoseOfItsTime() {
        var report = draft();
        var drafted = get(report);
        assertEquals("DRAFT", drafted.get("status").asText());
        assertTrue(drafted.get("number").isNull());
        assertEquals("165", hours(drafted));
        correct("2026-04", "10", null).then().statusCode(200);
        assertEquals("195", hours(get(report)));

        issue(report).then().statusCode(200);
        var issued = get(report);
        assertEquals("ISSUED", issued.get("status").asText());
        reopen("2026-04");
        correct("2026-04", "90", "Feil i loggen").then().statusCode(200);
        assertEquals("195", hours(get(report)));
        assertEquals(issued, get(report));
    }

    @Test
    void whatIsIssuedIsTold() {
        var report = draft();
        issue(report)
                .then()
                .statusCode(200)
                .body("status", is("ISSUED"))
                .body("kind", is("TERTIAL"))
                .body("period", is(TERTIAL))
                .body("from", is("2026-01"))
                .body("to", is("2026-04"))
                .body("language", is("NB"))
                .body("number", is(number(1)))
                .body("asOf", notNullValue())
                .body("issuedById", is(municipality.person(Role.LEADER).toString()))
                .body("supersedesId", nullValue())
                .body("supersededById", nullValue())
                .body("sha256", is(Sha256.hex(Sha256.of(bytes(report)))))
                .body("workbookSha256", is(Sha256.hex(Sha256.of(workbook(report, "")))))
                .body("accessibleWorkbookSha256", is(Sha256.hex(Sha256.of(workbook(report, "accessible")))));
        var told = get(report);
        assertEquals("LEADER of the tests", told.get("issuedBy").asText());
        assertEquals(number(1), told.get("number").asText());
        var nullPoint = told.get("nullPoints").get(0);
        assertEquals(measured.indicator.toString(), nullPoint.get("indicatorId").asText());
        assertEquals(1, nullPoint.get("version").asInt());
        assertTrue(nullPoint.get("approved").asBoolean());
        assertEquals("165", told.at("/results/benefit/total/unaccountedHours").asText());
        assertTrue(told.get("changes").isNull());
    }

    @Test
    void theDigestIsSentWithTheBytes() {
        var report = draft();
        issue(report);
        var answer = municipality.as(Role.BENEFIT_OWNER).get("/reports/" + report);
        var digest = Sha256.of(answer.asByteArray());
        answer.then()
                .header("ETag", "\"" + Sha256.hex(digest) + "\"")
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
                .header("Content-Language", "nb")
                .header("Link", nullValue());
    }

    @Test
    void aReportEqualsTheResultsOfItsTimeGatheredEveryWay() throws IOException {
        var report = draft();
        issue(report);
        var told = get(report);
        for (var groupBy : GroupBy.values()) {
            var results = municipality
                    .as(Role.BENEFIT_OWNER)
                    .queryParam("asOf", told.get("asOf").asText())
                    .get("/results?from=2026-01&to=2026-04&groupBy=" + groupBy.parameter());
            assertEquals(
                    json.readTree(results.asByteArray()),
                    told.get("results").get(groupBy.parameter()),
                    groupBy.parameter());
        }
    }

    @Test
    void reportsAreNumberedByYear() {
        IssuedReport.of(measured, "MONTH", "2026-01").then().body("number", is(number(1)));
        IssuedReport.of(measured, "MONTH", "2026-02").then().body("number", is(number(2)));
        IssuedReport.of(measured, "TERTIAL", TERTIAL).then().body("number", is(number(3)));
        municipality
                .as(Role.BENEFIT_OWNER)
                .get("/reports?limit=2")
                .then()
                .body("items.number", contains(number(1), number(2)))
                .body("next", notNullValue());
    }

    @Test
    void aDraftIsTakenAwayAndAnIssuedReportIsNot() {
        var report = draft();
        var path = "/reports/" + report;
        problem(municipality.as(Role.LEADER).delete(path).then(), 428, "if-match-required");
        problem(
                municipality
                        .as(Role.LEADER)
                        .header("If-Match", "\"7\"")
                        .delete(path)
                        .then(),
                412,
                "stale");
        municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", municipality.as(Role.LEADER).get(path).header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
        problem(municipality.as(Role.LEADER).get(path).then(), 404, "not-found");

        var issued = "/reports/" + draft();
        municipality
                .as(Role.LEADER)
                .noContentType()
                .post(issued + "/issue")
                .then()
                .statusCode(200);
        problem(
                municipality
                        .as(Role.LEADER)
                        .header("If-Match", "*")
                        .delete(issued)
                        .then(),
                409,
                "report-issued");
        problem(municipality.as(Role.LEADER).post(issued + "/issue").then(), 409, "report-issued");
    }

    @Test
    void aPeriodHasOneDraftAtATime() {
        var report = draft();
        problem(
                        municipality
                                .as(Role.LEADER)
                                .body(Map.of("kind", "TERTIAL", "period", TERTIAL))
                                .post("/reports")
                                .then(),
                        409,
                        "report-drafted")
                .body("reportId", is(report.toString()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void leadersAndProjectLeadersDraft(Role role) {
        var response = municipality
                .as(role)
                .body(Map.of("kind", "TERTIAL", "period", TERTIAL))
                .post("/reports");
        if (role == Role.LEADER || role == Role.PROJECT_LEADER) {
            response.then().statusCode(201).header("Location", containsString("/reports/" + response.path("id")));
        } else {
            problem(response.then(), 403, "forbidden");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "PROJECT_LEADER", "BENEFIT_OWNER", "INTEGRATION"})
    void onlyALeaderIssues(Role role) {
        problem(municipality.as(role).post("/reports/" + draft() + "/issue").then(), 403, "forbidden");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "BENEFIT_OWNER", "INTEGRATION"})
    void othersTakeNoDraftAway(Role role) {
        problem(
                municipality
                        .as(role)
                        .header("If-Match", "*")
                        .delete("/reports/" + draft())
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void anotherMunicipalityFindsNothing() {
        var report = draft();
        issue(report);
        var other = Municipality.create();
        for (var path : List.of("/reports/" + report, "/reports/" + report + "/workbook")) {
            problem(other.as(Role.LEADER).get(path).then(), 404, "not-found");
            problem(
                    other.anywhere(Role.LEADER)
                            .get("/api/v1/municipalities/" + municipality.number + path)
                            .then(),
                    404,
                    "not-found");
        }
        problem(other.as(Role.LEADER).post("/reports/" + report + "/issue").then(), 404, "not-found");
        other.as(Role.LEADER).get("/reports").then().body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-13", "MONTH, 2026-1", "MONTH, 2026-T1", "TERTIAL, 2026-T4", "TERTIAL, 2026-T0", "TERTIAL, 2026-01",
        "HALF_YEAR, 2026-H3", "HALF_YEAR, 2026", "YEAR, 26", "YEAR, 2026-01", "YEAR, 20266", "TERTIAL, nonsense"
    })
    void aPeriodIsOneOfItsKind(String kind, String period) {
        problem(
                        municipality
                                .as(Role.LEADER)
                                .body(Map.of("kind", kind, "period", period))
                                .post("/reports")
                                .then(),
                        400,
                        "not-a-period")
                .body("errors[0].pointer", is("/period"));
    }

    @Test
    void aPeriodHasEnded() {
        var now = YearMonth.now(clock);
        for (var period : List.of(now.toString(), now.plusYears(1).toString())) {
            problem(
                            municipality
                                    .as(Role.LEADER)
                                    .body(Map.of("kind", "MONTH", "period", period))
                                    .post("/reports")
                                    .then(),
                            422,
                            "period-not-ended")
                    .body("errors[0].pointer", is("/period"));
        }
        municipality.create(
                Role.LEADER,
                "/reports",
                Map.of("kind", "MONTH", "period", now.minusMonths(1).toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2025-12, 2025-12, 2025-12",
        "TERTIAL, 2025-T3, 2025-09, 2025-12",
        "HALF_YEAR, 2025-H2, 2025-07, 2025-12",
        "YEAR, 2025, 2025-01, 2025-12"
    })
    void aPeriodIsItsMonths(String kind, String period, String from, String to) {
        var report = IssuedReport.draft(municipality, kind, period);
        issue(report).then().statusCode(200).body("from", is(from)).body("to", is(to));
        List<String> closed = municipality.as(Role.LEADER).get("/closed-months").path("items.month");
        assertEquals(from, closed.get(0));
        assertEquals(to, closed.get(closed.size() - 1));
    }

    // Bytes

    @Test
    void theBytesStayWhateverIsChangedLater() throws SQLException {
        var report = draft();
        issue(report);
        var told = bytes(report);
        var workbook = workbook(report, "");
        var accessible = workbook(report, "accessible");
        assertFalse(Arrays.equals(workbook, accessible));

        reopen("2026-03");
        correct("2026-03", "1", "Rettet").then().statusCode(200);
        put(
                        Role.PROJECT_LEADER,
                        measured.series("/baseline"),
                        Bodies.with(Bodies.baseline("70"), "reason", "Talt på nytt"))
                .then()
                .statusCode(201);
        municipality
                .as(Role.ADMINISTRATOR)
                .header("If-Match", "*")
                .body(Map.of("name", "Et annet navn"))
                .put("/units/" + measured.unit)
                .then()
                .statusCode(200);
        try (var connection = dataSource.getConnection();
                var rename = connection.prepareStatement("update municipality set name = 'Ny kommune' where id = ?")) {
            rename.setInt(1, municipality.id());
            rename.executeUpdate();
        }
        IssuedReport.of(measured, "TERTIAL", TERTIAL);

        assertArrayEquals(told, bytes(report));
        assertArrayEquals(workbook, workbook(report, ""));
        assertArrayEquals(accessible, workbook(report, "accessible"));
    }

    @Test
    void theDatabaseItselfKeepsTheBytes() throws SQLException {
        issue(draft());
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : List.of(
                    "update report_file set content = '' where municipality_id = " + municipality.id(),
                    "delete from report_file where municipality_id = " + municipality.id())) {
                var refused = assertThrows(SQLException.class, () -> statement.executeUpdate(sql));
                assertTrue(refused.getMessage().contains("never changes"), refused.getMessage());
            }
        }
    }

    @Test
    void theWorkbookTellsWhichReportItIs() {
        var report = draft();
        assertEquals(
                "Utkast til rapport for 2026-T1",
                WorkbookFile.open(workbook(report, "")).control("Rapportnummer"));
        issue(report);
        var told = WorkbookFile.open(workbook(report, ""));
        assertTrue(
                told.control("Rapportnummer").startsWith(number(1) + " for 2026-T1, utstedt av LEADER of the tests"));
        assertEquals(get(report).get("asOf").asText(), told.control("Slik det var kjent (UTC)"));
        assertEquals("Ingen avgrensning: hele kommunen", told.control("Utvalg"));
        assertEquals(Sha256.hex(Sha256.of(bytes(report))), told.control("SHA-256 av rapporten (JSON)"));
        assertEquals(WorkbookSheet.values().length - 1, told.book().getNumberOfSheets());
    }

    @ParameterizedTest
    @CsvSource({"NN, Samandrag", "EN, Summary"})
    void aReportIsWrittenInTheLanguageChosen(String language, String firstSheet) {
        var report = municipality.create(
                Role.LEADER, "/reports", Map.of("kind", "TERTIAL", "period", TERTIAL, "language", language));
        issue(report).then().body("language", is(language));
        assertEquals(
                firstSheet,
                WorkbookFile.open(workbook(report, ""))
                        .sheet(WorkbookSheet.SUMMARY)
                        .getSheetName());
    }

    // Superseding

    @Test
    void aLaterReportOfThePeriodSupersedesTheEarlier() {
        var first = draft();
        issue(first);
        var second = draft();
        issue(second).then().body("number", is(number(2))).body("supersedesId", is(first.toString()));

        municipality
                .as(Role.LEADER)
                .get("/reports")
                .then()
                .body("items.status", contains("SUPERSEDED", "ISSUED"))
                .body("items[0].supersededById", is(second.toString()));
        municipality
                .as(Role.LEADER)
                .get("/reports/" + first)
                .then()
                .header("Link", containsString(second + ">; rel=\"successor-version\""));
        assertEquals("ISSUED", get(first).get("status").asText());
        var changes = get(second).get("changes");
        assertEquals(number(1), changes.get("sinceNumber").asText());
        assertEquals(0, changes.get("inputs").size());
        assertEquals(0, changes.get("figures").size());
    }

    @Test
    void everyEditSinceTheSupersededReportIsTold() {
        var booked = municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + measured.benefit + "/dispositions",
                Map.of("month", "2026-02", "hours", 5, "category", "MORE_USERS"));
        var first = draft();
        issue(first);
        for (var month : List.of("2026-02", "2026-03", "2026-04")) {
            reopen(month);
        }
        correct("2026-03", "30", "Rettet i loggen").then().statusCode(200);
        correct("2026-03", "31", "Rettet igjen").then().statusCode(200);
        municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "*")
                .delete(measured.value("2026-04") + "?reason=Dobbelt")
                .then()
                .statusCode(204);
        put(
                        Role.PROJECT_LEADER,
                        measured.series("/baseline"),
                        Bodies.with(Bodies.baseline("100"), "reason", "Talt på nytt"))
                .then()
                .statusCode(201);
        municipality
                .as(Role.LEADER)
                .post(measured.series("/baseline/approve"))
                .then()
                .statusCode(200);
        put(
                        Role.PROJECT_LEADER,
                        measured.series("/targets"),
                        Bodies.with(Bodies.targets("2026-01", "20"), "reason", "Vedtatt"))
                .then()
                .statusCode(200);
        put(
                        Role.PROJECT_LEADER,
                        "/indicators/" + measured.indicator,
                        Bodies.with(
                                Bodies.with(
                                        Bodies.indicator(measured.unit), "valuation", Bodies.valuation("HOURS", "1")),
                                "reason",
                                "Ny tidsstudie"))
                .then()
                .statusCode(200);
        var owner = municipality.person(Role.BENEFIT_OWNER);
        var benefit = Bodies.with(Bodies.benefit(owner, municipality.person(Role.LEADER)), "attributionShare", 0.5);
        put(Role.PROJECT_LEADER, "/benefits/" + measured.benefit, Bodies.with(benefit, "reason", "Ny ordning samtidig"))
                .then()
                .statusCode(200);
        municipality
                .as(Role.ADMINISTRATOR)
                .header("If-Match", "*")
                .body(Map.of("name", "Hjemmetjenesten vest"))
                .put("/units/" + measured.unit)
                .then()
                .statusCode(200);
        put(Role.ADMINISTRATOR, "/parameters/hours-per-fte/2026-01", Map.of("value", 1750, "reason", "Vedtatt"))
                .then()
                .statusCode(201);
        municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .delete("/benefits/" + measured.benefit + "/dispositions/" + booked + "?reason=Feil måned")
                .then()
                .statusCode(204);
        municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + measured.benefit + "/dispositions",
                Map.of("month", "2026-02", "until", "2026-03", "hours", 4, "category", "BETTER_QUALITY"));
        municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts/" + measured.rollout + "/benefits",
                Bodies.with(benefit, "title", "En ny gevinst"));
        // Of months that the report does not tell of
        enter("2026-05", "40").then().statusCode(201);

        var second = draft();
        issue(second);
        var changes = get(second).get("changes");
        var told = StreamSupport.stream(changes.get("inputs").spliterator(), false)
                .map(input -> String.join(
                        "|",
                        Stream.of("kind", "month", "field", "before", "after", "by", "reason")
                                .map(name -> input.get(name).isNull()
                                        ? "-"
                                        : input.get(name).asText())
                                .toList()))
                .toList();
        var leader = "PROJECT_LEADER of the tests";
        assertEquals(
                List.of(
                        "VALUE|2026-03|value|40|30|BENEFIT_OWNER of the tests|Rettet i loggen",
                        "VALUE|2026-03|value|30|31|BENEFIT_OWNER of the tests|Rettet igjen",
                        "VALUE|2026-04|value|50|-|BENEFIT_OWNER of the tests|Dobbelt",
                        "BASELINE|-|baseline|90 (v1 ✓)|100 (v2 ✓)|" + leader + "|Talt på nytt",
                        "TARGET|2026-01|target|30|20|" + leader + "|Vedtatt",
                        "AMOUNT|2026-01|amount|0.75|1|" + leader + "|Ny tidsstudie",
                        "BENEFIT|-|attributionShare|1|0.5|" + leader + "|Ny ordning samtidig",
                        "UNIT|-|name|Hjemmetjenesten|Hjemmetjenesten vest|ADMINISTRATOR of the tests|-",
                        "PARAMETER|2026-01|hoursPerFte|-|1750|ADMINISTRATOR of the tests|Vedtatt",
                        "DISPOSITION|2026-02|booked|5 h, MORE_USERS|-|" + leader + "|Feil måned",
                        "DISPOSITION|2026-02|booked|-|4 h × 2, BETTER_QUALITY|" + leader + "|-",
                        "BENEFIT|-|title|-|En ny gevinst|" + leader + "|-",
                        "SHARE|-|share|-|digital-supervision-home: 1|" + leader + "|-"),
                told);

        // 90 · 4 − 140 at 0.75, and then 100 · 3 − 81 at half of 1
        assertEquals("165", changes.at("/total/before/hours").asText());
        assertEquals("109.5", changes.at("/total/after/hours").asText());
        assertEquals(2, changes.get("benefits").size());
        assertEquals("165", changes.at("/benefits/0/before/hours").asText());
        assertEquals("109.5", changes.at("/benefits/0/after/hours").asText());
        assertTrue(changes.at("/benefits/1/before").isNull());
        assertEveryFigureThatDiffers(get(first), get(second));

        var sheet = WorkbookFile.open(workbook(second, "")).sheet(WorkbookSheet.CHANGES);
        assertEquals("Endringer", sheet.getSheetName());
        var texts = WorkbookFile.cells(sheet).map(Object::toString).toList();
        assertTrue(texts.containsAll(List.of(
                "Rettet i loggen", "Dobbelt", "Talt på nytt", "90 (v1 ✓)", "5 h, Flere brukere", "En ny gevinst")));
    }

    /** Compares two reports in the plainest way, and the figures told with that. */
    private static void assertEveryFigureThatDiffers(JsonNode before, JsonNode after) {
        var differing = new ArrayList<String>();
        after.get("results")
                .fields()
                .forEachRemaining(results -> results.getValue().get("items").forEach(item -> {
                    var old = StreamSupport.stream(
                                    before.get("results")
                                            .get(results.getKey())
                                            .get("items")
                                            .spliterator(),
                                    false)
                            .filter(each -> each.get("key").equals(item.get("key")))
                            .findFirst();
                    item.fields().forEachRemaining(figure -> {
                        var name = figure.getKey();
                        if (!List.of("key", "name", "parentKey").contains(name)
                                && !old.map(each -> each.get(name)).equals(Optional.of(figure.getValue()))
                                && !(old.isEmpty() && figure.getValue().isNull())) {
                            differing.add(
                                    results.getKey() + " " + item.get("key").asText() + " " + name);
                        }
                    });
                }));
        var told = StreamSupport.stream(after.at("/changes/figures").spliterator(), false)
                .filter(figure -> !figure.get("groupBy").asText().equals("total"))
                .map(figure ->
                        figure.get("groupBy").asText() + " " + figure.get("key").asText() + " "
                                + figure.get("figure").asText())
                .toList();
        assertEquals(differing, told);
        assertTrue(told.size() > 20);
    }

    @Test
    void anAbandonedBenefitIsTold() {
        issue(draft());
        municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of("to", "ABANDONED", "reason", "Leverandøren la ned"))
                .post("/benefits/" + measured.benefit + "/step")
                .then()
                .statusCode(200);
        var second = draft();
        issue(second);
        var input = get(second).at("/changes/inputs/0");
        assertEquals("step", input.get("field").asText());
        assertEquals("ABANDONED", input.get("after").asText());
        assertEquals("Leverandøren la ned", input.get("reason").asText());
    }

    // Deviations and decisions

    @Test
    void aBenefitBehindNeedsADeviationWithAnAction() {
        fallBehind();
        var report = draft();
        problem(
                        municipality
                                .as(Role.LEADER)
                                .post("/reports/" + report + "/issue")
                                .then(),
                        409,
                        "deviations-missing")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", is("/benefits/" + measured.benefit + "/deviations"))
                .body("errors[0].code", is("deviation-missing-off-track"))
                .body("errors[0].message", containsString("Færre utrykninger: Utrykninger etter varsel"))
                .body("lacking[0].benefitId", is(measured.benefit.toString()))
                .body("lacking[0].title", is("Færre utrykninger"))
                .body("lacking[0].status", is("OFF_TRACK"))
                .body("lacking[0].indicators[0].name", is("Utrykninger etter varsel"));
        explain(null);
        problem(
                municipality
                        .as(Role.LEADER)
                        .post("/reports/" + report + "/issue")
                        .then(),
                409,
                "deviations-missing");
        explain("Vedtakene gjennomgås");
        municipality
                .as(Role.LEADER)
                .post("/reports/" + report + "/issue")
                .then()
                .statusCode(200);
        var told = get(report);
        assertEquals(2, told.at("/benefits/0/deviations").size());
        assertEquals(0, told.get("withoutDeviation").size());
    }

    @Test
    void aDeviationIsForTheReportThatComesNext() {
        fallBehind();
        explain("Vedtakene gjennomgås");
        var march = IssuedReport.draft(municipality, "MONTH", "2026-03");
        municipality.as(Role.LEADER).post("/reports/" + march + "/issue").then().statusCode(200);
        // The same deviation explains a report of the same month once more, and of another kind,
        var again = IssuedReport.draft(municipality, "MONTH", "2026-03");
        municipality.as(Role.LEADER).post("/reports/" + again + "/issue").then().statusCode(200);
        var tertial = draft();
        municipality
                .as(Role.LEADER)
                .post("/reports/" + tertial + "/issue")
                .then()
                .statusCode(200);
        // and not the month that follows.
        var april = IssuedReport.draft(municipality, "MONTH", "2026-04");
        problem(
                municipality
                        .as(Role.LEADER)
                        .post("/reports/" + april + "/issue")
                        .then(),
                409,
                "deviations-missing");
    }

    @Test
    void aLeaderIssuesAllTheSameWithAReasonThatStaysVisible() {
        fallBehind();
        var report = draft();
        var reason = Map.of("benefitId", measured.benefit, "reason", "Tas opp i juni.");
        problem(
                        municipality
                                .as(Role.LEADER)
                                .body(Map.of(
                                        "withoutDeviation",
                                        List.of(Map.of("benefitId", UUID.randomUUID(), "reason", "Tas opp i juni."))))
                                .post("/reports/" + report + "/issue")
                                .then(),
                        404,
                        "unknown-reference")
                .body("errors[0].pointer", is("/withoutDeviation/0/benefitId"));
        municipality
                .as(Role.LEADER)
                .body(Map.of("withoutDeviation", List.of(reason)))
                .post("/reports/" + report + "/issue")
                .then()
                .statusCode(200);
        var without = get(report).get("withoutDeviation");
        assertEquals(1, without.size());
        assertEquals(
                measured.benefit.toString(), without.get(0).get("benefitId").asText());
        assertEquals("Tas opp i juni.", without.get(0).get("reason").asText());
        assertTrue(WorkbookFile.open(workbook(report, ""))
                .cells()
                .anyMatch(cell -> cell.toString().contains("Utstedt uten avvik: Tas opp i juni.")));
    }

    @Test
    void decisionsAreDatedReferencedAndHeldAgain() {
        for (var date : List.of("2026-03-01", "2026-04-01")) {
            municipality.create(
                    Role.LEADER,
                    "/benefits/" + measured.benefit + "/decisions",
                    Map.of("kind", "CONTINUE", "date", date, "reference", "Sak " + date));
        }
        municipality
                .as(Role.BENEFIT_OWNER)
                .get("/benefits/" + measured.benefit + "/decisions")
                .then()
                .body("items.date", contains("2026-03-01", "2026-04-01"));
        var report = draft();
        issue(report);
        var decisions = get(report).at("/benefits/0/decisions");
        assertEquals("Sak 2026-03-01", decisions.get(0).get("reference").asText());
        assertEquals("CONTINUE", decisions.get(1).get("kind").asText());
        assertTrue(WorkbookFile.open(workbook(report, ""))
                .cells()
                .anyMatch(cell -> cell.toString().contains("Beslutning 2026-04-01: Fortsette. Sak 2026-04-01")));
    }

    @Test
    void afterTheDecisionToStopNothingIsExpected() {
        decideToStop("2026-06-15");
        municipality
                .as(Role.LEADER)
                .get("/results?from=2026-01&to=2026-10")
                .then()
                .body("total.expected", is(6));
        decideToStop("2026-02-10");
        municipality
                .as(Role.LEADER)
                .get("/results?from=2026-01&to=2026-10")
                .then()
                .body("total.expected", is(2));
    }

    @Test
    void theDecisionToStopLeavesReportedMonthsAsTheyWere() {
        IssuedReport.of(measured, "TERTIAL", TERTIAL);
        decideToStop("2026-02-10");
        municipality
                .as(Role.LEADER)
                .get("/results?from=2026-01&to=2026-10")
                .then()
                .body("total.expected", is(4));
    }

    // Small counts

    @Test
    void smallCountsAreHiddenAlsoFromAProjectLeaderWhoIssues() {
        var both = Role.PROJECT_LEADER;
        municipality.create(
                Role.ADMINISTRATOR, "/people/" + municipality.person(both) + "/grants", Map.of("role", "LEADER"));
        var counted = municipality.create(
                both,
                "/benefits/" + measured.benefit + "/indicators",
                Bodies.with(Bodies.with(Bodies.indicator(measured.unit), "countsPersons", true), "valuation", null));
        var series = "/indicators/" + counted + "/units/" + measured.unit;
        put(both, series + "/baseline", Bodies.baseline("2.125")).then().statusCode(201);
        put(both, series + "/values/2026-02", Bodies.measured("3.25")).then().statusCode(201);
        var shown = "/results?from=2026-01&to=2026-04&groupBy=indicator";
        assertTrue(municipality.as(both).get(shown).asString().contains("3.25"));

        var first = draft();
        assertFalse(municipality.as(both).get("/reports/" + first).asString().contains("3.25"));
        municipality.as(both).post("/reports/" + first + "/issue").then().statusCode(200);
        municipality
                .as(both)
                .body(Map.of("reason", "Feil telt"))
                .post("/closed-months/2026-02/reopen")
                .then()
                .statusCode(200);
        put(both, series + "/values/2026-02", Bodies.with(Bodies.measured("4.75"), "reason", "Feil telt"))
                .then()
                .statusCode(200);
        put(both, series + "/baseline", Bodies.baseline("1.875")).then().statusCode(201);
        var second = draft();
        municipality.as(both).post("/reports/" + second + "/issue").then().statusCode(200);

        var inputs = get(second).at("/changes/inputs");
        assertEquals(2, inputs.size());
        inputs.forEach(input -> {
            assertTrue(input.get("suppressed").asBoolean());
            assertTrue(input.get("before").isNull());
            assertTrue(input.get("after").isNull());
        });
        for (var report : List.of(first, second)) {
            var item = get(report).at("/results/indicator/items/1");
            assertTrue(item.get("suppressed").asBoolean());
            assertTrue(item.get("level").isNull());
            var told = municipality.as(both).get("/reports/" + report).asString();
            var cells = WorkbookFile.open(workbook(report, ""))
                    .cells()
                    .map(Object::toString)
                    .toList();
            for (var hidden : List.of("3.25", "4.75", "2.125", "1.875")) {
                assertFalse(told.contains(hidden), hidden);
                assertFalse(cells.stream().anyMatch(cell -> cell.contains(hidden)), hidden);
            }
        }
    }

    // The workbook in a spreadsheet

    @Test
    void libreOfficeFindsNoErrorInAReportsWorkbook(@TempDir Path directory) throws IOException {
        LibreOffice.assumeInstalled();
        issue(draft());
        reopen("2026-03");
        correct("2026-03", "1", "Rettet").then().statusCode(200);
        var report = draft();
        issue(report);
        for (var variant : List.of("", "accessible")) {
            var file = directory.resolve("report" + variant + ".xlsx");
            Files.write(file, workbook(report, variant));
            var recalculated = WorkbookFile.open(Files.readAllBytes(LibreOffice.recalculate(file)));
            recalculated.cells().forEach(cell -> {
                var type =
                        cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
                assertNotEquals(CellType.ERROR, type, () -> WorkbookFile.where(cell));
            });
            assertEquals("OK", recalculated.control("Resultat i alt"));
        }
    }

    private UUID draft() {
        return IssuedReport.draft(municipality, "TERTIAL", TERTIAL);
    }

    private Response issue(UUID report) {
        return IssuedReport.issue(measured, report);
    }

    private String number(int number) {
        return number + "/" + YearMonth.now(clock).getYear();
    }

    private byte[] bytes(UUID report) {
        return municipality.as(Role.BENEFIT_OWNER).get("/reports/" + report).asByteArray();
    }

    private JsonNode get(UUID report) {
        try {
            return json.readTree(bytes(report));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String hours(JsonNode report) {
        return report.at("/results/benefit/total/hours").asText();
    }

    private byte[] workbook(UUID report, String variant) {
        var answer = municipality
                .as(Role.BENEFIT_OWNER)
                .queryParam("variant", variant)
                .get("/reports/" + report + "/workbook");
        answer.then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"nullpunkt-" + municipality.number + "-2026-T1.xlsx\"");
        return answer.asByteArray();
    }

    private Response put(Role role, String path, Map<String, Object> body) {
        return municipality.as(role).header("If-Match", "*").body(body).put(path);
    }

    private Response enter(String month, String value) {
        return municipality.as(Role.BENEFIT_OWNER).body(Bodies.measured(value)).put(measured.value(month));
    }

    private Response correct(String month, String value, String reason) {
        return put(Role.BENEFIT_OWNER, measured.value(month), Bodies.with(Bodies.measured(value), "reason", reason));
    }

    private void reopen(String month) {
        municipality
                .as(Role.LEADER)
                .body(Map.of("reason", "Tallene er rettet."))
                .post("/closed-months/" + month + "/reopen")
                .then()
                .statusCode(200);
    }

    private void fallBehind() {
        for (int month = 1; month <= 4; month++) {
            correct("2026-0" + month, "80", null).then().statusCode(200);
        }
    }

    private void explain(String action) {
        var deviation = Map.<String, Object>of("cause", "ROUTINE_NOT_ENDED", "explanation", "Besøkene fortsatte");
        municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + measured.benefit + "/deviations",
                Bodies.with(deviation, "action", action));
    }

    private void decideToStop(String date) {
        municipality.create(
                Role.LEADER,
                "/benefits/" + measured.benefit + "/decisions",
                Map.of("kind", "STOP_MEASURING", "date", date));
    }
}
