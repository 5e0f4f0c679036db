package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Discretion;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.Equations.Fraction;

/**
 * Someone who asks for every point, and for the sums over all sets of units and all periods as of every instant, and
 * solves the equations for what is hidden. The figures of every grouping are such sums.
 */
final class Attack {

    /** A kind of number in a measure; weighted is a mean times its weight. */
    enum Term {
        VALUE,
        WEIGHT,
        WEIGHTED,
        NUMERATOR,
        DENOMINATOR,
        NULL_POINT
    }

    /** One number of one version; the month is null for a null-point. */
    record Cell(String unit, YearMonth month, int version, Term term) {}

    private final CountedHistory history;
    private final Function<Instant, Discretion> discretion;
    private final List<YearMonth> months;
    private final YearMonth now;
    private final Set<Cell> known = new HashSet<>();
    private final Equations<Cell> equations = new Equations<>();
    private int sumsOfHidden;

    Attack(CountedHistory history, List<YearMonth> months, Function<Instant, Discretion> discretion) {
        this.history = history;
        this.months = months;
        this.discretion = discretion;
        this.now = months.get(months.size() - 1).plusMonths(1);
        history.instants().forEach(this::readPoints);
        history.instants().forEach(this::readSums);
    }

    /** How many sums with something hidden in them were told. */
    int sumsOfHidden() {
        return sumsOfHidden;
    }

    int equations() {
        return equations.size();
    }

    private Period whole() {
        return new Period(months.get(0), months.get(months.size() - 1));
    }

    private void readPoints(Instant instant) {
        var points = history.portfolio(history.unitsAt(instant), instant)
                .over(whole(), now)
                .seenWith(discretion.apply(instant))
                .points();
        for (var point : points) {
            var unit = history.unitsAt(instant).stream()
                    .filter(name -> CountedHistory.id(name).equals(point.unitId()))
                    .findFirst()
                    .orElseThrow();
            if (point.measure() != null) {
                known.addAll(cells(unit, point.month(), instant));
            }
            if (point.baseline() != null) {
                known.add(nullPoint(unit, instant));
            }
        }
    }

    private void readSums(Instant instant) {
        var told = discretion.apply(instant);
        for (var units : subsets(history.unitsAt(instant))) {
            for (var from = 0; from < months.size(); from++) {
                for (var to = from; to < months.size(); to++) {
                    var period = new Period(months.get(from), months.get(to));
                    var figures = history.portfolio(units, instant)
                            .over(period, now)
                            .seenWith(told)
                            .total()
                            .figures();
                    learn(figures, units, period, instant);
                }
            }
        }
    }

    private void learn(Figures figures, List<String> units, Period period, Instant instant) {
        var measured = new ArrayList<Measured>();
        for (var unit : units) {
            if (history.nullPointVersion(unit, instant) >= 0) {
                period.stream()
                        .filter(month -> history.measuredVersion(unit, month, instant) >= 0)
                        .forEach(month -> measured.add(new Measured(unit, month, instant)));
            }
        }
        if (measured.stream().flatMap(each -> each.cells().stream()).allMatch(known::contains)) {
            return;
        }
        if (figures.level() != null) {
            sumsOfHidden++;
            learnLevel(latest(measured));
        }
        if (figures.gain() != null) {
            learn(sum -> measured.forEach(each -> each.addGain(sum)));
        }
        if (figures.baselineLevel() != null) {
            var part = latest(measured);
            learn(sum -> part.forEach(each -> each.addNullPoint(sum, Fraction.ONE)));
        }
        if (figures.achievement() != null) {
            learnAchievement(measured);
        }
        if (figures.suppressed() && figures.status() != null) {
            throw new AssertionError("A status is told where its figures are not");
        }
    }

    private List<Measured> latest(List<Measured> measured) {
        if (history.aggregation() != Aggregation.LATEST) {
            return measured;
        }
        var latest = new HashMap<String, Measured>();
        measured.forEach(each ->
                latest.merge(each.unit(), each, (one, other) -> one.month().isAfter(other.month()) ? one : other));
        return List.copyOf(latest.values());
    }

    private void learnLevel(List<Measured> part) {
        switch (history.aggregation()) {
            case SUM, LATEST -> learn(sum -> part.forEach(each -> each.add(sum, Term.VALUE, Fraction.ONE)));
            case MEAN -> learnQuotient(part, Term.WEIGHTED, Term.WEIGHT);
            case RATIO -> learnQuotient(part, Term.NUMERATOR, Term.DENOMINATOR);
        }
    }

    private void learnQuotient(List<Measured> part, Term over, Term under) {
        var level = total(part, over).dividedBy(total(part, under));
        learn(sum -> part.forEach(each -> {
            each.add(sum, over, Fraction.ONE);
            each.add(sum, under, level.negated());
        }));
    }

    private Fraction total(List<Measured> part, Term term) {
        return part.stream().map(each -> each.number(term)).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The gain, less the planned gain times the achievement, is 0. */
    private void learnAchievement(List<Measured> measured) {
        if (history.aggregation() != Aggregation.SUM && history.aggregation() != Aggregation.LATEST) {
            throw new AssertionError("The achievement of a ratio or mean is told");
        }
        var complete = measured.stream()
                .filter(each -> history.target(each.unit()) != null)
                .toList();
        var gain = complete.stream().map(Measured::gain).reduce(Fraction.ZERO, Fraction::plus);
        var plan = complete.stream().map(Measured::plan).reduce(Fraction.ZERO, Fraction::plus);
        var achievement = gain.dividedBy(plan);
        learn(sum -> complete.forEach(each -> {
            each.addGain(sum);
            each.addNullPoint(sum, achievement);
        }));
    }

    private void learn(Consumer<Map<Cell, Fraction>> terms) {
        var sum = new HashMap<Cell, Fraction>();
        terms.accept(sum);
        sum.keySet().removeAll(known);
        equations.add(sum);
    }

    /** What was measured in a unit in a month, as it was known; with a null-point. */
    private final class Measured {

        private final String unit;
        private final YearMonth month;
        private final int version;
        private final Cell nullPoint;
        private final Measure measure;
        private final Measure before;

        Measured(String unit, YearMonth month, Instant instant) {
            this.unit = unit;
            this.month = month;
            this.version = history.measuredVersion(unit, month, instant);
            this.nullPoint = Attack.this.nullPoint(unit, instant);
            this.measure = history.measured(unit, month, version);
            this.before = history.nullPoint(unit, nullPoint.version());
        }

        String unit() {
            return unit;
        }

        YearMonth month() {
            return month;
        }

        Set<Cell> cells() {
            return Attack.this.cells(unit, month, version);
        }

        void add(Map<Cell, Fraction> sum, Term term, Fraction factor) {
            sum.merge(new Cell(unit, month, version, term), factor, Fraction::plus);
        }

        void addNullPoint(Map<Cell, Fraction> sum, Fraction factor) {
            switch (history.aggregation()) {
                case SUM, LATEST -> sum.merge(nullPoint, factor, Fraction::plus);
                case MEAN -> add(sum, Term.WEIGHT, factor.times(nullPointPerUnit()));
                case RATIO -> add(sum, Term.DENOMINATOR, factor.times(nullPointPerUnit()));
            }
        }

        void addGain(Map<Cell, Fraction> sum) {
            add(
                    sum,
                    switch (history.aggregation()) {
                        case SUM, LATEST -> Term.VALUE;
                        case MEAN -> Term.WEIGHTED;
                        case RATIO -> Term.NUMERATOR;
                    },
                    Fraction.ONE);
            addNullPoint(sum, Fraction.ONE.negated());
        }

        private Fraction nullPointPerUnit() {
            return before.value() == null
                    ? Fraction.of(before.numerator()).dividedBy(Fraction.of(before.denominator()))
                    : Fraction.of(before.value());
        }

        Fraction number(Term term) {
            return switch (term) {
                case VALUE -> Fraction.of(measure.value());
                case WEIGHT -> Fraction.of(measure.weight());
                case WEIGHTED -> Fraction.of(measure.value()).times(Fraction.of(measure.weight()));
                case NUMERATOR -> Fraction.of(measure.numerator());
                case DENOMINATOR -> Fraction.of(measure.denominator());
                case NULL_POINT -> nullPointPerUnit();
            };
        }

        Fraction gain() {
            return number(Term.VALUE).plus(nullPointPerUnit().negated());
        }

        Fraction plan() {
            return Fraction.of(history.target(unit)).plus(nullPointPerUnit().negated());
        }
    }

    private Set<Cell> cells(String unit, YearMonth month, Instant instant) {
        return cells(unit, month, history.measuredVersion(unit, month, instant));
    }

    private Set<Cell> cells(String unit, YearMonth month, int version) {
        var terms = switch (history.aggregation()) {
            case SUM, LATEST -> Set.of(Term.VALUE);
            case MEAN -> Set.of(Term.WEIGHT, Term.WEIGHTED);
            case RATIO -> Set.of(Term.NUMERATOR, Term.DENOMINATOR);
        };
        var cells = new HashSet<Cell>();
        terms.forEach(term -> cells.add(new Cell(unit, month, version, term)));
        return cells;
    }

    private Cell nullPoint(String unit, Instant instant) {
        return new Cell(unit, null, history.nullPointVersion(unit, instant), Term.NULL_POINT);
    }

    /** Hidden numbers that come out, and sums of such that stood side by side and are below the threshold. */
    Set<String> found() {
        var found = new TreeSet<String>();
        for (var instant : history.instants()) {
            for (var month : months) {
                for (var term : Term.values()) {
                    find(hidden(month, term, instant), found);
                }
            }
            find(hiddenNullPoints(instant), found);
        }
        return found;
    }

    private void find(Map<Cell, BigDecimal> hidden, Set<String> found) {
        for (var some : subsets(List.copyOf(hidden.keySet()))) {
            var sum = some.stream().map(hidden::get).reduce(BigDecimal.ZERO, BigDecimal::add);
            var counts = some.get(0).term() != Term.WEIGHTED;
            if ((some.size() == 1 || counts && sum.compareTo(CountedHistory.THRESHOLD) < 0)
                    && equations.determine(some)) {
                found.add(some + " = " + sum);
            }
        }
    }

    private Map<Cell, BigDecimal> hidden(YearMonth month, Term term, Instant instant) {
        var hidden = new HashMap<Cell, BigDecimal>();
        for (var unit : history.unitsAt(instant)) {
            var version = history.measuredVersion(unit, month, instant);
            var cell = new Cell(unit, month, version, term);
            if (version >= 0 && cells(unit, month, version).contains(cell) && !known.contains(cell)) {
                var measure = history.measured(unit, month, version);
                hidden.put(
                        cell,
                        switch (term) {
                            case VALUE, NULL_POINT -> measure.value();
                            case WEIGHT -> measure.weight();
                            case WEIGHTED -> measure.value().multiply(measure.weight());
                            case NUMERATOR -> measure.numerator();
                            case DENOMINATOR -> measure.denominator();
                        });
            }
        }
        return hidden;
    }

    /** Those that are small counts; the others are shown with the years that are not hidden. */
    private Map<Cell, BigDecimal> hiddenNullPoints(Instant instant) {
        var hidden = new HashMap<Cell, BigDecimal>();
        for (var unit : history.unitsAt(instant)) {
            var cell = nullPoint(unit, instant);
            if (cell.version() >= 0 && !known.contains(cell)) {
                var number = history.nullPoint(unit, cell.version()).value();
                if (number != null && number.compareTo(CountedHistory.THRESHOLD) < 0) {
                    hidden.put(cell, number);
                }
            }
        }
        return hidden;
    }

    /** All that are not empty. */
    private static <T> List<List<T>> subsets(Collection<T> all) {
        var list = List.copyOf(all);
        return IntStream.range(1, 1 << list.size())
                .mapToObj(chosen -> IntStream.range(0, list.size())
                        .filter(i -> (chosen & 1 << i) != 0)
                        .mapToObj(list::get)
                        .toList())
                .toList();
    }
}
