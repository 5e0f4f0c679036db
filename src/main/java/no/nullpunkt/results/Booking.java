package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * What a disposition took out of a benefit in one month.
 *
 * @param category one of {@link #CATEGORIES}
 * @param hours 0 when it booked kroner, as nok is when it booked hours
 */
public record Booking(UUID benefitId, UUID unitId, YearMonth month, String category, BigDecimal hours, BigDecimal nok) {

    /** What hours and kroner may be taken out for. */
    public static final List<String> CATEGORIES =
            List.of("BUDGET_REDUCED", "POSITION_NOT_FILLED", "MORE_USERS", "BETTER_QUALITY", "OTHER_TASKS");

    /** Those of them by which hours go to users. */
    public static final List<String> FOR_USERS = List.of("MORE_USERS", "BETTER_QUALITY");

    /** The same in another month. */
    Booking in(YearMonth other) {
        return new Booking(benefitId, unitId, other, category, hours, nok);
    }
}
