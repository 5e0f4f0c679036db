package no.nullpunkt.results;

import java.time.Instant;
import java.time.YearMonth;

/**
 * How the value of a cycle came to be recorded; its numbers are in {@link no.nullpunkt.calculation.Value}.
 *
 * @param month the last month of its cycle
 * @param quality MEASURED, SAMPLE or ESTIMATE, or null
 * @param comment of whoever entered it, or null
 * @param reason why nothing was measured, or why an odd value stands, or null
 * @param by the name of whoever entered this version, null when nobody is known
 * @param machine whether a machine sent it
 */
public record Recorded(
        YearMonth month,
        String quality,
        String comment,
        String reason,
        int version,
        String by,
        Instant at,
        boolean machine) {

    /** The same without what was written, which often says the number. */
    Recorded withoutWords() {
        return new Recorded(month, quality, null, null, version, by, at, machine);
    }
}
