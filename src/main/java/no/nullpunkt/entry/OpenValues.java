package no.nullpunkt.entry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.catalogue.Wording;
import no.nullpunkt.entry.OpenMonth.Field;
import no.nullpunkt.entry.OpenMonth.Recorded;
import no.nullpunkt.municipality.ClosedMonths;
import org.hibernate.Session;

/**
 * Reads who owes which values, and what is needed to fill a month in. Each answer takes the same few statements however
 * much there is of it.
 */
@ApplicationScoped
public class OpenValues {

    /** A year of monthly values, and the same month a year before. */
    static final int EARLIER = 13;

    /** When values are expected. */
    @ConfigMapping(prefix = "nullpunkt.entry")
    interface Config {

        /** The day of the month after the cycle by which its value is expected. */
        @WithDefault("10")
        @Min(1) @Max(28) int dueDay();
    }

    private record RecordedMonth(long seriesId, YearMonth month) {}

    private final Session session;
    private final ClosedMonths closedMonths;
    private final Config config;
    private final Clock clock;

    OpenValues(Session session, ClosedMonths closedMonths, Config config, Clock clock) {
        this.session = session;
        this.closedMonths = closedMonths;
        this.config = config;
        this.clock = clock;
    }

    /** The day by which the values of a cycle that ends in the month are expected. */
    public LocalDate due(YearMonth month) {
        return month.plusMonths(1).atDay(config.dueDay());
    }

    /**
     * Every value that is owed for cycles that have begun, the earliest due first. A month that a report has closed takes
     * no values, so none is owed for it.
     *
     * @param personId who owes them, or null for everybody, also where nobody is named
     */
    public List<Owed> owed(int municipalityId, UUID personId) {
        var now = YearMonth.now(clock);
        return owed(municipalityId, personId, series -> now.plusMonths(series.frequencyMonths() - 1L));
    }

    /** The same, but for all cycles that end in a month or earlier, begun or not. */
    public List<Owed> owedThrough(int municipalityId, UUID personId, YearMonth last) {
        return owed(municipalityId, personId, series -> last);
    }

    private List<Owed> owed(int municipalityId, UUID personId, Function<EntrySeries, YearMonth> last) {
        var all = series(municipalityId, personId);
        var recorded = recordedMonths(municipalityId, all);
        var closed = closedMonths.of(municipalityId);
        return all.stream()
                .flatMap(series -> monthsThrough(series, last.apply(series))
                        .filter(month -> !closed.isClosed(month))
                        .filter(month -> !recorded.contains(new RecordedMonth(series.id(), month)))
                        .map(month -> new Owed(series, month, due(month))))
                .sorted((a, b) -> a.month().compareTo(b.month()))
                .toList();
    }

    private static Stream<YearMonth> monthsThrough(EntrySeries series, YearMonth last) {
        var first = series.definition().measureFrom();
        return last.isBefore(first) ? Stream.empty() : series.definition().cycleEnds(new Period(first, last));
    }

    /**
     * Everything a person fills in for a month, recorded already or not: the series whose cycle ends in it.
     *
     * @param personId who fills it in, or null for everybody
     */
    public OpenMonth month(int municipalityId, UUID personId, YearMonth month) {
        var now = YearMonth.now(clock);
        var all = series(municipalityId, personId).stream()
                .filter(series -> series.definition().counts(month))
                .filter(series -> !series.cycleStart(month).isAfter(now))
                .toList();
        var ids = all.stream().map(EntrySeries::id).toList();
        var targets = targets(municipalityId, ids);
        var recorded = recorded(municipalityId, ids, month);
        var fields = all.stream()
                .map(series -> {
                    var of = recorded.getOrDefault(series.id(), List.of());
                    return new Field(
                            series,
                            targets.getOrDefault(series.id(), Dated.NEVER)
                                    .at(month)
                                    .orElse(null),
                            of.stream()
                                    .filter(each -> each.month().equals(month))
                                    .findFirst()
                                    .orElse(null),
                            of.stream()
                                    .filter(each -> each.month().isBefore(month))
                                    .limit(EARLIER)
                                    .toList());
                })
                .toList();
        return new OpenMonth(month, due(month), fields);
    }

    private List<EntrySeries> series(int municipalityId, UUID personId) {
        return session.createNativeQuery("""
                        select series.id, series.indicator_id, series.unit_id, indicator.benefit_id,
                            technology.name_nb, technology.name_nn, technology.name_en,
                            benefit.title, indicator.name, unit.name as unit_name, indicator.unit as measured_in,
                            indicator.numerator, indicator.denominator, indicator.direction, indicator.aggregation,
                            indicator.factor, indicator.frequency_months, indicator.measure_from, indicator.measure_to,
                            indicator.valuation <> 'NONE' as valued, series.measurer_id,
                            responsible.id as responsible_id, responsible.name as responsible_name,
                            asker.id as asker_id, asker.name as asker_name,
                            baseline.value, baseline.weight,
                            baseline.numerator as baseline_numerator, baseline.denominator as baseline_denominator,
                            baseline.approved
                        from series
                        join indicator
                            on indicator.municipality_id = :municipality and indicator.id = series.indicator_id
                        join benefit on benefit.municipality_id = :municipality and benefit.id = indicator.benefit_id
                        join unit on unit.municipality_id = :municipality and unit.id = series.unit_id
                        left join person responsible on responsible.municipality_id = :municipality
                            and responsible.id = coalesce(series.measurer_id, benefit.owner_id)
                        left join person asker
                            on asker.municipality_id = :municipality and asker.id = benefit.asker_id
                        left join lateral (
                            select coalesce(technology.display_order, 1000) as place,
                                coalesce(technology.name_nb, own.name) as name_nb,
                                coalesce(technology.name_nn, own.name) as name_nn,
                                coalesce(technology.name_en, own.name) as name_en
                            from benefit_technology part
                            left join technology on technology.code = part.technology
                            left join own_technology own
                                on own.municipality_id = :municipality and own.code = part.technology
                            where part.municipality_id = :municipality and part.benefit_id = benefit.id
                            order by part.share desc, part.technology limit 1
                        ) as technology on true
                        left join lateral (
                            select value, weight, numerator, denominator, approved_at is not null as approved
                            from baseline
                            where municipality_id = :municipality and series_id = series.id
                            order by approved_at is not null desc, version desc limit 1
                        ) as baseline on true
                        where series.municipality_id = :municipality and benefit.step <> 'ABANDONED'
                            and coalesce(responsible.id = :person, :person is null)
                        order by technology.place nulls last, technology.name_nb, benefit.title, benefit.id,
                            indicator.id, unit.name, unit.id
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId, UUID.class)
                .getResultStream()
                .map(OpenValues::series)
                .toList();
    }

    private static EntrySeries series(Tuple row) {
        var indicatorId = row.get("indicator_id", UUID.class);
        var technology = row.get("name_nb", String.class);
        var approved = row.get("approved", Boolean.class);
        return new EntrySeries(
                row.get("id", Long.class),
                indicatorId,
                row.get("unit_id", UUID.class),
                row.get("benefit_id", UUID.class),
                technology == null
                        ? null
                        : new Wording(technology, row.get("name_nn", String.class), row.get("name_en", String.class)),
                row.get("title", String.class),
                row.get("name", String.class),
                row.get("unit_name", String.class),
                row.get("measured_in", String.class),
                row.get("numerator", String.class),
                row.get("denominator", String.class),
                EntrySeries.definition(
                        indicatorId,
                        Direction.valueOf(row.get("direction", String.class)),
                        Aggregation.valueOf(row.get("aggregation", String.class)),
                        row.get("factor", BigDecimal.class),
                        row.get("frequency_months", Number.class).intValue(),
                        month(row, "measure_from"),
                        month(row, "measure_to")),
                row.get("valued", Boolean.class),
                row.get("measurer_id", UUID.class),
                person(row, "responsible"),
                person(row, "asker"),
                approved == null
                        ? null
                        : new Measure(
                                row.get("value", BigDecimal.class),
                                row.get("weight", BigDecimal.class),
                                row.get("baseline_numerator", BigDecimal.class),
                                row.get("baseline_denominator", BigDecimal.class)),
                Boolean.TRUE.equals(approved));
    }

    private static EntrySeries.Person person(Tuple row, String who) {
        var id = row.get(who + "_id", UUID.class);
        return id == null ? null : new EntrySeries.Person(id, row.get(who + "_name", String.class));
    }

    private static YearMonth month(Tuple row, String column) {
        var first = row.get(column, LocalDate.class);
        return first == null ? null : YearMonth.from(first);
    }

    private Set<RecordedMonth> recordedMonths(int municipalityId, Collection<EntrySeries> some) {
        var recorded = new HashSet<RecordedMonth>();
        session.createNativeQuery("""
                        select series_id, month from measurement
                        where municipality_id = :municipality and series_id = any (:series) and status <> 'WITHDRAWN'
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("series", some.stream().map(EntrySeries::id).toArray(Long[]::new))
                .getResultStream()
                .forEach(row -> recorded.add(new RecordedMonth(row.get("series_id", Long.class), month(row, "month"))));
        return recorded;
    }

    private Map<Long, Dated> targets(int municipalityId, List<Long> seriesIds) {
        var points = new HashMap<Long, Map<YearMonth, BigDecimal>>();
        session.createNativeQuery("""
                        select series_id, valid_from, value from target
                        where municipality_id = :municipality and series_id = any (:series)
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("series", seriesIds.toArray(Long[]::new))
                .getResultStream()
                .forEach(row -> points.computeIfAbsent(row.get("series_id", Long.class), added -> new HashMap<>())
                        .put(month(row, "valid_from"), row.get("value", BigDecimal.class)));
        return points.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Dated.of(each.getValue())));
    }

    /** The month's and those of the cycles before, the latest first. */
    private Map<Long, List<Recorded>> recorded(int municipalityId, List<Long> seriesIds, YearMonth month) {
        return session.createNativeQuery("""
                        select series.id, month, status, value, weight, numerator, denominator, quality, reason, comment,
                            latest.version, latest.changed_at, person.name as changed_by
                        from unnest(cast(:series as bigint[])) as series (id)
                        cross join lateral (
                            select * from measurement
                            where municipality_id = :municipality and series_id = series.id and month <= :month
                                and status <> 'WITHDRAWN'
                            order by month desc limit :limit
                        ) as latest
                        left join person
                            on person.municipality_id = :municipality and person.id = latest.changed_by
                        order by series.id, month desc
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("series", seriesIds.toArray(Long[]::new))
                .setParameter("month", month.atDay(1))
                .setParameter("limit", EARLIER + 1)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row.get("id", Long.class),
                        Collectors.mapping(OpenValues::recorded, Collectors.toList())));
    }

    private static Recorded recorded(Tuple row) {
        var status = row.get("status", String.class);
        return new Recorded(
                month(row, "month"),
                status,
                status.equals("MEASURED")
                        ? new Measure(
                                row.get("value", BigDecimal.class),
                                row.get("weight", BigDecimal.class),
                                row.get("numerator", BigDecimal.class),
                                row.get("denominator", BigDecimal.class))
                        : null,
                row.get("quality", String.class),
                row.get("reason", String.class),
                row.get("comment", String.class),
                row.get("version", Integer.class),
                row.get("changed_at", Instant.class),
                row.get("changed_by", String.class));
    }
}
