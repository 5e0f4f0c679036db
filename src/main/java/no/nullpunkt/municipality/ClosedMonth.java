package no.nullpunkt.municipality;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A month that has been reported.
 *
 * @param reportNumber number and year of the report issued last that covers it, such as 1/2026
 * @param reportPeriod what that report is of, such as 2026-T1
 * @param closedBy the name of whoever issued it
 * @param reopenedAt null while the month is closed, as is the rest of the reopening
 */
record ClosedMonth(
        YearMonth month,
        UUID reportId,
        String reportNumber,
        String reportPeriod,
        Instant closedAt,
        UUID closedById,
        String closedBy,
        Instant reopenedAt,
        UUID reopenedById,
        String reopenedBy,
        String reopenedReason) {

    boolean isClosed() {
        return reopenedAt == null;
    }
}
