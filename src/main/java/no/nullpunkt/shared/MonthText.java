package no.nullpunkt.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** A month as files write it: {@code 2026-03}, {@code 202603}, {@code 03.2026}, or a day in it, with a time or without. */
public final class MonthText {

    private static final String TIME = "(?:[ T]\\d{1,2}:\\d{2}.*)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-?(\\d{2})(?:-?(\\d{2})" + TIME + ")?");
    private static final Pattern YEAR_LAST = Pattern.compile("(?:(\\d{1,2})\\.)?(\\d{1,2})\\.(\\d{4})" + TIME);

    private MonthText() {}

    /** The month; empty when the text says none. */
    public static Optional<YearMonth> of(String text) {
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return month(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        var yearLast = YEAR_LAST.matcher(text);
        return yearLast.matches() ? month(yearLast.group(3), yearLast.group(2), yearLast.group(1)) : Optional.empty();
    }

    private static Optional<YearMonth> month(String year, String month, String day) {
        try {
            var date = LocalDate.of(
                    Integer.parseInt(year), Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day));
            return Optional.of(YearMonth.from(date)).filter(found -> found.getYear() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
