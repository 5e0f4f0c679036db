package no.nullpunkt.measurement;

import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.IssuedReport;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BulkTest {

    private MeasuredBenefit it;

    @BeforeEach
    void create() {
        it = MeasuredBenefit.create();
    }

    @Test
    void valuesAreEnteredCorrectedAndLeftAsTheyAre() {
        counted(send(value("2026-01", "61"), value("2026-02", "58.5")), 2, 0, 0, 0);
        counted(send(value("2026-01", "61.0"), value("2026-02", "57"), value("2026-03", "0")), 1, 1, 1, 0);
        assertStands("2026-01", 61);
        assertStands("2026-02", 57);
        assertStands("2026-03", 0);
        it.municipality
                .as(Role.LEADER)
                .get(it.value("2026-02/history"))
                .then()
                .body("items.value", contains(is(57), is(58.5f)))
                .body("items.version", contains(1, 0))
                .body("items[0].changedBy", is("BENEFIT_OWNER of the tests"));
    }

    @Test
    void theSameRequestAgainChangesNothing() {
        var rows = new Object[] {value("2026-01", "61"), notMeasured("2026-02", "Turnus endret")};
        counted(send(rows), 2, 0, 0, 0);
        counted(send(rows), 0, 0, 2, 0);
        it.municipality.as(Role.LEADER).get(it.value("2026-01/history")).then().body("items.size()", is(1));
    }

    @Test
    void nothingIsWrittenWhenSomeAreRejected() {
        problem(send(value("2026-01", "61"), notMeasured("2026-02", null)), 422, "values-rejected")
                .body("created", is(0))
                .body("updated", is(0))
                .body("rejected", is(1))
                .body("errors[0].pointer", is("/values/1/reason"))
                .body("errors[0].code", is("reason-required"))
                .body("errors[0].kind", is("AGAINST_RULE"))
                .body("errors[0].message", is("Skriv hvorfor."));
        assertNothingStands("2026-01");
    }

    @Test
    void theOthersAreWrittenWhenAsked() {
        counted(post("?mode=partial", value("2026-01", "61"), notMeasured("2026-02", null)), 1, 0, 0, 1)
                .body("errors[0].pointer", is("/values/1/reason"));
        assertStands("2026-01", 61);
        assertNothingStands("2026-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"atomic", "partial"})
    void aDryRunSaysWhatWouldComeOfItAndWritesNothing(String mode) {
        counted(send(value("2026-01", "61")), 1, 0, 0, 0);
        counted(
                post(
                        "?dryRun=true&mode=" + mode,
                        value("2026-01", "60"),
                        value("2026-02", "3"),
                        notMeasured("2026-03", null)),
                1,
                1,
                0,
                1);
        assertStands("2026-01", 61);
        assertNothingStands("2026-02");
    }

    @Test
    void aRowMayCarryTheVersionThatWasSeen() {
        counted(send(value("2026-01", "61")), 1, 0, 0, 0);
        counted(send(with(value("2026-01", "60"), "version", 0)), 0, 1, 0, 0);
        problem(send(with(value("2026-01", "59"), "version", 0)), 409, "values-rejected")
                .body("errors[0].code", is("conflict"))
                .body("errors[0].kind", is("CONFLICT"))
                .body("errors[0].message", containsString("versjon 1"));
        problem(send(with(value("2026-01", "59"), "version", -1)), 409, "values-rejected");
        counted(send(with(value("2026-01", "60"), "version", 0)), 0, 0, 1, 0);
        counted(send(with(value("2026-02", "5"), "version", -1)), 1, 0, 0, 0);
        assertStands("2026-01", 60);
    }

    @Test
    void aMachineNeverReplacesWhatAPersonEntered() {
        counted(send(value("2026-01", "61")), 1, 0, 0, 0);
        problem(
                        body(it.municipality.as(Role.INTEGRATION), value("2026-01", "7"))
                                .post("/values")
                                .then(),
                        409,
                        "values-rejected")
                .body("errors[0].code", is("entered-by-person"))
                .body("errors[0].kind", is("CONFLICT"));
        counted(
                body(it.municipality.as(Role.INTEGRATION), value("2026-01", "61"), value("2026-02", "7"))
                        .post("/values")
                        .then(),
                1,
                0,
                1,
                0);
        counted(
                body(it.municipality.as(Role.INTEGRATION), value("2026-02", "8"))
                        .post("/values")
                        .then(),
                0,
                1,
                0,
                0);
    }

    @ParameterizedTest
    @EnumSource(names = {"BENEFIT_OWNER", "INTEGRATION"})
    void aClosedMonthIsLocked(Role role) {
        IssuedReport.of(it, "MONTH", "2026-01");
        problem(
                        body(it.municipality.as(role), value("2026-01", "61"))
                                .post("/values")
                                .then(),
                        409,
                        "values-rejected")
                .body("errors[0].kind", is("LOCKED"))
                .body("errors[0].code", is("month-closed"))
                .body("errors[0].pointer", is("/values/0/month"));
        assertNothingStands("2026-01");
    }

    @Test
    void whoMayNotEnterIsTold() {
        problem(
                        body(it.municipality.as(Role.LEADER), value("2026-01", "7"))
                                .post("/values")
                                .then(),
                        403,
                        "values-rejected")
                .body("errors[0].kind", is("FORBIDDEN"))
                .body("errors[0].code", is("forbidden"));
        assertNothingStands("2026-01");
    }

    @Test
    void anotherMunicipalitysSeriesAreNotFound() {
        var theirs = MeasuredBenefit.create();
        var row = with(with(value("2026-01", "7"), "indicatorId", theirs.indicator), "unitId", theirs.unit);
        problem(send(row, with(value("2026-01", "7"), "unitId", theirs.unit)), 422, "values-rejected")
                .body("errors.code", contains("unknown-reference", "unit-not-measured"))
                .body("errors.kind", everyItem(is("NOT_FOUND")))
                .body("errors.pointer", contains("/values/0/indicatorId", "/values/1/unitId"));
        problem(theirs.municipality.as(Role.LEADER).get(theirs.value("2026-01")).then(), 404, "not-found");
    }

    @Test
    void twoForTheSameMonthAreBothRejected() {
        problem(send(value("2026-01", "61"), value("2026-02", "3"), value("2026-01", "62")), 422, "values-rejected")
                .body("rejected", is(2))
                .body("errors.pointer", contains("/values/0", "/values/2"))
                .body("errors.code", everyItem(is("twice-in-request")))
                .body("errors[0].message", containsString("/values/2"))
                .body("errors[1].message", containsString("/values/0"));
    }

    @Test
    void aValueThatCannotBeReadDoesNotHideTheOthers() {
        var sent = """
                {"values": [
                  {"indicatorId": "%1$s", "unitId": "%2$s", "month": "2026-13", "status": "MEASURED", "value": 1},
                  {"indicatorId": "%1$s", "unitId": "%2$s", "month": "2026-01", "status": "MEASURED", "value": "1"},
                  {"indicatorId": "%1$s", "unitId": "%2$s", "month": "2026-01", "status": "MAYBE", "value": 1},
                  {"indicatorId": "%1$s", "unitId": "%2$s", "month": "2026-01", "value": 1},
                  {"indicatorId": "%1$s", "unitId": "%2$s", "status": "MEASURED", "value": 1},
                  {"indicatorId": "%1$s", "unitId": "%2$s", "month": "2026-01", "status": "MEASURED", "verdi": 1},
                  {"indicatorId": "%1$s", "unitId": "%2$s", "month": "-9000-01", "status": "MEASURED", "value": 1},
                  {"indicatorId": "%1$s", "unitId": "%2$s", "month": "2026-01", "status": "MEASURED", "value": 1e99},
                  {"unitId": "%2$s", "month": "2026-01", "status": "MEASURED", "value": 1},
                  7,
                  {"indicatorId": "%1$s", "unitId": "%2$s", "month": "2026-05", "status": "MEASURED", "value": 1,
                   "comment": "Gjelder 010190 00083"},
                  {"indicatorId": "%1$s", "unitId": "%2$s", "month": "2026-04", "status": "MEASURED", "value": 1}
                ]}""".formatted(it.indicator, it.unit);
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(sent)
                .post("/values?mode=partial")
                .then()
                .statusCode(200)
                .body(
                        "errors.code",
                        contains(
                                "wrong-type",
                                "wrong-shape",
                                "unknown-choice",
                                "not-null",
                                "field-missing",
                                "unknown-field",
                                "wrong-type",
                                "amount",
                                "field-missing",
                                "wrong-shape",
                                "birth-number"))
                .body("errors[0].pointer", is("/values/0/month"))
                .body("errors[3].pointer", is("/values/3/status"))
                .body("errors[5].pointer", is("/values/5/verdi"))
                .body("errors[8].pointer", is("/values/8/indicatorId"))
                .body("errors[9].pointer", is("/values/9"))
                .body("errors.kind[0]", is("NOT_UNDERSTOOD"))
                .body("created", is(1))
                .body("rejected", is(11));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"values\": {}}",
                "{\"values\": []} x",
                "{\"verdier\": []}",
                "{\"values\": [{]}",
                "{\"values\": [",
            })
    void aBodyThatIsSomethingElseIsNotUnderstood(String body) {
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(body)
                .post("/values")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "';', ',', false, '\r\n', UTF-8",
        "';', ',', true, '\n', UTF-8",
        "';', '.', false, '\n', ISO-8859-1",
        "',', '.', true, '\r\n', UTF-8",
        "',', '.', false, '\n', windows-1252",
        "'\t', ',', false, '\r\n', windows-1252",
    })
    void aFileIsReadHoweverItIsWritten(String separator, String decimal, boolean mark, String end, String charset) {
        var lines = List.of(
                "indikatorId|enhetId|måned|verdi|kommentar",
                it.indicator + "|" + it.unit + "|2026-01|61" + decimal + "5|\"Før: \"\"påske\"\" | her\"",
                "||||",
                it.indicator + "|" + it.unit + "|02.2026|1 100|",
                it.indicator + "|" + it.unit + "|2026-03-31|0|");
        var text = String.join(end, lines).replace("|", separator);
        counted(csv("", (mark ? "\ufeff" : "") + text, Charset.forName(charset)), 3, 0, 0, 0);
        it.municipality
                .as(Role.LEADER)
                .get(it.value("2026-01"))
                .then()
                .body("value", is(61.5f))
                .body("comment", is("Før: \"påske\" " + separator + " her"));
        assertStands("2026-02", 1100);
        assertStands("2026-03", 0);
        counted(csv("", text + end, Charset.forName(charset)), 0, 0, 3, 0);
    }

    @Test
    void everyRejectedLineIsToldWithLineColumnAndReason() {
        var text = """
                indikatorId;enhetId;måned;status;verdi;grunn
                %1$s;%2$s;2026-01;;tolv;
                %1$s;%2$s;januar;;12;

                %1$s;%2$s;2026-02;Ikke målt;;"På
                ferie"
                %1$s;%2$s;2026-03;ikke målt;;
                %1$s;%2$s;2026-04;kanskje;3;
                %1$s;%2$s;2026-05;;3
                %1$s;%2$s;2026-06;;;
                %1$s;x;2026-06;;1;
                %1$s;%2$s;2026-07;;1;
                %1$s;%2$s;2026-07;;2;
                """.formatted(it.indicator, it.unit);
        csv("?mode=partial", text, StandardCharsets.UTF_8)
                .statusCode(200)
                .body("created", is(1))
                .body("errors.line", contains(2, 3, 7, 8, 9, 10, 11, 12, 13))
                .body(
                        "errors.column",
                        contains("verdi", "måned", "grunn", "status", null, "status", "enhetId", null, null))
                .body(
                        "errors.code",
                        contains(
                                "number-not-understood",
                                "not-a-month",
                                "reason-required",
                                "unknown-choice",
                                "csv-fields-count",
                                "not-null",
                                "wrong-type",
                                "twice-in-request",
                                "twice-in-request"))
                .body("errors[0].pointer", is("line 2, column verdi"))
                .body("errors[0].message", is("tolv er ikke et tall."))
                .body("errors[7].message", containsString("line 13"));
        it.municipality.as(Role.LEADER).get(it.value("2026-02")).then().body("reason", is("På\nferie"));
    }

    @Test
    void aNumberThatCouldMeanTwoThingsIsNotGuessed() {
        problem(csv("", header("value") + row("2026-01", "1.100"), StandardCharsets.UTF_8), 422, "values-rejected")
                .body("errors[0].code", is("number-ambiguous"))
                .body("errors[0].kind", is("NOT_UNDERSTOOD"))
                .body("errors[0].message", containsString("1100"))
                .body("errors[0].message", containsString("1.100"));
        assertNothingStands("2026-01");
    }

    @ParameterizedTest
    @CsvSource({"'12,5', 1100", "12.5, 1.1", "1 100, 0"})
    void theRestOfTheFileDecidesTheDecimalSign(String other, float number) {
        var text = header("value") + row("2026-01", "1.100") + row("2026-02", other);
        if (number == 0) {
            problem(csv("", text, StandardCharsets.UTF_8), 422, "values-rejected")
                    .body("rejected", is(1));
        } else {
            counted(csv("", text, StandardCharsets.UTF_8), 2, 0, 0, 0);
            it.municipality.as(Role.LEADER).get(it.value("2026-01")).then().body("value.toFloat()", is(number));
        }
    }

    @ParameterizedTest
    @CsvSource({"comma, 1100", "point, 1.1"})
    void theSenderMayDecideTheDecimalSign(String decimal, float number) {
        counted(
                csv("?decimal=" + decimal, header("value") + row("2026-01", "1.100"), StandardCharsets.UTF_8),
                1,
                0,
                0,
                0);
        it.municipality.as(Role.LEADER).get(it.value("2026-01")).then().body("value.toFloat()", is(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "month;vlaue | csv-column-unknown",
                "month;måned | csv-column-twice",
                "'' | csv-header-missing",
                "\"month | csv-quotation",
            })
    void aHeaderThatIsWrongIsRefusedWhole(String header, String code) {
        problem(csv("", header, StandardCharsets.UTF_8), 400, code);
    }

    @Test
    void aSeriesIsAlsoCalledByItsKey() {
        var key = key();
        counted(csv("", "serie;måned;verdi\n" + key + ";2026-01;7\n", StandardCharsets.UTF_8), 1, 0, 0, 0);
        assertStands("2026-01", 7);
        var theirs = MeasuredBenefit.create();
        var row = Map.of("series", key, "month", "2026-01", "status", "MEASURED", "value", 3);
        problem(
                        body(theirs.municipality.as(Role.PROJECT_LEADER), row)
                                .post("/values")
                                .then(),
                        422,
                        "values-rejected")
                .body("errors[0].code", is("unknown-reference"))
                .body("errors[0].pointer", is("/values/0/series"));
        assertStands("2026-01", 7);
    }

    @Test
    void moreValuesThanTheLimitAreRefused() {
        var text = new StringBuilder(header("value"));
        for (int i = 0; i <= BulkService.MOST_VALUES; i++) {
            text.append("x;x;2026-01;1\n");
        }
        problem(csv("", text.toString(), StandardCharsets.UTF_8), 413, "too-many-values");
    }

    @Test
    void moreThanAThousandErrorsAreCountedAndNotAllTold() {
        var text = new StringBuilder(header("value"));
        for (int i = 0; i < 1200; i++) {
            text.append("x;x;2026-01;1\n");
        }
        problem(csv("", text.toString(), StandardCharsets.UTF_8), 422, "values-rejected")
                .body("rejected", is(1200))
                .body("errors.size()", is(1000));
    }

    @Test
    void aCrashInTheMiddleLeavesNothing() {
        var months = new ArrayList<Map<String, Object>>();
        for (int month = 1; month <= 9; month++) {
            months.add(value("2026-0" + month, String.valueOf(month)));
        }
        it.municipality.execute("""
                create or replace function fail_in_the_middle() returns trigger language plpgsql as
                $$ begin if new.value = 5 and new.municipality_id = %d then raise exception 'a crash'; end if; return new; end $$;
                create or replace trigger fail_in_the_middle before insert on measurement
                    for each row execute function fail_in_the_middle()
                """);
        try {
            problem(send(months.toArray()), 500, "unexpected");
        } finally {
            it.municipality.execute("drop function fail_in_the_middle cascade");
        }
        for (int month = 1; month <= 9; month++) {
            assertNothingStands("2026-0" + month);
        }
        counted(send(months.toArray()), 9, 0, 0, 0);
    }

    @Test
    void theReasonsAreInTheCallersLanguage() {
        body(it.municipality.as(Role.BENEFIT_OWNER), notMeasured("2026-02", null))
                .header("Accept-Language", "en")
                .post("/values?mode=partial")
                .then()
                .body("errors[0].message", is("Say why."));
    }

    private Map<String, Object> value(String month, String number) {
        return of(month, measured(number));
    }

    private Map<String, Object> notMeasured(String month, String reason) {
        return with(of(month, Map.of("status", "NOT_MEASURED")), "reason", reason);
    }

    private Map<String, Object> of(String month, Map<String, Object> value) {
        return with(with(with(value, "month", month), "indicatorId", it.indicator), "unitId", it.unit);
    }

    private String header(String column) {
        return "indicatorId;unitId;month;" + column + "\n";
    }

    private String row(String month, String number) {
        return it.indicator + ";" + it.unit + ";" + month + ";" + number + "\n";
    }

    private long key() {
        return it.municipality.number("select id from series where municipality_id = %d");
    }

    private ValidatableResponse send(Object... values) {
        return post("", values);
    }

    private ValidatableResponse post(String query, Object... values) {
        return body(it.municipality.as(Role.BENEFIT_OWNER), values)
                .post("/values" + query)
                .then();
    }

    private static RequestSpecification body(RequestSpecification request, Object... values) {
        return request.body(Map.of("values", Arrays.asList(values)));
    }

    private ValidatableResponse csv(String query, String text, Charset charset) {
        return it.municipality
                .as(Role.BENEFIT_OWNER)
                .contentType("text/csv")
                .body(text.getBytes(charset))
                .post("/values" + query)
                .then();
    }

    private static ValidatableResponse counted(
            ValidatableResponse response, int created, int updated, int unchanged, int rejected) {
        return response.statusCode(200)
                .body("created", is(created))
                .body("updated", is(updated))
                .body("unchanged", is(unchanged))
                .body("rejected", is(rejected))
                .body("errors.size()", is(rejected));
    }

    private void assertStands(String month, int number) {
        it.municipality
                .as(Role.LEADER)
                .get(it.value(month))
                .then()
                .statusCode(200)
                .body("value", is(number));
    }

    private void assertNothingStands(String month) {
        problem(it.municipality.as(Role.LEADER).get(it.value(month)).then(), 404, "not-found");
    }
}
