package no.nullpunkt.disposition;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured and what is booked of it, month by month, in one unit, hours or kroner. In every month all that is
 * booked so far is to be covered by all that was measured so far: a loss in a month lessens what may be booked from
 * then on.
 */
public record Ledger(SortedMap<YearMonth, BigDecimal> measured, SortedMap<YearMonth, BigDecimal> booked) {

    /** How it stands at the end of a month: all that was measured, and all that is booked, up to and including it. */
    public record Balance(BigDecimal measured, BigDecimal booked) {

        private static final Balance NOTHING = new Balance(BigDecimal.ZERO, BigDecimal.ZERO);

        private Balance plus(Balance other) {
            return new Balance(measured.add(other.measured), booked.add(other.booked));
        }

        /** What is booked without having been measured; 0 when all of it has been. */
        public BigDecimal excess() {
            return isOverdrawn() ? booked.subtract(measured) : BigDecimal.ZERO;
        }

        public boolean isOverdrawn() {
            return booked.signum() > 0 && booked.compareTo(measured) > 0;
        }
    }

    /** By the months in which something was measured or is booked; between them it stands as it did. */
    public NavigableMap<YearMonth, Balance> balances() {
        var balances = new TreeMap<YearMonth, Balance>();
        measured.forEach((month, amount) -> balances.put(month, new Balance(amount, BigDecimal.ZERO)));
        booked.forEach((month, amount) -> balances.merge(month, new Balance(BigDecimal.ZERO, amount), Balance::plus));
        var standing = Balance.NOTHING;
        for (var month : balances.entrySet()) {
            standing = standing.plus(month.getValue());
            month.setValue(standing);
        }
        return Collections.unmodifiableNavigableMap(balances);
    }

    /** The first month up to which more is booked than was measured. */
    public Optional<YearMonth> overdrawnFrom() {
        return balances().entrySet().stream()
                .filter(entry -> entry.getValue().isOverdrawn())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
