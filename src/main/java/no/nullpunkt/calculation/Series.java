package no.nullpunkt.calculation;

import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.UUID;

/**
 * One indicator in one unit.
 *
 * @param baseline the null-point (a SUM's is per month), null when nobody measured before the start
 * @param targets a SUM's per month, a LATEST's and MEAN's like the value, a RATIO's in the unit shown
 * @param kept the values. Those in months that end no cycle, and those whose cycle is not inside the indicator's
 *     measuring window, may be here and count nowhere
 */
public record Series(UUID unitId, Measure baseline, Dated targets, Values kept) {

    /** With the values in memory, copied. */
    public Series(UUID unitId, Measure baseline, Dated targets, NavigableMap<YearMonth, Value> values) {
        this(unitId, baseline, targets, new Values.Held(values));
    }

    /** By the last month of their cycle. */
    public NavigableMap<YearMonth, Value> values() {
        return kept.byMonth();
    }
}
