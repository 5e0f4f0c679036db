package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.nullpunkt.calculation.Discretion.Told;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Point;

/**
 * An indicator that counts persons: which of its series are hidden from a reader, and what is told of sums over them.
 *
 * <p>A reader may ask for the sum over any units, months and instants, and subtract one answer from another. What may
 * never come out is a hidden number, or a sum of some of them below the threshold. The rule that sees to it is that at
 * every cycle end the <em>secret</em> values, those that nobody could read at any instant, go together or not at all,
 * and are the same series whenever they go: then every difference of answers holds each of them equally often, and
 * none of them comes out alone. So a sum is told when, at each of its cycle ends where it has hidden values,
 * <ol>
 *   <li>it has all hidden values of the indicator there, for the rest is a difference away;
 *   <li>every series has something recorded there, and every measured one a null-point: else the one that comes last is
 *       the difference between before and after;
 *   <li>at least two of the values are secret, and their sum reaches the threshold. One that could be read before its
 *       year was hidden is subtracted by whoever asks for that time;
 *   <li>the secret values are of the same series as when a sum of that cycle end was first told: one that joins or
 *       leaves them later, measured late, corrected to a small count, taken back or declared not applicable, would be
 *       the difference.
 * </ol>
 * A correction within the secret ones is a difference too, but of two versions of a value and so of no count.
 *
 * <p>What hangs on null-points (gain, the null-points' level, achievement and status) is told under the same rule for
 * small null-points, and these go together across all cycle ends, since a null-point is the same in each. A mean's and
 * a ratio's null-points are weighted with the exposure of each unit, which makes an equation for every cycle end whose
 * solution are the hidden weights and denominators; so of these only the level is told.
 */
final class CountedIndicator {

    private static final int FEWEST = 2;

    /**
     * The hidden measured series of a cycle end at an instant.
     *
     * @param secret those of them whose value could never be read
     * @param told whether a sum over them is, as far as that instant can tell
     */
    private record Hidden(Set<SeriesKey> all, Set<SeriesKey> secret, boolean told) {}

    private record SeriesYear(SeriesKey key, int year) {}

    private final List<CountedSeries> series;
    private final Map<SeriesKey, CountedSeries> byKey;
    private final BigDecimal threshold;
    private final Instant asOf;
    /** Every grouping asks of every point, and every month is part of many sums: so each is looked up once. */
    private final Map<SeriesYear, Boolean> hiddenYears = new HashMap<>();

    private final Map<YearMonth, Hidden> toldNow = new HashMap<>();

    CountedIndicator(Collection<CountedSeries> series, BigDecimal threshold, Instant asOf) {
        this.series = List.copyOf(series);
        this.byKey = this.series.stream().collect(Collectors.toMap(CountedSeries::key, each -> each));
        this.threshold = threshold;
        this.asOf = asOf;
    }

    /** Whether the year of a series is hidden. */
    boolean hides(SeriesKey key, int year) {
        return hiddenYears.computeIfAbsent(
                new SeriesYear(key, year),
                asked -> byKey.get(key).hiddenFrom(year, threshold).isPresent());
    }

    /** Whether the null-point of a series is hidden where it is shown by itself: when any year is. */
    boolean hidesNullPoint(SeriesKey key) {
        return byKey.get(key).anyHiddenFrom(threshold).isPresent();
    }

    /** What is told of a sum, given the hidden measured points that are part of it. */
    Told ofSum(Collection<Point> hidden) {
        return hidden.stream().collect(Collectors.groupingBy(Point::month)).entrySet().stream()
                .map(month -> ofSum(month.getKey(), month.getValue()))
                .reduce(Told.EVERYTHING, Told::and);
    }

    private Told ofSum(YearMonth month, List<Point> points) {
        var now = toldNow.computeIfAbsent(month, this::now);
        if (!now.told()
                || !points.stream()
                        .map(SeriesKey::of)
                        .collect(Collectors.toSet())
                        .equals(now.all())) {
            return Told.NOTHING;
        }
        var aggregation = series.get(0).aggregation();
        // Achievement is judged on the points with a target: of some only, they would be a sum of their own.
        var judged = points.stream().filter(Point::isComplete).count();
        return !aggregation.measuresExposure() && (judged == 0 || judged == points.size()) && tellsNullPoints(now.all())
                ? Told.EVERYTHING
                : Told.LEVEL;
    }

    /** The hidden series of a month as they are now, told when they are those that were told first. */
    private Hidden now(YearMonth month) {
        var now = at(month, asOf);
        return now.told()
                        && !now.secret()
                                .equals(at(month, toldSince(month).orElseThrow())
                                        .secret())
                ? new Hidden(now.all(), now.secret(), false)
                : now;
    }

    /** When a sum of the month could first be read. */
    private Optional<Instant> toldSince(YearMonth month) {
        return series.stream()
                .flatMap(each -> each.changes(month, threshold))
                .distinct()
                .sorted()
                .filter(instant -> at(month, instant).told())
                .findFirst();
    }

    private Hidden at(YearMonth month, Instant instant) {
        var all = new HashSet<SeriesKey>();
        var secret = new HashMap<SeriesKey, Measure>();
        var complete = true;
        for (var each : series) {
            var value = each.valueAt(month, instant);
            var measured = value.isPresent() && value.get().measure() != null;
            var exists = !each.since().isAfter(instant);
            complete &= !exists || value.isPresent() && (!measured || each.hadNullPoint(instant));
            var hiddenFrom = each.hiddenFrom(month.getYear(), threshold).filter(from -> !from.isAfter(instant));
            if (measured && hiddenFrom.isPresent()) {
                all.add(each.key());
                if (!value.get().at().isBefore(hiddenFrom.get())) {
                    secret.put(each.key(), value.get().measure());
                }
            }
        }
        return new Hidden(all, secret.keySet(), complete && isTold(secret));
    }

    /** Whether there are two or more, and each kind of count they have sums to the threshold. */
    private boolean isTold(Map<SeriesKey, Measure> secret) {
        if (secret.size() < FEWEST) {
            return false;
        }
        var counts = secret.entrySet().stream()
                .map(each -> byKey.get(each.getKey()).counts(each.getValue()).toList())
                .toList();
        return IntStream.range(0, counts.get(0).size())
                .mapToObj(kind -> counts.stream().map(each -> each.get(kind)).reduce(BigDecimal.ZERO, BigDecimal::add))
                .allMatch(sum -> sum.compareTo(threshold) >= 0);
    }

    /** Whether sums over these series may tell of their null-points: of all that are small, always the same, or of none. */
    private boolean tellsNullPoints(Set<SeriesKey> measured) {
        var small = withSmallNullPoint(asOf);
        if (small.isEmpty()) {
            return true;
        }
        var measures = small.stream()
                .collect(Collectors.toMap(key -> key, key -> byKey.get(key).nullPoint()));
        return measured.containsAll(small)
                && isTold(measures)
                && small.stream().allMatch(this::neverShowedNullPoint)
                && small.equals(withSmallNullPoint(firstToldAtAll()));
    }

    private Set<SeriesKey> withSmallNullPoint(Instant instant) {
        return series.stream()
                .filter(each -> each.wholeHiddenFrom(threshold)
                        .filter(from -> !from.isAfter(instant))
                        .isPresent())
                .map(CountedSeries::key)
                .collect(Collectors.toSet());
    }

    /** Else an approved null-point that was read may still count, beside others that were not. */
    private boolean neverShowedNullPoint(SeriesKey key) {
        var one = byKey.get(key);
        return !one.nullPoints()
                .get(0)
                .at()
                .isBefore(one.wholeHiddenFrom(threshold).orElseThrow());
    }

    /** When a sum of any month could first be read; called where one is. */
    private Instant firstToldAtAll() {
        return series.stream()
                .flatMap(each -> each.values().keySet().stream())
                .distinct()
                .flatMap(month -> toldSince(month).stream())
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
