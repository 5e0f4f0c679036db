package no.nullpunkt.shared;

import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * How much room text takes in Arial, in the width of a digit, which is what workbooks count columns in. Reckoned from
 * the letters and not from an installed font, so that every machine writes the same file.
 */
public final class ExcelText {

    private static final double SPACE = 0.5;
    private static final String THIN = "ijl'|!.,:;I ";
    private static final String NARROW = "ftr()[]/-\u00a0\"";
    private static final String ROUND = "cksvxyzJ*";
    private static final String WIDE = "mwMWÆæ@%–—…";

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
        if (THIN.indexOf(letter) >= 0) {
            return SPACE;
        }
        if (NARROW.indexOf(letter) >= 0) {
            return 0.6;
        }
        if (ROUND.indexOf(letter) >= 0) {
            return 0.9;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 1.6;
        }
        return Character.isUpperCase(letter) ? 1.3 : 1;
    }

    /** The width of a number written with this format, its literal text left out. */
    public static double width(BigDecimal number, String format) {
        int integerDigits = Math.max(1, number.precision() - number.scale());
        int decimals = decimals(number, format);
        int grouping = (integerDigits - 1) / 3;
        boolean percent = format.endsWith("%");
        return integerDigits
                + SPACE * grouping
                + (decimals == 0 ? 0 : decimals + SPACE)
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

    /** The width of its longest word: what a column needs to break it well. */
    public static double widestWord(String text) {
        return Stream.of(text.split("[ \n-]"))
                .mapToDouble(ExcelText::width)
                .max()
                .orElse(0);
    }

    /** How many lines the text takes in a cell of this width, broken between words. */
    public static int lines(String text, double width) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines++;
            double used = 0;
            for (String word : paragraph.split(" ")) {
                double needed = width(word);
                if (used > 0 && used + SPACE + needed > width) {
                    lines++;
                    used = 0;
                }
                used += (used > 0 ? SPACE : 0) + needed;
                if (used > width) {
                    // Where a long word is broken is up to the program: what follows may not fit beside its end.
                    lines += (int) (used / width);
                    used = width;
                }
            }
        }
        return lines;
    }

    /** The text as far as it goes in this many lines, with an ellipsis where it goes further. */
    public static String cut(String text, double width, int lines) {
        if (lines(text, width) <= lines) {
            return text;
        }
        var shorter = text;
        do {
            int space = shorter.lastIndexOf(' ');
            // A word as long as half of all there is room for is broken instead of left out.
            boolean atWord = space > 0 && shorter.length() - space < width * lines / 2;
            shorter = shorter.substring(0, atWord ? space : shorter.length() - 1);
        } while (lines(shorter + " …", width) > lines);
        return shorter + " …";
    }
}
