package no.nullpunkt.report;

import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.IntStream;
import no.nullpunkt.calculation.Period;

/** How long a report is of. Each divides the year, and its periods have names such as 2026-03, 2026-T1 and 2026. */
enum ReportKind {
    MONTH(1, "-%02d"),
    TERTIAL(4, "-T%d"),
    HALF_YEAR(6, "-H%d"),
    YEAR(12, "");

    private static final String FROM_YEAR = "[0-9]{4}.*";

    private final int months;
    private final String place;

    ReportKind(int months, String place) {
        this.months = months;
        this.place = place;
    }

    /** The months of a period by its name; empty where no period of this kind has it. */
    Optional<Period> period(String name) {
        if (!name.matches(FROM_YEAR)) {
            return Optional.empty();
        }
        int year = Integer.parseInt(name.substring(0, 4));
        return IntStream.rangeClosed(1, 12 / months)
                .filter(number -> name(year, number).equals(name))
                .mapToObj(number -> {
                    var last = YearMonth.of(year, number * months);
                    return new Period(last.minusMonths(months - 1L), last);
                })
                .findFirst();
    }

    /** The name of the first period of a year, to show how they are written. */
    String example(int year) {
        return name(year, 1);
    }

    private String name(int year, int number) {
        return "%04d".formatted(year) + place.formatted(number);
    }
}
