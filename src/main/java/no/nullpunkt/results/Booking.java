package no.nullpunkt.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;

/**
 * What a disposition took out of a benefit in one month.
 *
 * @param category BUDGET_REDUCED, POSITION_NOT_FILLED, MORE_USERS, BETTER_QUALITY or OTHER_TASKS
 * @param hours 0 when it booked kroner, as nok is when it booked hours
 */
public record Booking(
        UUID benefitId, UUID unitId, YearMonth month, String category, BigDecimal hours, BigDecimal nok) {}
