package no.nullpunkt.results;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.calculation.Portfolio;
import no.nullpunkt.calculation.Rollup;

/**
 * A municipality's portfolio as it was known at an instant: what the figures are made of, and the names people know it
 * by. What only a page or workbook shows beside the figures is read by {@link Snapshots#stories} and
 * {@link Snapshots#recorded}, as of the same instant.
 *
 * @param municipality its name
 * @param asOf the instant; an answer for it never changes
 * @param now the month of that instant in Norway, which decides what is not yet due
 * @param portfolio what the filter leaves, with the values of the period and the earlier ones that carry exposure in;
 *     for counting only, since it holds what is hidden from the reader too: what a reader sees is the {@link #rollup}
 * @param benefits by id, in the order of the portfolio
 * @param indicators by id, in the order of the portfolio
 * @param series one indicator in one unit, in the order of the portfolio
 * @param units every unit by id, also those that the filter leaves out, for a tree has no holes
 * @param technologies the name of every technology by its code
 * @param bookings what was taken out in the period, month by month
 * @param overdrafts where more is booked than was measured, of all time and not of the period alone; read only with
 *     what shows them
 * @param suppression what is hidden from the reader
 */
public record Snapshot(
        String number,
        String municipality,
        Instant asOf,
        YearMonth now,
        Period period,
        Filter filter,
        Portfolio portfolio,
        Map<UUID, BenefitFacts> benefits,
        Map<UUID, IndicatorFacts> indicators,
        Map<SeriesKey, SeriesFacts> series,
        Map<UUID, UnitFacts> units,
        Map<String, Names> technologies,
        List<Booking> bookings,
        List<Overdraft> overdrafts,
        Suppression suppression) {

    /**
     * All points of the period as the reader sees them, ready to be grouped; only the chosen technologies' share when the
     * filter names some.
     */
    public Rollup rollup() {
        return seen(portfolio.over(period, now));
    }

    /** The same with no point held, for a workbook of any length. */
    public Rollup walkedRollup() {
        return seen(portfolio.walkedOver(period, now));
    }

    private Rollup seen(Rollup all) {
        var hereThroughout = units.values().stream()
                .allMatch(unit -> unit.stay(filter.basis()).isAlways());
        var rollup = (hereThroughout ? all : all.only(this::counts)).seenWith(suppression);
        return filter.technologies().isEmpty() ? rollup : rollup.ofTechnologies(filter.technologies());
    }

    /** The same of some of the benefits alone. */
    public Snapshot only(Predicate<BenefitFacts> counts) {
        var some = new LinkedHashMap<UUID, BenefitFacts>();
        benefits.forEach((id, facts) -> {
            if (counts.test(facts)) {
                some.put(id, facts);
            }
        });
        var their = new LinkedHashMap<UUID, IndicatorFacts>();
        indicators.forEach((id, facts) -> {
            if (some.containsKey(facts.benefitId())) {
                their.put(id, facts);
            }
        });
        var measured = new LinkedHashMap<SeriesKey, SeriesFacts>();
        series.forEach((key, facts) -> {
            if (their.containsKey(key.indicatorId())) {
                measured.put(key, facts);
            }
        });
        return new Snapshot(
                number,
                municipality,
                asOf,
                now,
                period,
                filter,
                new Portfolio(
                        portfolio.benefits().stream()
                                .filter(benefit -> some.containsKey(benefit.id()))
                                .toList(),
                        portfolio.parameters()),
                some,
                their,
                measured,
                units,
                technologies,
                bookings.stream()
                        .filter(booking -> some.containsKey(booking.benefitId()))
                        .toList(),
                overdrafts.stream()
                        .filter(overdraft -> some.containsKey(overdraft.benefitId()))
                        .toList(),
                suppression);
    }

    /** Whether a null-point of the benefit, of those the filter leaves, was measured past go-live. */
    public boolean hasLateBaseline(UUID benefitId) {
        return series.entrySet().stream()
                .filter(each -> each.getValue().baseline() != null
                        && each.getValue().baseline().late())
                .anyMatch(each ->
                        indicators.get(each.getKey().indicatorId()).benefitId().equals(benefitId));
    }

    private boolean counts(Point point) {
        return units.get(point.unitId()).stay(filter.basis()).holds(point.month());
    }

    /** Where the benefit is overdrawn; empty when it is not. */
    public List<Overdraft> overdraftsOf(UUID benefitId) {
        return overdrafts.stream()
                .filter(each -> each.benefitId().equals(benefitId))
                .toList();
    }

    /** The unit above each unit that has one. */
    public Map<UUID, UUID> parents() {
        return units.values().stream()
                .filter(unit -> unit.parentId() != null)
                .collect(Collectors.toMap(UnitFacts::id, UnitFacts::parentId));
    }
}
