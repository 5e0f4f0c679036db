package no.nullpunkt.trace;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.ZipInputStream;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.IssuedReport;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TraceTest {

    /** With signs in it that mean something to a search. */
    private static final String NAME = "Kari (vikar) O'Nordmann+";

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    private MeasuredBenefit measured;
    private Municipality municipality;
    private UUID person;
    private String email;

    @BeforeEach
    void someone() {
        measured = MeasuredBenefit.create();
        municipality = measured.municipality;
        person = municipality.addPerson("kari", Role.PROJECT_LEADER, null);
        email = "kari@" + municipality.number + ".example";
    }

    private RequestSpecification administrator() {
        return municipality.as(Role.ADMINISTRATOR);
    }

    /** Called what nobody else is, now and once otherwise, and named in texts of every sort. */
    private void leaveTraces() {
        for (var name : List.of("Kari Jensen-Å", NAME)) {
            var version = "\"" + (name.equals(NAME) ? 1 : 0) + "\"";
            administrator()
                    .header("If-Match", version)
                    .body(Map.of("name", name))
                    .put("/people/" + person)
                    .then()
                    .statusCode(200);
        }
        var first = Map.of("status", "MEASURED", "value", 3, "comment", "Talt av " + NAME + " (" + email + ")");
        municipality
                .as("kari")
                .body(first)
                .put(measured.value("2026-01"))
                .then()
                .statusCode(201);
        var tag = municipality.as("kari").get(measured.value("2026-01")).header("ETag");
        municipality
                .as("kari")
                .header("If-Match", tag)
                .body(Map.of("status", "MEASURED", "value", 4, "reason", "KARI JENSEN-Å talte feil"))
                .put(measured.value("2026-01"))
                .then()
                .statusCode(200);
        administrator()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Enheten til " + NAME))
                .put("/units/" + measured.unit)
                .then()
                .statusCode(200);
    }

    private void end() {
        administrator()
                .body(Map.of("reason", NAME + " har sluttet"))
                .post("/people/" + person + "/end")
                .then()
                .statusCode(200);
    }

    private Response erase() {
        return administrator().body(Map.of("reason", "Ba om det: " + email)).post("/people/" + person + "/erase");
    }

    /** How many columns of text in all tables hold a word in any row. */
    private long columnsWith(String word) {
        return municipality.number("""
                with texts as materialized (
                    select table_name, column_name from information_schema.columns
                    join information_schema.tables using (table_schema, table_name)
                    where table_schema = 'public' and table_type = 'BASE TABLE'
                        and data_type in ('text', 'character varying', 'ARRAY', 'json', 'jsonb')
                )
                select count(*) from texts where (xpath('/row/n/text()', query_to_xml(format(
                    'select count(*) as n from %I where strpos(lower(%I::text), lower(%L)) > 0',
                    table_name, column_name, '$word$'), false, true, '')))[1]::text::bigint > 0
                """.replace("$word$", word.replace("'", "''")));
    }

    @Test
    void afterAnErasureNoTableHoldsNameOrEmail() {
        leaveTraces();
        end();
        assertTrue(columnsWith(NAME) >= 5, "there is something to erase");
        assertTrue(columnsWith("kari jensen-å") >= 2, "also of the former name");
        assertTrue(columnsWith(email) >= 2, "also of the e-mail");
        var figures = municipality.number("select sum(value) from measurement_versions where municipality_id = %d");

        String pseudonym = erase().then().statusCode(200).extract().path("pseudonym");

        assertEquals(0, columnsWith(NAME));
        assertEquals(0, columnsWith("kari jensen-å"));
        assertEquals(0, columnsWith(email));
        assertEquals(
                figures, municipality.number("select sum(value) from measurement_versions where municipality_id = %d"));
        municipality
                .as(Role.PROJECT_LEADER)
                .get(measured.value("2026-01") + "/history")
                .then()
                .statusCode(200)
                .body("items.changedBy", is(List.of(pseudonym, pseudonym)))
                .body("items.changedById", is(List.of(person.toString(), person.toString())));
        assertEquals(1, municipality.number("select count(*) from erasure where municipality_id = %d"));
        problem(erase().then(), 409, "person-erased");
    }

    @Test
    void anIssuedReportKeepsItsBytesAndIsTold() {
        leaveTraces();
        String report = IssuedReport.of(measured, "MONTH", "2026-01").path("id");
        var before = municipality.as(Role.LEADER).get("/reports/" + report).asByteArray();
        assertTrue(new String(before, StandardCharsets.UTF_8).contains("Enheten til Kari"));
        end();

        erase().then().statusCode(200).body("keptInReports", is(List.of(report)));

        assertArrayEquals(
                before, municipality.as(Role.LEADER).get("/reports/" + report).asByteArray());
    }

    @Test
    void anErasureIsForAdministratorsAndForWhoeverHasLeft() {
        problem(erase().then(), 409, "person-not-ended");
        end();
        for (var role : List.of(Role.LEADER, Role.PROJECT_LEADER, Role.BENEFIT_OWNER)) {
            municipality
                    .as(role)
                    .body(Map.of("reason", "x"))
                    .post("/people/" + person + "/erase")
                    .then()
                    .statusCode(403);
        }
        erase().then().statusCode(200);
    }

    /** Not even whoever owns the tables does it by accident. */
    @Test
    void historyIsNotRewrittenOtherwise() {
        leaveTraces();
        for (var statement : List.of(
                "update person_history set name = 'Ola' where municipality_id = %d",
                "delete from measurement_history where municipality_id = %d",
                "do $$ begin perform set_config('nullpunkt.erased_words', 'kari', true); "
                        + "update person_history set name = 'Ola' where municipality_id = %d; end $$")) {
            assertThrows(IllegalStateException.class, () -> municipality.execute(statement), statement);
        }
    }

    @Test
    void somebodyElseOfTheSameNameKeepsIt() {
        var namesake = municipality.create(
                Role.ADMINISTRATOR,
                "/people",
                Map.of("name", NAME, "email", "other@" + municipality.number + ".example"));
        leaveTraces();
        end();

        erase().then().statusCode(200);

        administrator().get("/people/" + namesake).then().body("name", is(NAME));
    }

    @Test
    void aPersonGetsAllThatIsStoredOnThemAndNoSecret() {
        leaveTraces();

        var data = municipality.as("kari").basePath("").get("/api/v1/me/data");

        data.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body("items.table", hasItem("person"))
                .body("items.table", hasItem("person_history"))
                .body("items.table", hasItem("role_grant"))
                .body("items.table", hasItem("account"))
                .body("items.table", hasItem("measurement"))
                .body("items.table", hasItem("security_event"))
                .body("items.findAll { it.table == 'person' }.row.email", is(List.of(email)));
        assertTrue(!data.asString().contains("$2a$") && !data.asString().contains("_sha256"), "no secret");
        assertTrue(!data.asString().contains("leader@"), "of nobody else");
        var browser = new Browser();
        browser.get("/konto/data").then().statusCode(303);
        browser.signIn(municipality.credentials(Role.LEADER), "/");
        browser.get("/konto/data").then().statusCode(200).body("items.table", hasItem("page_session"));
    }

    private Map<String, String> export(RequestSpecification by, YearMonth from, YearMonth to) throws IOException {
        var answer = by.get("/audit-export?from=" + from + "&to=" + to);
        answer.then().statusCode(200).contentType("application/zip");
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void theExportHoldsEveryChangeAndItsManifestTellsTheTruth() throws Exception {
        leaveTraces();
        municipality.as("kari").body(Bodies.baseline("3")).put(measured.series("/baseline"));
        municipality
                .as("kari")
                .post(measured.series("/baseline/approve"))
                .then()
                .statusCode(200);
        var tag = municipality.as("kari").get(measured.value("2026-01")).header("ETag");
        municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", tag)
                .queryParam("reason", "Feil enhet")
                .delete(measured.value("2026-01"))
                .then()
                .statusCode(204);

        var files = export(administrator(), YearMonth.now(clock), YearMonth.now(clock));

        var manifest = new JsonPath(files.get("manifest.json"));
        assertEquals(files.size() - 1, manifest.getList("files").size());
        for (var i = 0; i < files.size() - 1; i++) {
            var content = files.get(manifest.getString("files[" + i + "].name"));
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            assertEquals(HexFormat.of().formatHex(digest), manifest.getString("files[" + i + "].sha256"));
            assertEquals(content.lines().count(), manifest.getLong("files[" + i + "].lines"));
        }
        var changes =
                files.get("changes/measurement.ndjson").lines().map(this::read).toList();
        assertEquals(3, changes.size());
        assertEquals(null, changes.get(0).get("was"));
        assertEquals(3, ((Map<?, ?>) changes.get(0).get("became")).get("value"));
        assertEquals(changes.get(0).get("became"), changes.get(1).get("was"));
        assertEquals("KARI JENSEN-Å talte feil", changes.get(1).get("reason"));
        assertEquals(person.toString(), changes.get(1).get("byId"));
        assertEquals(NAME, changes.get(1).get("by"));
        assertEquals("Feil enhet", changes.get(2).get("reason"));
        assertEquals(changes.get(1).get("became"), changes.get(2).get("was"));
        assertTrue(files.get("changes/baseline.ndjson").contains("approved_at"));
        assertTrue(files.get("security-events.ndjson").contains("SIGNED_IN"));
        administrator().get("/security-events").then().body("items.kind", hasItem("AUDIT_EXPORTED"));
    }

    private Map<?, ?> read(String line) {
        try {
            return mapper.readValue(line, Map.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherPeriodAndOtherMunicipalitiesAreNotInIt() throws Exception {
        leaveTraces();

        var earlier = export(administrator(), YearMonth.of(2020, 1), YearMonth.of(2020, 12));
        var theirs =
                export(Municipality.create().as(Role.ADMINISTRATOR), YearMonth.of(2026, 1), YearMonth.of(2099, 12));

        earlier.forEach((name, content) -> assertTrue(name.equals("manifest.json") || content.isEmpty(), name));
        theirs.forEach((name, content) -> assertTrue(!content.contains(email), name));
    }

    @Test
    void onlyAnAdministratorLooksIntoWhatPeopleDid() {
        for (var role : List.of(Role.LEADER, Role.PROJECT_LEADER, Role.BENEFIT_OWNER)) {
            municipality
                    .as(role)
                    .get("/audit-export?from=2026-01&to=2026-02")
                    .then()
                    .statusCode(403);
            municipality.as(role).get("/security-events").then().statusCode(403);
        }
        administrator().get("/audit-export?from=2026-02&to=2026-01").then().statusCode(400);
        administrator().get("/audit-export?from=2026-02").then().statusCode(400);
    }

    @Test
    void theAccessLogTellsWhoAskedForWhatAndNothingElse() {
        var lines = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger("nullpunkt.access");
        log.addHandler(handler);
        try {
            municipality.as(Role.LEADER).get("/people?limit=7&navn=Kari+Nordmann");
            municipality.anywhere(Role.LEADER).get("/api/v1/calendars/a-secret-of-somebody.ics");
            municipality.as(Role.LEADER).get("/units").then().statusCode(200);
        } finally {
            log.removeHandler(handler);
        }

        var told = String.join("\n", lines);
        var asked = " GET /api/v1/municipalities/" + municipality.number + "/people ";
        assertTrue(told.contains(municipality.person(Role.LEADER) + asked), told);
        assertTrue(!told.contains("Nordmann") && !told.contains("@") && !told.contains("secret"), told);
        assertTrue(!told.contains("127.0.0.1"), told);
    }
}
