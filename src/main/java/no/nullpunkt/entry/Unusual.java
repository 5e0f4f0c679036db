package no.nullpunkt.entry;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What makes a value worth a question before it is saved. It is never refused for that: the figures may be just so.
 *
 * @param kind what is unusual
 * @param compared what the value is compared with
 * @param month when that was
 */
record Unusual(Kind kind, BigDecimal compared, YearMonth month) {

    enum Kind {
        /** At least ten times the last value; more often than not a decimal sign gone astray. */
        TEN_TIMES_MORE,
        /** At most a tenth of the last value, and not zero. */
        TEN_TIMES_LESS,
        /** Further above the highest of the series than that is above its lowest. */
        FAR_ABOVE,
        /** Further below the lowest. */
        FAR_BELOW
    }

    /** A value in the unit shown, and its month. */
    record Earlier(YearMonth month, BigDecimal shown) {}

    /** A spread says little before there are so many. */
    private static final int ENOUGH = 6;

    private static final BigDecimal TEN = BigDecimal.TEN;

    /**
     * What is unusual about a value.
     *
     * @param shown the value in the unit shown
     * @param earlier those measured before, the latest first
     */
    static Optional<Unusual> of(BigDecimal shown, List<Earlier> earlier) {
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        var last = earlier.get(0);
        if (last.shown().signum() != 0 && shown.signum() != 0) {
            if (shown.abs().compareTo(last.shown().abs().multiply(TEN)) >= 0) {
                return Optional.of(new Unusual(Kind.TEN_TIMES_MORE, last.shown(), last.month()));
            }
            if (shown.abs().multiply(TEN).compareTo(last.shown().abs()) <= 0) {
                return Optional.of(new Unusual(Kind.TEN_TIMES_LESS, last.shown(), last.month()));
            }
        }
        return earlier.size() < ENOUGH ? Optional.empty() : outsideSpread(shown, earlier);
    }

    private static Optional<Unusual> outsideSpread(BigDecimal shown, List<Earlier> earlier) {
        var lowest = Collections.min(earlier, (a, b) -> a.shown().compareTo(b.shown()));
        var highest = Collections.max(earlier, (a, b) -> a.shown().compareTo(b.shown()));
        var spread = highest.shown().subtract(lowest.shown());
        if (spread.signum() == 0) {
            return Optional.empty();
        }
        if (shown.compareTo(highest.shown().add(spread)) > 0) {
            return Optional.of(new Unusual(Kind.FAR_ABOVE, highest.shown(), highest.month()));
        }
        if (shown.compareTo(lowest.shown().subtract(spread)) < 0) {
            return Optional.of(new Unusual(Kind.FAR_BELOW, lowest.shown(), lowest.month()));
        }
        return Optional.empty();
    }
}
