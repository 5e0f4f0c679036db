package no.nullpunkt.overview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.LibreOffice;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class OverviewWorkbookTest {

    @TempDir
    Path directory;

    private static byte[] workbook(Sharing reader, UUID network, String language) {
        return reader.municipality
                .anywhere(Role.LEADER)
                .header("Accept-Language", language)
                .get("/api/v1/overview/workbook?network=" + network + "&from=2026-01&to=2026-04")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    void theFiguresAreThoseOfTheApiAndLiveFormulas() throws IOException {
        var one = new Sharing("61.5");
        var network = one.network();
        var other = new Sharing("37.25").joins(network, one);
        one.shares(network, "TERTIAL", "2026-T1");
        other.shares(network, "MONTH", "2026-02");
        var bytes = workbook(one, network, "nb");
        assertArrayEquals(bytes, workbook(one, network, "nb"), "the same shared reports give the same bytes");

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var hours = book.getSheet("Kommuner").getRow(6).getCell(3);
            assertEquals(CellType.FORMULA, hours.getCellType());
            float told = one.overview(network, "&from=2026-01&to=2026-04").path("total.hours");
            assertEquals(told, hours.getNumericCellValue(), 1e-3);
            assertEquals(5, book.getSheet("Data").getLastRowNum(), "a row for each month that is shared");
            assertTrue(
                    book.getSheet("Kommuner").getDrawingPatriarch().getCharts().size() == 1);
        }
    }

    @Test
    void recalculatedTheControlIsStillOk() throws IOException {
        LibreOffice.assumeInstalled();
        var one = new Sharing("61.5");
        var network = one.network();
        one.shares(network, "TERTIAL", "2026-T1");
        for (var language : new String[] {"nb", "nn", "en"}) {
            var file = directory.resolve(language + ".xlsx");
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook(one, network, language)));
                    var out = Files.newOutputStream(file)) {
                // Every figure is made wrong first, so that one left alone would be seen.
                book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.FORMULA
                            && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                        cell.setCellValue(-12345.678);
                    }
                })));
                book.write(out);
            }
            try (var book = new XSSFWorkbook(Files.newInputStream(LibreOffice.recalculate(file)))) {
                var control = book.getSheetAt(6);
                assertEquals("OK", control.getRow(1).getCell(1).getStringCellValue(), language);
                book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> assertNotEquals(
                        CellType.ERROR,
                        cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType(),
                        () -> sheet.getSheetName() + " " + cell.getAddress()))));
            }
        }
    }
}
