package no.nullpunkt.calculation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A portfolio made from a seed: the same seed, the same portfolio. */
final class RandomPortfolio {
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int MONTHS = 36;

    private final Random random;
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final List<UUID> units = new ArrayList<>();
    private final Portfolio portfolio;
    private final Period period;
    private final YearMonth now;

    RandomPortfolio(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            UUID unit = id();
            if (!units.isEmpty() && random.nextInt(4) > 0) {
                parents.put(unit, any(units));
            }
            units.add(unit);
        }
        Parameters parameters =
                new Parameters(dated(1_695, 1_750), random.nextBoolean() ? Dated.NEVER : dated(300, 600));
        portfolio = new Portfolio(some(1, 4, this::benefit), parameters);
        YearMonth from = FIRST.plusMonths(random.nextInt(18));
        period = new Period(from, from.plusMonths(random.nextInt(18)));
        now = FIRST.plusMonths(12 + random.nextInt(MONTHS));
    }

    Portfolio portfolio() {
        return portfolio;
    }

    Period period() {
        return period;
    }

    YearMonth now() {
        return now;
    }

    Map<UUID, UUID> parents() {
        return parents;
    }

    Rollup rollup() {
        return portfolio.over(period, now);
    }

    private Benefit benefit() {
        return new Benefit(
                id(),
                any(List.of(BenefitType.values())),
                random.nextInt(4) == 0 ? null : any(List.of(PlanHeading.values())),
                random.nextBoolean() ? BigDecimal.ONE : new BigDecimal("0.6"),
                technologies(),
                some(0, 4, this::indicator));
    }

    private Map<String, BigDecimal> technologies() {
        List<String> codes = new ArrayList<>(List.of("sensor", "dispenser", "lock", "video"));
        Collections.shuffle(codes, random);
        List<String> shares =
                any(List.of(List.of(), List.of("1"), List.of("0.7", "0.3"), List.of("0.3333", "0.3333", "0.3334")));
        Map<String, BigDecimal> technologies = new LinkedHashMap<>();
        for (int i = 0; i < shares.size(); i++) {
            technologies.put(codes.get(i), new BigDecimal(shares.get(i)));
        }
        return technologies;
    }

    private Indicator indicator() {
        Aggregation aggregation = any(List.of(Aggregation.values()));
        int frequency = any(List.of(1, 1, 3, 4, 6, 12));
        BigDecimal factor = new BigDecimal(any(List.of("1", "100", "1000", "7")));
        List<UUID> measuring = new ArrayList<>(units);
        Collections.shuffle(measuring, random);
        List<Series> series = measuring.stream()
                .limit(1 + random.nextInt(4))
                .map(unit -> series(unit, aggregation, frequency))
                .toList();
        return new Indicator(
                id(),
                any(List.of(IndicatorRole.values())),
                any(List.of(Direction.values())),
                aggregation,
                factor,
                frequency,
                FIRST.plusMonths(random.nextInt(14)),
                random.nextInt(4) == 0 ? FIRST.plusMonths(14 + random.nextInt(20)) : null,
                random.nextBoolean() ? BigDecimal.ZERO : new BigDecimal("0.5"),
                new Valuation(any(List.of(ValuationKind.values())), dated(0, 3)),
                series);
    }

    private Series series(UUID unit, Aggregation aggregation, int frequency) {
        Measure baseline = random.nextInt(6) == 0 ? null : measure(aggregation);
        TreeMap<YearMonth, Value> values = new TreeMap<>();
        IntStream.range(0, MONTHS)
                .mapToObj(FIRST::plusMonths)
                .filter(month -> month.getMonthValue() % frequency == 0)
                .forEach(month -> {
                    switch (random.nextInt(10)) {
                        case 0, 1 -> {} // nothing recorded
                        case 2 -> values.put(month, Value.NOT_MEASURED);
                        case 3 -> values.put(month, Value.NOT_APPLICABLE);
                        default -> values.put(month, Value.measured(measure(aggregation)));
                    }
                });
        return new Series(unit, baseline, random.nextInt(6) == 0 ? Dated.NEVER : dated(0, 40), values);
    }

    private Measure measure(Aggregation aggregation) {
        BigDecimal number = random.nextInt(6) == 0 ? BigDecimal.ZERO : number(-10, 50);
        BigDecimal exposure = number(1, 30);
        return switch (aggregation) {
            case SUM, LATEST -> Measure.of(number);
            case MEAN -> random.nextInt(4) == 0 ? Measure.of(number) : Measure.weighted(number, exposure);
            case RATIO -> Measure.ratio(number, exposure);
        };
    }

    private Dated dated(int least, int most) {
        Map<YearMonth, BigDecimal> byMonth = new HashMap<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            byMonth.put(FIRST.plusMonths(random.nextInt(20)), number(least, most));
        }
        return Dated.of(byMonth);
    }

    /** Two decimals, {@code least} included. */
    private BigDecimal number(int least, int most) {
        return BigDecimal.valueOf(100L * least + random.nextInt(100 * (most - least)), 2);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private <T> List<T> some(int least, int most, Supplier<T> maker) {
        int count = least + random.nextInt(most - least + 1);
        return IntStream.range(0, count).mapToObj(i -> maker.get()).toList();
    }
}
