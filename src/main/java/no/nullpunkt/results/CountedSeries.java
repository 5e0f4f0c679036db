package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Measure;

/**
 * A series that counts persons, with every version of its values and null-points up to the instant asked about.
 *
 * @param open whether the reader may enter its values, so that nothing of it is hidden
 * @param since when the series came to be
 * @param countedSince when its indicator was first said to count persons; until then everyone could read it
 * @param values by the month of their cycle, each with its versions, earliest first
 * @param nullPoints all versions, earliest first
 * @param nullPoint the one that counts, or null
 */
record CountedSeries(
        SeriesKey key,
        Aggregation aggregation,
        boolean open,
        Instant since,
        Instant countedSince,
        NavigableMap<YearMonth, List<Version>> values,
        List<Version> nullPoints,
        Measure nullPoint) {

    /**
     * What was recorded at a time.
     *
     * @param recorded false for a value taken back
     * @param measure null unless something was measured
     */
    record Version(Instant at, boolean recorded, Measure measure) {}

    CountedSeries {
        var copy = new TreeMap<YearMonth, List<Version>>();
        values.forEach((month, versions) -> copy.put(month, List.copyOf(versions)));
        values = copy;
        nullPoints = List.copyOf(nullPoints);
    }

    /**
     * From when on a year of the series is hidden from the reader: since the first small count that was ever recorded
     * for it, in a value of the year or in a null-point. A correction does not bring it back, for the two answers
     * together would tell what the small count had been part of.
     */
    Optional<Instant> hiddenFrom(int year, BigDecimal threshold) {
        return firstSmall(
                Stream.concat(
                        nullPoints.stream(),
                        values.subMap(YearMonth.of(year, 1), true, YearMonth.of(year, 12), true).values().stream()
                                .flatMap(List::stream)),
                threshold);
    }

    /** From when on every year is hidden, because a null-point is a small count itself. */
    Optional<Instant> wholeHiddenFrom(BigDecimal threshold) {
        return firstSmall(nullPoints.stream(), threshold);
    }

    /** From when on some year is hidden, and with it the null-point where that is asked for by itself. */
    Optional<Instant> anyHiddenFrom(BigDecimal threshold) {
        return firstSmall(
                Stream.concat(nullPoints.stream(), values.values().stream().flatMap(List::stream)), threshold);
    }

    private Optional<Instant> firstSmall(Stream<Version> versions, BigDecimal threshold) {
        if (open) {
            return Optional.empty();
        }
        return versions.filter(version -> version.measure() != null)
                .filter(version -> counts(version.measure()).anyMatch(count -> isSmall(count, threshold)))
                .map(Version::at)
                .min(Instant::compareTo)
                .map(at -> at.isBefore(countedSince) ? countedSince : at);
    }

    private static boolean isSmall(BigDecimal count, BigDecimal threshold) {
        return count.signum() > 0 && count.compareTo(threshold) < 0;
    }

    /**
     * The counts of persons in a measure. A mean is of the persons its weight counts, one where none is said; the mean
     * itself is no count.
     */
    Stream<BigDecimal> counts(Measure measure) {
        return switch (aggregation) {
            case SUM, LATEST -> Stream.of(measure.value());
            case MEAN -> Stream.of(measure.weight() == null ? BigDecimal.ONE : measure.weight());
            case RATIO -> Stream.of(measure.numerator(), measure.denominator());
        };
    }

    /** What stood for a month at an instant; empty where nothing was recorded yet, or it was taken back. */
    Optional<Version> valueAt(YearMonth month, Instant instant) {
        return last(values.getOrDefault(month, List.of()), instant).filter(Version::recorded);
    }

    boolean hadNullPoint(Instant instant) {
        return last(nullPoints, instant).isPresent();
    }

    private static Optional<Version> last(List<Version> versions, Instant instant) {
        return versions.stream()
                .filter(version -> !version.at().isAfter(instant))
                .reduce((earlier, later) -> later);
    }

    /** Every time at which something changed that decides what is told of a month. */
    Stream<Instant> changes(YearMonth month, BigDecimal threshold) {
        var recorded = Stream.concat(values.getOrDefault(month, List.of()).stream(), nullPoints.stream())
                .map(Version::at);
        return Stream.of(Stream.of(since), recorded, hiddenFrom(month.getYear(), threshold).stream())
                .flatMap(each -> each);
    }
}
