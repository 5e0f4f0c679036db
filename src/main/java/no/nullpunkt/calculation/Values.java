package no.nullpunkt.calculation;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The values of a series, wherever they are kept. */
@FunctionalInterface
public interface Values {

    /** By the last month of their cycle; not to be changed. */
    NavigableMap<YearMonth, Value> byMonth();

    /** In memory; copied. */
    record Held(NavigableMap<YearMonth, Value> byMonth) implements Values {
        public Held {
            byMonth = Collections.unmodifiableNavigableMap(new TreeMap<>(byMonth));
        }
    }
}
