package no.nullpunkt.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Data that would make a figure meaningless never gets as far as a figure. */
class InputRulesTest {

    @Test
    void exposureIsAboveZero() {
        refused(() -> Measure.ratio(BigDecimal.ONE, BigDecimal.ZERO));
        refused(() -> Measure.weighted(BigDecimal.ONE, BigDecimal.ZERO));
        refused(() -> Measure.weighted(BigDecimal.ONE, BigDecimal.ONE.negate()));
    }

    @Test
    void aMeasuredValueHasNumbersAndOthersHaveNone() {
        refused(() -> new Value(ValueStatus.MEASURED, null));
        refused(() -> new Value(ValueStatus.NOT_MEASURED, Measure.of(BigDecimal.ZERO)));
    }

    @Test
    void numbersFitTheAggregation() {
        refused(() -> Example.of(Aggregation.RATIO).value("2026-01", "1").indicator());
        refused(() -> Example.of(Aggregation.RATIO).baseline("1").indicator());
        refused(() -> Example.of(Aggregation.SUM).ratio("2026-01", "1", "2").indicator());
    }

    @Test
    void anIndicatorsNumbersAreInRange() {
        refused(() -> Example.of(Aggregation.SUM).every(2).indicator());
        refused(() -> Example.of(Aggregation.SUM).factor("0").indicator());
        refused(() -> Example.of(Aggregation.SUM).tolerance("-0.1").indicator());
    }

    @Test
    void technologiesShareAllOfABenefitOnce() {
        refused(() -> benefit("1", Map.of("x", new BigDecimal("0.5"), "y", new BigDecimal("0.4"))));
        refused(() -> benefit("1", Map.of("x", new BigDecimal("1.5"), "y", new BigDecimal("-0.5"))));
        refused(() -> benefit("1.1", Map.of()));
        refused(() -> benefit("-0.1", Map.of()));
    }

    @Test
    void aPeriodEndsNoEarlierThanItBegins() {
        refused(() -> Example.period("2026-02", "2026-01"));
        assertEquals(14, Example.period("2025-12", "2027-01").months());
    }

    @Test
    void aFullTimePositionHasHours() {
        Dated none = Dated.from(YearMonth.of(2026, 1), BigDecimal.ZERO);
        refused(() -> new Parameters(none, Dated.NEVER));
    }

    @Test
    void aDatedNumberHoldsUntilTheNext() {
        Dated dated = Dated.of(Map.of(YearMonth.of(2026, 5), BigDecimal.TEN, YearMonth.of(2026, 2), BigDecimal.ONE));
        assertEquals(Optional.empty(), dated.at(YearMonth.of(2026, 1)));
        assertEquals(Optional.of(BigDecimal.ONE), dated.at(YearMonth.of(2026, 2)));
        assertEquals(Optional.of(BigDecimal.ONE), dated.at(YearMonth.of(2026, 4)));
        assertEquals(Optional.of(BigDecimal.TEN), dated.at(YearMonth.of(2030, 1)));
    }

    @Test
    void whatWasGivenMayChangeAfterwards() {
        TreeMap<YearMonth, Value> values = new TreeMap<>();
        Series series = new Series(UUID.randomUUID(), null, Dated.NEVER, values);
        values.put(YearMonth.of(2026, 1), Value.NOT_MEASURED);
        assertEquals(0, series.values().size());
        Map<String, BigDecimal> technologies = new LinkedHashMap<>(Map.of("x", BigDecimal.ONE));
        Benefit benefit = benefit("1", technologies);
        technologies.clear();
        assertEquals(1, benefit.technologies().size());
    }

    private static Benefit benefit(String attribution, Map<String, BigDecimal> technologies) {
        return new Benefit(
                UUID.randomUUID(), BenefitType.QUALITY, null, new BigDecimal(attribution), technologies, List.of());
    }

    private static void refused(Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }
}
