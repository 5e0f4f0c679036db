package no.nullpunkt.entry;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A value that nobody has entered, nor said that it was not measured.
 *
 * @param month the last of its cycle
 * @param due the day by which it is expected; the cycle may still be running
 */
public record Owed(EntrySeries series, YearMonth month, LocalDate due) {

    /** Whether the cycle has ended before the month given. */
    public boolean hasEnded(YearMonth now) {
        return month.isBefore(now);
    }
}
