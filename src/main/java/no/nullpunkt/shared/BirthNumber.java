package no.nullpunkt.shared;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the numbers that name one person: fødselsnummer, D-number, the health service's H-number, NAV's NPID and FH-number,
 * and the test numbers made like them. Nullpunkt keeps nothing of service users, so every text, file and address is looked
 * through by this class and by no other.
 *
 * <p>The first six digits are a date, where D-numbers add 40 to the day, and the month tells the kind: +20 is an NPID, +40
 * an H-number or a test number of NAV, +60 a test NPID, +65 a test number of Norsk helsenett, +80 one of Skatteetaten
 * (Tenor). FH-numbers begin with 8 or 9 and hold no date. Test numbers are refused too, so that a trial shows what
 * production does. What follows the date is not looked into but for the control digits: neither century nor sex is told by
 * it in all of these.
 *
 * <p>From 2032 the first control digit is looser: the weighted sum may leave 0 to 3 of 11 and not only 0
 * (skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032). No such number is handed out
 * before, and to refuse them now would refuse four times as many innocent numbers, so the calendar switches it on.
 *
 * <p>A bank account has eleven digits as well, and its control digit is the last one here: of a hundred accounts written in
 * one go some five are taken for one of these. Written as accounts are, 1234.56.78901, none is.
 */
public final class BirthNumber {

    /** Where one stands in a text: its first and last character, counted from 1. */
    public record Place(int from, int to) {}

    /** From this day on numbers of the looser rule are handed out. */
    private static final LocalDate LOOSENED = LocalDate.of(2032, 1, 1);

    private static final int DIGITS = 11;
    private static final int[] FIRST_WEIGHTS = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0};
    private static final int[] SECOND_WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] MONTHS_ADDED = {0, 20, 40, 60, 65, 80};

    /** Up to three signs that are neither letters nor digits, such as a comma and a space. */
    private static final String GAP = "[^\\p{L}\\d]{1,3}";

    /** What else people write before the last five digits: {@code 010190, personnr. 12345}. */
    private static final String WORDS = "[^\\d\\n]{0,12}?(?i:person|p\\.?nr|fnr|siste)[^\\d\\n]{0,20}";

    private static final String PARTED = "(?:" + GAP + "|" + WORDS + ")";
    private static final String WHOLE_YEAR = "(?:18|19|20)\\d\\d";

    /** A date as 010190, 01.01.90, 01011990 or 01.01.1990, and the last five digits. */
    private static final Pattern DATE_FIRST = Pattern.compile("(?<!\\d)(?:\\d{6}" + PARTED + "?|\\d{4}" + WHOLE_YEAR
            + PARTED + "|\\d\\d" + GAP + "\\d\\d" + GAP + "(?:" + WHOLE_YEAR + "|\\d\\d)" + PARTED + ")\\d{3}(?:" + GAP
            + ")?\\d\\d(?!\\d)");

    private static final Pattern BY_THREES =
            Pattern.compile("(?<!\\d)\\d{3}" + GAP + "\\d{3}" + GAP + "\\d{3}" + GAP + "\\d\\d(?!\\d)");

    private static final Pattern ONE_BY_ONE =
            Pattern.compile("(?<!\\d|\\d" + GAP + ")\\d(?:" + GAP + "\\d){10}(?!\\d|" + GAP + "\\d)");

    private static final Pattern UUID = Pattern.compile(
            "(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])", Pattern.CASE_INSENSITIVE);

    /** A whole number as a spreadsheet or program writes it: {@code 1010190123}, {@code 1010190123.0}, {@code 1.01E9}. */
    private static final Pattern WRITTEN_NUMBER = Pattern.compile("\\d{1,11}(?:[.,]\\d{1,15})?(?:[eE]\\+?\\d{1,2})?");

    private BirthNumber() {}

    /** Where in a text the first one stands; empty where there is none. */
    public static Optional<Place> in(String text) {
        var digits = Digits.of(text);
        return digits.count < DIGITS ? Optional.empty() : digits.find();
    }

    /** The same of what stands alone in a cell or field: a number there may have lost its leading zero. */
    public static Optional<Place> inField(String text) {
        var found = in(text);
        if (found.isPresent() || !WRITTEN_NUMBER.matcher(text).matches()) {
            return found;
        }
        return is(new BigDecimal(text.replace(',', '.'))) ? Optional.of(new Place(1, text.length())) : Optional.empty();
    }

    /** Whether a number is one of them, also where a spreadsheet has taken its leading zero. */
    public static boolean is(BigDecimal number) {
        if (number.signum() <= 0 || number.precision() - number.scale() > DIGITS) {
            return false;
        }
        var plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return false;
        }
        var digits = plain.toPlainString();
        return digits.length() == DIGITS && isValid(digits, today())
                || digits.length() == DIGITS - 1 && isFodselsnummer("0" + digits, today());
    }

    /** The text with an ellipsis in the place of each. */
    public static String hidden(String text) {
        var hidden = text;
        for (var found = in(text); found.isPresent(); found = in(hidden)) {
            var place = found.get();
            hidden = hidden.substring(0, place.from - 1) + "…" + hidden.substring(place.to);
        }
        return hidden;
    }

    private static LocalDate today() {
        return LocalDate.now(Time.NORWAY);
    }

    /**
     * Whether eleven digits are one of them.
     *
     * @param today from 2032 on also those of the looser rule are
     */
    static boolean isValid(String digits, LocalDate today) {
        var rest = sum(digits, FIRST_WEIGHTS);
        if (sum(digits, SECOND_WEIGHTS) != 0) {
            return false;
        }
        if (digits.charAt(0) >= '8') {
            return rest == 0;
        }
        var month = number(digits, 2);
        return rest <= (today.isBefore(LOOSENED) ? 0 : 3)
                && IntStream.of(MONTHS_ADDED).anyMatch(added -> isDate(digits, month - added));
    }

    /** The real one of a person: where a zero is only guessed, no number is refused for being like a test number. */
    private static boolean isFodselsnummer(String digits, LocalDate today) {
        return isValid(digits, today) && isDate(digits, number(digits, 2));
    }

    /** Leap years come every four years, whatever the century. */
    private static boolean isDate(String digits, int month) {
        var day = number(digits, 0) > 40 ? number(digits, 0) - 40 : number(digits, 0);
        if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
            return false;
        }
        return month != 2 || day < 29 || number(digits, 4) % 4 == 0;
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }

    private static int sum(String digits, int[] weights) {
        return IntStream.range(0, DIGITS)
                        .map(i -> (digits.charAt(i) - '0') * weights[i])
                        .sum()
                % 11;
    }

    /**
     * A text with every kind of digit as one of ours, without what does not show, and where each sign of it stood.
     *
     * @param count how many digits there are
     */
    private record Digits(String plain, int[] at, int count) {

        static Digits of(String text) {
            if (isShort(text) || UUID.matcher(text).matches()) {
                return new Digits("", new int[0], 0);
            }
            var masked = UUID.matcher(text)
                    .replaceAll(uuid -> "x".repeat(uuid.group().length()));
            var plain = new StringBuilder();
            var at = new int[masked.length()];
            int count = 0;
            int width;
            for (int i = 0; i < masked.length(); i += width) {
                int sign = masked.codePointAt(i);
                width = Character.charCount(sign);
                int digit = digit(sign);
                if (digit >= 0 || !isUnseen(sign)) {
                    at[plain.length()] = i;
                    plain.append(digit >= 0 ? (char) ('0' + digit) : width == 1 ? (char) sign : inOneChar(sign));
                    count += digit >= 0 ? 1 : 0;
                }
            }
            return new Digits(plain.toString(), at, count);
        }

        /** Most texts have too few digits of any kind to look closer. */
        private static boolean isShort(String text) {
            int count = 0;
            int sign;
            for (int i = 0; i < text.length() && count < DIGITS; i += Character.charCount(sign)) {
                sign = text.codePointAt(i);
                count += digit(sign) >= 0 ? 1 : 0;
            }
            return count < DIGITS;
        }

        private static int digit(int sign) {
            if (sign < 128) {
                return sign >= '0' && sign <= '9' ? sign - '0' : -1;
            }
            int type = Character.getType(sign);
            int value = type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER
                    ? Character.getNumericValue(sign)
                    : -1;
            return value <= 9 ? value : -1;
        }

        private static char inOneChar(int sign) {
            return Character.isLetter(sign) ? 'x' : '_';
        }

        private static boolean isUnseen(int sign) {
            int type = Character.getType(sign);
            return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
        }

        Optional<Place> find() {
            return find(DATE_FIRST).or(() -> find(BY_THREES)).or(() -> find(ONE_BY_ONE));
        }

        private Optional<Place> find(Pattern pattern) {
            var matcher = pattern.matcher(plain);
            for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
                if (isOne(matcher)) {
                    return Optional.of(new Place(at[matcher.start()] + 1, at[matcher.end() - 1] + 1));
                }
            }
            return Optional.empty();
        }

        private boolean isOne(MatchResult match) {
            var digits = match.group().replaceAll("\\D", "");
            // What is more than eleven is the century of a whole year.
            var eleven = digits.length() == DIGITS ? digits : digits.substring(0, 4) + digits.substring(6);
            return isValid(eleven, today()) && !isDecimal(match);
        }

        /** Whether they are the decimals of a number, or a number with such: 0.01019012345, 1010190123.5. */
        private boolean isDecimal(MatchResult match) {
            var inOneGo = match.end() - match.start() == DIGITS;
            return inOneGo && (isBehindSign(match.start()) || hasDecimals(match.end()));
        }

        private boolean isBehindSign(int start) {
            return start >= 2 && isDecimalSign(start - 1) && Character.isDigit(plain.charAt(start - 2));
        }

        /** Zeros are none: programs write whole numbers with them. */
        private boolean hasDecimals(int end) {
            int next = end + 1;
            while (isDecimalSign(end) && next < plain.length() && plain.charAt(next) == '0') {
                next++;
            }
            return isDecimalSign(end) && next < plain.length() && Character.isDigit(plain.charAt(next));
        }

        private boolean isDecimalSign(int i) {
            return i < plain.length() && (plain.charAt(i) == '.' || plain.charAt(i) == ',');
        }
    }
}
