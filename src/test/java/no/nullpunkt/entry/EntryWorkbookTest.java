package no.nullpunkt.entry;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import no.nullpunkt.access.Role;
import no.nullpunkt.entry.EntryWorkbook.Column;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.LibreOffice;
import no.nullpunkt.testing.MeasuredBenefit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class EntryWorkbookTest {

    private static final String MONTH = "2026-10";

    /** Rows count from 0: title, how, codes, headers. */
    private static final int FIRST = 4;

    private MeasuredBenefit it;
    private UUID ratio;

    @TempDir
    Path directory;

    @BeforeEach
    void measure() {
        it = MeasuredBenefit.create();
        var body = Bodies.with(Bodies.indicator(it.unit), "aggregation", "RATIO");
        body = Bodies.with(body, "name", "Ubesvarte alarmer");
        ratio = it.municipality.create(Role.PROJECT_LEADER, "/benefits/" + it.benefit + "/indicators", body);
        enter("2026-09", "61");
    }

    @Test
    void whatIsToBeFilledInStandsBesideTheLastValueAndTheRestIsLocked() throws IOException {
        try (var book = download()) {
            var sheet = book.getSheetAt(0);
            assertEquals("Verdier", sheet.getSheetName());
            assertTrue(sheet.getProtect());
            assertTrue(sheet.isColumnHidden(Column.KEY.ordinal()));
            assertTrue(sheet.isColumnHidden(Column.VERSION.ordinal()));
            assertFalse(sheet.isColumnHidden(Column.NUMBER.ordinal()));
            assertTrue(sheet.getRow(2).getZeroHeight());
            var row = sheet.getRow(FIRST);
            assertTrue(at(row, Column.KEY).getStringCellValue().endsWith("/" + MONTH));
            assertEquals("Utrykninger etter varsel", at(row, Column.INDICATOR).getStringCellValue());
            assertEquals(61, at(row, Column.LAST_NUMBER).getNumericCellValue());
            assertTrue(at(row, Column.LAST_NUMBER).getCellStyle().getLocked());
            assertFalse(at(row, Column.NUMBER).getCellStyle().getLocked());
            assertTrue(at(row, Column.DIVISOR).getCellStyle().getLocked(), "a sum has no divisor");
            assertFalse(
                    at(sheet.getRow(FIRST + 1), Column.DIVISOR).getCellStyle().getLocked());
            assertEquals(3, sheet.getDataValidations().size());
            assertEquals("Veiledning", book.getSheetAt(1).getSheetName());
        }
    }

    @Test
    void whatIsFilledInIsPreviewedCellByCellAndThenEntered() throws IOException {
        var filled = filled(sheet -> {
            at(sheet.getRow(FIRST), Column.NUMBER).setCellValue(58.5);
            at(sheet.getRow(FIRST + 1), Column.NUMBER).setCellValue("1 100,25");
            at(sheet.getRow(FIRST + 1), Column.DIVISOR).setCellValue(7);
        });
        upload("?dryRun=true", filled)
                .statusCode(200)
                .body("created", is(2))
                .body("cells.cell", contains("Verdier!L5", "Verdier!L6"))
                .body("cells.effect", contains("CREATED", "CREATED"));
        it.municipality.as(Role.LEADER).get(it.value(MONTH)).then().statusCode(404);
        upload("", filled).statusCode(200).body("created", is(2)).body("empty", is(0));
        assertStands(58.5f);
        it.municipality
                .as(Role.LEADER)
                .get("/indicators/" + ratio + "/units/" + it.unit + "/values/" + MONTH)
                .then()
                .body("numerator", is(1100.25f))
                .body("denominator", is(7));
        upload("", filled).statusCode(200).body("unchanged", is(2));
    }

    @Test
    void aWorkbookThatComesBackAsItWasChangesNothing() throws IOException {
        enter(MONTH, "0.12345678901234567");
        upload("", filled(sheet -> {})).statusCode(200).body("unchanged", is(1)).body("empty", is(1));
    }

    @Test
    void theQualityAndCommentThatStandStayWithAnotherNumber() throws IOException {
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(Bodies.with(Bodies.with(Bodies.measured("4"), "quality", "SAMPLE"), "comment", "Uke 42"))
                .put(it.value(MONTH))
                .then()
                .statusCode(201);
        upload("", filled(sheet -> at(sheet.getRow(FIRST), Column.NUMBER).setCellValue(5)))
                .statusCode(200)
                .body("updated", is(1));
        it.municipality
                .as(Role.LEADER)
                .get(it.value(MONTH))
                .then()
                .body("value", is(5))
                .body("quality", is("SAMPLE"))
                .body("comment", is("Uke 42"));
    }

    @Test
    void itSurvivesSortedAndDeletedRowsAnAddedColumnAndPastedFormulas() throws IOException {
        var filled = filled(sheet -> {
            var sum = at(sheet.getRow(FIRST), Column.NUMBER);
            sum.setCellFormula("50+8.5");
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sum);
            sheet.shiftRows(FIRST, FIRST, 3);
            sheet.removeRow(sheet.getRow(FIRST + 1));
            sheet.shiftColumns(Column.LAST_MONTH.ordinal(), Column.COMMENT.ordinal(), 1);
            sheet.getRow(FIRST - 1).createCell(Column.LAST_MONTH.ordinal()).setCellValue("Mine notater");
            sheet.createRow(FIRST + 9).createCell(6).setCellValue("Sum: 58,5");
        });
        upload("", filled).statusCode(200).body("created", is(1)).body("cells.cell", contains("Verdier!M8"));
        assertStands(58.5f);
    }

    @Test
    void notMeasuredIsChosenWithAReason() throws IOException {
        Consumer<XSSFSheet> without =
                sheet -> at(sheet.getRow(FIRST), Column.STATUS).setCellValue("Ikke målt");
        problem(upload("", filled(without)), 422, "values-rejected")
                .body("errors[0].pointer", is("Verdier!O5"))
                .body("errors[0].code", is("reason-required"));
        upload(
                        "",
                        filled(without.andThen(
                                sheet -> at(sheet.getRow(FIRST), Column.REASON).setCellValue("Turnus endret"))))
                .statusCode(200);
        it.municipality
                .as(Role.LEADER)
                .get(it.value(MONTH))
                .then()
                .body("status", is("NOT_MEASURED"))
                .body("reason", is("Turnus endret"));
    }

    @Test
    void whatIsNotUnderstoodIsToldByItsCell() throws IOException {
        var filled = filled(sheet -> {
            at(sheet.getRow(FIRST), Column.NUMBER).setCellValue("1.100");
            at(sheet.getRow(FIRST + 1), Column.NUMBER).setCellValue("mange");
        });
        problem(upload("", filled), 422, "values-rejected")
                .body("errors.pointer", contains("Verdier!L5", "Verdier!L6"))
                .body("errors.code", contains("number-ambiguous", "number-not-understood"));
        upload("?dryRun=true", filled)
                .statusCode(200)
                .body("cells.kind", contains("NOT_UNDERSTOOD", "NOT_UNDERSTOOD"))
                .body("cells[1].message", containsString("mange"));
        problem(
                        upload("", filled(sheet -> {
                            var cell = at(sheet.getRow(FIRST), Column.NUMBER);
                            cell.setCellValue(LocalDate.of(2026, 5, 12));
                            var style = sheet.getWorkbook().createCellStyle();
                            style.setDataFormat((short) 14);
                            cell.setCellStyle(style);
                        })),
                        422,
                        "values-rejected")
                .body("errors[0].code", is("number-became-date"));
    }

    @Test
    void nothingThatSomeoneElseEnteredMeanwhileIsOverwritten() throws IOException {
        var onEmpty = filled(sheet -> at(sheet.getRow(FIRST), Column.NUMBER).setCellValue(5));
        enter(MONTH, "60");
        problem(upload("", onEmpty), 409, "values-rejected")
                .body("errors[0].pointer", is("Verdier!L5"))
                .body("errors[0].kind", is("CONFLICT"));
        var onSixty = filled(sheet -> at(sheet.getRow(FIRST), Column.NUMBER).setCellValue(5));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("If-Match", "\"0\"")
                .body(Bodies.measured("59"))
                .put(it.value(MONTH))
                .then()
                .statusCode(200);
        upload("?dryRun=true", onSixty).body("cells.kind", contains("CONFLICT"));
        problem(upload("", onSixty), 409, "values-rejected");
        assertStands(59);
    }

    @Test
    void theOthersAreEnteredWhenAsked() throws IOException {
        var filled = filled(sheet -> {
            at(sheet.getRow(FIRST), Column.NUMBER).setCellValue(5);
            at(sheet.getRow(FIRST + 1), Column.NUMBER).setCellValue("mange");
        });
        upload("?mode=partial", filled).statusCode(200).body("created", is(1)).body("rejected", is(1));
        assertStands(5);
    }

    @Test
    void otherPeoplesWorkbooksAreOfNoUse() throws IOException {
        var filled = filled(sheet -> at(sheet.getRow(FIRST), Column.NUMBER).setCellValue(5));
        problem(
                        it.municipality
                                .as(Role.LEADER)
                                .contentType("application/octet-stream")
                                .body(filled)
                                .post("/entry-workbook")
                                .then(),
                        403,
                        "values-rejected")
                .body("errors[0].kind", is("FORBIDDEN"));
        var other = MeasuredBenefit.create();
        problem(
                        other.municipality
                                .as(Role.PROJECT_LEADER)
                                .contentType("application/octet-stream")
                                .body(filled)
                                .post("/entry-workbook")
                                .then(),
                        422,
                        "values-rejected")
                .body("errors[0].kind", is("NOT_FOUND"));
        problem(it.municipality.as(Role.INTEGRATION).get("/entry-workbook").then(), 403, "forbidden");
    }

    @Test
    void itIsInTheLanguageOfTheCaller() throws IOException {
        var file = it.municipality
                .as(Role.BENEFIT_OWNER)
                .header("Accept-Language", "en")
                .get("/entry-workbook?month=" + MONTH)
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .extract()
                .asByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertEquals("Values", book.getSheetAt(0).getSheetName());
            at(book.getSheetAt(0).getRow(FIRST), Column.STATUS).setCellValue("Not applicable");
            upload("", bytes(book)).statusCode(200).body("created", is(1));
        }
    }

    @Test
    void aWorkbookThatLibreOfficeHasSavedIsReadAlike() throws IOException {
        LibreOffice.assumeInstalled();
        enter(MONTH, "60");
        var unchanged = directory.resolve("unchanged.xlsx");
        Files.write(unchanged, filled(sheet -> {}));
        upload("", Files.readAllBytes(LibreOffice.recalculate(unchanged)))
                .statusCode(200)
                .body("unchanged", is(1));
        var changed = directory.resolve("changed.xlsx");
        Files.write(changed, filled(sheet -> {
            at(sheet.getRow(FIRST), Column.NUMBER).setCellFormula("SUM(50,8.5)");
            at(sheet.getRow(FIRST + 1), Column.NUMBER).setCellValue("12,5");
            at(sheet.getRow(FIRST + 1), Column.DIVISOR).setCellValue(3);
        }));
        upload("", Files.readAllBytes(LibreOffice.recalculate(changed)))
                .statusCode(200)
                .body("updated", is(1))
                .body("created", is(1))
                .body("cells.cell", contains(endsWith("L5"), endsWith("L6")));
        assertStands(58.5f);
    }

    @Test
    void whatIsNotTheWorkbookIsRefused() throws IOException {
        problem(upload("", "hei".getBytes(StandardCharsets.UTF_8)), 422, "not-a-workbook");
        try (var other = new XSSFWorkbook()) {
            other.createSheet("Verdier").createRow(0).createCell(0).setCellValue("Noe annet");
            problem(upload("", bytes(other)), 422, "not-the-entry-workbook");
        }
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        var zeros = new byte[1 << 20];
        var bomb = rewritten((entry, out) -> {
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        });
        assertTrue(bomb.length < 1 << 20, "it is small to look at");
        problem(upload("", bomb), 413, "workbook-content-too-large");
    }

    @Test
    void nothingOutsideTheFileIsRead() throws IOException {
        var secret = directory.resolve("secret");
        Files.writeString(secret, "1234");
        var prying =
                rewritten((entry, out) -> out.write(("<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY it SYSTEM \""
                                + secret.toUri()
                                + "\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&it;</t></is></c></row></sheetData></worksheet>")
                        .getBytes(StandardCharsets.UTF_8)));
        var told = upload("", prying).extract();
        assertEquals(422, told.statusCode());
        assertFalse(told.asString().contains("1234"));
    }

    private interface Writing {
        void to(String entry, ZipOutputStream out) throws IOException;
    }

    /** The workbook with another first sheet. */
    private byte[] rewritten(Writing sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(filled(unchanged -> {})));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    sheet.to(entry.getName(), out);
                } else {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private XSSFWorkbook download() throws IOException {
        var file = it.municipality
                .as(Role.BENEFIT_OWNER)
                .get("/entry-workbook?month=" + MONTH)
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .extract()
                .asByteArray();
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private byte[] filled(Consumer<XSSFSheet> change) throws IOException {
        try (var book = download()) {
            change.accept(book.getSheetAt(0));
            return bytes(book);
        }
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static Cell at(Row row, Column column) {
        return row.getCell(column.ordinal(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private ValidatableResponse upload(String query, byte[] file) {
        return it.municipality
                .as(Role.BENEFIT_OWNER)
                .contentType("application/octet-stream")
                .body(file)
                .post("/entry-workbook" + query)
                .then();
    }

    private void enter(String month, String number) {
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .body(Bodies.measured(number))
                .put(it.value(month))
                .then()
                .statusCode(201);
    }

    private void assertStands(float number) {
        it.municipality.as(Role.LEADER).get(it.value(MONTH)).then().body("value.toFloat()", is(number));
    }
}
