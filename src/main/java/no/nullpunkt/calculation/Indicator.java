package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is measured, how often and how it counts.
 *
 * @param factor scales what a RATIO shows, and its target: 100 for per cent, 1000 for per thousand; above 0
 * @param frequencyMonths months of a cycle: 1, 3, 4, 6 or 12, aligned with the calendar year
 * @param measureFrom the first month that counts
 * @param measureTo the last month that counts, null for no end
 * @param tolerance how far the level may be from the null-point and still be noise, in the unit shown; 0 or above
 * @param series one for each unit that measures
 * @throws IllegalArgumentException when a number is out of range, or a null-point or value lacks a number that the
 *     aggregation counts with
 */
public record Indicator(
        UUID id,
        IndicatorRole role,
        Direction direction,
        Aggregation aggregation,
        BigDecimal factor,
        int frequencyMonths,
        YearMonth measureFrom,
        YearMonth measureTo,
        BigDecimal tolerance,
        Valuation valuation,
        List<Series> series) {

    /** The cycles in use: month, quarter, tertial, half-year and year. */
    public static final Set<Integer> FREQUENCIES = Set.of(1, 3, 4, 6, 12);

    public Indicator {
        Require.that(FREQUENCIES.contains(frequencyMonths), "A cycle is 1, 3, 4, 6 or 12 months");
        Require.positive(factor, "A factor");
        Require.that(tolerance.signum() >= 0, "A tolerance is 0 or above");
        series = List.copyOf(series);
        for (Series each : series) {
            requireTerms(aggregation, each);
        }
    }

    private static void requireTerms(Aggregation aggregation, Series series) {
        Require.that(
                series.baseline() == null || aggregation.accepts(series.baseline()),
                "The null-point lacks a number that " + aggregation + " counts with");
        for (Value value : series.values().values()) {
            Require.that(
                    !value.isMeasured() || aggregation.accepts(value.measure()),
                    "A value lacks a number that " + aggregation + " counts with");
        }
    }

    /** A series' null-point in the unit shown; null without one. */
    public BigDecimal shownBaseline(Series one) {
        return one.baseline() == null ? null : shown(one.baseline());
    }

    /** A value or null-point in the unit shown: a ratio divided, and times the factor. */
    public BigDecimal shown(Measure measure) {
        BigDecimal perExposure = aggregation.baseline(measure);
        return aggregation == Aggregation.RATIO ? perExposure.multiply(factor) : perExposure;
    }

    /** Whether the month is the last of a cycle, the only months where a value may be entered. */
    public boolean isCycleEnd(YearMonth month) {
        return month.getMonthValue() % frequencyMonths == 0;
    }

    /** The first month of the cycle that ends in the month given. */
    public YearMonth cycleStart(YearMonth cycleEnd) {
        return cycleEnd.minusMonths(frequencyMonths - 1L);
    }

    /** Whether a value in the month counts: it ends a cycle that lies whole in measureFrom to measureTo. */
    public boolean counts(YearMonth month) {
        return isCycleEnd(month)
                && !cycleStart(month).isBefore(measureFrom)
                && (measureTo == null || !month.isAfter(measureTo));
    }

    /** The cycle ends of the period that count, earliest first; a cycle may have begun before the period. */
    public Stream<YearMonth> cycleEnds(Period period) {
        int untilFirst = Math.floorMod(-period.from().getMonthValue(), frequencyMonths);
        return Stream.iterate(
                        period.from().plusMonths(untilFirst),
                        month -> !month.isAfter(period.to()),
                        month -> month.plusMonths(frequencyMonths))
                .filter(this::counts);
    }
}
