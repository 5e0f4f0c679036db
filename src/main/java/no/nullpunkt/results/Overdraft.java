package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
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

    /** What is booked in a unit is held against what the benefit measured there. */
    record Account(UUID benefitId, UUID unitId) {

        static Account of(Booking booking) {
            return new Account(booking.benefitId(), booking.unitId());
        }
    }

    /** The ledgers that are overdrawn, of all that these benefits have measured and booked from the first month on. */
    public static List<Overdraft> in(List<Point> points, List<Booking> bookings) {
        var booked = new LinkedHashMap<Account, List<Booking>>();
        bookings.forEach(booking -> booked.computeIfAbsent(Account.of(booking), added -> new ArrayList<>())
                .add(booking));
        var measured = new HashMap<Account, List<Point>>();
        points.forEach(point -> measured.computeIfAbsent(
                        new Account(point.benefitId(), point.unitId()), added -> new ArrayList<>())
                .add(point));
        var found = new ArrayList<Overdraft>();
        booked.forEach((account, itsBookings) -> {
            var itsPoints = measured.getOrDefault(account, List.of());
            in(account, true, itsPoints, Point::hours, itsBookings, Booking::hours)
                    .ifPresent(found::add);
            in(account, false, itsPoints, Point::nok, itsBookings, Booking::nok).ifPresent(found::add);
        });
        return List.copyOf(found);
    }

    /** Hours or kroner of one account; where none are booked there is nothing to overdraw. */
    private static Optional<Overdraft> in(
            Account account,
            boolean inHours,
            List<Point> points,
            Function<Point, BigDecimal> measured,
            List<Booking> bookings,
            Function<Booking, BigDecimal> booked) {
        if (bookings.stream().allMatch(each -> booked.apply(each).signum() == 0)) {
            return Optional.empty();
        }
        var balances =
                new Ledger(sums(points, Point::month, measured), sums(bookings, Booking::month, booked)).balances();
        return balances.values().stream().anyMatch(Ledger.Balance::isOverdrawn)
                ? Optional.of(new Overdraft(account.benefitId(), account.unitId(), inHours, balances))
                : Optional.empty();
    }

    private static <T> SortedMap<YearMonth, BigDecimal> sums(
            List<T> some, Function<T, YearMonth> month, Function<T, BigDecimal> amount) {
        var sums = new TreeMap<YearMonth, BigDecimal>();
        some.forEach(each -> sums.merge(month.apply(each), amount.apply(each), BigDecimal::add));
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
