package no.nullpunkt.kommit;

import static no.nullpunkt.kommit.KommitFile.CARD;
import static no.nullpunkt.kommit.KommitFile.CHANGES;
import static no.nullpunkt.kommit.KommitFile.MEASURES;
import static no.nullpunkt.kommit.KommitFile.PLAN;
import static no.nullpunkt.kommit.KommitFile.RESULTS;
import static no.nullpunkt.kommit.KommitFile.STATUS;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.LibreOffice;
import no.nullpunkt.testing.Municipality;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class KommitImportTest {

    private static final String PATH = "/kommit-import";

    @TempDir
    Path directory;

    private Municipality municipality;
    private UUID unit;

    @BeforeEach
    void begin() {
        municipality = Municipality.create();
        unit = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten"));
    }

    @Test
    void aDryRunShowsEverythingAndWritesNothing() {
        dryRun(KommitFile.own().filled())
                .statusCode(200)
                .body("outcome", is("READY"))
                .body("rolloutId", nullValue())
                .body("rollout.name", is("Dispensere i Fjordby"))
                .body("benefits.title", contains("Færre besøk for medisin", "Tryggere brukere"))
                .body("benefits.id", everyItem(nullValue()))
                .body("benefits[0].place", is(CHANGES + "!C5"))
                .body("benefits[0].actions.stops", contains(false, true, false))
                .body("benefits[0].indicator.baseline.place", is(MEASURES + "!D5"))
                .body("benefits[0].indicator.baseline.from", is("2025-12-01"))
                .body("benefits[0].indicator.result.month", is("2026-03"))
                .body("people.findAll { it.match == 'UNKNOWN' }.name", hasItems("Liv Leder", "Eva Eier", "Mona Måler"))
                .body("found.find { it.cell == 'D14' }.text", is("25"))
                .body("findings.kind", hasItems("FAULT", "ASSUMED", "NOT_USED"))
                .body("findings.message", everyItem(containsString(" ")));

        municipality.as(Role.LEADER).get("/rollouts").then().statusCode(200).body("items", empty());
        municipality
                .as(Role.LEADER)
                .get("/results?from=2026-01&to=2026-03&groupBy=benefit")
                .then()
                .body("items", empty());
    }

    /** 40 before, 10 wanted, 25 measured: (40 − 25) ÷ (40 − 10) = 0.5, where the sheet shows 10 ÷ 25 = 40 %. */
    @TestFactory
    Stream<DynamicTest> whatIsTakenInCountsFromItsOwnNullPoint() {
        return KommitFile.each(file -> {
            begin();
            takenInCountsFromItsOwnNullPoint(file.filled());
        });
    }

    private void takenInCountsFromItsOwnNullPoint(KommitFile file) {
        var report = take(file)
                .statusCode(201)
                .body("outcome", is("CREATED"))
                .extract()
                .jsonPath();

        municipality
                .as(Role.LEADER)
                .get("/results?from=2026-03&to=2026-03&groupBy=indicator")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body(figure("Besøk for å gi medisin", "achievement"), equalTo(0.5f))
                .body(figure("Besøk for å gi medisin", "gain"), equalTo(15))
                .body(figure("Besøk for å gi medisin", "level"), equalTo(25))
                .body(figure("Besøk for å gi medisin", "baselineLevel"), equalTo(40))
                .body(figure("Andel som føler seg trygge", "achievement"), equalTo(0.5f))
                .body(figure("Andel som føler seg trygge", "gain"), equalTo(15))
                .body("total.hours", equalTo(0));

        var benefit = "/benefits/" + report.getString("benefits[0].id");
        municipality
                .as(Role.LEADER)
                .get(benefit)
                .then()
                .body("type", is("TIME_SAVED"))
                .body("planHeading", is("ALTERNATIVE_USE"))
                .body("step", is("IDENTIFIED"))
                .body("technologies.code", contains("medicine-dispenser"))
                .body("assumptions", contains("Nettdekning", "Opplæring av ansatte"))
                .body("description", containsString("Endring: Dispenseren varsler i stedet for at noen kjører ut."))
                .body("description", containsString("år: År 1: 1.5"));
        municipality
                .as(Role.LEADER)
                .get(benefit + "/actions")
                .then()
                .body("items.kind", hasItems("ADOPT", "STOP"))
                .body("items.due", hasItems("2026-02-15", "2026-03-31", "2026-06-30"));
        var series = "/indicators/" + report.getString("benefits[0].indicator.id") + "/units/" + unit;
        municipality
                .as(Role.LEADER)
                .get(series + "/baseline")
                .then()
                .body("value", equalTo(40))
                .body("approved", is(false))
                .body("quality", is("ESTIMATE"))
                .body("method", is("Telling i fagsystemet"));
        municipality
                .as(Role.LEADER)
                .get(series)
                .then()
                .body("points", hasSize(1))
                .body("points[0].value", equalTo(10));
        municipality.as(Role.LEADER).get(series + "/values/2026-03").then().body("value", equalTo(25));
    }

    private static String figure(String name, String figure) {
        return "items.find { it.name == '" + name + "' }." + figure;
    }

    @TestFactory
    Stream<DynamicTest> theSameSheetIsNeverTakenInTwice() {
        return KommitFile.each(file -> {
            begin();
            var rollout = take(file.filled()).statusCode(201).extract().<String>path("rolloutId");

            take(file).statusCode(200).body("outcome", is("UNCHANGED")).body("rolloutId", is(rollout));
            dryRun(file).statusCode(200).body("outcome", is("UNCHANGED")).body("rolloutId", is(rollout));

            municipality.as(Role.LEADER).get("/rollouts").then().body("items", hasSize(1));
        });
    }

    @TestFactory
    Stream<DynamicTest> aCopySavedByLibreOfficeIsTakenInLikeTheOriginalAndIsTheSame() {
        return KommitFile.each(file -> {
            begin();

            takenInCountsFromItsOwnNullPoint(savedByLibreOffice(file.filled()));

            take(file).statusCode(200).body("outcome", is("UNCHANGED"));
        });
    }

    private KommitFile savedByLibreOffice(KommitFile file) {
        LibreOffice.assumeInstalled();
        try {
            var own = Files.createTempDirectory(directory, "copy").resolve("copy.xlsx");
            Files.write(own, file.bytes());
            return KommitFile.read(LibreOffice.recalculate(own));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anotherStateOfTheSameProjectIsRefusedUnlessItIsNamed() {
        take(KommitFile.own().filled()).statusCode(201);
        var later = KommitFile.own().filled().set(RESULTS + "!D14", 20);

        problem(take(later), 409, "sheet-taken-in-before").body("errors.pointer", contains("/name"));
        send(Role.PROJECT_LEADER, later.bytes(), with("name", "Dispensere, annen avdeling"), false)
                .statusCode(201);
    }

    @Test
    void onlyProjectLeadersTakeASheetIn() {
        for (var role : List.of(Role.ADMINISTRATOR, Role.BENEFIT_OWNER, Role.LEADER, Role.INTEGRATION)) {
            problem(send(role, KommitFile.own().filled().bytes(), request(), true), 403, "forbidden");
        }
    }

    @Test
    void peopleAreRecognisedByNameOrEmailOrAnswered() {
        var eva = person("Eva Eier", "eva.eier@fjordby.example");
        var mona = person("Mona Målersen", "mona@fjordby.example");
        var per = person("Per P.", "per@fjordby.example");
        var file = KommitFile.own().filled().set(STATUS + "!G35", "Mona (mona@fjordby.example)");
        var answers = List.of(Map.of("name", "per  prosjekt", "personId", per));

        var report = send(Role.PROJECT_LEADER, file.bytes(), with("people", answers), false)
                .statusCode(201)
                .body("people.find { it.name == 'Eva Eier' }.match", is("RECOGNISED"))
                .body("people.find { it.name == 'Per Prosjekt' }.match", is("ANSWERED"))
                .body("people.find { it.name == 'Per Prosjekt' }.places", hasItems(CARD + "!B18", STATUS + "!G22"))
                .body("rollout.leaderId", is(per.toString()))
                .body("findings.findAll { it.code == 'person-unknown' }.cell", contains("B16"))
                .extract()
                .jsonPath();

        municipality
                .as(Role.LEADER)
                .get("/benefits/" + report.getString("benefits[0].id"))
                .then()
                .body("ownerId", is(eva.toString()))
                .body("overallOwnerId", nullValue());
        municipality
                .as(Role.LEADER)
                .get("/indicators/" + report.getString("benefits[0].indicator.id") + "/units/" + unit)
                .then()
                .body("measurerId", is(mona.toString()));
        municipality
                .as(Role.LEADER)
                .get("/benefits/" + report.getString("benefits[0].id") + "/actions")
                .then()
                .body("items.responsibleId", contains(per.toString(), eva.toString(), eva.toString()));
    }

    @Test
    void twoPeopleOfTheSameNameAreNotGuessedBetween() {
        person("Eva Eier", "eva1@fjordby.example");
        person("Eva Eier", "eva2@fjordby.example");

        dryRun(KommitFile.own().filled())
                .body("benefits[0].ownerId", nullValue())
                .body("findings.findAll { it.code == 'person-ambiguous' }.cell", contains("G5"));
    }

    @Test
    void aPersonIsAddedByEmailOnlyForWhoMayAddPeople() {
        var answers = List.of(Map.of("name", "Eva Eier", "email", "eva.eier@fjordby.example"));
        var file = KommitFile.own().filled().bytes();

        problem(send(Role.PROJECT_LEADER, file, with("people", answers), false), 403, "forbidden");
        var both = municipality.addPerson("both", Role.PROJECT_LEADER, null);
        municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("role", "ADMINISTRATOR"))
                .post("/people/" + both + "/grants")
                .then()
                .statusCode(201);
        send(municipality.as("both"), file, with("people", answers), true)
                .statusCode(200)
                .body("people.find { it.name == 'Eva Eier' }.match", is("CREATED"));
        municipality
                .as(Role.LEADER)
                .get("/people")
                .then()
                .body("items.email.findAll { it.startsWith('eva') }", empty());
        send(municipality.as("both"), file, with("people", answers), false)
                .statusCode(201)
                .body("benefits[0].ownerId", notNullValue());
        municipality.as(Role.LEADER).get("/people").then().body("items.email", hasItem("eva.eier@fjordby.example"));
    }

    @Test
    void aNullPointMeasuredAfterGoLiveNeedsAReason() {
        var late = KommitFile.own().filled().set(MEASURES + "!C1", "Oppdatert: 10.02.2026");

        problem(take(late), 422, "late-baseline-reason").body("errors.pointer", contains(MEASURES + "!D5"));
        problem(dryRun(late), 422, "late-baseline-reason");
        send(Role.PROJECT_LEADER, late.bytes(), with("baselineReason", "Målt i ettertid fra loggen"), false)
                .statusCode(201)
                .body("benefits[0].indicator.baseline.from", is("2026-02-10"));
    }

    @Test
    void aResultWithoutAMonthMustBeAnswered() {
        var undated = KommitFile.own().filled().set(RESULTS + "!F1", "Dato: _____");

        dryRun(undated)
                .statusCode(200)
                .body("outcome", is("MUST_MEND"))
                .body("findings.findAll { it.kind == 'MUST_MEND' }.cell", contains("D14", "D15"));
        problem(take(undated), 422, "sheet-must-be-mended")
                .body("errors.pointer", contains(RESULTS + "!D14", RESULTS + "!D15"))
                .body("errors.code", everyItem(is("result-without-month")));
        send(Role.PROJECT_LEADER, undated.bytes(), with("resultMonth", "2026-02"), false)
                .statusCode(201)
                .body("benefits[0].indicator.result.month", is("2026-02"));
    }

    @Test
    void whatTheServicesRefuseIsToldOfItsCellAndNothingIsMade() {
        var future = with("resultMonth", "2099-01");

        problem(send(Role.PROJECT_LEADER, KommitFile.own().filled().bytes(), future, false), 422, "month-not-begun")
                .body("errors.pointer", contains(RESULTS + "!D14"));

        municipality.as(Role.LEADER).get("/rollouts").then().body("items", empty());
        take(KommitFile.own().filled()).statusCode(201);
    }

    @Test
    void zeroIsTakenInAsAMeasurementAndBlankAsNone() {
        var file = KommitFile.own().filled().set(RESULTS + "!D14", 0).set(RESULTS + "!D15", null);

        take(file)
                .statusCode(201)
                .body("benefits[0].indicator.result.value", equalTo(0))
                .body("benefits[1].indicator.result", nullValue())
                .body("findings.findAll { it.code == 'zero-shown-as-blank' }.cell", contains("E14"));

        municipality
                .as(Role.LEADER)
                .get("/results?from=2026-03&to=2026-03&groupBy=indicator")
                .then()
                .body(figure("Besøk for å gi medisin", "measured"), equalTo(1))
                .body(figure("Besøk for å gi medisin", "gain"), equalTo(40))
                .body(figure("Andel som føler seg trygge", "measured"), equalTo(0))
                .body(figure("Andel som føler seg trygge", "missing"), equalTo(1));
    }

    @Test
    void theRequestAnswersWhatTheSheetLeavesOpen() {
        var answer = Map.of(
                "cell",
                "C5",
                "type",
                "AVOIDED_COST",
                "planHeading",
                "OTHER_PUBLIC",
                "aggregation",
                "SUM",
                "direction",
                "HIGHER_IS_BETTER");
        var request = with("benefits", List.of(answer));
        request.put("baselineFrom", "2025-09");
        request.put("baselineTo", "2025-11");

        send(Role.PROJECT_LEADER, KommitFile.own().filled().bytes(), request, false)
                .statusCode(201)
                .body("benefits[0].type", is("AVOIDED_COST"))
                .body("benefits[0].planHeading", is("OTHER_PUBLIC"))
                .body("benefits[0].indicator.aggregation", is("SUM"))
                .body("benefits[0].indicator.direction", is("HIGHER_IS_BETTER"))
                .body("benefits[0].indicator.role", is("AVOIDED_COST"))
                .body("benefits[0].indicator.baseline.from", is("2025-09-01"))
                .body("benefits[0].indicator.baseline.to", is("2025-11-30"))
                .body("findings.findAll { it.code == 'level' }.cell", contains("E7"));
    }

    @Test
    void whereItWasMeasuredIsAskedForWhenTheRolloutHasSeveralUnits() {
        var other = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Sone nord"));
        var request = with("unitIds", List.of(unit, other));
        var file = KommitFile.own().filled().bytes();

        problem(send(Role.PROJECT_LEADER, file, request, true), 422, "measured-where")
                .body("errors.pointer", contains("/measuredInId"));
        request.put("measuredInId", other);
        send(Role.PROJECT_LEADER, file, request, false)
                .statusCode(201)
                .body("benefits[0].indicator.unitId", is(other.toString()));
    }

    @Test
    void aLongNameIsCutAndKeptWholeInTheDescription() {
        var whole = "Færre besøk " + "og enda færre besøk ".repeat(12).strip();

        var report = take(KommitFile.own().filled().set(CHANGES + "!C5", whole))
                .statusCode(201)
                .body("benefits[0].title.length()", is(200))
                .extract()
                .jsonPath();

        assertEquals(true, report.getString("benefits[0].description").contains(whole));
    }

    @Test
    void theReportIsInTheCallersLanguage() {
        var file = KommitFile.own().filled().set(RESULTS + "!D14", 0).bytes();
        var messages = Map.of(
                "nb", "Regnearket viser målt 0", "nn", "Reknearket viser målt 0", "en", "The sheet shows a measured 0");

        messages.forEach((language, beginning) -> send(
                        municipality.as(Role.PROJECT_LEADER).header("Accept-Language", language), file, request(), true)
                .statusCode(200)
                .body("findings.find { it.code == 'zero-shown-as-blank' }.message", containsString(beginning)));
    }

    @Test
    void aSheetWithoutBenefitsOrNameMustBeMended() {
        dryRun(KommitFile.own())
                .statusCode(200)
                .body("outcome", is("MUST_MEND"))
                .body("findings.findAll { it.kind == 'MUST_MEND' }.code", contains("no-project-name", "no-benefits"));
    }

    @Test
    void aBirthNumberIsRefusedWithItsCellAndNotRepeated() {
        var file = KommitFile.own().filled().set(PLAN + "!B7", "Kontakt bruker 15076500565");

        problem(dryRun(file), 422, "birth-number-in-sheet")
                .body("errors.pointer", contains(PLAN + "!B7"))
                .body("errors[0].message", startsWith("Tegn 16 til 26 er et fødselsnummer"));
    }

    @Test
    void whatIsNoWorkbookIsToldInPlainWords() throws Exception {
        problem(sendFile("hei, hallo".getBytes(StandardCharsets.UTF_8)), 422, "not-a-workbook");
        problem(sendFile(new byte[0]), 422, "not-a-workbook");
        var whole = KommitFile.own().bytes();
        problem(sendFile(Arrays.copyOf(whole, whole.length / 2)), 422, "workbook-damaged");
        problem(sendFile(zip("readme.txt", 10)), 422, "workbook-damaged");
        problem(sendFile(old()), 422, "workbook-too-old");
        problem(sendFile(locked(whole)), 422, "workbook-locked");
        problem(sendFile(new byte[6 * 1024 * 1024]), 413, "workbook-too-large");
        problem(sendFile(zip("xl/worksheets/sheet1.xml", 25 * 1024 * 1024)), 413, "workbook-content-too-large");
    }

    @Test
    void whatIsMissingOrUnreadableIsToldWhereItStands() {
        problem(
                        municipality
                                .as(Role.PROJECT_LEADER)
                                .body(request())
                                .post(PATH)
                                .then()
                                .log()
                                .all(),
                        422,
                        "invalid")
                .body("errors.pointer", contains("/file"));
        problem(
                        municipality
                                .as(Role.PROJECT_LEADER)
                                .body(with("file", "ikke base64!"))
                                .post(PATH)
                                .then(),
                        400,
                        "wrong-type")
                .body("errors.pointer", contains("/file"));
        problem(
                send(Role.PROJECT_LEADER, KommitFile.own().filled().bytes(), with("naem", "x"), true),
                400,
                "unknown-field");
        problem(
                        send(Role.PROJECT_LEADER, KommitFile.own().filled().bytes(), with("unitIds", List.of()), true),
                        422,
                        "invalid")
                .body("errors.pointer", contains("/unitIds"));
    }

    private static byte[] zip(String name, int zeros) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[zeros]);
        }
        return out.toByteArray();
    }

    private static byte[] old() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet(CHANGES);
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] locked(byte[] workbook) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("hemmelig");
            try (var content = encryptor.getDataStream(container)) {
                content.write(workbook);
            }
            container.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private UUID person(String name, String email) {
        return municipality.create(Role.ADMINISTRATOR, "/people", Map.of("name", name, "email", email));
    }

    private Map<String, Object> request() {
        var request = new LinkedHashMap<String, Object>();
        request.put("technologies", List.of("medicine-dispenser"));
        request.put("unitIds", List.of(unit));
        request.put("goLive", "2026-01");
        return request;
    }

    private Map<String, Object> with(String field, Object value) {
        var request = request();
        request.put(field, value);
        return request;
    }

    private ValidatableResponse take(KommitFile file) {
        return send(Role.PROJECT_LEADER, file.bytes(), request(), false);
    }

    private ValidatableResponse dryRun(KommitFile file) {
        return send(Role.PROJECT_LEADER, file.bytes(), request(), true);
    }

    private ValidatableResponse sendFile(byte[] file) {
        return send(Role.PROJECT_LEADER, file, request(), true);
    }

    private ValidatableResponse send(Role role, byte[] file, Map<String, Object> request, boolean dryRun) {
        return send(municipality.as(role), file, request, dryRun);
    }

    private static ValidatableResponse send(
            RequestSpecification caller, byte[] file, Map<String, Object> request, boolean dryRun) {
        var body = new LinkedHashMap<>(request);
        body.put("file", Base64.getEncoder().encodeToString(file));
        var sent = dryRun ? caller.queryParam("dryRun", true) : caller;
        return sent.body(body).post(PATH).then();
    }
}
