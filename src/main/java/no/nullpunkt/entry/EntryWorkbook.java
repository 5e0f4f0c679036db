package no.nullpunkt.entry;

import static no.nullpunkt.shared.ExcelLook.GENERAL;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.entry.OpenMonth.Field;
import no.nullpunkt.entry.OpenMonth.Recorded;
import no.nullpunkt.measurement.EnteredValue;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.Language;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * The workbook in which a person fills a month in. Only what is to be filled in can be changed; the last value stands
 * beside it. What each row and column is, is told in cells that are hidden, so that it is known again wherever it has
 * been moved to, and so is the version that was seen, so that nothing is overwritten that was not.
 */
final class EntryWorkbook {

    /** The columns, left to right. A hidden row names them by their code. */
    enum Column {
        KEY,
        VERSION,
        QUALITY,
        TECHNOLOGY,
        BENEFIT,
        INDICATOR,
        UNIT,
        MEASURED_IN,
        LAST_MONTH,
        LAST_NUMBER,
        LAST_DIVISOR,
        NUMBER,
        DIVISOR,
        STATUS,
        REASON,
        COMMENT;

        boolean isHidden() {
            return ordinal() <= QUALITY.ordinal();
        }

        boolean isProse() {
            return this == REASON || this == COMMENT;
        }

        String code() {
            return "nullpunkt:" + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final ExcelLook INPUT_TEXT = ExcelLook.text(ExcelLook.Part.INPUT);
    private static final ExcelLook INPUT_NUMBER = INPUT_TEXT.as(GENERAL);
    private static final ExcelLook NUMBER = ExcelLook.CELL.as(GENERAL);

    private static final int HEADER_ROW = 4;
    private static final int HEADER_LINES = 3;
    private static final double LEAST_WIDTH = 10;
    private static final double MOST_WIDTH = 40;
    private static final int EXACT_DIGITS = 15;
    private static final String LARGEST = "999999999999999";

    private final OpenMonth month;
    private final Language language;
    private final ExcelSheet sheet;

    private EntryWorkbook(OpenMonth month, Language language, ExcelSheet sheet) {
        this.month = month;
        this.language = language;
        this.sheet = sheet;
    }

    /** The workbook of a month; the caller closes it. */
    static ExcelBook of(OpenMonth month, Language language, Instant made) {
        var title = text(language, "title", month.month());
        var book = new ExcelBook(language, title, text(language, "how"), made, false);
        new EntryWorkbook(month, language, book.sheet(text(language, "sheet"))).write(title);
        writeHelp(book.sheet(text(language, "help-sheet")), language);
        return book;
    }

    private static String text(Language language, String key, Object... arguments) {
        return language.text("workbook", "entry-" + key, arguments);
    }

    /** How a status is told, and how it is read again. */
    static String word(ValueStatus status, Language language) {
        return language.text("labels", "state-" + status);
    }

    private void write(String title) {
        sheet.row().heading(Column.TECHNOLOGY.ordinal(), title, ExcelLook.TITLE);
        sheet.row().heading(Column.TECHNOLOGY.ordinal(), text(language, "how"), ExcelLook.FINE);
        sheet.row().hideRow();
        for (var column : Column.values()) {
            sheet.heading(column.ordinal(), column.code(), ExcelLook.FINE);
        }
        sheet.rowOf(HEADER_LINES);
        for (var column : Column.values()) {
            if (!column.isHidden()) {
                sheet.text(column.ordinal(), text(language, "column-" + column.name()), ExcelLook.HEADER);
            }
        }
        month.fields().forEach(this::writeRow);
        var last = sheet.rowNumber();
        sheet.freeze(Column.MEASURED_IN.ordinal(), HEADER_ROW);
        sheet.filter(HEADER_ROW, last, Column.COMMENT.ordinal());
        var frame = sheet.frame();
        for (var column : Column.values()) {
            sheet.fit(column.ordinal(), column.isProse() ? MOST_WIDTH / 2 : LEAST_WIDTH, MOST_WIDTH);
            frame.setColumnHidden(column.ordinal(), column.isHidden());
        }
        if (last > HEADER_ROW) {
            check(frame, last);
        }
        lock(frame);
        sheet.print(ExcelSheet.Paper.A4, HEADER_ROW, title);
    }

    private void writeRow(Field field) {
        var series = field.series();
        sheet.row();
        text(Column.KEY, series.id() + "/" + month.month());
        sheet.number(
                Column.VERSION.ordinal(),
                field.present() == null ? EnteredValue.NOTHING : field.present().version(),
                NUMBER);
        text(Column.QUALITY, field.present() == null ? null : field.present().quality());
        text(
                Column.TECHNOLOGY,
                series.technology() == null ? null : series.technology().in(language));
        text(Column.BENEFIT, series.benefit());
        text(Column.INDICATOR, series.name());
        text(Column.UNIT, series.unit());
        text(Column.MEASURED_IN, measuredIn(series));
        writeLast(field.last());
        writePresent(field);
    }

    private void writeLast(Optional<Recorded> last) {
        sheet.month(Column.LAST_MONTH.ordinal(), last.map(Recorded::month).orElse(null), ExcelLook.CELL);
        var measure = last.map(Recorded::measure);
        sheet.number(
                Column.LAST_NUMBER.ordinal(), measure.map(EntryWorkbook::number).orElse(null), NUMBER);
        sheet.number(
                Column.LAST_DIVISOR.ordinal(),
                measure.map(EntryWorkbook::divisor).orElse(null),
                NUMBER);
    }

    private void writePresent(Field field) {
        var present = field.present();
        var measure = present == null ? null : present.measure();
        input(Column.NUMBER, measure == null ? null : number(measure));
        if (hasDivisor(field.series().aggregation())) {
            input(Column.DIVISOR, measure == null ? null : divisor(measure));
        } else {
            sheet.blank(Column.DIVISOR.ordinal(), ExcelLook.CELL);
        }
        var status = present == null || measure != null ? null : ValueStatus.valueOf(present.status());
        input(Column.STATUS, status == null ? null : word(status, language));
        input(Column.REASON, status == null ? null : present.reason());
        input(Column.COMMENT, present == null ? null : present.comment());
    }

    /** In words, both parts of what is made of two. */
    private static String measuredIn(EntrySeries series) {
        return series.aggregation() == Aggregation.RATIO && series.numerator() != null && series.denominator() != null
                ? series.numerator() + " / " + series.denominator()
                : series.measuredIn();
    }

    static boolean hasDivisor(Aggregation aggregation) {
        return aggregation == Aggregation.RATIO || aggregation == Aggregation.MEAN;
    }

    private static BigDecimal number(Measure measure) {
        return measure.value() == null ? measure.numerator() : measure.value();
    }

    private static BigDecimal divisor(Measure measure) {
        return measure.weight() == null ? measure.denominator() : measure.weight();
    }

    private void text(Column column, String text) {
        sheet.text(column.ordinal(), text, ExcelLook.CELL);
    }

    private void input(Column column, String text) {
        sheet.text(column.ordinal(), text, INPUT_TEXT);
    }

    /** A number with more digits than a spreadsheet can hold is a text, and comes back whole. */
    private void input(Column column, BigDecimal number) {
        if (number != null && number.stripTrailingZeros().precision() > EXACT_DIGITS) {
            sheet.text(
                    column.ordinal(),
                    number.stripTrailingZeros().toPlainString().replace('.', ','),
                    INPUT_NUMBER);
        } else {
            sheet.number(column.ordinal(), number, INPUT_NUMBER);
        }
    }

    private void check(XSSFSheet frame, int last) {
        var numbers = frame.getDataValidationHelper();
        check(
                frame,
                Column.NUMBER,
                last,
                numbers.createDecimalConstraint(OperatorType.BETWEEN, "-" + LARGEST, LARGEST));
        check(frame, Column.DIVISOR, last, numbers.createDecimalConstraint(OperatorType.GREATER_THAN, "0", null));
        check(frame, Column.STATUS, last, numbers.createExplicitListConstraint(new String[] {
            word(ValueStatus.MEASURED, language),
            word(ValueStatus.NOT_MEASURED, language),
            word(ValueStatus.NOT_APPLICABLE, language)
        }));
    }

    private void check(XSSFSheet frame, Column column, int last, DataValidationConstraint constraint) {
        var cells = new CellRangeAddressList(HEADER_ROW, last - 1, column.ordinal(), column.ordinal());
        var check = frame.getDataValidationHelper().createValidation(constraint, cells);
        check.setEmptyCellAllowed(true);
        check.setShowErrorBox(true);
        check.createErrorBox(text(language, "column-" + column.name()), text(language, "check-" + column.name()));
        frame.addValidationData(check);
    }

    /** Rows may be sorted and taken away, and columns added; no password keeps anyone from more. */
    private static void lock(XSSFSheet frame) {
        frame.enableLocking();
        frame.lockSort(false);
        frame.lockAutoFilter(false);
        frame.lockDeleteRows(false);
        frame.lockInsertColumns(false);
        frame.lockFormatColumns(false);
    }

    private static void writeHelp(ExcelSheet help, Language language) {
        help.row().text(0, text(language, "help-sheet"), ExcelLook.TITLE);
        for (var line : text(language, "help").split("\\|")) {
            help.row().text(0, line.strip(), ExcelLook.PLAIN);
        }
        help.widen(0, 3 * MOST_WIDTH);
        help.print(ExcelSheet.Paper.A4, 0, text(language, "help-sheet"));
    }
}
