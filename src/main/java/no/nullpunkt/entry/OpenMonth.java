package no.nullpunkt.entry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.nullpunkt.calculation.Measure;

/**
 * A month as it is filled in.
 *
 * @param due the day by which its values are expected
 */
public record OpenMonth(YearMonth month, LocalDate due, List<Field> fields) {

    /**
     * A value to fill in, with what it is seen beside.
     *
     * @param target the one that holds in the month, or null
     * @param present what is recorded for the month, or null
     * @param earlier what was recorded for the cycles before, the latest first; at most {@link OpenValues#EARLIER}
     */
    public record Field(EntrySeries series, BigDecimal target, Recorded present, List<Recorded> earlier) {

        /** The latest measured before the month. */
        public Optional<Recorded> last() {
            return earlier.stream().filter(Recorded::isMeasured).findFirst();
        }

        public Optional<Recorded> lastYear(YearMonth month) {
            return earlier.stream()
                    .filter(Recorded::isMeasured)
                    .filter(recorded -> recorded.month().equals(month.minusYears(1)))
                    .findFirst();
        }
    }

    /**
     * What was recorded for a cycle. A value that was withdrawn is not there.
     *
     * @param status MEASURED, NOT_MEASURED or NOT_APPLICABLE
     * @param measure the numbers, when measured
     * @param quality MEASURED, SAMPLE or ESTIMATE; null where it was not told
     * @param by who recorded it, by name; null for the service itself
     */
    public record Recorded(
            YearMonth month,
            String status,
            Measure measure,
            String quality,
            String reason,
            String comment,
            int version,
            Instant at,
            String by) {

        public boolean isMeasured() {
            return measure != null;
        }
    }
}
