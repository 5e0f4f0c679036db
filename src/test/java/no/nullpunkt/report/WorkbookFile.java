package no.nullpunkt.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Language;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook opened to look into. */
public record WorkbookFile(XSSFWorkbook book) {

    public static WorkbookFile open(byte[] bytes) {
        try {
            return new WorkbookFile(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fixture's workbook. */
    static byte[] bytes(Language language, boolean accessible) {
        return bytes(WorkbookFixture.snapshot(), language, accessible);
    }

    static byte[] bytes(Snapshot snapshot, Language language, boolean accessible) {
        return bytes(snapshot, null, language, accessible);
    }

    /** With a view's page first, unless it is null. */
    static byte[] bytes(Snapshot snapshot, View view, Language language, boolean accessible) {
        return bytes(snapshot, WorkbookFixture.stories(), view, language, accessible);
    }

    static byte[] bytes(
            Snapshot snapshot, Map<UUID, BenefitStory> stories, View view, Language language, boolean accessible) {
        var all = WorkbookContent.of(snapshot, stories, language, results -> WorkbookFixture.HASH, "0.1.0");
        var content = view == null ? all : all.toldTo(view);
        try (var made = Workbook.of(content, language, accessible)) {
            var out = new ByteArrayOutputStream();
            made.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its name in whichever language this is, since views come between. */
    public XSSFSheet sheet(WorkbookSheet sheet) {
        return Stream.of(Language.values())
                .map(language -> book.getSheet(sheet.name(new WorkbookWords(language))))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    public Stream<Cell> cells() {
        return StreamSupport.stream(book.spliterator(), false).flatMap(WorkbookFile::cells);
    }

    static Stream<Cell> cells(Sheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false));
    }

    Stream<Cell> formulas() {
        return cells().filter(cell -> cell.getCellType() == CellType.FORMULA);
    }

    public static String where(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + cell.getAddress();
    }

    /** The rows below a header, each by the header's names. */
    public List<Map<String, Cell>> table(WorkbookSheet sheet, int headerRowNumber) {
        var header = sheet(sheet).getRow(headerRowNumber - 1);
        return StreamSupport.stream(sheet(sheet).spliterator(), false)
                .filter(row -> row.getRowNum() >= headerRowNumber)
                .map(row -> byName(header, row))
                .toList();
    }

    private static Map<String, Cell> byName(Row header, Row row) {
        var cells = new LinkedHashMap<String, Cell>();
        header.forEach(name -> {
            var cell = row.getCell(name.getColumnIndex());
            if (cell != null && cell.getCellType() != CellType.BLANK) {
                cells.put(name.toString(), cell);
            }
        });
        return cells;
    }

    /** The control sheet's figures by name, as the service gave them. */
    Map<String, BigDecimal> controlled() {
        var figures = new LinkedHashMap<String, BigDecimal>();
        eachCheck(row -> figures.put(
                row.getCell(0).getStringCellValue(),
                BigDecimal.valueOf(row.getCell(2).getNumericCellValue())));
        return figures;
    }

    void eachCheck(Consumer<Row> check) {
        StreamSupport.stream(sheet(WorkbookSheet.CONTROL).spliterator(), false)
                .filter(row -> row.getRowNum() > 11)
                .forEach(check);
    }

    /** Every chart, in the order of the tabs. */
    Stream<XSSFChart> charts() {
        return StreamSupport.stream(book.spliterator(), false)
                .map(XSSFSheet.class::cast)
                .filter(sheet -> sheet.getDrawingPatriarch() != null)
                .flatMap(sheet -> sheet.getDrawingPatriarch().getCharts().stream());
    }

    /** Every number that the charts carry. */
    public Stream<Double> drawn() {
        return charts().flatMap(chart -> WorkbookChartTest.series(chart).stream())
                .flatMap(series -> series.values().getNumRef().getNumCache().getPtList().stream())
                .map(point -> Double.valueOf(point.getV()));
    }

    /** What stands beside a word on the control sheet. */
    public String control(String word) {
        return StreamSupport.stream(sheet(WorkbookSheet.CONTROL).spliterator(), false)
                .filter(row ->
                        row.getCell(0) != null && row.getCell(0).toString().equals(word))
                .map(row -> row.getCell(1).getStringCellValue())
                .findFirst()
                .orElseThrow();
    }
}
