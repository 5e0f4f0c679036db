package no.nullpunkt.testing;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes numbers of people who need not exist, by the formulas as Skatteetaten and the health service tell them. */
public final class BirthNumbers {

    /** A kind of number, by what it adds to the day and the month of a date of birth. */
    public enum Kind {
        FODSELSNUMMER(0, 0),
        D_NUMBER(40, 0),
        NPID(0, 20),
        /** Also a test number of Nav. */
        H_NUMBER(0, 40),
        TEST_NPID(0, 60),
        NORSK_HELSENETT(0, 65),
        SKATTEETATEN(0, 80),
        NAV_D_NUMBER(40, 40),
        SKATTEETATEN_D_NUMBER(40, 80),
        /** Holds no date. */
        FH_NUMBER(0, 0);

        private final int day;
        private final int month;

        Kind(int day, int month) {
            this.day = day;
            this.month = month;
        }
    }

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int DAYS = 46_000;

    private final Random random;

    public BirthNumbers(Random random) {
        this.random = random;
    }

    public String next(Kind kind) {
        return ofRest(0, kind);
    }

    /** One whose first control digit leaves this rest of 11; from 2032 up to 3 are handed out. */
    public String ofRest(int rest, Kind kind) {
        while (true) {
            var number = number(firstSix(kind) + "%03d".formatted(random.nextInt(1000)), rest);
            if (number != null) {
                return number;
            }
        }
    }

    /** The first that these six digits begin, whether they are a date or not. */
    public static String withControlDigits(String firstSix, int rest) {
        return IntStream.range(0, 1000)
                .mapToObj(individual -> number(firstSix + "%03d".formatted(individual), rest))
                .filter(number -> number != null)
                .findFirst()
                .orElseThrow();
    }

    private String firstSix(Kind kind) {
        if (kind == Kind.FH_NUMBER) {
            return (8 + random.nextInt(2)) + "%05d".formatted(random.nextInt(100_000));
        }
        var born = FIRST.plusDays(random.nextInt(DAYS));
        return "%02d%02d%02d"
                .formatted(born.getDayOfMonth() + kind.day, born.getMonthValue() + kind.month, born.getYear() % 100);
    }

    /** Null where a control digit would be 10. */
    private static String number(String nine, int rest) {
        var first = control(nine, rest, 3, 7, 6, 1, 8, 9, 4, 5, 2);
        var second = control(nine + first, 0, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
        return first > 9 || second > 9 ? null : nine + first + second;
    }

    private static int control(String digits, int rest, int... weights) {
        int sum = IntStream.range(0, weights.length)
                .map(i -> (digits.charAt(i) - '0') * weights[i])
                .sum();
        return (11 + rest - sum % 11) % 11;
    }
}
