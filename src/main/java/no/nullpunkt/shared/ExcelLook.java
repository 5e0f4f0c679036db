package no.nullpunkt.shared;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * How a cell looks: what it is on the sheet, and the format of its number.
 *
 * @param format as Excel writes it, such as {@code #,##0}; null for text
 */
public record ExcelLook(Part part, String format) {

    public static final String WHOLE = "#,##0";
    public static final String TENTHS = "#,##0.0";
    public static final String HUNDREDTHS = "#,##0.00";
    public static final String FINELY = "#,##0.0000";
    public static final String PERCENT = "0.0 %";
    public static final String MONTH = "yyyy-mm";

    /** A number as precise as it is, for columns where every row has its own unit. */
    public static final String GENERAL = "General";

    public static final ExcelLook TITLE = text(Part.TITLE);
    public static final ExcelLook SUBTITLE = text(Part.SUBTITLE);
    public static final ExcelLook HEADING = text(Part.HEADING);
    public static final ExcelLook NOTE = text(Part.NOTE);
    public static final ExcelLook FINE = text(Part.FINE);
    public static final ExcelLook HEADER = text(Part.HEADER);
    public static final ExcelLook NUMBER_HEADER = text(Part.NUMBER_HEADER);
    public static final ExcelLook CELL = text(Part.CELL);
    public static final ExcelLook WRAPPED = text(Part.WRAPPED);
    public static final ExcelLook LINE = text(Part.LINE);
    public static final ExcelLook TOTAL = text(Part.TOTAL);
    public static final ExcelLook STRONG = text(Part.STRONG);
    public static final ExcelLook PLAIN = text(Part.PLAIN);
    public static final ExcelLook DATA = text(Part.DATA);

    /** What a cell is on the sheet. */
    public enum Part {
        TITLE,
        SUBTITLE,
        HEADING,
        NOTE,
        /** Small print on one line. */
        FINE,
        HEADER,
        NUMBER_HEADER,
        /** Above several headers that belong together. */
        GROUP_HEADER,
        CELL,
        WRAPPED,
        /** A cell of a table whose rows are one line high. */
        LINE,
        /** A number that is not quite what its neighbours are; its format says so too, since slant alone does not. */
        SLANTED,
        /** A sign in the place of a number. */
        MARK,
        TOTAL,
        /** A name above its text. */
        STRONG,
        /** A cell to fill in: the only kind that can be changed on a locked sheet. */
        INPUT,
        TILE_LABEL,
        TILE_FIGURE,
        TILE_NOTE,
        PLAIN,
        /** Without lines, for long lists. */
        DATA
    }

    /** The format that shows numbers beside each other as precisely as people read them: alike, and tiny ones too. */
    public static String formatOf(Collection<BigDecimal> numbers) {
        if (numbers.stream().allMatch(number -> number.stripTrailingZeros().scale() <= 0)) {
            return WHOLE;
        }
        return numbers.stream().allMatch(number -> number.abs().compareTo(BigDecimal.ONE) < 0) ? FINELY : HUNDREDTHS;
    }

    public static ExcelLook text(Part part) {
        return new ExcelLook(part, null);
    }

    /** The same part with a number of this format. */
    public ExcelLook as(String numberFormat) {
        return new ExcelLook(part, numberFormat);
    }
}
