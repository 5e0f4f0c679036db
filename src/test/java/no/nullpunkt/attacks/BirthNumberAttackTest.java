package no.nullpunkt.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.BirthNumbers;
import no.nullpunkt.testing.BirthNumbers.Kind;
import no.nullpunkt.testing.MeasuredBenefit;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Puts a birth number wherever anything can be written. It is refused with the place, is not told back, and stands neither in
 * the database nor in the log afterwards.
 */
@QuarkusTest
class BirthNumberAttackTest {

    private static final String NUMBER = aNumberOfElevenDigits();
    private static final String SHEET = "application/octet-stream";

    private final List<String> let = new ArrayList<>();
    private final Handler log = new Recorder();
    private MeasuredBenefit it;

    @Inject
    Clock clock;

    private static String aNumberOfElevenDigits() {
        var numbers = new BirthNumbers(new Random(6));
        var number = numbers.next(Kind.FODSELSNUMMER);
        while (number.startsWith("0")) {
            number = numbers.next(Kind.FODSELSNUMMER);
        }
        return number;
    }

    @BeforeEach
    void begin() {
        it = MeasuredBenefit.create(
                Map.of("measureFrom", YearMonth.now(clock).minusMonths(1).toString()));
        LogManager.getLogManager().getLogger("").addHandler(log);
    }

    @AfterEach
    void itIsNowhere() {
        LogManager.getLogManager().getLogger("").removeHandler(log);
        assertEquals(List.of(), let);
        assertEquals(0, stored(NUMBER), "it stands in the database");
        assertTrue(stored("Hjemmetjenesten") > 0, "what is written is found");
    }

    @Test
    void inEveryTextOfEveryRequest() {
        int tried = 0;
        for (var operation : Operation.withBody()) {
            for (var field : operation.fields()) {
                if (field.isFreeText()) {
                    for (var text : List.of(
                            NUMBER,
                            "Bruker " + NUMBER.substring(0, 6) + "\u00a0" + NUMBER.substring(6) + " fikk hjelp")) {
                        var answer = operation.send(
                                it, Role.ADMINISTRATOR, operation.with(field.pointer(), new TextNode(text)));
                        mustRefuse(operation + " " + field.pointer(), answer, 422, field.pointer(), "birth-number");
                        tried++;
                    }
                }
            }
        }
        assertTrue(tried > 100, "only " + tried + " texts were found");
    }

    /** Where a code, a date or an id is expected it cannot stay, but must not be told back or logged either. */
    @Test
    void inEveryFieldThatIsNoText() {
        for (var operation : Operation.withBody()) {
            for (var field : operation.fields()) {
                if (field.isOfType("string") && !field.isFreeText()) {
                    var answer = operation.send(
                            it, Role.ADMINISTRATOR, operation.with(field.pointer(), new TextNode(NUMBER)));
                    mustNotTakeOrTell(operation + " " + field.pointer(), answer);
                }
            }
            var answer = operation.send(it, Role.ADMINISTRATOR, operation.with("/" + NUMBER, new TextNode(NUMBER)));
            mustNotTakeOrTell(operation + " a field called so", answer);
        }
    }

    @Test
    void inEveryNumberOfEveryRequest() {
        for (var operation : Operation.withBody()) {
            for (var field : operation.fields()) {
                var number = new DecimalNode(new BigDecimal(NUMBER));
                var answer = operation.send(it, Role.ADMINISTRATOR, operation.with(field.pointer(), number));
                if (field.isOfType("number")) {
                    mustRefuse(operation + " " + field.pointer(), answer, 422, field.pointer(), "birth-number");
                } else {
                    mustNotTakeOrTell(operation + " " + field.pointer(), answer);
                }
            }
        }
    }

    @Test
    void inEveryParameterOfEveryAddress() {
        for (var operation : Operation.all()) {
            for (var parameter : operation.parameters()) {
                var name = parameter.name();
                var path = parameter.inPath()
                        ? new Operation(
                                        operation.method(),
                                        operation.path().replace("{" + name + "}", NUMBER),
                                        List.of(),
                                        null,
                                        List.of())
                                .pathIn(it)
                        : operation.pathIn(it);
                var request = it.municipality.anywhere(Role.ADMINISTRATOR).body("{}");
                var answer = (parameter.inPath() ? request : request.queryParam(name, "x " + NUMBER))
                        .request(operation.method(), path);
                mustRefuse(
                        operation + " ?" + name, answer, 400, parameter.inPath() ? "path" : "?" + name, "birth-number");
            }
        }
    }

    @Test
    void inAnIdempotencyKey() {
        var answer = it.municipality
                .as(Role.ADMINISTRATOR)
                .header("Idempotency-Key", "enhet-" + NUMBER)
                .body(Map.of("name", "Sone"))
                .post("/units");
        mustRefuse("Idempotency-Key", answer, 400, "Idempotency-Key", "birth-number");
    }

    @Test
    void inFilesOfSeparatedValues() {
        mustRefuse(
                "CSV text",
                csv("serie;måned;verdi;kommentar\n1;2026-01;3;Gjelder " + NUMBER + "\n"),
                422,
                "line 2, column kommentar",
                "birth-number");
        mustRefuse(
                "CSV number",
                csv("serie,måned,verdi\n1,2026-01,3\n1,2026-02," + NUMBER + ".0\n"),
                422,
                "line 3, column verdi",
                "birth-number");
        mustRefuse("CSV header", csv("serie;" + NUMBER + "\n1;2\n"), 422, "line 1, column 2", "birth-number");
        mustRefuse(
                "CSV without its zero",
                csv("serie;måned;verdi\n1;2026-01;" + withoutZero() + "\n"),
                422,
                "line 2, column verdi",
                "birth-number");
        it.municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of(
                        "monthColumn", "Dato",
                        "units", List.of(Map.of("unitId", it.unit)),
                        "indicators", List.of(Map.of("indicatorId", it.indicator, "value", Map.of("take", "COUNT")))))
                .put("/imports/responssenter")
                .then()
                .statusCode(201);
        var raw = it.municipality
                .as(Role.PROJECT_LEADER)
                .contentType("text/csv")
                .body("Dato;Bruker\n2026-01-01;anonym\n2026-01-01;" + NUMBER + "\n")
                .post("/imports/responssenter?dryRun=true");
        mustRefuse("a column that nothing is made of", raw, 422, "line 3, column Bruker", "birth-number");
    }

    private Response csv(String file) {
        return it.municipality
                .as(Role.PROJECT_LEADER)
                .contentType("text/csv")
                .body(file)
                .post("/values?mode=partial");
    }

    @Test
    void inWorkbooks() throws IOException {
        mustRefuse(
                "a text",
                workbook(
                        book -> book.getSheetAt(0).createRow(200).createCell(30).setCellValue("se " + NUMBER)),
                422,
                "Verdier!AE201",
                "birth-number");
        mustRefuse(
                "a number",
                workbook(book ->
                        book.getSheetAt(0).createRow(200).createCell(0).setCellValue(Double.parseDouble(NUMBER))),
                422,
                "Verdier!A201",
                "birth-number");
        mustRefuse(
                "a number without its zero",
                workbook(book -> book.getSheetAt(0)
                        .createRow(200)
                        .createCell(0)
                        .setCellValue(Double.parseDouble(withoutZero()))),
                422,
                "Verdier!A201",
                "birth-number");
        mustRefuse(
                "a formula",
                workbook(book ->
                        book.getSheetAt(0).createRow(200).createCell(0).setCellFormula("\"" + NUMBER + "\"&\"\"")),
                422,
                "Verdier!A201",
                "birth-number");
        mustRefuse(
                "a hidden sheet",
                workbook(book -> {
                    book.createSheet("Gjemt").createRow(4).createCell(1).setCellValue(NUMBER);
                    book.setSheetVisibility(
                            book.getSheetIndex("Gjemt"), org.apache.poi.ss.usermodel.SheetVisibility.VERY_HIDDEN);
                }),
                422,
                "Gjemt!B5",
                "birth-number");
        mustRefuse("a name of a sheet", workbook(book -> book.createSheet(NUMBER)), 422, "…", "birth-number");
        mustRefuse(
                "a note",
                workbook(book -> {
                    var sheet = book.createSheet("Notat");
                    var note = sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor());
                    note.setAddress(new CellAddress("C3"));
                    note.setString("Gjelder " + NUMBER);
                }),
                422,
                "Notat!C3",
                "birth-number");
    }

    private Response workbook(Consumer<XSSFWorkbook> change) throws IOException {
        var file = it.municipality.as(Role.BENEFIT_OWNER).get("/entry-workbook").asByteArray();
        var changed = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            change.accept(book);
            book.write(changed);
        }
        return it.municipality
                .as(Role.BENEFIT_OWNER)
                .contentType(SHEET)
                .body(changed.toByteArray())
                .post("/entry-workbook?mode=partial");
    }

    /** A form may show what was typed to whoever typed it, so that it can be mended; what counts is that it is not kept. */
    @Test
    void inEveryFieldOfEveryPage() {
        int tried = 0;
        for (var role : List.of(Role.BENEFIT_OWNER, Role.PROJECT_LEADER, Role.LEADER, Role.ADMINISTRATOR)) {
            var pages = new PageForms(it.municipality, role);
            for (var form : pages.all()) {
                for (var field : form.texts()) {
                    var answer = pages.send(form, field, NUMBER);
                    if (answer.statusCode() >= 500) {
                        let.add(form.page() + " " + field + " answers " + answer.statusCode());
                    }
                    tried++;
                }
            }
        }
        assertTrue(tried > 10, "only " + tried + " fields were found");
    }

    @Test
    void aFieldOfAPageSaysWhereItStands() {
        var pages = new PageForms(it.municipality, Role.BENEFIT_OWNER);
        var form = pages.all().stream()
                .filter(each -> each.texts().stream().anyMatch(name -> name.startsWith("verdi-")))
                .findFirst()
                .orElseThrow();
        var field = form.texts().stream()
                .filter(name -> name.startsWith("verdi-"))
                .findFirst()
                .orElseThrow();
        var key = field.substring("verdi-".length());
        form.values().put(field, "3");
        form.values().put("valg-" + key, "MEASURED");
        // What is understood is shown before it is saved.
        for (int i = 0; i < 2; i++) {
            var answer = pages.send(form, "merknad-" + key, "for " + NUMBER);
            form = PageForms.in(form.page(), answer.asString()).stream()
                    .filter(each -> each.texts().contains(field))
                    .findFirst()
                    .orElseThrow();
            form.values().put(field, "3");
            form.values().put("valg-" + key, "MEASURED");
            if (i == 1) {
                assertTrue(answer.asString().contains("Tegn 5 til 15"), answer.asString());
            }
        }
    }

    private void mustRefuse(String what, Response answer, int status, String pointer, String code) {
        mustNotTakeOrTell(what, answer);
        var errors = answer.contentType().contains("json") ? answer.jsonPath().getList("errors", Map.class) : null;
        if (answer.statusCode() != status
                || errors == null
                || errors.stream()
                        .noneMatch(error -> pointer.equals(error.get("pointer"))
                                && code.equals(error.get("code"))
                                && error.get("message").toString().matches(".*[Tt]egn \\d+ til \\d+.*"))) {
            let.add(what + " answered " + answer.statusCode() + " " + answer.asString());
        }
    }

    private void mustNotTakeOrTell(String what, Response answer) {
        if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
            let.add(what + " answered " + answer.statusCode() + " " + answer.asString());
        }
        if (answer.asString().contains(NUMBER) || answer.headers().toString().contains(NUMBER)) {
            let.add(what + " is told back: " + answer.asString());
        }
    }

    /** How many texts in the whole database hold it. */
    private long stored(String text) {
        return it.municipality.number("""
                select coalesce(sum((xpath('/row/c/text()', query_to_xml(
                    format('select count(*) as c from %I where %I::text like ''%%NUMBER%%''', table_name, column_name),
                    false, true, '')))[1]::text::bigint), 0)
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = 'public' and table_type = 'BASE TABLE'
                and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'numeric')
                """.replace("NUMBER", text));
    }

    private static String withoutZero() {
        var numbers = new BirthNumbers(new Random(7));
        var number = numbers.next(Kind.FODSELSNUMMER);
        while (!number.startsWith("0")) {
            number = numbers.next(Kind.FODSELSNUMMER);
        }
        return number.substring(1);
    }

    /** Fails where the number comes into any log, at any level that is logged. */
    private final class Recorder extends Handler {

        @Override
        public void publish(LogRecord logged) {
            var text = logged.getMessage() + " " + java.util.Arrays.toString(logged.getParameters()) + " "
                    + logged.getThrown();
            if (text.contains(NUMBER)) {
                let.add("logged by " + logged.getLoggerName() + ": " + text);
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
