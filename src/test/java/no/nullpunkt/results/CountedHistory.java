package no.nullpunkt.results;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Parameters;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Portfolio;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.calculation.Valuation;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.calculation.Value;

/** What was recorded, one thing after the other, of one indicator that counts persons; kept whole in memory. */
final class CountedHistory {

    static final BigDecimal THRESHOLD = BigDecimal.valueOf(5);
    static final UUID INDICATOR = id("indicator");
    private static final UUID BENEFIT = id("benefit");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    /** What may be recorded of a month besides a measure. */
    enum Without {
        NOT_MEASURED,
        NOT_APPLICABLE,
        WITHDRAWN
    }

    private record Entry(Instant at, Measure measure, Without without) {}

    private static final class Unit {
        private Instant since;
        private BigDecimal target;
        private boolean open;
        private final List<Entry> nullPoints = new ArrayList<>();
        private final TreeMap<YearMonth, List<Entry>> values = new TreeMap<>();
    }

    /**
     * One thing that was recorded: a unit that begins to measure when there is neither measure nor lack of one, a
     * null-point when there is no month.
     */
    record Event(String unit, YearMonth month, Measure measure, Without without) {}

    private final Aggregation aggregation;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();

    CountedHistory(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static SeriesKey key(String unit) {
        return new SeriesKey(INDICATOR, id(unit));
    }

    Aggregation aggregation() {
        return aggregation;
    }

    /** Begins to measure in a unit; the target is per month, or null. */
    CountedHistory unit(String name, BigDecimal target) {
        var unit = new Unit();
        unit.since = next(new Event(name, null, null, null));
        unit.target = target;
        units.put(name, unit);
        return this;
    }

    /** The reader may enter the unit's values. */
    void open(String name) {
        units.get(name).open = true;
    }

    CountedHistory nullPoint(String name, Measure measure) {
        var at = next(new Event(name, null, measure, null));
        units.get(name).nullPoints.add(new Entry(at, measure, null));
        return this;
    }

    CountedHistory value(String name, YearMonth month, Measure measure) {
        return enter(new Event(name, month, measure, null));
    }

    CountedHistory value(String name, YearMonth month, Without without) {
        return enter(new Event(name, month, null, without));
    }

    private CountedHistory enter(Event event) {
        var at = next(event);
        units.get(event.unit())
                .values
                .computeIfAbsent(event.month(), added -> new ArrayList<>())
                .add(new Entry(at, event.measure(), event.without()));
        return this;
    }

    private Instant next(Event event) {
        events.add(event);
        return now();
    }

    Instant now() {
        return START.plusSeconds(events.size());
    }

    List<Event> events() {
        return events;
    }

    /** Every instant at which something was recorded, one for each event. */
    List<Instant> instants() {
        return IntStream.rangeClosed(1, events.size())
                .mapToObj(START::plusSeconds)
                .toList();
    }

    List<String> unitsAt(Instant instant) {
        return units.entrySet().stream()
                .filter(unit -> !unit.getValue().since.isAfter(instant))
                .map(Map.Entry::getKey)
                .toList();
    }

    BigDecimal target(String unit) {
        return units.get(unit).target;
    }

    /** The number of the version of a unit's value that stood, from 0; -1 when none was measured. */
    int measuredVersion(String unit, YearMonth month, Instant instant) {
        var versions = units.get(unit).values.getOrDefault(month, List.of());
        var last = last(versions, instant);
        return last < 0 || versions.get(last).measure() == null ? -1 : last;
    }

    Measure measured(String unit, YearMonth month, int version) {
        return units.get(unit).values.get(month).get(version).measure();
    }

    /** The number of the version of a unit's null-point that counted, from 0; -1 when there was none. */
    int nullPointVersion(String unit, Instant instant) {
        return last(units.get(unit).nullPoints, instant);
    }

    Measure nullPoint(String unit, int version) {
        return units.get(unit).nullPoints.get(version).measure();
    }

    private static int last(List<Entry> entries, Instant instant) {
        var last = -1;
        for (var i = 0; i < entries.size(); i++) {
            if (!entries.get(i).at().isAfter(instant)) {
                last = i;
            }
        }
        return last;
    }

    /** What these units measured, as it was known. */
    Portfolio portfolio(List<String> names, Instant instant) {
        var indicator = new Indicator(
                INDICATOR,
                IndicatorRole.QUALITY,
                Direction.LOWER_IS_BETTER,
                aggregation,
                BigDecimal.ONE,
                1,
                YearMonth.of(2025, 1),
                null,
                BigDecimal.ZERO,
                new Valuation(ValuationKind.NONE, Dated.NEVER),
                names.stream().map(name -> series(name, instant)).toList());
        var benefit = new Benefit(
                BENEFIT, BenefitType.QUALITY, PlanHeading.NON_PRICED, BigDecimal.ONE, Map.of(), List.of(indicator));
        return new Portfolio(List.of(benefit), new Parameters(Dated.NEVER, Dated.NEVER));
    }

    private Series series(String name, Instant instant) {
        var unit = units.get(name);
        var nullPoint = nullPointVersion(name, instant);
        var values = new TreeMap<YearMonth, Value>();
        unit.values.forEach((month, versions) -> {
            var last = last(versions, instant);
            if (last >= 0 && versions.get(last).without() != Without.WITHDRAWN) {
                values.put(month, value(versions.get(last)));
            }
        });
        return new Series(
                id(name),
                nullPoint < 0 ? null : nullPoint(name, nullPoint),
                unit.target == null ? Dated.NEVER : Dated.from(YearMonth.of(2025, 1), unit.target),
                values);
    }

    private static Value value(Entry entry) {
        if (entry.measure() != null) {
            return Value.measured(entry.measure());
        }
        return entry.without() == Without.NOT_APPLICABLE ? Value.NOT_APPLICABLE : Value.NOT_MEASURED;
    }

    /** What is hidden, by what was recorded up to an instant. */
    Suppression suppression(Instant instant) {
        return new Suppression(
                unitsAt(instant).stream().map(name -> counted(name, instant)).toList(), THRESHOLD, instant);
    }

    private CountedSeries counted(String name, Instant instant) {
        var unit = units.get(name);
        var values = new TreeMap<YearMonth, List<CountedSeries.Version>>();
        unit.values.forEach((month, entries) -> values.put(month, versions(entries, instant)));
        var nullPoint = nullPointVersion(name, instant);
        return new CountedSeries(
                key(name),
                aggregation,
                unit.open,
                unit.since,
                Instant.EPOCH,
                values,
                versions(unit.nullPoints, instant),
                nullPoint < 0 ? null : nullPoint(name, nullPoint));
    }

    private static List<CountedSeries.Version> versions(List<Entry> entries, Instant instant) {
        return entries.stream()
                .filter(entry -> !entry.at().isAfter(instant))
                .map(entry ->
                        new CountedSeries.Version(entry.at(), entry.without() != Without.WITHDRAWN, entry.measure()))
                .toList();
    }
}
