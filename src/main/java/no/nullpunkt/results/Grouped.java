package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import no.nullpunkt.calculation.Dated;

/** Rows gathered by what they belong to. */
final class Grouped {

    private Grouped() {}

    /** Dated numbers by their key. */
    static <R, K> Map<K, Dated> dated(
            Collection<R> rows, Function<R, K> key, Function<R, YearMonth> month, Function<R, BigDecimal> number) {
        var numbers = new HashMap<K, TreeMap<YearMonth, BigDecimal>>();
        rows.forEach(row -> numbers.computeIfAbsent(key.apply(row), added -> new TreeMap<>())
                .put(month.apply(row), number.apply(row)));
        var dated = new HashMap<K, Dated>();
        numbers.forEach((each, byMonth) -> dated.put(each, new Dated(byMonth)));
        return dated;
    }
}
