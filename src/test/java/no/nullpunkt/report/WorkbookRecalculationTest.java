package no.nullpunkt.report;

import static no.nullpunkt.report.WorkbookFile.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Language;
import no.nullpunkt.testing.LibreOffice;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook opened and recalculated by LibreOffice: nothing changes and no cell is an error. */
class WorkbookRecalculationTest {

    @TempDir
    static Path directory;

    @BeforeAll
    static void needsLibreOffice() {
        LibreOffice.assumeInstalled();
    }

    @Test
    void recalculatedNothingChanges() throws IOException {
        for (var language : Language.values()) {
            var view = View.values()[language.ordinal()];
            var bytes = WorkbookFile.bytes(WorkbookFixture.snapshot(), view, language, language == Language.EN);
            var written = WorkbookFile.open(bytes);
            // Every figure is made wrong first, so that one left alone would be seen.
            var spoilt = WorkbookFile.open(bytes);
            spoilt.formulas()
                    .filter(cell -> cell.getCachedFormulaResultType() == CellType.NUMERIC)
                    .forEach(cell -> cell.setCellValue(-12345.678));
            var file = directory.resolve(language + ".xlsx");
            try (var out = Files.newOutputStream(file)) {
                spoilt.book().write(out);
            }
            var recalculated = WorkbookFile.open(Files.readAllBytes(LibreOffice.recalculate(file)));

            recalculated.cells().forEach(cell -> assertNotEquals(CellType.ERROR, type(cell), () -> where(cell)));
            var found = new HashMap<String, Cell>();
            recalculated.formulas().forEach(cell -> found.put(where(cell), cell));
            written.formulas().forEach(cell -> {
                var other = found.get(where(cell));
                assertTrue(other != null, () -> where(cell) + " is no formula any more");
                assertSame(cell, value(other));
            });
            assertEquals(written.charts().count(), recalculated.charts().count());
            recalculated.charts().forEach(chart -> WorkbookChartTest.assertCarriesItsCells(recalculated, chart));
            assertEquals(
                    "OK",
                    recalculated
                            .sheet(WorkbookSheet.CONTROL)
                            .getRow(3)
                            .getCell(1)
                            .getStringCellValue());
        }
    }

    private static CellType type(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private static CellValue value(Cell cell) {
        return switch (type(cell)) {
            case NUMERIC -> new CellValue(cell.getNumericCellValue());
            case STRING -> new CellValue(cell.getStringCellValue());
            default -> throw new AssertionError(where(cell) + " is " + type(cell));
        };
    }

    /** A formula's own figure against one calculated anew: the same but for the last of some 15 digits. */
    static void assertSame(Cell written, CellValue calculated) {
        if (written.getCachedFormulaResultType() == CellType.STRING) {
            assertEquals(written.getStringCellValue(), calculated.getStringValue(), () -> where(written));
            return;
        }
        assertEquals(CellType.NUMERIC, calculated.getCellType(), () -> where(written) + " " + calculated);
        double expected = written.getNumericCellValue();
        double tolerance = 1e-9 * Math.max(1, Math.abs(expected));
        assertEquals(
                expected,
                calculated.getNumberValue(),
                tolerance,
                () -> where(written) + " " + written.getCellFormula());
    }
}
