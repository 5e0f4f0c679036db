package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A number that changes at certain months: each holds from its month until the next one. Targets, amounts per unit and
 * the municipality's parameters are such numbers.
 *
 * @param byMonth the numbers by the month they hold from; copied
 */
public record Dated(NavigableMap<YearMonth, BigDecimal> byMonth) {
    public static final Dated NEVER = new Dated(Collections.emptyNavigableMap());

    public Dated {
        byMonth = Collections.unmodifiableNavigableMap(new TreeMap<>(byMonth));
    }

    /** From any map, whatever its order. */
    public static Dated of(Map<YearMonth, BigDecimal> byMonth) {
        return new Dated(new TreeMap<>(byMonth));
    }

    public static Dated from(YearMonth month, BigDecimal number) {
        return of(Map.of(month, number));
    }

    /** The number that holds in the month; empty before the first. */
    public Optional<BigDecimal> at(YearMonth month) {
        return Optional.ofNullable(byMonth.floorEntry(month)).map(Map.Entry::getValue);
    }
}
