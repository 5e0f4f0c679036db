package no.nullpunkt.calculation;

import static java.math.BigDecimal.ONE;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The points of a portfolio over a period and the sums over them, as one reader may see them. One walk through the
 * points gives each indicator's sums, of which all groups that hold indicators whole are made, and the total; units,
 * months and other keys take a walk of their own at every call. Benefits, indicators, technologies, units, types and plan
 * headings are listed in the order of the portfolio, also when they have no points in the period; months are listed all,
 * earliest first.
 */
public final class Rollup {
    private final Portfolio portfolio;
    private final Period period;
    /** With all numbers, since sums are made of those that are hidden too. */
    private final Walk counted;

    private final Set<String> technologies;
    private final Discretion discretion;
    /** Null until someone asks, for sums do without. */
    private Walk shown;

    /** What the points of each indicator come to, by its id; null until someone asks. */
    private Map<UUID, Fold> ofIndicators;

    Rollup(Portfolio portfolio, Period period, List<Point> points) {
        this(portfolio, period, new Walk.Held(Collections.unmodifiableList(points)));
    }

    Rollup(Portfolio portfolio, Period period, Walk points) {
        this(portfolio, period, points, Set.of(), Discretion.NONE);
    }

    private Rollup(Portfolio portfolio, Period period, Walk counted, Set<String> technologies, Discretion discretion) {
        this.portfolio = portfolio;
        this.period = period;
        this.counted = counted;
        this.technologies = Set.copyOf(technologies);
        this.discretion = discretion;
    }

    /** What is counted, with every number of every series, hidden or not: no reader may be shown it as it is. */
    public Portfolio portfolio() {
        return portfolio;
    }

    public Period period() {
        return period;
    }

    /** Every cycle end that counts, series by series, earliest first; those hidden from the reader without numbers. */
    public List<Point> points() {
        return shown().list();
    }

    /** The same one by one, which leaves none behind where this holds none. */
    public Stream<Point> walk() {
        return shown().stream();
    }

    private Walk shown() {
        if (shown == null) {
            shown = discretion == Discretion.NONE
                    ? counted
                    : counted.each(point -> discretion.hides(point) ? point.withoutNumbers() : point);
        }
        return shown;
    }

    /** Those whose share alone is counted, empty when everything is. */
    public Set<String> technologies() {
        return technologies;
    }

    /** The same for a reader who is not told everything. */
    public Rollup seenWith(Discretion other) {
        return new Rollup(portfolio, period, counted, technologies, other);
    }

    /**
     * What these technologies gave: of each benefit only their share, so that the figures of all technologies, one by
     * one, still sum to the total.
     */
    public Rollup ofTechnologies(Set<String> codes) {
        List<Benefit> benefits = portfolio.benefits().stream()
                .filter(benefit -> !Collections.disjoint(benefit.technologies().keySet(), codes))
                .toList();
        Set<UUID> ids = benefits.stream().map(Benefit::id).collect(Collectors.toSet());
        return new Rollup(
                new Portfolio(benefits, portfolio.parameters()),
                period,
                counted.only(point -> ids.contains(point.benefitId())),
                codes,
                discretion);
    }

    /** Only some of the points; what has none left is still listed. */
    public Rollup only(Predicate<Point> counts) {
        return new Rollup(portfolio, period, counted.only(counts), technologies, discretion);
    }

    /** How much of a benefit is counted here: all of it, or the share of the technologies chosen. */
    public BigDecimal shareOf(Benefit benefit) {
        return technologies.isEmpty()
                ? ONE
                : shares(benefit).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Total total() {
        Fold fold = new Fold(discretion);
        portfolio.benefits().forEach(benefit -> addTo(fold, benefit, shareOf(benefit)));
        Figures figures = fold.figures();
        Map<PlanHeading, BigDecimal> nokByPlanHeading = new LinkedHashMap<>();
        byPlanHeading()
                .forEach(group ->
                        nokByPlanHeading.put(group.key(), group.figures().nok()));
        BigDecimal fte = portfolio.parameters().fte(figures.hours(), period).orElse(null);
        return new Total(figures, fte, Collections.unmodifiableMap(nokByPlanHeading));
    }

    /**
     * Every benefit has a status, the worst of its indicators', drivers left out; but none where the reader is not told
     * that of one of them.
     */
    public List<Group<UUID>> byBenefit() {
        Map<UUID, Figures> figuresOf = byIndicator().stream().collect(Collectors.toMap(Group::key, Group::figures));
        Map<UUID, Status> worst = new HashMap<>();
        for (Benefit benefit : portfolio.benefits()) {
            List<Figures> judged = benefit.indicators().stream()
                    .filter(indicator -> indicator.role() != IndicatorRole.DRIVER)
                    .map(indicator -> figuresOf.get(indicator.id()))
                    .toList();
            worst.put(
                    benefit.id(),
                    judged.stream().anyMatch(Figures::suppressed)
                            ? null
                            : Status.worst(judged.stream().map(Figures::status)));
        }
        return byBenefitKey(Benefit::id).stream()
                .map(group -> new Group<>(group.key(), group.figures().withStatus(worst.get(group.key()))))
                .toList();
    }

    /** Every indicator has a status, NOT_STARTED when it has nothing expected in the period, but for what is not told. */
    public List<Group<UUID>> byIndicator() {
        return portfolio.benefits().stream()
                .flatMap(benefit -> {
                    BigDecimal share = shareOf(benefit);
                    return benefit.indicators().stream().map(indicator -> {
                        Fold fold = new Fold(discretion, indicator);
                        fold.add(ofIndicators().get(indicator.id()), share);
                        return new Group<>(indicator.id(), fold.figures());
                    });
                })
                .toList();
    }

    private Map<UUID, Fold> ofIndicators() {
        if (ofIndicators == null) {
            ofIndicators = new HashMap<>();
            portfolio.benefits().stream()
                    .flatMap(benefit -> benefit.indicators().stream())
                    .forEach(indicator -> ofIndicators.put(indicator.id(), new Fold(discretion, indicator)));
            counted.stream()
                    .forEach(point -> ofIndicators.get(point.indicatorId()).add(point, ONE));
        }
        return ofIndicators;
    }

    private void addTo(Fold fold, Benefit benefit, BigDecimal share) {
        benefit.indicators().forEach(indicator -> fold.add(ofIndicators().get(indicator.id()), share));
    }

    public List<Group<BenefitType>> byType() {
        return byBenefitKey(Benefit::type);
    }

    /** Benefits without a plan heading are gathered under null. */
    public List<Group<PlanHeading>> byPlanHeading() {
        return byBenefitKey(Benefit::planHeading);
    }

    /** Each benefit's figures times the technology's share; benefits without technologies are gathered under null. */
    public List<Group<String>> byTechnology() {
        return byShares(this::shares);
    }

    /** How much of a benefit belongs to which technology here; all of it to null when it has none. */
    public Map<String, BigDecimal> shares(Benefit benefit) {
        if (technologies.isEmpty()) {
            return benefit.technologies().isEmpty() ? Collections.singletonMap(null, ONE) : benefit.technologies();
        }
        Map<String, BigDecimal> chosen = new LinkedHashMap<>(benefit.technologies());
        chosen.keySet().retainAll(technologies);
        return chosen;
    }

    /** By the unit that measures, each point once. */
    public List<Group<UUID>> byUnit() {
        return byUnit(Map.of());
    }

    /**
     * By unit, the units below included: a point is in its own unit and in all units above.
     *
     * @param parents the unit above each unit; a unit at the top is left out or has null
     * @throws IllegalArgumentException when a unit is above itself
     */
    public List<Group<UUID>> byUnit(Map<UUID, UUID> parents) {
        Map<UUID, List<UUID>> withAbove = new HashMap<>();
        Map<UUID, Fold> folds = new LinkedHashMap<>();
        for (Benefit benefit : portfolio.benefits()) {
            for (Indicator indicator : benefit.indicators()) {
                for (Series series : indicator.series()) {
                    withAbove
                            .computeIfAbsent(series.unitId(), unit -> withUnitsAbove(unit, parents))
                            .forEach(unit -> folds.computeIfAbsent(unit, added -> new Fold(discretion)));
                }
            }
        }
        counted.stream().forEach(point -> {
            for (UUID unit : withAbove.get(point.unitId())) {
                folds.get(unit).add(point, shareOf(point.benefit()));
            }
        });
        return groups(folds);
    }

    private static List<UUID> withUnitsAbove(UUID unit, Map<UUID, UUID> parents) {
        List<UUID> path = new ArrayList<>();
        for (UUID above = unit; above != null; above = parents.get(above)) {
            Require.that(!path.contains(above), "A unit is never above itself");
            path.add(above);
        }
        return path;
    }

    /** By the last month of the cycle; every month of the period is there. */
    public List<Group<YearMonth>> byMonth() {
        Map<YearMonth, Fold> folds = new TreeMap<>();
        period.stream().forEach(month -> folds.put(month, new Fold(discretion)));
        return groups(folds, Point::month);
    }

    /**
     * By a key made of where and when a point is, such as an indicator and its month; only keys that have points, in
     * their order.
     */
    public <K> List<Group<K>> by(Function<Point, K> key) {
        return groups(new LinkedHashMap<>(), key);
    }

    /**
     * Each indicator with its figures by the last month of its cycles, in the order of the portfolio; without any where
     * it has no points. One after the other, since those of all months of all indicators are too many to hold.
     */
    public void eachIndicator(BiConsumer<Indicator, SortedMap<YearMonth, Figures>> reader) {
        Iterator<Indicator> indicators = portfolio.benefits().stream()
                .flatMap(benefit -> benefit.indicators().stream())
                .iterator();
        if (indicators.hasNext()) {
            IndicatorMonths months = new IndicatorMonths(indicators, reader);
            counted.stream().forEach(months::add);
            months.end();
        }
    }

    /** Follows the points from indicator to indicator. */
    private final class IndicatorMonths {
        private final Iterator<Indicator> coming;
        private final BiConsumer<Indicator, SortedMap<YearMonth, Figures>> reader;
        private Indicator present;
        private final Map<YearMonth, Fold> folds = new TreeMap<>();

        IndicatorMonths(Iterator<Indicator> coming, BiConsumer<Indicator, SortedMap<YearMonth, Figures>> reader) {
            this.coming = coming;
            this.reader = reader;
            this.present = coming.next();
        }

        void add(Point point) {
            while (point.indicator() != present) {
                tell();
                present = coming.next();
            }
            folds.computeIfAbsent(point.month(), added -> new Fold(discretion)).add(point, shareOf(point.benefit()));
        }

        void end() {
            tell();
            coming.forEachRemaining(next -> {
                present = next;
                tell();
            });
        }

        private void tell() {
            SortedMap<YearMonth, Figures> figures = new TreeMap<>();
            folds.forEach((month, fold) -> figures.put(month, fold.figures()));
            folds.clear();
            reader.accept(present, figures);
        }
    }

    private <K> List<Group<K>> byBenefitKey(Function<Benefit, K> key) {
        return byShares(benefit -> Collections.singletonMap(key.apply(benefit), shareOf(benefit)));
    }

    /** @param shares how much of a benefit belongs to which groups */
    private <K> List<Group<K>> byShares(Function<Benefit, Map<K, BigDecimal>> shares) {
        Map<K, Fold> folds = new LinkedHashMap<>();
        for (Benefit benefit : portfolio.benefits()) {
            shares.apply(benefit)
                    .forEach((key, share) ->
                            addTo(folds.computeIfAbsent(key, added -> new Fold(discretion)), benefit, share));
        }
        return groups(folds);
    }

    private <K> List<Group<K>> groups(Map<K, Fold> folds, Function<Point, K> key) {
        counted.stream()
                .forEach(point -> folds.computeIfAbsent(key.apply(point), added -> new Fold(discretion))
                        .add(point, shareOf(point.benefit())));
        return groups(folds);
    }

    private static <K> List<Group<K>> groups(Map<K, Fold> folds) {
        return folds.entrySet().stream()
                .map(entry -> new Group<>(entry.getKey(), entry.getValue().figures()))
                .toList();
    }
}
