package no.nullpunkt.report;

import static no.nullpunkt.report.WorkbookFile.where;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.Results;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    private static final Pattern NUMBER = Pattern.compile("-?[\\d  \u00a0.,]*\\d[\\d  \u00a0.,]*%?");

    private final WorkbookFile file = WorkbookFile.open(WorkbookFile.bytes(Language.NB, false));

    @ParameterizedTest
    @EnumSource
    void sheetsAreNamedInTheLanguage(Language language) {
        var book = WorkbookFile.open(WorkbookFile.bytes(language, false)).book();
        var names = StreamSupport.stream(book.spliterator(), false)
                .map(sheet -> sheet.getSheetName())
                .toList();
        assertEquals(
                switch (language) {
                    case NB ->
                        List.of("Sammendrag", "Gevinster", "Måned", "Utvikling", "Data", "Mangler", "Kontroll", "Om");
                    case NN ->
                        List.of("Samandrag", "Gevinstar", "Månad", "Utvikling", "Data", "Manglar", "Kontroll", "Om");
                    case EN ->
                        List.of("Summary", "Benefits", "Months", "Trends", "Data", "Missing", "Control", "About");
                },
                names);
        assertEquals(
                language.choose("nb-NO", "nn-NO", "en-GB"),
                book.getProperties()
                        .getCoreProperties()
                        .getUnderlyingProperties()
                        .getLanguageProperty()
                        .orElseThrow());
        assertTrue(book.getProperties().getCoreProperties().getTitle().endsWith("Storvik & Lillevik"));
    }

    @Test
    void theThreeLanguagesSayTheSame() throws IOException {
        var nb = texts("nb");
        assertEquals(nb.stringPropertyNames(), texts("nn").stringPropertyNames());
        assertEquals(nb.stringPropertyNames(), texts("en").stringPropertyNames());
        for (var key : nb.stringPropertyNames()) {
            for (var language : List.of("nb", "nn", "en")) {
                var text = texts(language).getProperty(key);
                assertFalse(text.isBlank(), key);
                assertFalse(text.contains("'"), () -> key + ": an apostrophe quotes the places to fill in");
                assertEquals(places(nb.getProperty(key)), places(text), key);
            }
        }
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = WorkbookTest.class.getResourceAsStream("/texts/workbook_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(each -> each.group())
                .sorted()
                .toList();
    }

    @Test
    void numbersAndMonthsAreNeverText() {
        file.cells()
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .filter(cell -> !cell.getStringCellValue().equals(WorkbookFixture.HASH))
                .forEach(cell -> assertFalse(
                        NUMBER.matcher(cell.getStringCellValue()).matches(), () -> where(cell) + " " + cell));
        file.table(WorkbookSheet.DATA, 1).forEach(row -> {
            var month = row.get("Måned");
            assertTrue(DateUtil.isCellDateFormatted(month));
            assertEquals("yyyy-mm", month.getCellStyle().getDataFormatString());
            assertEquals(1, month.getLocalDateTimeCellValue().getDayOfMonth());
        });
    }

    @Test
    void dataHasEveryPointWithItsState() {
        var rollup = WorkbookFixture.snapshot().rollup();
        var rows = file.table(WorkbookSheet.DATA, 1);
        assertEquals(rollup.points().size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var point = rollup.points().get(i);
            var row = rows.get(i);
            assertEquals(point.state().name(), row.get("Tilstandskode").getStringCellValue());
            assertEquals(
                    point.month().atDay(1),
                    row.get("Måned").getLocalDateTimeCellValue().toLocalDate());
            assertNumber(point.measure() == null ? null : point.measure().value(), row.get("Måling"));
            assertNumber(point.measure() == null ? null : point.measure().numerator(), row.get("Teller"));
            assertNumber(point.baseline(), row.get("Nullpunkt (b)"));
            assertNumber(point.target(), row.get("Mål"));
            assertNumber(point.gain(), row.get("Gevinst (g)"));
            assertNumber(point.plannedGain(), row.get("Planlagt gevinst (p)"));
        }
    }

    /** Full precision: the double nearest to the exact figure, and nothing at all where there is none. */
    private static void assertNumber(BigDecimal exact, Cell cell) {
        if (exact == null) {
            assertNull(cell);
        } else {
            assertEquals(exact.doubleValue(), cell.getNumericCellValue());
        }
    }

    @Test
    void aMissingMonthIsEmptyAndAMeasuredZeroIsZero() {
        var months = file.table(WorkbookSheet.MONTHS, 5);
        var nights = row(months, "Indikator", "Timer til tilsyn om natten");
        assertEquals(0, nights.get(monthHeader(4)).getNumericCellValue());
        assertFalse(row(months, "Indikator", "Timer til å svare på varsler").containsKey(monthHeader(5)));
        var users = row(months, "Indikator", "Brukere med digitalt tilsyn").get(monthHeader(2));
        assertEquals(14, users.getNumericCellValue());
        assertEquals("#,##0\" *\"", users.getCellStyle().getDataFormatString());
        assertEquals(
                "□",
                row(months, "Indikator", "Nøkler i omløp").get(monthHeader(2)).getStringCellValue());
        file.table(WorkbookSheet.DATA, 1).stream()
                .filter(row -> row.get("Tilstandskode").getStringCellValue().equals("MISSING"))
                .forEach(row ->
                        assertTrue(List.of("Måling", "Teller", "Gevinst (g)", "Målt (timer)", "Målt (kr)").stream()
                                .noneMatch(row::containsKey)));
    }

    private String monthHeader(int month) {
        return StreamSupport.stream(file.sheet(WorkbookSheet.MONTHS).getRow(4).spliterator(), false)
                .filter(cell -> cell.getCellType() == CellType.NUMERIC)
                .filter(cell -> cell.getLocalDateTimeCellValue().toLocalDate().equals(LocalDate.of(2026, month, 1)))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static Map<String, Cell> row(List<Map<String, Cell>> rows, String column, String text) {
        return rows.stream()
                .filter(row ->
                        row.containsKey(column) && row.get(column).toString().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() {
        var suspicious = file.cells()
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .filter(cell -> "=+-@".indexOf((cell.getStringCellValue() + " ").charAt(0)) >= 0)
                .toList();
        assertTrue(suspicious.size() > 10);
        suspicious.forEach(
                cell -> assertTrue(((XSSFCellStyle) cell.getCellStyle()).getQuotePrefixed(), () -> where(cell)));
        file.formulas().forEach(cell -> assertFalse(cell.getCellFormula().contains("HYPERLINK"), () -> where(cell)));
    }

    @ParameterizedTest
    @EnumSource
    void formulasCarryWhatTheyComeTo(Language language) {
        var told = WorkbookFile.open(WorkbookFile.bytes(language, false));
        var evaluator = told.book().getCreationHelper().createFormulaEvaluator();
        var count = new int[1];
        told.formulas().forEach(cell -> {
            count[0]++;
            WorkbookRecalculationTest.assertSame(cell, evaluator.evaluate(cell));
        });
        assertTrue(count[0] > 150, () -> count[0] + " formulas");
    }

    @Test
    void figuresAreThoseOfTheResults() {
        var results = Results.of(WorkbookFixture.snapshot(), GroupBy.TECHNOLOGY, Language.NB);
        var told = file.controlled();
        assertFigure(results.total().figures().hours(), told, "Sammendrag: Målt, Timer");
        assertFigure(results.total().figures().plannedNok(), told, "Sammendrag: Planlagt, Kroner");
        assertFigure(results.total().figures().unaccountedHours(), told, "Sammendrag: Ikke gjort rede for, Timer");
        assertFigure(results.total().fte(), told, "Sammendrag: Årsverk (målte timer)");
        assertFigure(results.total().ownBudgetNok(), told, "Sammendrag: Målt tid i kroner, eget budsjett");
        results.items().forEach(item -> {
            var name = "Sammendrag: " + item.name();
            assertFigure(item.figures().hours(), told, name + ", Målt, Timer");
            assertFigure(item.figures().nok(), told, name + ", Målt, Kroner");
            assertFigure(item.figures().plannedHours(), told, name + ", Planlagt, Timer");
            assertFigure(item.figures().takenOutHours(), told, name + ", Tatt ut, Timer");
            assertFigure(item.figures().unaccountedNok(), told, name + ", Ikke gjort rede for, Kroner");
        });
        assertEquals("OK", file.control("Resultat i alt"));
        file.eachCheck(row -> assertEquals(
                row.getCell(2).getNumericCellValue(), row.getCell(1).getNumericCellValue(), row.getCell(0)::toString));
    }

    private static void assertFigure(BigDecimal exact, Map<String, BigDecimal> told, String name) {
        assertTrue(told.containsKey(name), name);
        assertEquals(exact.doubleValue(), told.get(name).doubleValue(), name);
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        var bytes = WorkbookFile.bytes(Language.NN, false);
        assertArrayEquals(bytes, WorkbookFile.bytes(Language.NN, false));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(LocalDate.of(1980, 1, 1), entry.getTimeLocal().toLocalDate(), entry.getName());
            }
        }
        var properties = file.book().getProperties().getCoreProperties();
        assertEquals(
                WorkbookFixture.AS_OF.getEpochSecond(),
                properties.getCreated().toInstant().getEpochSecond());
        assertEquals(properties.getCreated(), properties.getModified());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theAccessibleVariantHasNoPanesAndFilters(boolean accessible) {
        var told = WorkbookFile.open(WorkbookFile.bytes(Language.NB, accessible));
        var frozen = sheets(told).stream()
                .filter(sheet -> sheet.getPaneInformation() != null)
                .count();
        var filtered = sheets(told).stream()
                .filter(sheet -> sheet.getCTWorksheet().isSetAutoFilter())
                .count();
        assertEquals(accessible ? 0 : 5, frozen);
        assertEquals(accessible ? 0 : 3, filtered);
        var table = told.sheet(WorkbookSheet.DATA).getTables().get(0);
        assertEquals(!accessible, table.getCTTable().isSetAutoFilter());
    }

    private static List<XSSFSheet> sheets(WorkbookFile told) {
        return IntStream.range(0, told.book().getNumberOfSheets())
                .mapToObj(told.book()::getSheetAt)
                .toList();
    }

    @Test
    void everySheetPrintsLyingAndOnePageWide() {
        sheets(file).forEach(sheet -> {
            assertTrue(sheet.getPrintSetup().getLandscape(), sheet.getSheetName());
            // Trends minds its own widths and where its pages end.
            assertEquals(!sheet.getSheetName().equals("Utvikling"), sheet.getFitToPage(), sheet.getSheetName());
            assertEquals(1, sheet.getPrintSetup().getFitWidth(), sheet.getSheetName());
            assertNotNull(file.book().getPrintArea(file.book().getSheetIndex(sheet)), sheet.getSheetName());
            assertTrue(sheet.getFooter().getLeft().contains("Gevinster av velferdsteknologi i Storvik && Lillevik"));
            assertEquals("&9&A · &P / &N", sheet.getFooter().getRight());
        });
        var summary = file.sheet(WorkbookSheet.SUMMARY);
        assertEquals(1, summary.getPrintSetup().getFitHeight());
        assertEquals(PrintSetup.A4_PAPERSIZE, summary.getPrintSetup().getPaperSize());
        assertEquals(
                List.of("4:4", "5:5", "1:1", "4:4", "12:12"),
                List.of(
                                WorkbookSheet.BENEFITS,
                                WorkbookSheet.MONTHS,
                                WorkbookSheet.DATA,
                                WorkbookSheet.MISSING,
                                WorkbookSheet.CONTROL)
                        .stream()
                        .map(each -> file.sheet(each).getRepeatingRows().formatAsString())
                        .toList());
    }

    @Test
    void theDataIsANamedTableWhoseColumnsAreItsHeader() {
        var sheet = file.sheet(WorkbookSheet.DATA);
        var table = sheet.getTables().get(0);
        assertEquals("Nullpunkt_data", table.getDisplayName());
        assertEquals(sheet.getLastRowNum(), table.getEndCellReference().getRow());
        var names = table.getColumns().stream().map(column -> column.getName()).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
        assertEquals(
                names,
                StreamSupport.stream(sheet.getRow(0).spliterator(), false)
                        .map(Cell::getStringCellValue)
                        .toList());
    }

    /** Excel takes a file for broken that tells of its columns in another order. */
    @Test
    void columnsAreToldOfFromTheLeft() {
        sheets(file).forEach(sheet -> {
            var columns = sheet.getCTWorksheet().getColsArray(0).getColList();
            var numbers = columns.stream().map(column -> column.getMin()).toList();
            assertEquals(numbers.stream().sorted().distinct().toList(), numbers, sheet.getSheetName());
        });
    }

    @Test
    void whatIsOwedIsListedByWhoOwesIt() {
        var rows = file.table(WorkbookSheet.MISSING, 4);
        var owed = new ArrayList<String>();
        rows.forEach(row -> owed.add(row.get("Ansvarlig") + ": " + row.get("Hva som mangler")));
        assertEquals(8, owed.stream().filter("Ola Nordmann: Måling"::equals).count());
        assertTrue(owed.contains("Ola Nordmann: Nullpunkt"));
        assertTrue(owed.contains("Kari Åsheim: Godkjenning av nullpunkt"));
        assertEquals(
                2, owed.stream().filter("Ingen er utpekt: Gevinsteier"::equals).count());
        assertTrue(owed.indexOf("Kari Åsheim: Godkjenning av nullpunkt") < owed.indexOf("Ola Nordmann: Måling"));
    }

    @Test
    void whatASheetCannotHoldIsRefused() {
        WorkbookData.mustFit(ExcelBook.MAX_ROWS - 1);
        var problem = assertThrows(Problem.class, () -> WorkbookData.mustFit(ExcelBook.MAX_ROWS));
        assertEquals(422, problem.status());
        assertEquals("too-many-rows", problem.code());
        for (var language : Language.values()) {
            assertFalse(language.text("problems", "too-many-rows", 2, 1).isBlank());
        }
    }

    @Test
    void aMunicipalityWithNothingHasAWorkbookToo() {
        var told = WorkbookFile.open(WorkbookFile.bytes(WorkbookFixture.empty(), Language.NB, false));
        var evaluator = told.book().getCreationHelper().createFormulaEvaluator();
        told.formulas().forEach(cell -> WorkbookRecalculationTest.assertSame(cell, evaluator.evaluate(cell)));
        assertNotNull(told.sheet(WorkbookSheet.DATA).getTables().get(0));
    }
}
