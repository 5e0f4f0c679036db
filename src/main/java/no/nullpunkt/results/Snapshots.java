package no.nullpunkt.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Problem;

/**
 * Reads portfolios as of an instant, each in the same dozen statements however large it is. They are plain JDBC: a year
 * of a large municipality is some 12,000 values, which go straight into the records that are calculated with.
 */
@ApplicationScoped
public class Snapshots {

    private final DataSource dataSource;
    private final Changes changes;
    private final Clock clock;
    private final SuppressionThreshold threshold;

    Snapshots(DataSource dataSource, Changes changes, Clock clock, SuppressionThreshold threshold) {
        this.dataSource = dataSource;
        this.changes = changes;
        this.clock = clock;
        this.threshold = threshold;
    }

    /**
     * The portfolio over a period, as it was known.
     *
     * @param number the municipality's number as the caller wrote it
     * @param asOf null for now
     * @param reader from whom small counts are hidden, where the reader may not enter them
     * @throws Problem 422 when asOf is later than now, 404 when the filter names what was not there
     */
    public Snapshot read(int municipalityId, String number, Period period, Instant asOf, Filter filter, Reader reader) {
        var settled = changes.settled(municipalityId, asOf);
        return readAt(municipalityId, number, period, settled, filter, reader, series -> series, true, null);
    }

    /**
     * The same with the values on disk, for a workbook of any length. It is read in the same dozen statements.
     *
     * @param disk to be closed when the snapshot is no longer needed
     */
    public Snapshot read(
            int municipalityId,
            String number,
            Period period,
            Instant asOf,
            Filter filter,
            Reader reader,
            ValuesOnDisk disk) {
        var settled = changes.settled(municipalityId, asOf);
        return readAt(municipalityId, number, period, settled, filter, reader, series -> series, true, disk);
    }

    /** The same for some of the series only, chosen from those that the filter leaves, in the order of the portfolio. */
    public Snapshot read(
            int municipalityId,
            String number,
            Period period,
            Instant asOf,
            Filter filter,
            Reader reader,
            UnaryOperator<List<SeriesPlan>> choice) {
        var settled = changes.settled(municipalityId, asOf);
        return readAt(municipalityId, number, period, settled, filter, reader, choice, false, null);
    }

    /**
     * The portfolio as a change sees it that is open in this transaction. It waits for no other change, so what those
     * write comes after it. Small counts are hidden, for what follows from a change is seen by everyone.
     *
     * @param change when the change was opened
     */
    Snapshot readInChange(int municipalityId, Period period, Instant change, Filter filter) {
        return readAt(municipalityId, null, period, change, filter, Reader.EVERYONE, series -> series, false, null);
    }

    /**
     * The portfolio as everyone may see it, in a change that no other runs beside, for which it is final.
     *
     * @param number the municipality's number as the caller wrote it
     * @param change when the change was opened
     */
    public Snapshot readAlone(int municipalityId, String number, Period period, Instant change, Filter filter) {
        return readAt(municipalityId, number, period, change, filter, Reader.EVERYONE, series -> series, true, null);
    }

    private Snapshot readAt(
            int municipalityId,
            String number,
            Period period,
            Instant settled,
            Filter filter,
            Reader reader,
            UnaryOperator<List<SeriesPlan>> choice,
            boolean withOverdrafts,
            ValuesOnDisk disk) {
        try (var reading = new Reading(dataSource, municipalityId, settled)) {
            var all = Rows.read(reading);
            var rows = all.narrowed(filter);
            var plans = choice.apply(SeriesPlan.of(rows, filter.basis()));
            var assembly = assembly(reading, rows, plans, period, disk);
            var benefits = assembly.benefits();
            var measuring = rows.unitsOf(filter);
            var bookings = new PortfolioRows(reading)
                    .bookings().stream()
                            .filter(booking -> benefits.containsKey(booking.benefitId()))
                            .filter(booking -> measuring.contains(booking.unitId()))
                            .toList();
            var stays = rows.stays(filter.basis());
            var now = YearMonth.from(settled.atZone(clock.getZone()));
            return new Snapshot(
                    number,
                    rows.municipality().name(),
                    settled,
                    now,
                    period,
                    filter,
                    assembly.portfolio(),
                    benefits,
                    assembly.indicators(),
                    assembly.series(),
                    assembly.units(),
                    assembly.technologies(),
                    bookings.stream()
                            .filter(booking -> period.contains(booking.month()))
                            .filter(booking -> stays.get(booking.unitId()).holds(booking.month()))
                            .toList(),
                    withOverdrafts ? overdrafts(reading, all, bookings, now, disk) : List.of(),
                    suppression(reading, all, plans, reader));
        }
    }

    /** Where more is booked than was measured as of an instant, of these benefits or of all when none are named. */
    List<Overdraft> overdrafts(int municipalityId, Set<UUID> benefitIds, Instant asOf) {
        try (var reading = new Reading(dataSource, municipalityId, asOf)) {
            var bookings = new PortfolioRows(reading)
                    .bookings().stream()
                            .filter(booking -> benefitIds.isEmpty() || benefitIds.contains(booking.benefitId()))
                            .toList();
            return bookings.isEmpty()
                    ? List.of()
                    : overdrafts(
                            reading, Rows.read(reading), bookings, YearMonth.from(asOf.atZone(clock.getZone())), null);
        }
    }

    /**
     * Held against all hours and kroner that the booked benefits have measured where they are booked, whatever period and
     * indicators are asked about.
     */
    private static List<Overdraft> overdrafts(
            Reading reading, Rows all, List<Booking> bookings, YearMonth now, ValuesOnDisk disk) {
        if (bookings.isEmpty()) {
            return List.of();
        }
        var booked = all.narrowed(Filter.ofBenefits(
                        bookings.stream().map(Booking::benefitId).collect(Collectors.toSet())))
                .measuring(bookings.stream().map(Overdraft.Account::of).collect(Collectors.toSet()));
        var stays = all.stays(Basis.RESTATED);
        var last = WholeLife.lastMonth(now);
        var first = booked.measuredFrom().filter(month -> !month.isAfter(last)).orElse(last);
        var life = new Period(first, last);
        var portfolio = assembly(reading, booked, SeriesPlan.of(booked, Basis.RESTATED), life, disk)
                .portfolio();
        // Benefit by benefit, so that the points of one alone are in memory.
        return bookings.stream()
                .filter(booking -> stays.get(booking.unitId()).holds(booking.month()))
                .collect(Collectors.groupingBy(Booking::benefitId, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(each -> Overdraft.in(
                        portfolio
                                .of(each.getKey())
                                .over(life, now)
                                .only(point -> stays.get(point.unitId()).holds(point.month()))
                                .points(),
                        each.getValue())
                        .stream())
                .toList();
    }

    /** Whether a series may be shown hangs on all series of its indicator, also those that a filter leaves out. */
    private Suppression suppression(Reading reading, Rows all, List<SeriesPlan> plans, Reader reader) {
        var shown = plans.stream().map(plan -> plan.indicator().id()).collect(Collectors.toSet());
        var counted = all.indicators().stream()
                .filter(row -> row.facts().countsPersons()
                        && shown.contains(row.facts().id()))
                .collect(Collectors.toMap(row -> row.facts().id(), PortfolioRows.Indicator::aggregation));
        var asked = all.series().stream()
                .filter(row -> counted.containsKey(row.indicatorId()))
                .map(row -> new CountRows.Asked(
                        row.facts().id(), row.key(), counted.get(row.indicatorId()), row.baseline()))
                .toList();
        return new Suppression(new CountRows(reading).series(asked, reader), threshold.count(), reading.asOf());
    }

    /** @param disk to keep the values on; null to hold them */
    private static Assembly assembly(
            Reading reading, Rows rows, List<SeriesPlan> plans, Period period, ValuesOnDisk disk) {
        var seriesRows = new SeriesRows(reading);
        var ids = plans.stream().map(SeriesPlan::id).toList();
        var values = new SeriesValues(seriesRows, plans, period);
        return new Assembly(
                rows.of(plans.stream().map(SeriesPlan::series).toList()),
                seriesRows.targets(ids),
                disk == null ? values.held() : values.on(disk));
    }

    /** What is told of each benefit of the snapshot, by its id; all are there. */
    public Map<UUID, BenefitStory> stories(int municipalityId, Snapshot snapshot) {
        try (var reading = new Reading(dataSource, municipalityId, snapshot.asOf())) {
            var rows = new StoryRows(reading);
            var waivers = byBenefit(rows.waivers());
            var deviations = byBenefit(rows.deviations());
            var decisions = byBenefit(rows.decisions());
            var routines = byBenefit(rows.routines());
            var successes = byBenefit(rows.successes());
            var stories = new LinkedHashMap<UUID, BenefitStory>();
            for (var id : snapshot.benefits().keySet()) {
                var ofBenefit = routines.getOrDefault(id, List.of(new StoryRows.Routines(0, 0)))
                        .get(0);
                stories.put(
                        id,
                        new BenefitStory(
                                waivers.getOrDefault(id, List.of()),
                                deviations.getOrDefault(id, List.of()),
                                decisions.getOrDefault(id, List.of()),
                                ofBenefit.open(),
                                ofBenefit.ended(),
                                successes.containsKey(id) ? successes.get(id).get(0) : null));
            }
            return stories;
        }
    }

    private static <T> Map<UUID, List<T>> byBenefit(List<StoryRows.Of<T>> rows) {
        var told = new HashMap<UUID, List<T>>();
        rows.forEach(row -> told.computeIfAbsent(row.benefitId(), added -> new ArrayList<>())
                .add(row.told()));
        return told;
    }

    /** How each value of the snapshot's period came to be recorded, earliest first; series with none are left out. */
    public Map<SeriesKey, List<Recorded>> recorded(int municipalityId, Snapshot snapshot) {
        var keys = new HashMap<Long, SeriesKey>();
        snapshot.series().forEach((key, facts) -> keys.put(facts.id(), key));
        try (var reading = new Reading(dataSource, municipalityId, snapshot.asOf())) {
            var recorded = new HashMap<SeriesKey, List<Recorded>>();
            new StoryRows(reading).recorded(keys.keySet(), snapshot.period()).forEach(row -> {
                var key = keys.get(row.seriesId());
                var month = row.recorded().month();
                recorded.computeIfAbsent(key, added -> new ArrayList<>())
                        .add(
                                snapshot.suppression().hides(key, month)
                                        ? row.recorded().withoutWords()
                                        : row.recorded());
            });
            return recorded;
        }
    }
}
