package no.nullpunkt.report;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import no.nullpunkt.access.Role;
import no.nullpunkt.results.EnteredCase;
import no.nullpunkt.results.WorkedCasesByApiTest;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.testing.LibreOffice;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The portfolios worked out by hand, entered by the API and downloaded as workbooks. */
@QuarkusTest
class WorkbookResourceTest {

    @TempDir
    Path directory;

    static Stream<Path> cases() throws IOException, URISyntaxException {
        return WorkedCasesByApiTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showsTheFiguresOfTheResults(Path file) {
        var entered = EnteredCase.of(file);
        var results = entered.results("technology");
        var asOf = results.get("asOf").asText();
        var bytes = workbook(entered, "asOf", asOf);
        var told = WorkbookFile.open(bytes);

        var evaluator = told.book().getCreationHelper().createFormulaEvaluator();
        told.formulas().forEach(cell -> WorkbookRecalculationTest.assertSame(cell, evaluator.evaluate(cell)));
        var figures = told.controlled();
        assertLine(figures, "Sammendrag: ", results.get("total"));
        results.get("items")
                .forEach(item ->
                        assertLine(figures, "Sammendrag: " + item.get("name").asText() + ", ", item));
        entered.results("month")
                .get("items")
                .forEach(item -> assertFigure(
                        figures, "Måned: Målt, timer " + item.get("key").asText(), item.get("hours")));

        assertEquals(asOf, told.control("Slik det var kjent (UTC)"));
        var json = entered.query("asOf", asOf)
                .get("/results")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertEquals(sha256(json), told.control("SHA-256 av resultatene etter gevinst (JSON)"));
        assertArrayEquals(bytes, workbook(entered, "asOf", asOf));
    }

    private static void assertLine(Map<String, BigDecimal> figures, String prefix, JsonNode line) {
        assertFigure(figures, prefix + "Planlagt, Timer", line.get("plannedHours"));
        assertFigure(figures, prefix + "Planlagt, Kroner", line.get("plannedNok"));
        assertFigure(figures, prefix + "Målt, Timer", line.get("hours"));
        assertFigure(figures, prefix + "Målt, Kroner", line.get("nok"));
        assertFigure(figures, prefix + "Tatt ut, Timer", line.get("takenOutHours"));
        assertFigure(figures, prefix + "Tatt ut, Kroner", line.get("takenOutNok"));
        assertFigure(figures, prefix + "Ikke gjort rede for, Timer", line.get("unaccountedHours"));
        assertFigure(figures, prefix + "Ikke gjort rede for, Kroner", line.get("unaccountedNok"));
    }

    private static void assertFigure(Map<String, BigDecimal> figures, String name, JsonNode exact) {
        assertTrue(figures.containsKey(name), name);
        assertEquals(exact.decimalValue().doubleValue(), figures.get(name).doubleValue(), name);
    }

    @Test
    void recalculatedByLibreOfficeAllFiguresAgree() throws IOException, URISyntaxException {
        LibreOffice.assumeInstalled();
        var entered = EnteredCase.of(Path.of(getClass()
                .getResource("/cases/06-shares-and-plan-headings.json")
                .toURI()));
        var file = directory.resolve("case.xlsx");
        Files.write(file, workbook(entered));
        var recalculated = WorkbookFile.open(Files.readAllBytes(LibreOffice.recalculate(file)));
        assertEquals("OK", recalculated.control("Resultat i alt"));
    }

    private static byte[] workbook(EnteredCase entered, Object... parameters) {
        return entered.query(parameters)
                .get("/workbook")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"nb, Sammendrag", "nn-NO, Samandrag", "en, Summary", "de, Sammendrag"})
    void isAFileInTheCallersLanguage(String language, String firstSheet) {
        var municipality = Municipality.create();
        var bytes = municipality
                .as(Role.LEADER)
                .header("Accept-Language", language)
                .get("/workbook?from=2026-01&to=2026-04&variant=accessible")
                .then()
                .statusCode(200)
                .contentType(ExcelBook.MEDIA_TYPE)
                .header(
                        "Content-Disposition",
                        is("attachment; filename=\"nullpunkt-" + municipality.number + "-2026-01-2026-04.xlsx\""))
                .extract()
                .asByteArray();
        var sheet = WorkbookFile.open(bytes).sheet(WorkbookSheet.SUMMARY);
        assertEquals(firstSheet, sheet.getSheetName());
    }

    @ParameterizedTest
    @CsvSource({"politicians, Politikere", "administration, Administrasjon", "staff, Ansatte", "'', Sammendrag"})
    void tellsItToWhoeverItIsFor(String view, String firstSheet) {
        var bytes = Municipality.create()
                .as(Role.LEADER)
                .queryParam("view", view)
                .get("/workbook?from=2026-01&to=2026-04")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertEquals(firstSheet, WorkbookFile.open(bytes).book().getSheetName(0));
    }

    @Test
    void refusesWhatItCannotAnswerAsAProblem() {
        var municipality = Municipality.create();
        problem(municipality.as(Role.LEADER).get("/workbook?variant=blue").then(), 400, "unknown-choice");
        problem(municipality.as(Role.LEADER).get("/workbook?view=mayor").then(), 400, "unknown-choice");
        problem(municipality.as(Role.LEADER).get("/workbook?from=2026-13").then(), 400, "not-a-month");
        problem(
                municipality
                        .as(Role.LEADER)
                        .get("/workbook?from=2026-04&to=2026-01")
                        .then(),
                400,
                "period-backwards");
        problem(
                municipality
                        .as(Role.LEADER)
                        .get("/workbook?asOf=2999-01-01T00:00:00Z")
                        .then(),
                422,
                "as-of-in-future");
        problem(municipality.as(Role.INTEGRATION).get("/workbook").then(), 403, "forbidden");
        problem(
                Municipality.create()
                        .anywhere(Role.LEADER)
                        .get("/api/v1/municipalities/" + municipality.number + "/workbook")
                        .then(),
                404,
                "not-found");
    }
}
