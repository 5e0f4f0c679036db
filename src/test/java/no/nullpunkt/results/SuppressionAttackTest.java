package no.nullpunkt.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Discretion;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing hidden comes out of all that can be read; and where less is hidden, the attack finds it. */
class SuppressionAttackTest {

    private static final int HISTORIES = 60;
    /** Over the turn of a year, for a series is hidden by the year. */
    static final List<YearMonth> MONTHS =
            List.of(YearMonth.of(2025, 11), YearMonth.of(2025, 12), YearMonth.of(2026, 1));

    private static final YearMonth MONTH = MONTHS.get(0);

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void nothingHiddenComesOut(Aggregation aggregation) {
        var sums = 0;
        var equations = 0;
        for (var seed = 0; seed < HISTORIES; seed++) {
            var history = history(aggregation, new Random(seed), true);
            var attack = new Attack(history, MONTHS, history::suppression);
            assertEquals(Set.of(), attack.found(), "seed " + seed);
            sums += attack.sumsOfHidden();
            equations += attack.equations();
        }
        assertTrue(sums > HISTORIES && equations > HISTORIES, "hardly anything is told");
    }

    /**
     * Three units or four, in which all is entered in order and then in disorder, corrected and taken back;
     * varied in targets and in what the reader may enter.
     */
    static CountedHistory history(Aggregation aggregation, Random random, boolean varied) {
        var history = new CountedHistory(aggregation);
        var early = random.nextInt(4) > 0;
        var smallNullPoints = random.nextBoolean();
        var targets = varied ? random.nextInt(3) : 2;
        for (var name : List.of("A", "B", "C")) {
            add(history, name, targets, early, smallNullPoints, random);
        }
        if (varied && random.nextInt(3) == 0) {
            history.open("C");
        }
        for (var i = 0; i < 12 + random.nextInt(10); i++) {
            if (i == 8 && random.nextInt(3) == 0) {
                add(history, "D", targets, early, smallNullPoints, random);
            }
            var names = history.unitsAt(history.now());
            // Each month in each unit once, and then corrections.
            var name = i < 9 ? names.get(i % 3) : names.get(random.nextInt(names.size()));
            var month = i < 9 ? MONTHS.get(i / 3) : MONTHS.get(random.nextInt(MONTHS.size()));
            switch (random.nextInt(i < 9 ? 30 : 12)) {
                case 0 -> history.value(name, month, CountedHistory.Without.NOT_APPLICABLE);
                case 1 -> history.value(name, month, CountedHistory.Without.NOT_MEASURED);
                case 2 -> {
                    if (history.measuredVersion(name, month, history.now()) >= 0) {
                        history.value(name, month, CountedHistory.Without.WITHDRAWN);
                    }
                }
                case 3 -> history.nullPoint(name, measure(aggregation, smallNullPoints, random));
                default -> history.value(name, month, measure(aggregation, random.nextInt(3) > 0, random));
            }
        }
        return history;
    }

    private static void add(
            CountedHistory history, String name, int targets, boolean early, boolean small, Random random) {
        var hasTarget = targets == 0 || targets == 1 && random.nextBoolean();
        history.unit(name, hasTarget ? BigDecimal.ONE : null);
        if (early || random.nextBoolean()) {
            history.nullPoint(name, measure(history.aggregation(), small && random.nextBoolean(), random));
        }
    }

    private static Measure measure(Aggregation aggregation, boolean small, Random random) {
        var count = small ? random.nextInt(6) : 5 + random.nextInt(20);
        var number = BigDecimal.valueOf(count);
        var other = BigDecimal.valueOf(1 + random.nextInt(small ? 6 : 30));
        return switch (aggregation) {
            case SUM, LATEST -> Measure.of(number);
            case MEAN -> Measure.weighted(number, other);
            case RATIO -> Measure.ratio(number, other);
        };
    }

    private static Measure count(int number) {
        return Measure.of(BigDecimal.valueOf(number));
    }

    private static CountedHistory withNullPoints(String names) {
        var history = new CountedHistory(Aggregation.SUM);
        for (var name : names.split("")) {
            history.unit(name, BigDecimal.ONE);
        }
        for (var name : names.split("")) {
            history.nullPoint(name, count(20));
        }
        return history;
    }

    /** Each of two is hidden and their sum told, and so are the sums of every two of three: the sums give all away. */
    @Test
    void theAttackFindsWhatSumsOfSomeGiveAway() {
        var history = withNullPoints("ABC")
                .value("A", MONTH, count(3))
                .value("B", MONTH, count(4))
                .value("C", MONTH, count(2));

        assertEquals(3, found(history, naive(history)).size());
        assertEquals(Set.of(), found(history, history::suppression));
    }

    @Test
    void theAttackFindsWhatComesLate() {
        var history = withNullPoints("AB").value("A", MONTH, count(3)).value("B", MONTH, count(4));
        history.unit("C", null).nullPoint("C", count(20)).value("C", MONTH, count(2));

        assertTrue(found(history, onlyWhole(history)).toString().contains("= 2"));
        assertEquals(Set.of(), found(history, history::suppression));
    }

    @Test
    void aSmallNullPointThatJoinsLateIsNotTheDifference() {
        var history = new CountedHistory(Aggregation.SUM);
        history.unit("A", null).unit("B", null).nullPoint("A", count(3)).nullPoint("B", count(4));
        history.value("A", MONTH, count(3)).value("B", MONTH, count(4));
        history.unit("C", null).nullPoint("C", count(2));
        var next = MONTHS.get(1);
        history.value("A", next, count(3)).value("B", next, count(4)).value("C", next, count(2));

        var attack = new Attack(history, MONTHS, history::suppression);
        assertEquals(Set.of(), attack.found());
        assertEquals(
                4, attack.equations(), "level, gain and null-points of the first month, and the level of the next");
    }

    private static Set<String> found(CountedHistory history, Function<Instant, Discretion> discretion) {
        return new Attack(history, MONTHS, discretion::apply).found();
    }

    /** As the rule reads without a second thought: a sum is told of at least two that reach the threshold. */
    private static Function<Instant, Discretion> naive(CountedHistory history) {
        return instant -> new Rule(history.suppression(instant)) {
            @Override
            public Told ofSum(Collection<Point> hidden) {
                var sum =
                        hidden.stream().map(point -> point.measure().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
                return hidden.size() >= 2 && sum.compareTo(CountedHistory.THRESHOLD) >= 0
                        ? Told.EVERYTHING
                        : Told.NOTHING;
            }
        };
    }

    /** One that minds other units, but not other times: a sum has all hidden units or none. */
    private static Function<Instant, Discretion> onlyWhole(CountedHistory history) {
        return instant -> new Rule(history.suppression(instant)) {
            @Override
            public Told ofSum(Collection<Point> hidden) {
                var hiding = history.unitsAt(instant).stream()
                        .filter(unit -> hides(CountedHistory.key(unit)))
                        .collect(Collectors.toSet());
                return hidden.size() >= 2 && hidden.size() == hiding.size() ? Told.EVERYTHING : Told.NOTHING;
            }
        };
    }

    private abstract static class Rule implements Discretion {

        private final Suppression suppression;

        Rule(Suppression suppression) {
            this.suppression = suppression;
        }

        @Override
        public boolean hides(Point point) {
            return suppression.hides(point);
        }

        boolean hides(SeriesKey key) {
            return suppression.hides(key, MONTH);
        }
    }
}
