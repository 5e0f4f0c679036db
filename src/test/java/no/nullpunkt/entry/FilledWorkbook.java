package no.nullpunkt.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An entry workbook as somebody sends it back. */
public final class FilledWorkbook {

    private static final int FIRST_ROW = 4;

    private FilledWorkbook() {}

    /** With a value in the first row of those that were downloaded. */
    public static byte[] of(byte[] downloaded, double value) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(downloaded));
                var out = new ByteArrayOutputStream()) {
            book.getSheetAt(0)
                    .getRow(FIRST_ROW)
                    .createCell(EntryWorkbook.Column.NUMBER.ordinal())
                    .setCellValue(value);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
