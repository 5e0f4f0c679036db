package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;

/** Makes the points of one series: what is expected, what was measured and what it is held against. */
final class Points {
    private final Benefit benefit;
    private final Indicator indicator;
    private final Series series;
    private final NavigableMap<YearMonth, Value> values;
    private final YearMonth now;
    private final BigDecimal cycleMonths;
    /** Divided once here, so that all points of the series use the same digits and their sums come out exact. */
    private final BigDecimal baseline;
    /** Follows the walk through the months; null before the first measured value. */
    private Exposure lastMeasured;
    /** Follows it too; null before the first point. */
    private Yardstick yardstick;

    private Points(Benefit benefit, Indicator indicator, Series series, YearMonth now) {
        this.benefit = benefit;
        this.indicator = indicator;
        this.series = series;
        this.values = series.values();
        this.now = now;
        this.cycleMonths = BigDecimal.valueOf(indicator.frequencyMonths());
        this.baseline =
                series.baseline() == null ? null : indicator.aggregation().baseline(series.baseline());
    }

    /**
     * Every cycle end of the series, earliest first.
     *
     * @param cycles those of its indicator
     * @param from the first month of the period
     */
    static Stream<Point> of(
            Benefit benefit, Indicator indicator, Series series, List<Cycle> cycles, YearMonth from, YearMonth now) {
        Points points = new Points(benefit, indicator, series, now);
        points.lastMeasured = points.measuredBefore(from);
        return cycles.stream().map(points::at);
    }

    private Point at(Cycle cycle) {
        YearMonth month = cycle.month();
        Value value = values.get(month);
        PointState state = state(month, value);
        Measure measure = state == PointState.MEASURED ? value.measure() : null;
        Exposure exposure = state.isExpected() ? exposure(month, measure) : null;
        return new Point(
                benefit,
                indicator,
                series,
                month,
                state,
                measure,
                exposure,
                measure == null ? null : indicator.aggregation().overCycle(measure, exposure.amount()),
                yardstick(cycle),
                false);
    }

    private Yardstick yardstick(Cycle cycle) {
        BigDecimal target = series.targets().at(cycle.month()).orElse(null);
        if (yardstick == null || yardstick.target() != target || yardstick.worth() != cycle.worth()) {
            yardstick = Yardstick.of(indicator, baseline, target, cycle.worth());
        }
        return yardstick;
    }

    private PointState state(YearMonth month, Value value) {
        if (value == null) {
            return month.isBefore(now) ? PointState.MISSING : PointState.NOT_YET_DUE;
        }
        return switch (value.status()) {
            case MEASURED -> PointState.MEASURED;
            case NOT_MEASURED -> PointState.NOT_MEASURED;
            case NOT_APPLICABLE -> PointState.NOT_APPLICABLE;
        };
    }

    /** The point's own exposure; where it has none, the latest earlier one, else the null-point's, else null. */
    private Exposure exposure(YearMonth month, Measure measure) {
        if (!indicator.aggregation().measuresExposure()) {
            return own(month, measure);
        }
        if (measure != null) {
            lastMeasured = own(month, measure);
            return lastMeasured;
        }
        if (lastMeasured != null) {
            return new Exposure(lastMeasured.amount(), ExposureSource.CARRIED, lastMeasured.from());
        }
        if (series.baseline() != null) {
            BigDecimal amount = indicator.aggregation().exposure(series.baseline(), cycleMonths);
            return new Exposure(amount, ExposureSource.BASELINE, null);
        }
        return null;
    }

    private Exposure own(YearMonth month, Measure measure) {
        return new Exposure(indicator.aggregation().exposure(measure, cycleMonths), ExposureSource.OWN, month);
    }

    /** A measured value from before the period carries its exposure in, when it counts at all. */
    private Exposure measuredBefore(YearMonth month) {
        if (!indicator.aggregation().measuresExposure()) {
            return null;
        }
        for (Map.Entry<YearMonth, Value> earlier :
                values.headMap(month, false).descendingMap().entrySet()) {
            if (earlier.getValue().isMeasured() && indicator.counts(earlier.getKey())) {
                return own(earlier.getKey(), earlier.getValue().measure());
            }
        }
        return null;
    }
}
