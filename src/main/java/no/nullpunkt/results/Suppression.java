package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Discretion;
import no.nullpunkt.calculation.Point;

/**
 * Hides small counts of persons from readers who may not enter them, and the sums that would give them away. It rests
 * on what was recorded up to the instant asked about, and on the reader's rights of today.
 *
 * <p>A year of a series with any count above 0 and below the threshold is hidden whole, and all years where it is the
 * null-point that is small. Sums are told or not by the rule of {@link CountedIndicator}.
 */
public final class Suppression implements Discretion {

    /** Where nothing counts persons. */
    public static final Suppression NOTHING = new Suppression(List.of(), BigDecimal.ZERO, Instant.EPOCH);

    private final Map<UUID, CountedIndicator> indicators;

    public Suppression(Collection<CountedSeries> series, BigDecimal threshold, Instant asOf) {
        this.indicators =
                series.stream().collect(Collectors.groupingBy(each -> each.key().indicatorId())).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> new CountedIndicator(each.getValue(), threshold, asOf)));
    }

    /** Whether what was counted in a series in the month's year is hidden. */
    public boolean hides(SeriesKey series, YearMonth month) {
        var indicator = indicators.get(series.indicatorId());
        return indicator != null && indicator.hides(series, month.getYear());
    }

    /** Whether the null-point of a series is hidden where it is shown beside no year, since some year is. */
    public boolean hidesNullPoint(SeriesKey series) {
        var indicator = indicators.get(series.indicatorId());
        return indicator != null && indicator.hidesNullPoint(series);
    }

    /** Also where what was counted in a hidden year is carried on to later months, as exposure is. */
    @Override
    public boolean hides(Point point) {
        if (!indicators.containsKey(point.indicatorId())) {
            return false;
        }
        var series = SeriesKey.of(point);
        var exposure = point.exposure();
        return hides(series, point.month())
                || exposure != null && exposure.from() != null && hides(series, exposure.from());
    }

    @Override
    public Told ofSum(Collection<Point> hidden) {
        return indicators.get(hidden.iterator().next().indicatorId()).ofSum(hidden);
    }
}
