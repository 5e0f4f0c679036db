package no.nullpunkt.results;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.Rollup;

/**
 * How many of the measured hours and kroner have been put to use, as booked.
 *
 * @param overdrawn whether more is booked on a benefit than was measured of it
 */
public record TakenOut(BigDecimal hours, BigDecimal nok, boolean overdrawn) {

    public static final TakenOut NOTHING = new TakenOut(BigDecimal.ZERO, BigDecimal.ZERO, false);
    static final TakenOut OVERDRAWN = new TakenOut(BigDecimal.ZERO, BigDecimal.ZERO, true);

    /**
     * Sums of bookings.
     *
     * @param shares how much of a booking belongs to which groups
     */
    public static <K> Map<K, TakenOut> sums(List<Booking> bookings, Function<Booking, Map<K, BigDecimal>> shares) {
        var sums = new HashMap<K, TakenOut>();
        for (var booking : bookings) {
            shares.apply(booking)
                    .forEach((key, share) ->
                            sums.merge(key, NOTHING.plus(booking, share), (sum, added) -> sum.plus(added)));
        }
        return sums;
    }

    /** What was taken out for each use that was booked, of what the rollup counts. */
    public static Map<String, TakenOut> byCategory(Snapshot snapshot, Rollup rollup) {
        var shares = rollup.portfolio().benefits().stream().collect(Collectors.toMap(Benefit::id, rollup::shareOf));
        return sums(snapshot.bookings(), booking -> Map.of(booking.category(), shares.get(booking.benefitId())));
    }

    private TakenOut plus(Booking booking, BigDecimal share) {
        return plus(new TakenOut(booking.hours().multiply(share), booking.nok().multiply(share), false));
    }

    TakenOut plus(TakenOut other) {
        return new TakenOut(hours.add(other.hours), nok.add(other.nok), overdrawn || other.overdrawn);
    }
}
