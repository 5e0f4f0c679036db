package no.nullpunkt.kommit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.nullpunkt.kommit.Finding.Kind;
import no.nullpunkt.kommit.Tool.Found;
import no.nullpunkt.shared.NumberText;
import no.nullpunkt.shared.NumberText.DecimalSign;
import no.nullpunkt.shared.Text;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;

/** Reads what people filled in, cell by cell, and keeps account of what was found and what is to be told of it. */
final class Inputs {

    /** A spreadsheet keeps 15 digits of a number; those after are its binary shadow: 20.899999999999999 is 20.9. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The first figure that is larger than any the service takes in. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(15);

    /** The most decimals that the service takes in. */
    private static final int MOST_DECIMALS = 20;

    private final List<Found> found = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Place> taken = new HashSet<>();

    List<Found> found() {
        return found;
    }

    List<Finding> findings() {
        return findings;
    }

    void tell(Kind kind, String code, Place place, Object... arguments) {
        findings.add(new Finding(kind, code, place, arguments));
    }

    /** The text in a cell, also where it is a number; null where the cell is empty or holds only spaces. */
    Given<String> text(Sheet sheet, int row, int column) {
        var cell = cell(sheet, row, column);
        var place = Place.of(sheet, row, column);
        var text = cell == null ? "" : shown(cell).strip();
        if (text.isEmpty() || isError(cell, place)) {
            return null;
        }
        var printable = Text.Validator.printable(text);
        if (printable.length() < text.length()) {
            tell(Kind.ASSUMED, "unprintable-left-out", place);
        }
        if (printable.length() > Text.LIMIT) {
            tell(Kind.MUST_MEND, "text-too-long", place, Text.LIMIT);
            return null;
        }
        take(place, printable);
        return new Given<>(printable, place);
    }

    /** The number in a cell, exactly as it was typed; zero is a number, an empty cell is none. */
    Given<BigDecimal> number(Sheet sheet, int row, int column) {
        var cell = cell(sheet, row, column);
        var place = Place.of(sheet, row, column);
        var text = cell == null ? "" : shown(cell).strip();
        if (cell == null || text.isEmpty() && cell.getCellType() != CellType.FORMULA || isError(cell, place)) {
            return null;
        }
        if (text.isEmpty()) {
            tell(Kind.NOT_USED, "formula-without-value", place);
            return null;
        }
        var number = isNumeric(cell) ? typed(cell, place) : written(text, place);
        if (number == null) {
            leave(place, text);
            return null;
        }
        if (number.abs().compareTo(TOO_LARGE) >= 0
                || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            tell(Kind.NOT_USED, "number-out-of-range", place, text);
            leave(place, text);
            return null;
        }
        if (cell.getCellType() == CellType.FORMULA) {
            tell(Kind.ASSUMED, "formula-value", place, number.toPlainString());
        }
        take(place, number.toPlainString());
        return new Given<>(number, place);
    }

    private BigDecimal typed(XSSFCell cell, Place place) {
        if (DateUtil.isCellDateFormatted(cell)) {
            tell(Kind.NOT_USED, "date-for-number", place);
            return null;
        }
        var raw = new BigDecimal(cell.getRawValue());
        var number = plain(raw.round(DIGITS));
        if (raw.precision() > DIGITS.getPrecision()) {
            tell(Kind.ASSUMED, "digits-trimmed", place, cell.getRawValue(), number.toPlainString());
        }
        if (cell.getCellStyle().getDataFormatString().contains("%")) {
            number = plain(number.multiply(HUNDRED));
            tell(Kind.ASSUMED, "percent-cell", place, number.toPlainString());
        }
        return number;
    }

    private BigDecimal written(String text, Place place) {
        var written = NumberText.of(text);
        if (written.isEmpty() || written.get().isAmbiguous()) {
            tell(Kind.NOT_USED, "not-a-number", place, text);
            return null;
        }
        var number = plain(written.get().number(DecimalSign.COMMA));
        tell(Kind.ASSUMED, "number-as-text", place, number.toPlainString());
        return number;
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The day in a cell: a real date, or one written in words that can be read; null where there is none. */
    Given<LocalDate> date(Sheet sheet, int row, int column) {
        var cell = cell(sheet, row, column);
        if (cell != null && isNumeric(cell) && DateUtil.isCellDateFormatted(cell)) {
            var place = Place.of(sheet, row, column);
            var date = cell.getLocalDateTimeCellValue().toLocalDate();
            take(place, date.toString());
            return new Given<>(date, place);
        }
        var text = text(sheet, row, column);
        if (text == null) {
            return null;
        }
        var date = SheetDate.in(text.value());
        if (date.isEmpty()) {
            tell(Kind.NOT_USED, "not-a-date", text.place(), text.value());
            return null;
        }
        tell(Kind.ASSUMED, "date-in-words", text.place(), text.value(), date.get());
        return new Given<>(date.get(), text.place());
    }

    /** Lists what is filled in where nothing reads it. */
    boolean isUnread(Sheet sheet, int row, int column) {
        var cell = cell(sheet, row, column);
        var place = Place.of(sheet, row, column);
        if (cell == null || cell.getCellType() == CellType.FORMULA || taken.contains(place)) {
            return false;
        }
        var text = shown(cell).strip();
        if (!text.isEmpty()) {
            leave(place, text);
        }
        return !text.isEmpty();
    }

    private void take(Place place, String text) {
        if (taken.add(place)) {
            found.add(new Found(place, text, true));
        }
    }

    private void leave(Place place, String text) {
        if (taken.add(place)) {
            found.add(new Found(place, text, false));
        }
    }

    private boolean isError(Cell cell, Place place) {
        if (cell == null || typeOf(cell) != CellType.ERROR) {
            return false;
        }
        tell(Kind.NOT_USED, "error-in-cell", place, shown(cell));
        return true;
    }

    private static boolean isNumeric(Cell cell) {
        return typeOf(cell) == CellType.NUMERIC;
    }

    private static CellType typeOf(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    /** What is in a cell, as text and unrounded; empty where there is nothing. */
    static String shown(Cell cell) {
        var raw = ((XSSFCell) cell).getRawValue();
        return switch (typeOf(cell)) {
            case STRING -> cell.getRichStringCellValue().getString();
            case NUMERIC -> raw == null ? "" : DateUtil.isCellDateFormatted(cell) ? date(cell) : raw;
            case BOOLEAN, ERROR -> raw == null ? "" : raw;
            default -> "";
        };
    }

    private static String date(Cell cell) {
        return cell.getLocalDateTimeCellValue().toLocalDate().toString();
    }

    static XSSFCell cell(Sheet sheet, int row, int column) {
        var cells = sheet.getRow(row);
        return cells == null ? null : (XSSFCell) cells.getCell(column);
    }
}
