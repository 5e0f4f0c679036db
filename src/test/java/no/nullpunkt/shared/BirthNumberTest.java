package no.nullpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.bekk.bekkopen.person.FodselsnummerCalculator;
import no.nullpunkt.shared.BirthNumber.Place;
import no.nullpunkt.testing.BirthNumbers;
import no.nullpunkt.testing.BirthNumbers.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of number that names a person is found however it is written, and what only looks like one is let through. */
class BirthNumberTest {

    private static final int MANY = 2_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate NEW_RULES = LocalDate.of(2032, 1, 1);

    private final Random random = new Random(20261122);
    private final BirthNumbers numbers = new BirthNumbers(random);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindIsFoundInOneGoAndInASentence(Kind kind) {
        for (int i = 0; i < MANY; i++) {
            var number = numbers.next(kind);
            assertEquals(Optional.of(new Place(1, 11)), BirthNumber.in(number), number);
            assertEquals(Optional.of(new Place(14, 24)), BirthNumber.in("Gjelder nr. (" + number + "), i dag"), number);
        }
    }

    /** Made by others' code than ours. */
    @Test
    void whatALibraryMakesIsFound() {
        var made = new ArrayList<String>();
        for (var day = LocalDate.of(1901, 3, 7); day.getYear() < 2026; day = day.plusDays(2_111)) {
            var date = java.sql.Date.valueOf(day);
            FodselsnummerCalculator.getManyFodselsnummerForDate(date).forEach(number -> made.add(number.getValue()));
            FodselsnummerCalculator.getManyDNumberFodselsnummerForDate(date)
                    .forEach(number -> made.add(number.getValue()));
        }
        assertTrue(made.size() > 5_000, made.size() + " numbers");
        assertEquals(
                List.of(),
                made.stream().filter(number -> BirthNumber.in(number).isEmpty()).toList());
    }

    /** Published as examples of synthetic numbers, fødselsnummer and D-numbers, by Nav and by Skatteetaten. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "15507600333", "55507608360", "29422059278", "69422056629", "21528704651", "61528703428",
                "17912099997", "57912075186", "29822099635", "69822075096", "21929774873", "61929750062",
                "46879700922", "70019950032"
            })
    void publishedTestNumbersAreFound(String number) {
        assertTrue(BirthNumber.in(number).isPresent(), number);
    }

    static Stream<String> forms() {
        return Stream.of(
                "ABCDEF GHIJK",
                "ABCDEF-GHIJK",
                "ABCDEF.GHIJK",
                "ABCDEF/GHIJK",
                "ABCDEF - GHIJK",
                "ABCDEF\u00a0GHIJK",
                "ABCDEF\u202fGHIJK",
                "ABCDEF\u2013GHIJK",
                "ABCDEF\u2011GHIJK",
                "ABCDEF\nGHIJK",
                "ABCDEF\tGHIJK",
                "AB CD EF GHI JK",
                "AB.CD.EF GHIJK",
                "AB.CD.EF-GHIJK",
                "AB/CD/EF GHI JK",
                "ABCDEF GHI JK",
                "ABCDEFGHI JK",
                "ABC DEF GHI JK",
                "A B C D E F G H I J K",
                "A-B-C-D-E-F-G-H-I-J-K",
                "AB.CD.19EF GHIJK",
                "ABCD19EF GHIJK",
                "ABCDEF, GHIJK",
                "ABCDEF (GHIJK)",
                "f\u00f8dt ABCDEF, personnummer GHIJK.",
                "f\u00f8dt AB.CD.EF, personnr.: GHIJK",
                "ABCDEF pnr GHIJK",
                "ABCDEF, siste fem siffer: GHIJK",
                "brukerABCDEFGHIJKfikk",
                "fnr.ABCDEFGHIJK",
                "fnr:ABCDEFGHIJK.",
                "ABCDEFGHIJK.0",
                "A\u200bB\u200bC\u200bD\u200bE\u200bF\u200bG\u200bH\u200bI\u200bJ\u200bK",
                "ABCDEF\u00adGHIJK",
                "A\ufe0f\u20e3B\ufe0f\u20e3C\ufe0f\u20e3D\ufe0f\u20e3E\ufe0f\u20e3F\ufe0f\u20e3G\ufe0f\u20e3H\ufe0f\u20e3I\ufe0f\u20e3J\ufe0f\u20e3K\ufe0f\u20e3",
                "3 ABCDEFGHIJK 14",
                "2026/3 ABCDEF GHIJK 4",
                "\ud83d\ude00 ABCDEFGHIJK");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void itIsFoundHoweverItIsWritten(String form) {
        for (int i = 0; i < MANY / 10; i++) {
            for (var kind : List.of(Kind.FODSELSNUMMER, Kind.D_NUMBER, Kind.SKATTEETATEN)) {
                var written = written(form, numbers.next(kind));
                assertTrue(BirthNumber.in(written).isPresent(), written);
            }
        }
    }

    /** Full-width, Arabic-Indic, mathematical, superscript and circled; the last two have their zero elsewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uff10 \uff11 \uff12 \uff13 \uff14 \uff15 \uff16 \uff17 \uff18 \uff19",
                "\u0660 \u0661 \u0662 \u0663 \u0664 \u0665 \u0666 \u0667 \u0668 \u0669",
                "\ud835\udfce \ud835\udfcf \ud835\udfd0 \ud835\udfd1 \ud835\udfd2 \ud835\udfd3 \ud835\udfd4 \ud835\udfd5 \ud835\udfd6 \ud835\udfd7",
                "\u2070 \u00b9 \u00b2 \u00b3 \u2074 \u2075 \u2076 \u2077 \u2078 \u2079",
                "\u24ea \u2460 \u2461 \u2462 \u2463 \u2464 \u2465 \u2466 \u2467 \u2468"
            })
    void itIsFoundInDigitsOfAnyKind(String digits) {
        var ofKind = digits.split(" ");
        for (int i = 0; i < MANY / 10; i++) {
            var number = numbers.next(Kind.FODSELSNUMMER);
            var written = new StringBuilder("se ");
            number.chars().forEach(digit -> written.append(ofKind[digit - '0']));
            assertEquals(
                    Optional.of(new Place(4, 3 + 10 * ofKind[0].length() + 1)), BirthNumber.in(written.toString()));
        }
    }

    /** A spreadsheet makes a number of it, and takes its zero. */
    @Test
    void itIsFoundAsANumber() {
        for (int i = 0; i < MANY; i++) {
            for (var kind : Kind.values()) {
                var number = numbers.next(kind);
                if (!number.startsWith("0")) {
                    assertTrue(BirthNumber.is(new BigDecimal(number)), number);
                    assertTrue(BirthNumber.inField(number + ".0").isPresent(), number);
                }
            }
            var number = "0" + numbers.next(Kind.FODSELSNUMMER).substring(1);
            if (BirthNumber.isValid(number, TODAY)) {
                assertTrue(BirthNumber.is(new BigDecimal(number)), number);
                assertTrue(BirthNumber.inField(number.substring(1)).isPresent(), number);
                assertTrue(
                        BirthNumber.inField(new BigDecimal(number)
                                                .round(new java.math.MathContext(10))
                                                .movePointLeft(9) + "E9")
                                .isPresent(),
                        number);
            }
        }
    }

    /** Handed out only from 2032 on, so it is no one's before. */
    @Test
    void theLooserRuleOf2032HoldsFrom2032() {
        for (int rest = 1; rest <= 3; rest++) {
            for (int i = 0; i < MANY; i++) {
                var number = numbers.ofRest(rest, random.nextBoolean() ? Kind.FODSELSNUMMER : Kind.D_NUMBER);
                assertFalse(BirthNumber.isValid(number, NEW_RULES.minusDays(1)), number);
                assertTrue(BirthNumber.isValid(number, NEW_RULES), number);
            }
        }
        for (int rest = 4; rest <= 10; rest++) {
            assertFalse(BirthNumber.isValid(numbers.ofRest(rest, Kind.FODSELSNUMMER), NEW_RULES));
        }
        assertTrue(BirthNumber.isValid(numbers.next(Kind.FODSELSNUMMER), NEW_RULES), "those of today hold for ever");
    }

    @Test
    void onlyDatesThatAreAndControlDigitsThatFit() {
        var number = numbers.next(Kind.FODSELSNUMMER);
        IntStream.range(0, 11)
                .forEach(i -> IntStream.rangeClosed(1, 9).forEach(more -> {
                    var digits = number.toCharArray();
                    digits[i] = (char) ('0' + (digits[i] - '0' + more) % 10);
                    assertFalse(BirthNumber.isValid(new String(digits), TODAY), "one wrong digit is always seen");
                }));
        assertFalse(BirthNumber.isValid("00000000000", TODAY));
        assertEquals(Optional.empty(), BirthNumber.in(BirthNumbers.withControlDigits("310490", 0)));
        assertEquals(Optional.empty(), BirthNumber.in(BirthNumbers.withControlDigits("290290", 0)));
        assertTrue(BirthNumber.in(BirthNumbers.withControlDigits("290200", 0)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sak 2026/12345",
                "Sak 26/123 av 01.01.26, punkt 4.2",
                "Vedtatt 12.03.2026, sak 2026/004512",
                "Ring 22 33 44 55 eller 922 33 445",
                "+47 22 33 44 55 og 0047 92233445",
                "Org.nr. 974 760 673 MVA",
                "Beløpet er 12 345 678 901 kroner",
                "0,12345678901 timer",
                "Konto 1234.56.78903",
                "2026-03-01T12:00:00.123456Z",
                "2026-01, 2026-02, 2026-03, 2026-04",
                "4006381333931",
                "1 2 3 4 5 6 7 8 9 10 11 12"
            })
    void whatIsNoneIsLetThrough(String text) {
        assertEquals(Optional.empty(), BirthNumber.inField(text));
    }

    @Test
    void lookAlikesAreLetThroughInTheirThousands() {
        assertNone("phone numbers", () -> "+47 " + digits(2) + " " + digits(2) + " " + digits(2) + " " + digits(2));
        assertNone("phone numbers in one go", () -> "0047" + digits(8) + ", " + digits(8));
        assertNone("organisation numbers", () -> digits(3) + " " + digits(3) + " " + digits(3));
        assertNone("case numbers", () -> "2026/" + digits(5) + "-" + (1 + random.nextInt(40)));
        assertNone(
                "dates and times",
                () -> "%02d.%02d.2026 kl. %02d.%02d"
                        .formatted(
                                1 + random.nextInt(28),
                                1 + random.nextInt(12),
                                random.nextInt(24),
                                random.nextInt(60)));
        assertNone(
                "accounts as they are written", () -> account().replaceFirst("(\\d{4})(\\d\\d)(\\d{5})", "$1.$2.$3"));
        assertNone("accounts with spaces", () -> account().replaceFirst("(\\d{4})(\\d\\d)(\\d{5})", "$1 $2 $3"));
        assertNone("KIDs", () -> digits(random.nextBoolean() ? 16 : 25));
        assertNone("GTIN", () -> digits(13));
        assertNone("SIM cards", () -> digits(19));
        assertNone("ids", () -> new UUID(random.nextLong(), random.nextLong()).toString());
        assertNone("decimals", () -> digits(1 + random.nextInt(6)) + (random.nextBoolean() ? "," : ".") + digits(11));
        assertNone("thousands", () -> (10 + random.nextInt(90)) + " " + digits(3) + " " + digits(3) + " " + digits(3));
        assertNone("milliseconds", () -> "17" + digits(11));
        assertNone(
                "points in time",
                () -> "2026-03-01T12:%02d:%02d.%sZ".formatted(random.nextInt(60), random.nextInt(60), digits(6)));
    }

    /** With a date before, and control digits that do not fit. Those that fit cannot be told apart: one in 121. */
    @Test
    void datesWithNumbersAreLetThroughUnlessTheControlDigitsFit() {
        int refused = 0;
        for (int i = 0; i < MANY * 10; i++) {
            var date = "%02d%02d26".formatted(1 + random.nextInt(28), 1 + random.nextInt(12));
            var number = digits(5);
            var fits = BirthNumber.isValid(date + number, TODAY);
            assertEquals(fits, BirthNumber.in(date + "-" + number).isPresent());
            refused += fits ? 1 : 0;
        }
        assertEquals(1 / 121.0, refused / (MANY * 10.0), 0.003);
    }

    /** What is written in the README of innocent numbers of eleven digits in one go. */
    @Test
    void howManyInnocentNumbersAreRefused() {
        assertEquals(0.05, share(this::account), 0.01, "accounts");
        assertEquals(0.0046, share(() -> digits(11)), 0.001, "any eleven digits");
        assertEquals(0.001, share(() -> (1 + random.nextInt(9)) + digits(9)), 0.0005, "any ten digits in a field");
    }

    private double share(Supplier<String> number) {
        int tries = MANY * 20;
        return IntStream.range(0, tries)
                        .filter(i -> BirthNumber.inField(number.get()).isPresent())
                        .count()
                / (double) tries;
    }

    @Test
    void whatIsToldBackHoldsNone() {
        var first = numbers.next(Kind.FODSELSNUMMER);
        var second = numbers.next(Kind.D_NUMBER);
        assertEquals(
                "fra … til … i 2026",
                BirthNumber.hidden("fra " + first + " til " + written("ABCDEF GHIJK", second) + " i 2026"));
        assertEquals("Sak 2026/12345", BirthNumber.hidden("Sak 2026/12345"));
    }

    /** Thousands of candidates in one text take no longer than they must: nothing is tried over and over. */
    @Test
    void longTextsOfDigitsAreReadThrough() {
        for (var part : List.of("01 ", "0101", "1.", "010190 ", "01.01.90 person ", "1 ", "010190-0000", "\u200b1")) {
            assertEquals(Optional.empty(), BirthNumber.in(part.repeat(40_000 / part.length())), part);
        }
    }

    private void assertNone(String what, Supplier<String> made) {
        for (int i = 0; i < MANY; i++) {
            var text = "Gjelder " + made.get() + ".";
            assertEquals(Optional.empty(), BirthNumber.in(text), what + ": " + text);
        }
    }

    private String account() {
        while (true) {
            var ten = digits(10);
            int sum = IntStream.range(0, 10)
                    .map(i -> (ten.charAt(i) - '0') * (i < 4 ? 5 - i : 11 - i))
                    .sum();
            int control = (11 - sum % 11) % 11;
            if (control < 10) {
                return ten + control;
            }
        }
    }

    private String digits(int count) {
        var digits = new StringBuilder();
        random.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    private static String written(String form, String number) {
        var written = new StringBuilder();
        form.chars()
                .forEach(sign -> written.append(sign >= 'A' && sign <= 'K' ? number.charAt(sign - 'A') : (char) sign));
        return written.toString();
    }
}
