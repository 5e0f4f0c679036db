package no.nullpunkt.calculation;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;

/** Makes the points of one series: what is expected, what was gained and what was planned. */
final class Points {
    private final Parameters parameters;
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

    private Points(Parameters parameters, Benefit benefit, Indicator indicator, Series series, YearMonth now) {
        this.parameters = parameters;
        this.benefit = benefit;
        this.indicator = indicator;
        this.series = series;
        this.values = series.values();
        this.now = now;
        this.cycleMonths = BigDecimal.valueOf(indicator.frequencyMonths());
        this.baseline =
                series.baseline() == null ? null : indicator.aggregation().baseline(series.baseline());
    }

    /** Every cycle end of the series in the period that counts, earliest first. */
    static Stream<Point> of(
            Parameters parameters, Benefit benefit, Indicator indicator, Series series, Period period, YearMonth now) {
        Points points = new Points(parameters, benefit, indicator, series, now);
        points.lastMeasured = points.measuredBefore(period.from());
        return indicator.cycleEnds(period).map(points::at);
    }

    private Point at(YearMonth month) {
        Value value = values.get(month);
        PointState state = state(month, value);
        Measure measure = state == PointState.MEASURED ? value.measure() : null;
        Exposure exposure = state.isExpected() ? exposure(month, measure) : null;
        BigDecimal target = series.targets().at(month).orElse(null);

        BigDecimal valueOverCycle = null;
        BigDecimal baselineOverCycle = null;
        BigDecimal gain = null;
        if (measure != null) {
            valueOverCycle = indicator.aggregation().overCycle(measure, exposure.amount());
            if (baseline != null) {
                baselineOverCycle = baseline.multiply(exposure.amount());
                gain = indicator.direction().gainOf(valueOverCycle.subtract(baselineOverCycle));
            }
        }
        BigDecimal plannedGain = state.isExpected() && baseline != null && target != null
                ? plannedGain(target, exposure.amount())
                : null;

        BigDecimal perUnit = indicator.valuation().perUnitAt(month);
        BigDecimal worth = perUnit == null ? ZERO : perUnit.multiply(benefit.attributionShare());
        boolean inHours = indicator.valuation().kind() == ValuationKind.HOURS;
        BigDecimal valued = product(gain, worth);
        BigDecimal plannedValued = product(plannedGain, worth);
        BigDecimal hours = inHours ? valued : ZERO;
        BigDecimal hourlyCost = benefit.planHeading() == PlanHeading.OWN_BUDGET
                ? parameters.hourlyCost().at(month).orElse(null)
                : null;
        return new Point(
                benefit,
                indicator,
                series,
                month,
                state,
                measure,
                baseline,
                target,
                exposure,
                valueOverCycle,
                baselineOverCycle,
                gain,
                plannedGain,
                perUnit,
                hours,
                inHours ? ZERO : valued,
                inHours ? plannedValued : ZERO,
                inHours ? ZERO : plannedValued,
                hourlyCost,
                product(hourlyCost, hours),
                false);
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

    private BigDecimal plannedGain(BigDecimal target, BigDecimal exposure) {
        BigDecimal perExposure = indicator.aggregation().target(target, indicator.factor());
        return indicator.direction().gainOf(perExposure.subtract(baseline)).multiply(exposure);
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

    private static BigDecimal product(BigDecimal a, BigDecimal b) {
        return a == null || b == null || b.signum() == 0 ? ZERO : a.multiply(b);
    }
}
