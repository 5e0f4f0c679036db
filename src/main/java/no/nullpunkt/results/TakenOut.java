package no.nullpunkt.results;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    private TakenOut plus(Booking booking, BigDecimal share) {
        return plus(new TakenOut(booking.hours().multiply(share), booking.nok().multiply(share), false));
    }

    TakenOut plus(TakenOut other) {
        return new TakenOut(hours.add(other.hours), nok.add(other.nok), overdrawn || other.overdrawn);
    }
}
