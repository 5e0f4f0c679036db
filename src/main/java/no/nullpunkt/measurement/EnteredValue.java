package no.nullpunkt.measurement;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.indicator.SeriesName;
import no.nullpunkt.measurement.ValueResource.Request;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One of many values: of which series and month, and the same as one that is put by itself.
 *
 * @param series the key of the series, or null where indicator and unit say which
 * @param version what the sender has seen; {@link #NOTHING} where nothing stood, null to replace whatever stands
 */
@Schema(name = "BulkValue")
public record EnteredValue(
        @Schema(description = "The key of the series, as facts.csv tells it; instead of indicator and unit")
        Long series,

        @Schema(examples = "019b76da-a800-7000-8000-00007d4ba4d2")
        UUID indicatorId,

        @Schema(examples = "019b76da-a800-7000-8000-0000d7dd1a2f")
        UUID unitId,

        @Schema(examples = "2026-03", required = true) YearMonth month,
        @Schema(examples = "MEASURED", required = true) ValueStatus status,

        @Schema(examples = "61", description = "For SUM, LATEST and MEAN; 0 is a measurement")
        BigDecimal value,

        @Schema(description = "For MEAN: what the mean is of, above 0")
        BigDecimal weight,

        @Schema(description = "For RATIO, over the whole cycle")
        BigDecimal numerator,

        @Schema(description = "For RATIO, exposure over the whole cycle, above 0")
        BigDecimal denominator,

        ValueQuality quality,
        String comment,

        @Schema(description = "Why it was not measured, or why it is corrected")
        String reason,

        @Schema(
                description = "The version that was read, -1 where nothing stood: another one is a conflict. Left out:"
                        + " whatever stands is replaced")
        Integer version) {

    /** The version of what does not stand. */
    public static final int NOTHING = -1;

    SeriesName seriesName() {
        return new SeriesName(series, indicatorId, unitId);
    }

    Request request() {
        return new Request(status, value, weight, numerator, denominator, quality, comment, reason);
    }

    /** Whether the sender has seen what stands, or does not ask to. */
    boolean hasSeen(Measurement present) {
        return version == null
                || version == present.version
                || version == NOTHING && present.status == Measurement.Status.WITHDRAWN;
    }
}
