package no.nullpunkt.entry;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.entry.EntryWorkbook.Column;
import no.nullpunkt.indicator.NamedSeries;
import no.nullpunkt.indicator.SeriesName;
import no.nullpunkt.measurement.EnteredRow;
import no.nullpunkt.measurement.EnteredValue;
import no.nullpunkt.measurement.Place.Spot;
import no.nullpunkt.measurement.StatusText;
import no.nullpunkt.measurement.ValueQuality;
import no.nullpunkt.shared.NumberText;
import no.nullpunkt.shared.Problem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;

/**
 * The entry workbook as it comes back. Its rows are known by their hidden keys and its columns by their hidden codes, so
 * that rows may be gone or sorted and columns added.
 */
final class EntryWorkbookFile {

    private static final Pattern KEY = Pattern.compile("(\\d{1,18})/(\\d{4}-(?:0[1-9]|1[0-2]))");
    private static final int ROWS_TO_LOOK_IN = 100;

    private final Sheet sheet;
    private final Row codes;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);

    /**
     * Finds the sheet with the values.
     *
     * @throws Problem 422 when it is another workbook, or the hidden cells are gone
     */
    EntryWorkbookFile(Workbook book) {
        codes = findCodes(book);
        sheet = codes.getSheet();
        for (var cell : codes) {
            for (var column : Column.values()) {
                if (column.code().equals(textOf(cell))) {
                    columns.put(column, cell.getColumnIndex());
                }
            }
        }
        if (columns.size() < Column.values().length) {
            throw Problem.rule("not-the-entry-workbook");
        }
    }

    private static Row findCodes(Workbook book) {
        for (var sheet : book) {
            for (int i = 0; i <= Math.min(sheet.getLastRowNum(), ROWS_TO_LOOK_IN); i++) {
                var row = sheet.getRow(i);
                if (row != null) {
                    for (var cell : row) {
                        if (Column.KEY.code().equals(textOf(cell))) {
                            return row;
                        }
                    }
                }
            }
        }
        throw Problem.rule("not-the-entry-workbook");
    }

    /** The names of the series in it. */
    List<SeriesName> series() {
        var names = new ArrayList<SeriesName>();
        for (var row : sheet) {
            var key = KEY.matcher(text(row, Column.KEY));
            if (key.matches()) {
                names.add(new SeriesName(Long.valueOf(key.group(1)), null, null));
            }
        }
        return names;
    }

    /** Whatever is filled in, understood or not. */
    List<EnteredRow> rows(NamedSeries series) {
        var rows = new ArrayList<EnteredRow>();
        for (var row : sheet) {
            if (row.getRowNum() > codes.getRowNum() && !text(row, Column.KEY).isEmpty() && isFilledIn(row)) {
                rows.add(read(row, series));
            }
        }
        return rows;
    }

    /** How many rows nothing is filled in of. */
    int empty() {
        var empty = 0;
        for (var row : sheet) {
            var key = KEY.matcher(text(row, Column.KEY));
            empty += key.matches() && !isFilledIn(row) ? 1 : 0;
        }
        return empty;
    }

    private boolean isFilledIn(Row row) {
        return List.of(Column.NUMBER, Column.DIVISOR, Column.STATUS, Column.REASON).stream()
                .anyMatch(column -> !text(row, column).isEmpty());
    }

    private EnteredRow read(Row row, NamedSeries series) {
        try {
            var key = KEY.matcher(text(row, Column.KEY));
            if (!key.matches()) {
                throw Problem.notUnderstood("workbook-key").at("/series", "workbook-key");
            }
            var name = new SeriesName(Long.valueOf(key.group(1)), null, null);
            var isRatio = series.find(name)
                    .filter(found -> found.measured().aggregation() == Aggregation.RATIO)
                    .isPresent();
            var number = number(row, Column.NUMBER, isRatio ? "/numerator" : "/value");
            var divisor = number(row, Column.DIVISOR, isRatio ? "/denominator" : "/weight");
            return EnteredRow.of(
                    field -> spot(row, field),
                    new EnteredValue(
                            name.key(),
                            null,
                            null,
                            YearMonth.parse(key.group(2)),
                            status(row, number != null || divisor != null),
                            isRatio ? null : number,
                            isRatio ? null : divisor,
                            isRatio ? number : null,
                            isRatio ? divisor : null,
                            quality(row),
                            optional(row, Column.COMMENT),
                            optional(row, Column.REASON),
                            version(row)));
        } catch (Problem fault) {
            return EnteredRow.unreadable(field -> spot(row, field), fault);
        }
    }

    /** The cell that a part of the value stands in; the whole of it is told by its number. */
    private Spot spot(Row row, String field) {
        var column = switch (field) {
            case "/weight", "/denominator" -> Column.DIVISOR;
            case "/status" -> Column.STATUS;
            case "/reason" -> Column.REASON;
            case "/comment" -> Column.COMMENT;
            case "/series" -> Column.INDICATOR;
            default -> Column.NUMBER;
        };
        var letters = CellReference.convertNumToColString(columns.get(column));
        var line = row.getRowNum() + 1;
        return new Spot(sheet.getSheetName() + "!" + letters + line, line, letters);
    }

    private ValueStatus status(Row row, boolean hasNumber) {
        var text = text(row, Column.STATUS);
        return text.isEmpty() ? hasNumber ? ValueStatus.MEASURED : null : StatusText.read(text);
    }

    private ValueQuality quality(Row row) {
        var text = text(row, Column.QUALITY);
        try {
            return text.isEmpty() ? null : ValueQuality.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notUnderstood("workbook-key").at("/series", "workbook-key");
        }
    }

    private int version(Row row) {
        try {
            return new BigDecimal(text(row, Column.VERSION)).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw Problem.notUnderstood("workbook-key").at("/series", "workbook-key");
        }
    }

    /** A number, also as text with a decimal comma, or what a formula came to when the file was saved. */
    private BigDecimal number(Row row, Column column, String pointer) {
        var cell = row.getCell(columns.get(column));
        if (cell == null || text(row, column).isEmpty()) {
            return null;
        }
        if (typeOf(cell) == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            throw Problem.notUnderstood("number-became-date").at(pointer, "number-became-date");
        }
        if (typeOf(cell) == CellType.NUMERIC) {
            return BigDecimal.valueOf(cell.getNumericCellValue());
        }
        return NumberText.read(text(row, column), null, pointer);
    }

    private String optional(Row row, Column column) {
        var text = text(row, column);
        return text.isEmpty() ? null : text;
    }

    private String text(Row row, Column column) {
        var cell = row.getCell(columns.get(column));
        return cell == null ? "" : textOf(cell);
    }

    private static String textOf(Cell cell) {
        return switch (typeOf(cell)) {
            case STRING -> cell.getStringCellValue().strip();
            case NUMERIC -> BigDecimal.valueOf(cell.getNumericCellValue()).toPlainString();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case ERROR -> "#";
            default -> "";
        };
    }

    private static CellType typeOf(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }
}
