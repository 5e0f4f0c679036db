package no.nullpunkt.results;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Value;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.calculation.Values;

/** Reads the values of series in a period, with the earlier ones that carry exposure in. */
final class SeriesValues {

    private final SeriesRows rows;
    private final List<SeriesPlan> plans;
    private final Period period;
    private final Map<Long, Values> values = new HashMap<>();

    SeriesValues(SeriesRows rows, List<SeriesPlan> plans, Period period) {
        this.rows = rows;
        this.plans = plans;
        this.period = period;
    }

    /** By the series' id, in memory; those without any are left out. */
    Map<Long, Values> held() {
        var ofSeries = new HashMap<Long, NavigableMap<YearMonth, Value>>();
        rows.values(ids(), period)
                .forEach(entry -> ofSeries.computeIfAbsent(entry.seriesId(), added -> new TreeMap<>())
                        .put(entry.month(), entry.value()));
        ofSeries.forEach((id, each) -> values.put(id, new Values.Held(each)));
        addEarlier(Values.Held::new);
        return values;
    }

    /** The same on disk, with those of one series at a time in memory. */
    Map<Long, Values> on(ValuesOnDisk disk) {
        var each = new OneSeries(disk);
        rows.eachValue(ids(), period, each::add);
        each.keep();
        addEarlier(disk::keep);
        return values;
    }

    private List<Long> ids() {
        return plans.stream().map(SeriesPlan::id).toList();
    }

    /** A series that measured at its first point carries nothing in; most do, and cost no search. */
    private void addEarlier(Keeper keeper) {
        var before = plans.stream()
                .filter(plan -> plan.points(period)
                        .findFirst()
                        .filter(first -> !isMeasured(of(plan.id()).get(first)))
                        .isPresent())
                .flatMap(plan -> plan.before(period).stream())
                .toList();
        if (!before.isEmpty()) {
            rows.measuredBefore(before).forEach(entry -> {
                var with = new TreeMap<>(of(entry.seriesId()));
                with.put(entry.month(), entry.value());
                values.put(entry.seriesId(), keeper.keep(with));
            });
        }
    }

    private NavigableMap<YearMonth, Value> of(long seriesId) {
        return values.getOrDefault(seriesId, Assembly.NO_VALUES).byMonth();
    }

    private static boolean isMeasured(Value value) {
        return value != null && value.status() == ValueStatus.MEASURED;
    }

    @FunctionalInterface
    private interface Keeper {
        Values keep(NavigableMap<YearMonth, Value> ofSeries);
    }

    /** The series that is being read. */
    private final class OneSeries {

        private final ValuesOnDisk disk;
        private final NavigableMap<YearMonth, Value> read = new TreeMap<>();
        private long id;

        OneSeries(ValuesOnDisk disk) {
            this.disk = disk;
        }

        void add(SeriesRows.Entry entry) {
            if (entry.seriesId() != id) {
                keep();
                id = entry.seriesId();
            }
            read.put(entry.month(), entry.value());
        }

        void keep() {
            if (!read.isEmpty()) {
                values.put(id, disk.keep(read));
                read.clear();
            }
        }
    }
}
