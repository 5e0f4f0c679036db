package no.nullpunkt.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.nullpunkt.shared.Language;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTAxDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumDataSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTSerTx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDispBlanksAs;

/** The native charts: linked to cells, carrying what those hold, and told to whoever does not see them. */
class WorkbookChartTest {

    /** A series as the file tells it. */
    record Drawn(CTSerTx name, CTAxDataSource labels, CTNumDataSource values) {}

    @ParameterizedTest
    @EnumSource
    void carryWhatTheirCellsHold(Language language) {
        for (var accessible : List.of(false, true)) {
            var file = WorkbookFile.open(WorkbookFile.bytes(language, accessible));
            assertEquals(10, file.charts().count());
            file.charts().forEach(chart -> assertCarriesItsCells(file, chart));
        }
    }

    static void assertCarriesItsCells(WorkbookFile file, XSSFChart chart) {
        for (var series : series(chart)) {
            var name = series.name().getStrRef();
            assertEquals(
                    texts(file, name.getF()).get(0),
                    name.getStrCache().getPtArray(0).getV());
            var values = series.values().getNumRef();
            assertEquals(
                    numbers(file, values.getF()), numbers(values.getNumCache().getPtList()), values.getF());
            if (series.labels().isSetNumRef()) {
                var labels = series.labels().getNumRef();
                assertEquals(
                        numbers(file, labels.getF()),
                        numbers(labels.getNumCache().getPtList()));
            } else {
                var labels = series.labels().getStrRef();
                var said = labels.getStrCache().getPtList().stream()
                        .map(CTStrVal::getV)
                        .toList();
                if (areTexts(file, labels.getF())) {
                    assertEquals(texts(file, labels.getF()), said);
                } else {
                    // LibreOffice says months as it shows them.
                    assertEquals(cells(labels.getF()).count(), said.size());
                }
            }
        }
    }

    static List<Drawn> series(XSSFChart chart) {
        var plot = chart.getCTChart().getPlotArea();
        var all = new ArrayList<Drawn>();
        plot.getLineChartList().stream()
                .flatMap(lines -> lines.getSerList().stream())
                .forEach(line -> all.add(new Drawn(line.getTx(), line.getCat(), line.getVal())));
        plot.getBarChartList().stream()
                .flatMap(bars -> bars.getSerList().stream())
                .forEach(bar -> all.add(new Drawn(bar.getTx(), bar.getCat(), bar.getVal())));
        return all;
    }

    private static boolean areTexts(WorkbookFile file, String range) {
        var first = cells(range).findFirst().orElseThrow();
        return file.book()
                        .getSheet(first.getSheetName())
                        .getRow(first.getRow())
                        .getCell(first.getCol())
                        .getCellType()
                == CellType.STRING;
    }

    private static List<String> texts(WorkbookFile file, String range) {
        return cells(range)
                .map(cell -> file.book()
                        .getSheet(cell.getSheetName())
                        .getRow(cell.getRow())
                        .getCell(cell.getCol())
                        .getStringCellValue())
                .toList();
    }

    /** By their place; what is not there is an empty cell, and is left out. */
    private static Map<Long, Double> numbers(WorkbookFile file, String range) {
        var numbers = new HashMap<Long, Double>();
        var all = cells(range).toList();
        for (int i = 0; i < all.size(); i++) {
            var cell = file.book()
                    .getSheet(all.get(i).getSheetName())
                    .getRow(all.get(i).getRow())
                    .getCell(all.get(i).getCol());
            switch (cell.getCellType()) {
                case NUMERIC, FORMULA -> numbers.put((long) i, cell.getNumericCellValue());
                case BLANK -> {}
                // Spreadsheets draw a text as 0.
                default -> throw new AssertionError(range + " holds " + cell);
            }
        }
        return numbers;
    }

    private static Map<Long, Double> numbers(List<CTNumVal> points) {
        var numbers = new HashMap<Long, Double>();
        points.forEach(point -> numbers.put(point.getIdx(), Double.valueOf(point.getV())));
        return numbers;
    }

    private static Stream<CellReference> cells(String range) {
        var area = range.contains(":")
                ? new AreaReference(range, SpreadsheetVersion.EXCEL2007).getAllReferencedCells()
                : new CellReference[] {new CellReference(range)};
        return Stream.of(area);
    }

    @Test
    void aMonthWithoutAMeasurementIsAGap() {
        var file = WorkbookFile.open(WorkbookFile.bytes(Language.NB, false));
        var alarms = file.charts()
                .filter(chart -> chart.getTitleText().getString().equals("Timer til å svare på varsler"))
                .findFirst()
                .orElseThrow();
        assertEquals(STDispBlanksAs.GAP, alarms.getCTChart().getDispBlanksAs().getVal());
        var level = series(alarms).get(2).values().getNumRef().getNumCache();
        assertEquals(6, level.getPtCount().getVal());
        assertEquals(
                Set.of(0L, 1L, 2L, 3L),
                numbers(level.getPtList()).keySet(),
                "nothing was measured in May, nor in June");
        var nights = file.charts()
                .filter(chart -> chart.getTitleText().getString().equals("Timer til tilsyn om natten"))
                .findFirst()
                .orElseThrow();
        var measured = series(nights).get(2).values().getNumRef().getNumCache();
        assertEquals(0, numbers(measured.getPtList()).get(3L), "a measured 0 is drawn");
    }

    @ParameterizedTest
    @EnumSource
    void areToldInWordsToo(Language language) {
        var file = WorkbookFile.open(WorkbookFile.bytes(language, true));
        var said = sheets(file).stream()
                .filter(sheet -> sheet.getDrawingPatriarch() != null)
                .flatMap(sheet -> sheet.getDrawingPatriarch().getCTDrawing().getTwoCellAnchorList().stream())
                .map(anchor -> anchor.getGraphicFrame().getNvGraphicFramePr().getCNvPr())
                .toList();
        assertEquals(file.charts().count(), said.size());
        said.forEach(each -> {
            var told = each.getDescr();
            assertFalse(each.getName().isBlank());
            assertTrue(
                    told.contains(language.choose("måling", "måling", "measurement"))
                            || told.contains(language.choose(
                                    "Planlagt, målt og tatt ut", "Planlagt, målt og teke ut", "Planned")),
                    told);
            assertTrue(told.contains(language.choose("Tallene står", "Tala står", "The figures are")), told);
        });
        file.charts().forEach(chart -> {
            assertFalse(chart.getCTChart().getPlotArea().getValAxArray(0).getTitle() == null);
            assertFalse(chart.getCTChart().getPlotArea().getCatAxArray(0).getTitle() == null);
            assertEquals(
                    language.choose("nb-NO", "nn-NO", "en-GB"),
                    chart.getCTChartSpace().getLang().getVal());
        });
    }

    /** Series are told apart in black and white: no two share a dash and a marker, or a fill. */
    @Test
    void seriesDifferInMoreThanColour() {
        var file = WorkbookFile.open(WorkbookFile.bytes(Language.NB, false));
        file.charts().forEach(chart -> {
            var looks = new HashSet<String>();
            var plot = chart.getCTChart().getPlotArea();
            plot.getLineChartList().stream()
                    .flatMap(lines -> lines.getSerList().stream())
                    .forEach(line -> assertTrue(
                            looks.add(line.getSpPr().getLn().getPrstDash().getVal() + " "
                                    + line.getMarker().getSymbol().getVal())));
            plot.getBarChartList().stream()
                    .flatMap(bars -> bars.getSerList().stream())
                    .forEach(bar -> assertTrue(looks.add(
                            bar.getSpPr().isSetPattFill()
                                    ? "pattern"
                                    : String.valueOf(brightness(bar.getSpPr()
                                            .getSolidFill()
                                            .getSrgbClr()
                                            .getVal())))));
            assertEquals(3, looks.size());
        });
    }

    /** In five steps. */
    private static int brightness(byte[] rgb) {
        return (int) ((0.2126 * (rgb[0] & 0xFF) + 0.7152 * (rgb[1] & 0xFF) + 0.0722 * (rgb[2] & 0xFF)) / 51);
    }

    @Test
    void withNothingToDrawThereIsNoChart() {
        var file = WorkbookFile.open(WorkbookFile.bytes(WorkbookFixture.empty(), Language.NB, false));
        assertEquals(0, file.charts().count());
        assertNull(file.sheet(WorkbookSheet.SUMMARY).getDrawingPatriarch());
    }

    static List<XSSFSheet> sheets(WorkbookFile file) {
        return IntStream.range(0, file.book().getNumberOfSheets())
                .mapToObj(file.book()::getSheetAt)
                .toList();
    }
}
