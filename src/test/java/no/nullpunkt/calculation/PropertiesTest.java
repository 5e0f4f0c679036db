package no.nullpunkt.calculation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any portfolio. Equal means equal to the last digit. */
class PropertiesTest {
    private static final List<ToIntFunction<Figures>> COUNTS = List.of(
            Figures::expected,
            Figures::measured,
            Figures::notMeasured,
            Figures::missing,
            Figures::notApplicable,
            Figures::notYetDue,
            Figures::withoutBaseline);
    private static final List<Function<Figures, BigDecimal>> SUMS = List.of(
            Figures::hours,
            Figures::nok,
            Figures::plannedHours,
            Figures::plannedNok,
            Figures::ownBudgetNok,
            figures -> figures.gain() == null ? BigDecimal.ZERO : figures.gain());

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sumsOverGroupsAreTheTotal(long seed) {
        RandomPortfolio random = new RandomPortfolio(seed);
        Rollup rollup = random.rollup();
        Figures total = rollup.total().figures();
        assertAddsUp(total, rollup.byUnit());
        assertAddsUp(total, rollup.byMonth());
        assertAddsUp(total, rollup.byBenefit());
        assertAddsUp(total, rollup.byIndicator());
        assertAddsUp(total, rollup.byType());
        assertAddsUp(total, rollup.byPlanHeading());
        assertSumsAddUp(total, rollup.byTechnology());
        assertEqualNumbers(
                total.nok(),
                rollup.total().nokByPlanHeading().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What a technology gave is the same as a group and as a total, and opens into groups that add up to it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aTechnologyAloneIsItsGroup(long seed) {
        Rollup rollup = new RandomPortfolio(seed).rollup();
        for (Group<String> group : rollup.byTechnology()) {
            if (group.key() != null) {
                Rollup alone = rollup.ofTechnologies(Set.of(group.key()));
                Figures total = alone.total().figures();
                COUNTS.forEach(count -> assertEquals(count.applyAsInt(group.figures()), count.applyAsInt(total)));
                SUMS.forEach(sum -> assertEqualNumbers(sum.apply(group.figures()), sum.apply(total)));
                assertAddsUp(total, alone.byBenefit());
                assertAddsUp(total, alone.byMonth());
                assertAddsUp(total, alone.byUnit());
                assertAddsUp(total, alone.byTechnology());
            }
        }
    }

    /** Gains add up within an indicator only, so one indicator at a time. */
    @ParameterizedTest
    @MethodSource("seeds")
    void gainsOverGroupsAreTheIndicatorsGain(long seed) {
        RandomPortfolio random = new RandomPortfolio(seed);
        for (Benefit benefit : random.portfolio().benefits()) {
            for (Indicator indicator : benefit.indicators()) {
                Benefit alone = withIndicators(benefit, List.of(indicator));
                Rollup rollup = new Portfolio(List.of(alone), random.portfolio().parameters())
                        .over(random.period(), random.now());
                Figures total = rollup.total().figures();
                assertGainAddsUp(total, rollup.byUnit());
                assertGainAddsUp(total, rollup.byMonth());
                assertGainAddsUp(total, rollup.byTechnology());
                for (Group<String> technology : rollup.byTechnology()) {
                    COUNTS.forEach(count -> assertEquals(
                            count.applyAsInt(total),
                            count.applyAsInt(technology.figures()),
                            "counts are never shared out"));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aUnitHasItsOwnAndThoseBelow(long seed) {
        RandomPortfolio random = new RandomPortfolio(seed);
        Map<UUID, Figures> own = figures(random.rollup().byUnit());
        Map<UUID, Figures> withBelow = figures(random.rollup().byUnit(random.parents()));
        withBelow.forEach((unit, figures) -> {
            List<Group<UUID>> parts = own.entrySet().stream()
                    .filter(entry -> isInOrBelow(entry.getKey(), unit, random.parents()))
                    .map(entry -> new Group<>(entry.getKey(), entry.getValue()))
                    .toList();
            for (ToIntFunction<Figures> count : COUNTS) {
                assertEquals(
                        count.applyAsInt(figures),
                        parts.stream()
                                .mapToInt(part -> count.applyAsInt(part.figures()))
                                .sum());
            }
            assertEqualNumbers(figures.hours(), sum(parts, Figures::hours));
            assertEqualNumbers(figures.plannedNok(), sum(parts, Figures::plannedNok));
        });
        assertTrue(withBelow.keySet().containsAll(own.keySet()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void figuresAreTheSameWhetherPointsAreHeldOrMadeAnew(long seed) {
        RandomPortfolio random = new RandomPortfolio(seed);
        Rollup held = random.rollup();
        Rollup walked = random.portfolio().walkedOver(random.period(), random.now());
        assertEquals(held.points(), walked.points());
        assertEquals(held.points(), walked.walk().toList());
        assertSameFigures(held, walked, random.parents(), false);
        Predicate<Point> some = point -> point.month().getMonthValue() % 2 == 0;
        assertEquals(held.only(some).points(), walked.only(some).points());
        assertSameFigures(held.only(some), walked.only(some), random.parents(), false);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void indicatorsOneAfterTheOtherHaveTheFiguresOfTheirMonths(long seed) {
        RandomPortfolio random = new RandomPortfolio(seed);
        Rollup rollup = random.rollup();
        Map<List<Object>, Figures> together = new LinkedHashMap<>();
        List<UUID> indicators = new ArrayList<>();
        rollup.eachIndicator((indicator, byMonth) -> {
            indicators.add(indicator.id());
            byMonth.forEach((month, figures) -> together.put(List.of(indicator.id(), month), figures));
        });
        assertEquals(rollup.byIndicator().stream().map(Group::key).toList(), indicators);
        assertEquals(figures(rollup.by(point -> List.of(point.indicatorId(), point.month()))), together);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfEnteringDoesNotMatter(long seed) {
        RandomPortfolio random = new RandomPortfolio(seed);
        Random order = new Random(seed);
        Rollup entered = random.rollup();
        Rollup otherwise = mapSeries(
                        random.portfolio(), order, series -> entered(series, shuffled(series.values(), order)))
                .over(random.period(), random.now());
        List<Point> points = new ArrayList<>(otherwise.points());
        Collections.shuffle(points, order);
        assertSameFigures(entered, new Rollup(otherwise.portfolio(), random.period(), points), random.parents(), false);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOtherWayRoundOnlyLevelsChangeSign(long seed) {
        RandomPortfolio random = new RandomPortfolio(seed);
        Portfolio mirrored = mapBenefits(
                random.portfolio(),
                benefit -> withIndicators(
                        benefit,
                        benefit.indicators().stream()
                                .map(PropertiesTest::mirrored)
                                .toList()));
        assertSameFigures(random.rollup(), mirrored.over(random.period(), random.now()), random.parents(), true);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aCorrectionThatIsCorrectedBackLeavesNoTrace(long seed) {
        RandomPortfolio random = new RandomPortfolio(seed);
        Random order = new Random(seed);
        Portfolio corrected = mapSeries(random.portfolio(), order, series -> {
            NavigableMap<YearMonth, Value> values = new TreeMap<>(series.values());
            for (YearMonth month : series.values().keySet()) {
                values.remove(month);
                values.put(month, order.nextBoolean() ? Value.NOT_MEASURED : Value.NOT_APPLICABLE);
                values.put(month, series.values().get(month));
            }
            return entered(series, values);
        });
        assertSameFigures(random.rollup(), corrected.over(random.period(), random.now()), random.parents(), false);
    }

    /** Counted by the words of the rules once more, so that a rule cannot be wrong in the same way everywhere. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theGainsAreThoseOfTheTable(long seed) {
        RandomPortfolio random = new RandomPortfolio(seed);
        Map<UUID, Figures> byIndicator = figures(random.rollup().byIndicator());
        for (Benefit benefit : random.portfolio().benefits()) {
            for (Indicator indicator : benefit.indicators()) {
                Plainly plainly = new Plainly(benefit, indicator, random.period(), random.now());
                Figures figures = byIndicator.get(indicator.id());
                assertEquals(plainly.expected, figures.expected());
                assertEquals(plainly.measured, figures.measured());
                assertAlmost(plainly.gain, figures.gain());
                assertAlmost(plainly.valued, figures.hours().add(figures.nok()));
                assertAlmost(plainly.plannedValued, figures.plannedHours().add(figures.plannedNok()));
                boolean nothingPlanned = Rounding.decisive(plainly.completePlan).signum() <= 0;
                assertEquals(nothingPlanned, figures.achievement() == null);
                if (!nothingPlanned) {
                    assertAlmost(plainly.completeGain, figures.achievement().multiply(plainly.completePlan));
                }
            }
        }
    }

    @Test
    void thePortfoliosHaveSomethingOfEverything() {
        Map<Status, Long> statuses = seeds().boxed()
                .flatMap(seed -> new RandomPortfolio(seed).rollup().byIndicator().stream())
                .collect(Collectors.groupingBy(group -> group.figures().status(), Collectors.counting()));
        assertEquals(Status.values().length, statuses.size(), statuses::toString);
        Map<Object, Long> states = seeds().boxed()
                .flatMap(seed -> new RandomPortfolio(seed).rollup().points().stream())
                .collect(Collectors.groupingBy(Point::state, Collectors.counting()));
        assertEquals(PointState.values().length, states.size(), states::toString);
        Map<ExposureSource, Long> sources = seeds().boxed()
                .flatMap(seed -> new RandomPortfolio(seed).rollup().points().stream())
                .map(Point::exposure)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Exposure::source, Collectors.counting()));
        assertEquals(ExposureSource.values().length, sources.size(), sources::toString);
    }

    /** Month by month, without any of the code under test but the inputs. */
    private static final class Plainly {
        int expected;
        int measured;
        BigDecimal gain;
        BigDecimal valued = BigDecimal.ZERO;
        BigDecimal plannedValued = BigDecimal.ZERO;
        BigDecimal completeGain = BigDecimal.ZERO;
        BigDecimal completePlan = BigDecimal.ZERO;

        Plainly(Benefit benefit, Indicator indicator, Period period, YearMonth now) {
            int k = indicator.frequencyMonths();
            for (Series series : indicator.series()) {
                BigDecimal carried = null;
                for (YearMonth t = YearMonth.of(2023, 1); !t.isAfter(period.to()); t = t.plusMonths(1)) {
                    boolean ends = t.getMonthValue() % k == 0;
                    boolean begunTooEarly =
                            t.minusMonths(k).isBefore(indicator.measureFrom().minusMonths(1));
                    boolean tooLate = indicator.measureTo() != null && t.compareTo(indicator.measureTo()) > 0;
                    if (!ends || begunTooEarly || tooLate) {
                        continue;
                    }
                    Value value = series.values().get(t);
                    boolean isMeasured = value != null && value.status() == ValueStatus.MEASURED;
                    carried = isMeasured ? exposure(indicator, value.measure()) : carried;
                    boolean isExpected =
                            value == null ? t.compareTo(now) < 0 : value.status() != ValueStatus.NOT_APPLICABLE;
                    if (t.isBefore(period.from()) || !isExpected) {
                        continue;
                    }
                    expected++;
                    measured += isMeasured ? 1 : 0;
                    if (series.baseline() != null) {
                        point(benefit, indicator, series, t, isMeasured ? value.measure() : null, carried);
                    }
                }
            }
        }

        private void point(
                Benefit benefit, Indicator indicator, Series series, YearMonth t, Measure measure, BigDecimal carried) {
            BigDecimal d = BigDecimal.valueOf(indicator.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1);
            BigDecimal b = perExposure(indicator, series.baseline());
            BigDecimal months = BigDecimal.valueOf(indicator.frequencyMonths());
            BigDecimal worth = indicator.valuation().kind() == ValuationKind.NONE
                    ? BigDecimal.ZERO
                    : holding(indicator.valuation().perUnit(), t, BigDecimal.ZERO)
                            .multiply(benefit.attributionShare());
            BigDecimal g = null;
            if (measure != null) {
                BigDecimal change = switch (indicator.aggregation()) {
                    case SUM -> measure.value().subtract(b.multiply(months));
                    case LATEST -> measure.value().subtract(b).multiply(months);
                    case MEAN, RATIO ->
                        perExposure(indicator, measure).subtract(b).multiply(carried);
                };
                g = d.multiply(change);
                gain = gain == null ? g : gain.add(g);
                valued = valued.add(g.multiply(worth));
            }
            BigDecimal target = holding(series.targets(), t, null);
            if (target != null) {
                BigDecimal exposure = carried == null ? exposure(indicator, series.baseline()) : carried;
                BigDecimal p = switch (indicator.aggregation()) {
                    case SUM, LATEST -> d.multiply(target.subtract(b)).multiply(months);
                    case MEAN -> d.multiply(target.subtract(b)).multiply(exposure);
                    case RATIO ->
                        d.multiply(target.divide(indicator.factor(), MathContext.DECIMAL128)
                                        .subtract(b))
                                .multiply(exposure);
                };
                plannedValued = plannedValued.add(p.multiply(worth));
                completeGain = g == null ? completeGain : completeGain.add(g);
                completePlan = g == null ? completePlan : completePlan.add(p);
            }
        }

        private static BigDecimal perExposure(Indicator indicator, Measure measure) {
            return indicator.aggregation() == Aggregation.RATIO
                    ? measure.numerator().divide(measure.denominator(), MathContext.DECIMAL128)
                    : measure.value();
        }

        private static BigDecimal exposure(Indicator indicator, Measure measure) {
            return switch (indicator.aggregation()) {
                case SUM, LATEST -> null;
                case MEAN -> measure.weight() == null ? BigDecimal.ONE : measure.weight();
                case RATIO -> measure.denominator();
            };
        }

        private static BigDecimal holding(Dated dated, YearMonth t, BigDecimal otherwise) {
            BigDecimal holding = otherwise;
            for (Map.Entry<YearMonth, BigDecimal> each : dated.byMonth().entrySet()) {
                holding = each.getKey().compareTo(t) <= 0 ? each.getValue() : holding;
            }
            return holding;
        }
    }

    private static void assertAddsUp(Figures total, List<? extends Group<?>> groups) {
        for (ToIntFunction<Figures> count : COUNTS) {
            assertEquals(
                    count.applyAsInt(total),
                    groups.stream()
                            .mapToInt(group -> count.applyAsInt(group.figures()))
                            .sum());
        }
        assertSumsAddUp(total, groups);
    }

    private static void assertSumsAddUp(Figures total, List<? extends Group<?>> groups) {
        SUMS.subList(0, SUMS.size() - 1).forEach(of -> assertEqualNumbers(of.apply(total), sum(groups, of)));
    }

    private static void assertGainAddsUp(Figures total, List<? extends Group<?>> groups) {
        SUMS.forEach(of -> assertEqualNumbers(of.apply(total), sum(groups, of)));
    }

    private static void assertSameFigures(Rollup one, Rollup other, Map<UUID, UUID> parents, boolean mirrored) {
        assertSameGroups(one.byBenefit(), other.byBenefit(), mirrored);
        assertSameGroups(one.byIndicator(), other.byIndicator(), mirrored);
        assertSameGroups(one.byTechnology(), other.byTechnology(), mirrored);
        assertSameGroups(one.byUnit(parents), other.byUnit(parents), mirrored);
        assertSameGroups(one.byType(), other.byType(), mirrored);
        assertSameGroups(one.byPlanHeading(), other.byPlanHeading(), mirrored);
        assertSameGroups(one.byMonth(), other.byMonth(), mirrored);
        assertEqualNumbers(one.total().fte(), other.total().fte());
        assertSame(one.total().figures(), other.total().figures(), mirrored);
    }

    private static <K> void assertSameGroups(List<Group<K>> ones, List<Group<K>> others, boolean mirrored) {
        Map<K, Figures> byKey = figures(others);
        assertEquals(ones.size(), byKey.size());
        ones.forEach(one -> assertSame(one.figures(), byKey.get(one.key()), mirrored));
    }

    private static void assertSame(Figures one, Figures other, boolean mirrored) {
        COUNTS.forEach(count -> assertEquals(count.applyAsInt(one), count.applyAsInt(other)));
        SUMS.forEach(of -> assertEqualNumbers(of.apply(one), of.apply(other)));
        assertEquals(one.gain() == null, other.gain() == null);
        assertEqualNumbers(one.achievement(), other.achievement());
        assertEqualNumbers(one.level(), mirrored ? negated(other.level()) : other.level());
        assertEqualNumbers(one.baselineLevel(), mirrored ? negated(other.baselineLevel()) : other.baselineLevel());
        assertEquals(one.status(), other.status());
        assertEquals(one.incomplete(), other.incomplete());
    }

    private static void assertEqualNumbers(BigDecimal one, BigDecimal other) {
        boolean equal = one == null || other == null ? one == other : one.compareTo(other) == 0;
        assertTrue(equal, () -> one + " is not " + other);
    }

    /** The plain count rounds elsewhere, and with fewer digits. */
    private static void assertAlmost(BigDecimal one, BigDecimal other) {
        boolean equal = one == null || other == null
                ? one == other
                : one.subtract(other).abs().compareTo(new BigDecimal("1e-20")) < 0;
        assertTrue(equal, () -> one + " is not " + other);
    }

    private static BigDecimal sum(List<? extends Group<?>> groups, Function<Figures, BigDecimal> of) {
        return groups.stream().map(group -> of.apply(group.figures())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <K> Map<K, Figures> figures(List<Group<K>> groups) {
        Map<K, Figures> byKey = new HashMap<>();
        groups.forEach(group -> byKey.put(group.key(), group.figures()));
        return byKey;
    }

    private static boolean isInOrBelow(UUID unit, UUID top, Map<UUID, UUID> parents) {
        return unit != null && (unit.equals(top) || isInOrBelow(parents.get(unit), top, parents));
    }

    private static BigDecimal negated(BigDecimal number) {
        return number == null ? null : number.negate();
    }

    private static Indicator mirrored(Indicator indicator) {
        Direction direction = indicator.direction() == Direction.HIGHER_IS_BETTER
                ? Direction.LOWER_IS_BETTER
                : Direction.HIGHER_IS_BETTER;
        List<Series> series = indicator.series().stream()
                .map(each -> {
                    TreeMap<YearMonth, Value> values = new TreeMap<>();
                    each.values()
                            .forEach((month, value) ->
                                    values.put(month, new Value(value.status(), mirrored(value.measure()))));
                    TreeMap<YearMonth, BigDecimal> targets = new TreeMap<>();
                    each.targets().byMonth().forEach((month, target) -> targets.put(month, target.negate()));
                    return new Series(each.unitId(), mirrored(each.baseline()), new Dated(targets), values);
                })
                .toList();
        return with(indicator, direction, series);
    }

    private static Measure mirrored(Measure measure) {
        return measure == null
                ? null
                : new Measure(
                        negated(measure.value()),
                        measure.weight(),
                        negated(measure.numerator()),
                        measure.denominator());
    }

    private static NavigableMap<YearMonth, Value> shuffled(NavigableMap<YearMonth, Value> values, Random order) {
        List<YearMonth> months = new ArrayList<>(values.keySet());
        Collections.shuffle(months, order);
        Map<YearMonth, Value> entered = new LinkedHashMap<>();
        months.forEach(month -> entered.put(month, values.get(month)));
        return new TreeMap<>(entered);
    }

    private static Series entered(Series series, NavigableMap<YearMonth, Value> values) {
        return new Series(series.unitId(), series.baseline(), series.targets(), values);
    }

    /** The portfolio with each series replaced, and everything in another order. */
    private static Portfolio mapSeries(Portfolio portfolio, Random order, UnaryOperator<Series> change) {
        Portfolio changed = mapBenefits(portfolio, benefit -> {
            List<Indicator> indicators = benefit.indicators().stream()
                    .map(indicator -> {
                        List<Series> series = new ArrayList<>(
                                indicator.series().stream().map(change).toList());
                        Collections.shuffle(series, order);
                        return with(indicator, indicator.direction(), series);
                    })
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(indicators, order);
            return withIndicators(benefit, indicators);
        });
        List<Benefit> benefits = new ArrayList<>(changed.benefits());
        Collections.shuffle(benefits, order);
        return new Portfolio(benefits, portfolio.parameters());
    }

    private static Portfolio mapBenefits(Portfolio portfolio, UnaryOperator<Benefit> change) {
        return new Portfolio(portfolio.benefits().stream().map(change).toList(), portfolio.parameters());
    }

    private static Benefit withIndicators(Benefit benefit, List<Indicator> indicators) {
        return new Benefit(
                benefit.id(),
                benefit.type(),
                benefit.planHeading(),
                benefit.attributionShare(),
                benefit.technologies(),
                indicators);
    }

    private static Indicator with(Indicator indicator, Direction direction, List<Series> series) {
        return new Indicator(
                indicator.id(),
                indicator.role(),
                direction,
                indicator.aggregation(),
                indicator.factor(),
                indicator.frequencyMonths(),
                indicator.measureFrom(),
                indicator.measureTo(),
                indicator.tolerance(),
                indicator.valuation(),
                series);
    }
}
