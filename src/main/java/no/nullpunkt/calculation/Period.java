package no.nullpunkt.calculation;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Calendar months, both ends included.
 *
 * @throws IllegalArgumentException when it ends before it begins
 */
public record Period(YearMonth from, YearMonth to) {
    public Period {
        Require.that(!to.isBefore(from), "A period ends no earlier than it begins");
    }

    /** The number of calendar months, at least 1. */
    public int months() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to)) + 1;
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** Every month, earliest first. */
    public Stream<YearMonth> stream() {
        return Stream.iterate(from, month -> month.plusMonths(1)).limit(months());
    }
}
