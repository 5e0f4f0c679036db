package no.nullpunkt.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nullpunkt.benefit.Outcomes;
import no.nullpunkt.calculation.Group;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.disposition.MeasuredGains;

/** Answers for one benefit from the first month it is measured: to its checklist, and to who books a part of it. */
@ApplicationScoped
public class WholeLife implements Outcomes, MeasuredGains {

    /** Statuses under which a deviation is to be explained. */
    public static final Set<Status> BEHIND = EnumSet.of(Status.BEHIND, Status.OFF_TRACK, Status.WORSE_THAN_BASELINE);

    private final Snapshots snapshots;
    private final Clock clock;

    WholeLife(Snapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public Outcome outcomeOf(int municipalityId, UUID benefitId, Instant change) {
        return snapshot(municipalityId, benefitId, change, YearMonth.now(clock).minusMonths(1))
                .map(snapshot -> {
                    var rollup = snapshot.rollup();
                    var figures = rollup.total().figures();
                    return new Outcome(
                            rollup.byIndicator().stream()
                                    .filter(group ->
                                            BEHIND.contains(group.figures().status()))
                                    .map(Group::key)
                                    .toList(),
                            figures.hours().subtract(booked(snapshot, Booking::hours)),
                            figures.nok().subtract(booked(snapshot, Booking::nok)));
                })
                .orElse(new Outcome(List.of(), BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static BigDecimal booked(Snapshot snapshot, Function<Booking, BigDecimal> amount) {
        return snapshot.bookings().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A cycle that has not ended may have a value, so months to come are looked at too. */
    static YearMonth lastMonth(YearMonth now) {
        return now.plusYears(1);
    }

    @Override
    public Map<UUID, List<Overdrawn>> overdrawn(int municipalityId, Set<UUID> benefitIds, Instant asOf) {
        return snapshots.overdrafts(municipalityId, benefitIds, asOf).stream()
                .collect(Collectors.groupingBy(
                        Overdraft::benefitId,
                        Collectors.mapping(
                                each -> new Overdrawn(
                                        each.unitId(),
                                        each.from(),
                                        each.inHours() ? each.most() : null,
                                        each.inHours() ? null : each.most()),
                                Collectors.toList())));
    }

    @Override
    public Map<UUID, SortedMap<YearMonth, Gain>> of(int municipalityId, UUID benefitId, Instant change) {
        var gains = new LinkedHashMap<UUID, SortedMap<YearMonth, Gain>>();
        snapshot(municipalityId, benefitId, change, lastMonth(YearMonth.now(clock)))
                .ifPresent(snapshot -> {
                    snapshot.series().keySet().forEach(series -> gains.put(series.unitId(), new TreeMap<>()));
                    snapshot.rollup()
                            .points()
                            .forEach(point -> gains.get(point.unitId())
                                    .merge(
                                            point.month(),
                                            new Gain(point.hours(), point.nok()),
                                            (a, b) -> new Gain(
                                                    a.hours().add(b.hours()),
                                                    a.nok().add(b.nok()))));
                });
        return gains;
    }

    /** Empty where nothing is measured up to the month. */
    private Optional<Snapshot> snapshot(int municipalityId, UUID benefitId, Instant change, YearMonth to) {
        var filter = Filter.ofBenefits(Set.of(benefitId));
        var plan = snapshots.readInChange(municipalityId, new Period(to, to), change, filter);
        return plan.portfolio().benefits().stream()
                .flatMap(benefit -> benefit.indicators().stream())
                .map(Indicator::measureFrom)
                .min(YearMonth::compareTo)
                .filter(first -> !first.isAfter(to))
                .map(first -> snapshots.readInChange(municipalityId, new Period(first, to), change, filter));
    }
}
