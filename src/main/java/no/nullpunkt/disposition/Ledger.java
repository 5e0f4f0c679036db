package no.nullpunkt.disposition;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measured amounts and what is booked of them, in one unit, hours or kroner. A loss in a month lessens what may be
 * booked from then on.
 */
record Ledger(SortedMap<YearMonth, BigDecimal> measured, List<Disposition> booked) {

    /** Where more is booked than was measured: the first such month, and how much is left of it before. */
    record Overdraft(YearMonth month, BigDecimal measured, BigDecimal booked) {}

    /** The first month up to which more is booked than was measured. */
    Optional<Overdraft> overdraft() {
        var changes = new TreeMap<YearMonth, BigDecimal>();
        booked.forEach(each -> each.months().forEach(month -> changes.merge(month, each.amount(), BigDecimal::add)));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        var months = new TreeMap<YearMonth, Boolean>();
        measured.keySet().forEach(month -> months.put(month, true));
        changes.keySet().forEach(month -> months.put(month, true));
        var soFar = BigDecimal.ZERO;
        var taken = BigDecimal.ZERO;
        for (var month : months.keySet()) {
            soFar = soFar.add(measured.getOrDefault(month, BigDecimal.ZERO));
            taken = taken.add(changes.getOrDefault(month, BigDecimal.ZERO));
            if (taken.signum() > 0 && taken.compareTo(soFar) > 0) {
                return Optional.of(new Overdraft(month, soFar, taken));
            }
        }
        return Optional.empty();
    }
}
