package no.nullpunkt.disposition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/** What the figures answer when a part of a benefit is to be booked. */
public interface MeasuredGains {

    /** The gain that belongs to a month. */
    record Gain(BigDecimal hours, BigDecimal nok) {}

    /**
     * What a benefit has been measured to give, by unit and month.
     *
     * @param change the time of the change that asks; what was known then, counts
     */
    Map<UUID, SortedMap<YearMonth, Gain>> of(int municipalityId, UUID benefitId, Instant change);
}
