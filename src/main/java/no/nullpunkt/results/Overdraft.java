package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.disposition.Ledger;

/**
 * More of a benefit is booked in a unit than was measured there, since something was corrected or lost after. It stays
 * so until someone mends it.
 *
 * @param inHours whether hours are overdrawn, or kroner
 * @param balances how the ledger stands, month by month; overdrawn in one of them at least
 */
public record Overdraft(
        UUID benefitId, UUID unitId, boolean inHours, NavigableMap<YearMonth, Ledger.Balance> balances) {

    private record Account(UUID benefitId, UUID unitId) {}

    /** The ledgers that are overdrawn, of all that these benefits have measured and booked from the first month on. */
    public static List<Overdraft> in(List<Point> points, List<Booking> bookings) {
        var booked = new LinkedHashMap<Account, List<Booking>>();
        bookings.forEach(booking -> booked.computeIfAbsent(
                        new Account(booking.benefitId(), booking.unitId()), added -> new ArrayList<>())
                .add(booking));
        var measured = new HashMap<Account, List<Point>>();
        points.forEach(point -> measured.computeIfAbsent(
                        new Account(point.benefitId(), point.unitId()), added -> new ArrayList<>())
                .add(point));
        var found = new ArrayList<Overdraft>();
        booked.forEach((account, itsBookings) -> {
            for (var inHours : List.of(true, false)) {
                var hoursOrNok = new TreeMap<YearMonth, BigDecimal>();
                for (var point : measured.getOrDefault(account, List.of())) {
                    hoursOrNok.merge(point.month(), inHours ? point.hours() : point.nok(), BigDecimal::add);
                }
                var ledger = new Ledger(hoursOrNok, sums(itsBookings, inHours));
                if (ledger.overdrawnFrom().isPresent()) {
                    found.add(new Overdraft(account.benefitId, account.unitId, inHours, ledger.balances()));
                }
            }
        });
        return List.copyOf(found);
    }

    private static SortedMap<YearMonth, BigDecimal> sums(List<Booking> bookings, boolean inHours) {
        var sums = new TreeMap<YearMonth, BigDecimal>();
        bookings.forEach(each -> sums.merge(each.month(), inHours ? each.hours() : each.nok(), BigDecimal::add));
        return sums;
    }

    /** The first month up to which more is booked than was measured. */
    public YearMonth from() {
        return balances.entrySet().stream()
                .filter(entry -> entry.getValue().isOverdrawn())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Hours or NOK that are booked and not measured, in the month where they are the most. */
    public BigDecimal most() {
        return balances.values().stream()
                .map(Ledger.Balance::excess)
                .max(BigDecimal::compareTo)
                .orElseThrow();
    }

    /** The months of the period in which it is overdrawn, and the first of all. */
    Stream<YearMonth> months(Period period) {
        return Stream.concat(Stream.of(from()), period.stream().filter(this::isIn))
                .distinct();
    }

    /** It belongs where a booking in the unit and month would. */
    Booking bookingOfNothing(YearMonth month) {
        return new Booking(benefitId, unitId, month, null, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private boolean isIn(YearMonth month) {
        var standing = balances.floorEntry(month);
        return standing != null && standing.getValue().isOverdrawn();
    }
}
