package no.nullpunkt.results;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Linear equations over things that are not known, solved exactly: what is determined by them, whatever their right
 * sides are.
 */
final class Equations<C> {

    /** A fraction in lowest terms. */
    record Fraction(BigInteger over, BigInteger under) {

        static final Fraction ZERO = of(BigDecimal.ZERO);
        static final Fraction ONE = of(BigDecimal.ONE);

        Fraction {
            var divisor = over.gcd(under).max(BigInteger.ONE);
            if (under.signum() < 0) {
                divisor = divisor.negate();
            }
            over = over.divide(divisor);
            under = under.divide(divisor);
        }

        static Fraction of(BigDecimal number) {
            var plain = number.scale() < 0 ? number.setScale(0) : number;
            return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
        }

        static Fraction of(long number) {
            return of(BigDecimal.valueOf(number));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction times(Fraction other) {
            return new Fraction(over.multiply(other.over), under.multiply(other.under));
        }

        Fraction dividedBy(Fraction other) {
            return new Fraction(over.multiply(other.under), under.multiply(other.over));
        }

        Fraction negated() {
            return new Fraction(over.negate(), under);
        }

        boolean isZero() {
            return over.signum() == 0;
        }
    }

    /** Each with one unknown that is in no other, at the same place as in {@link #leading}. */
    private final List<Map<C, Fraction>> solved = new ArrayList<>();

    private final List<C> leading = new ArrayList<>();
    private final Set<Map<C, Fraction>> seen = new HashSet<>();

    /** One more that is known: a sum of unknowns, each times its factor. */
    void add(Map<C, Fraction> sum) {
        var equation = sum.entrySet().stream()
                .filter(term -> !term.getValue().isZero())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!seen.add(equation)) {
            return;
        }
        var rest = reduced(equation);
        if (rest.isEmpty()) {
            return;
        }
        var lead = rest.keySet().iterator().next();
        var scaled = new HashMap<C, Fraction>();
        rest.forEach((unknown, factor) -> scaled.put(unknown, factor.dividedBy(rest.get(lead))));
        for (var row : solved) {
            subtract(row, scaled, row.getOrDefault(lead, Fraction.ZERO));
        }
        solved.add(scaled);
        leading.add(lead);
    }

    /** Whether the sum of these unknowns, each once, follows from what is known. */
    boolean determine(Collection<C> unknowns) {
        return reduced(unknowns.stream().collect(Collectors.toMap(each -> each, each -> Fraction.ONE)))
                .isEmpty();
    }

    int size() {
        return seen.size();
    }

    private Map<C, Fraction> reduced(Map<C, Fraction> equation) {
        var rest = new HashMap<>(equation);
        for (var i = 0; i < solved.size(); i++) {
            subtract(rest, solved.get(i), rest.getOrDefault(leading.get(i), Fraction.ZERO));
        }
        return rest;
    }

    private static <C> void subtract(Map<C, Fraction> from, Map<C, Fraction> row, Fraction times) {
        if (times.isZero()) {
            return;
        }
        row.forEach((unknown, factor) -> from.merge(unknown, factor.times(times).negated(), Fraction::plus));
        from.values().removeIf(Fraction::isZero);
    }
}
