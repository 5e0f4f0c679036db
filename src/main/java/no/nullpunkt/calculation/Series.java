package no.nullpunkt.calculation;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One indicator in one unit.
 *
 * @param baseline the null-point (a SUM's is per month), null when nobody measured before the start
 * @param targets a SUM's per month, a LATEST's and MEAN's like the value, a RATIO's in the unit shown
 * @param values by the last month of their cycle; copied. Values in other months, and those whose cycle is not inside
 *     the indicator's measuring window, may be here and count nowhere
 */
public record Series(UUID unitId, Measure baseline, Dated targets, NavigableMap<YearMonth, Value> values) {
    public Series {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }
}
