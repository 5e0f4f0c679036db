package no.nullpunkt.shared;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people write it: {@code 1 100,5}, {@code 1100.5}, {@code 1.100,5}, {@code −3}. A text such as {@code 1.100}
 * is one number where the comma is the decimal sign and another where the point is, and nobody guesses which.
 *
 * @param ifComma what it says where the comma is the decimal sign, or null where it says nothing then
 * @param ifPoint what it says where the point is the decimal sign, or null where it says nothing then
 */
public record NumberText(BigDecimal ifComma, BigDecimal ifPoint) {

    public enum DecimalSign {
        COMMA(",", "."),
        POINT(".", ",");

        private final Pattern number;

        DecimalSign(String sign, String grouping) {
            var decimals = "(?:" + Pattern.quote(sign) + "\\d+)?";
            number = Pattern.compile("-?(?:\\d+|[1-9]\\d{0,2}(?: \\d{3})+|[1-9]\\d{0,2}(?:" + Pattern.quote(grouping)
                    + "\\d{3})+)" + decimals);
        }

        private BigDecimal read(String text) {
            if (!number.matcher(text).matches()) {
                return null;
            }
            return new BigDecimal(
                    this == COMMA
                            ? text.replace(".", "").replace(" ", "").replace(',', '.')
                            : text.replace(",", "").replace(" ", ""));
        }
    }

    /** Longer than any number that is taken, and short enough to read a million of. */
    private static final int LONGEST = 60;

    private static final Pattern SPACES = Pattern.compile("[ \\u00a0\\u2007\\u2009\\u202f]");
    private static final Pattern MINUS = Pattern.compile("^[\\u2212\\u2013] ?");

    /** What the text says; empty when it is not a number, or no text at all. */
    public static Optional<NumberText> of(String text) {
        var plain = MINUS.matcher(SPACES.matcher(text).replaceAll(" ").strip()).replaceFirst("-");
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        var ifComma = DecimalSign.COMMA.read(plain);
        var ifPoint = DecimalSign.POINT.read(plain);
        return ifComma == null && ifPoint == null ? Optional.empty() : Optional.of(new NumberText(ifComma, ifPoint));
    }

    /**
     * The number that a text says.
     *
     * @param sign decides where the text itself does not; null where nothing does
     * @param pointer where the text stands
     * @throws Problem 400 when it is no number, or could be two
     */
    public static BigDecimal read(String text, DecimalSign sign, String pointer) {
        var number = of(text).orElseThrow(() -> {
            var sent = ProblemDocument.shorten(text);
            return Problem.notUnderstood("number-not-understood", sent).at(pointer, "number-not-understood", sent);
        });
        if (sign == null && number.isAmbiguous()) {
            var meanings = new Object[] {text, number.ifComma.toPlainString(), number.ifPoint.toPlainString()};
            throw Problem.notUnderstood("number-ambiguous", meanings).at(pointer, "number-ambiguous", meanings);
        }
        return number.number(sign);
    }

    /** Whether it could mean two different numbers. */
    public boolean isAmbiguous() {
        return ifComma != null && ifPoint != null && ifComma.compareTo(ifPoint) != 0;
    }

    /** The decimal sign it shows; empty when it shows none. */
    public Optional<DecimalSign> sign() {
        return ifComma == null
                ? Optional.of(DecimalSign.POINT)
                : ifPoint == null ? Optional.of(DecimalSign.COMMA) : Optional.empty();
    }

    /**
     * The number.
     *
     * @param sign decides where the text itself does not
     */
    public BigDecimal number(DecimalSign sign) {
        return ifComma == null || (sign == DecimalSign.POINT && ifPoint != null) ? ifPoint : ifComma;
    }
}
