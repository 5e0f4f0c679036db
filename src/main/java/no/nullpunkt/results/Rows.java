package no.nullpunkt.results;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.shared.Problem;

/** All rows of a portfolio but targets, values and bookings, which are read for what a filter leaves. */
record Rows(
        PortfolioRows.Municipality municipality,
        List<UnitFacts> units,
        List<PortfolioRows.Technology> technologies,
        List<PortfolioRows.Benefit> benefits,
        List<PortfolioRows.Indicator> indicators,
        List<SeriesRows.Series> series) {

    static Rows read(Reading reading) {
        var portfolio = new PortfolioRows(reading);
        var benefits = portfolio.benefits();
        var indicators = portfolio.indicators();
        return new Rows(
                portfolio.municipality(),
                portfolio.units(),
                portfolio.technologies(),
                benefits,
                indicators,
                new SeriesRows(reading).series(goLives(benefits, indicators)));
    }

    private static Map<UUID, YearMonth> goLives(
            List<PortfolioRows.Benefit> benefits, List<PortfolioRows.Indicator> indicators) {
        var byBenefit = new HashMap<UUID, YearMonth>();
        benefits.forEach(row -> byBenefit.put(row.facts().id(), row.facts().goLive()));
        var byIndicator = new HashMap<UUID, YearMonth>();
        indicators.forEach(row ->
                byIndicator.put(row.facts().id(), byBenefit.get(row.facts().benefitId())));
        return byIndicator;
    }

    /**
     * What the filter leaves of benefits, indicators and series.
     *
     * @throws Problem 404 when it names what was not there
     */
    Rows narrowed(Filter filter) {
        mustHave("?benefitId", filter.benefitIds(), benefits, row -> row.facts().id());
        mustHave("?unitId", filter.unitIds(), units, UnitFacts::id);
        mustHave("?technology", filter.technologies(), technologies, PortfolioRows.Technology::code);
        mustHave(
                "?indicatorId",
                filter.indicatorIds(),
                indicators,
                row -> row.facts().id());
        return ofBenefits(filter).ofIndicators(filter.indicatorIds()).ofUnits(filter);
    }

    private Rows ofBenefits(Filter filter) {
        var left = benefits.stream()
                .filter(row -> passes(filter.benefitIds(), row.facts().id()))
                .filter(row -> filter.technologies().isEmpty()
                        || row.technologies().keySet().stream().anyMatch(filter.technologies()::contains))
                .toList();
        var ids = left.stream().map(row -> row.facts().id()).collect(Collectors.toSet());
        return with(
                left,
                indicators.stream()
                        .filter(row -> ids.contains(row.facts().benefitId()))
                        .toList(),
                series);
    }

    private Rows ofIndicators(Set<UUID> named) {
        var left = indicators.stream()
                .filter(row -> passes(named, row.facts().id()))
                .toList();
        var ids = left.stream().map(row -> row.facts().id()).collect(Collectors.toSet());
        return with(
                named.isEmpty() ? benefits : benefitsOf(left),
                left,
                series.stream().filter(row -> ids.contains(row.indicatorId())).toList());
    }

    private Rows ofUnits(Filter filter) {
        if (filter.unitIds().isEmpty()) {
            return this;
        }
        var measuring = unitsOf(filter);
        var left =
                series.stream().filter(row -> measuring.contains(row.unitId())).toList();
        var ids = left.stream().map(SeriesRows.Series::indicatorId).collect(Collectors.toSet());
        var indicatorsLeft = indicators.stream()
                .filter(row -> ids.contains(row.facts().id()))
                .toList();
        return with(benefitsOf(indicatorsLeft), indicatorsLeft, left);
    }

    private List<PortfolioRows.Benefit> benefitsOf(List<PortfolioRows.Indicator> some) {
        var ids = some.stream().map(row -> row.facts().benefitId()).collect(Collectors.toSet());
        return benefits.stream().filter(row -> ids.contains(row.facts().id())).toList();
    }

    private Rows with(
            List<PortfolioRows.Benefit> benefitsLeft,
            List<PortfolioRows.Indicator> indicatorsLeft,
            List<SeriesRows.Series> seriesLeft) {
        return new Rows(municipality, units, technologies, benefitsLeft, indicatorsLeft, seriesLeft);
    }

    /** The same with only these series. */
    Rows of(List<SeriesRows.Series> some) {
        return with(benefits, indicators, some);
    }

    /** The same with only the series whose hours or kroner these accounts are held against. */
    Rows measuring(Set<Overdraft.Account> accounts) {
        var benefitOf = indicators.stream()
                .filter(row -> row.valuation() != ValuationKind.NONE)
                .collect(Collectors.toMap(
                        row -> row.facts().id(), row -> row.facts().benefitId()));
        return of(series.stream()
                .filter(row -> benefitOf.containsKey(row.indicatorId()))
                .filter(row -> accounts.contains(new Overdraft.Account(benefitOf.get(row.indicatorId()), row.unitId())))
                .toList());
    }

    /** The units the filter names and those below them; all units when it names none. */
    Set<UUID> unitsOf(Filter filter) {
        if (filter.unitIds().isEmpty()) {
            return units.stream().map(UnitFacts::id).collect(Collectors.toSet());
        }
        return new UnitTree(units).withBelow(filter.unitIds());
    }

    /** The months in which what is measured in each unit counts. */
    Map<UUID, Stay> stays(Basis basis) {
        return units.stream().collect(Collectors.toMap(UnitFacts::id, unit -> unit.stay(basis)));
    }

    /** The first month that any indicator measures; empty without indicators. */
    Optional<YearMonth> measuredFrom() {
        return indicators.stream().map(PortfolioRows.Indicator::measureFrom).min(Comparator.naturalOrder());
    }

    /** Benefit by benefit. */
    Stream<PortfolioRows.Indicator> indicatorsInOrder() {
        var byBenefit = indicatorsByBenefit();
        return benefits.stream()
                .flatMap(row -> byBenefit.getOrDefault(row.facts().id(), List.of()).stream());
    }

    Map<UUID, List<PortfolioRows.Indicator>> indicatorsByBenefit() {
        return indicators.stream()
                .collect(Collectors.groupingBy(row -> row.facts().benefitId()));
    }

    Map<UUID, List<SeriesRows.Series>> seriesByIndicator() {
        return series.stream().collect(Collectors.groupingBy(SeriesRows.Series::indicatorId));
    }

    private static <K> boolean passes(Set<K> named, K key) {
        return named.isEmpty() || named.contains(key);
    }

    private static <R, K> void mustHave(String pointer, Set<K> named, List<R> rows, Function<R, K> key) {
        if (named.isEmpty()) {
            return;
        }
        var known = rows.stream().map(key).collect(Collectors.toSet());
        named.stream().filter(each -> !known.contains(each)).findFirst().ifPresent(each -> {
            throw Problem.unknown(pointer, each);
        });
    }
}
