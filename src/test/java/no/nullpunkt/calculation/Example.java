package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An indicator for a test, which states only what matters: monthly from January 2026, higher is better, one unit. */
final class Example {
    static final Parameters NO_PARAMETERS = new Parameters(Dated.NEVER, Dated.NEVER);
    /** Every cycle of the examples has ended by then. */
    static final YearMonth LATER = YearMonth.of(2030, 1);

    private final Aggregation aggregation;
    private final UUID id = UUID.randomUUID();
    private IndicatorRole role = IndicatorRole.QUALITY;
    private Direction direction = Direction.HIGHER_IS_BETTER;
    private BigDecimal factor = BigDecimal.ONE;
    private int frequencyMonths = 1;
    private YearMonth measureFrom = YearMonth.of(2026, 1);
    private YearMonth measureTo;
    private BigDecimal tolerance = BigDecimal.ZERO;
    private Valuation valuation = Valuation.NONE;
    private YearMonth now = LATER;
    private final List<Series> finished = new ArrayList<>();
    private UUID unit = CaseFile.id("a");
    private Measure baseline;
    private final Map<YearMonth, BigDecimal> targets = new TreeMap<>();
    private final TreeMap<YearMonth, Value> values = new TreeMap<>();

    private Example(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    static Example of(Aggregation aggregation) {
        return new Example(aggregation);
    }

    static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    static Period period(String from, String to) {
        return new Period(YearMonth.parse(from), YearMonth.parse(to));
    }

    Example role(IndicatorRole role) {
        this.role = role;
        return this;
    }

    Example lowerIsBetter() {
        direction = Direction.LOWER_IS_BETTER;
        return this;
    }

    Example factor(String factor) {
        this.factor = number(factor);
        return this;
    }

    Example every(int months) {
        frequencyMonths = months;
        return this;
    }

    Example measureFrom(String month) {
        measureFrom = YearMonth.parse(month);
        return this;
    }

    Example measureTo(String month) {
        measureTo = YearMonth.parse(month);
        return this;
    }

    Example tolerance(String tolerance) {
        this.tolerance = number(tolerance);
        return this;
    }

    Example hours(String from, String perUnit) {
        valuation = new Valuation(ValuationKind.HOURS, Dated.from(YearMonth.parse(from), number(perUnit)));
        return this;
    }

    Example now(String month) {
        now = YearMonth.parse(month);
        return this;
    }

    /** What follows is about another unit. */
    Example unit(String name) {
        finished.add(series());
        unit = CaseFile.id(name);
        baseline = null;
        targets.clear();
        values.clear();
        return this;
    }

    Example baseline(String value) {
        baseline = Measure.of(number(value));
        return this;
    }

    Example baseline(String numerator, String denominator) {
        baseline = Measure.ratio(number(numerator), number(denominator));
        return this;
    }

    Example target(String from, String value) {
        targets.put(YearMonth.parse(from), number(value));
        return this;
    }

    Example value(String month, String value) {
        return record(month, Value.measured(Measure.of(number(value))));
    }

    Example weighted(String month, String value, String weight) {
        return record(month, Value.measured(Measure.weighted(number(value), number(weight))));
    }

    Example ratio(String month, String numerator, String denominator) {
        return record(month, Value.measured(Measure.ratio(number(numerator), number(denominator))));
    }

    Example record(String month, Value value) {
        values.put(YearMonth.parse(month), value);
        return this;
    }

    Indicator indicator() {
        List<Series> series = new ArrayList<>(finished);
        series.add(series());
        return new Indicator(
                id,
                role,
                direction,
                aggregation,
                factor,
                frequencyMonths,
                measureFrom,
                measureTo,
                tolerance,
                valuation,
                series);
    }

    List<Point> points(String from, String to) {
        return over(from, to).points();
    }

    Figures figures(String from, String to) {
        return over(from, to).byIndicator().get(0).figures();
    }

    Status status() {
        return figures("2026-01", "2026-12").status();
    }

    private Rollup over(String from, String to) {
        return new Portfolio(List.of(benefit(indicator())), NO_PARAMETERS).over(period(from, to), now);
    }

    static Benefit benefit(Indicator... indicators) {
        return new Benefit(
                UUID.randomUUID(), BenefitType.TIME_SAVED, null, BigDecimal.ONE, Map.of(), List.of(indicators));
    }

    private Series series() {
        return new Series(unit, baseline, Dated.of(targets), values);
    }
}
