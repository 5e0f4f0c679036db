package no.nullpunkt.shared;

import java.math.BigDecimal;

/**
 * How much room text takes in Arial, in the width of a digit, which is what workbooks count columns in. Reckoned from
 * the letters and not from an installed font, so that every machine writes the same file.
 */
public final class ExcelText {

    private static final String NARROW = "iljItf.,:;'|!()[]/ -\u00a0";
    private static final String WIDE = "mwMWÆæ@%–—";

    private ExcelText() {}

    public static double width(String text) {
        double widest = 0;
        double line = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\n') {
                widest = Math.max(widest, line);
                line = 0;
            } else {
                line += width(letter);
            }
        }
        return Math.max(widest, line);
    }

    private static double width(char letter) {
        if (NARROW.indexOf(letter) >= 0) {
            return 0.55;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 1.55;
        }
        return Character.isUpperCase(letter) ? 1.25 : 1;
    }

    /** The width of a number written with this format, its literal text left out. */
    static double width(BigDecimal number, String format) {
        int integerDigits = Math.max(1, number.precision() - number.scale());
        int decimals = decimals(number, format);
        int grouping = (integerDigits - 1) / 3;
        boolean percent = format.endsWith("%");
        return integerDigits
                + 0.55 * grouping
                + (decimals == 0 ? 0 : decimals + 0.55)
                + (number.signum() < 0 ? 1 : 0)
                + (percent ? 4 : 0);
    }

    private static int decimals(BigDecimal number, String format) {
        if (format.equals(ExcelLook.GENERAL)) {
            return Math.min(9, Math.max(0, number.stripTrailingZeros().scale()));
        }
        int point = format.indexOf('.');
        int end = point + 1;
        while (point >= 0 && end < format.length() && format.charAt(end) == '0') {
            end++;
        }
        return point < 0 ? 0 : end - point - 1;
    }

    /** How many lines the text takes in a cell of this width, broken between words. */
    public static int lines(String text, double width) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines++;
            double used = 0;
            for (String word : paragraph.split(" ")) {
                double needed = width(word);
                if (used > 0 && used + 0.55 + needed > width) {
                    lines++;
                    used = 0;
                }
                used += (used > 0 ? 0.55 : 0) + needed;
                if (used > width) {
                    int more = (int) (used / width);
                    lines += more;
                    used -= more * width;
                }
            }
        }
        return lines;
    }
}
