package no.nullpunkt.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a ready indicator's improvement is spread over municipalities, in per cent of their null-points, each rounded to
 * whole five before anything is made of it.
 *
 * <p>The quartiles are by nearest rank, without interpolation (definition 1 of Hyndman and Fan): of <em>n</em>
 * municipalities from the least to the most, number ⌈n/4⌉, ⌈n/2⌉ and ⌈3n/4⌉.
 *
 * @param municipalities how many it is of, five at least
 * @param asOf when the last of what it is made of was shared
 */
@Schema(name = "OverviewDistribution")
record Distribution(
        @Schema(examples = "7") int municipalities,
        @Schema(examples = "15") BigDecimal lowerQuartile,
        @Schema(examples = "25") BigDecimal median,
        @Schema(examples = "40") BigDecimal upperQuartile,
        Instant asOf) {

    /** Of one at least. */
    static Distribution of(Collection<BigDecimal> bands, Instant asOf) {
        var inOrder = bands.stream().sorted().toList();
        var n = inOrder.size();
        return new Distribution(
                n, inOrder.get((n + 3) / 4 - 1), inOrder.get((n + 1) / 2 - 1), inOrder.get((3 * n + 3) / 4 - 1), asOf);
    }

    /** Where a figure lies in a distribution. */
    @Schema(name = "OverviewPlace")
    enum Place {
        LOWER_QUARTER,
        BELOW_MEDIAN,
        MEDIAN_OR_ABOVE,
        UPPER_QUARTER
    }

    /** It follows from what is told and the figure itself, and so tells nothing of anyone else. */
    Place placeOf(BigDecimal perCent) {
        if (perCent.compareTo(lowerQuartile) < 0) {
            return Place.LOWER_QUARTER;
        }
        if (perCent.compareTo(median) < 0) {
            return Place.BELOW_MEDIAN;
        }
        return perCent.compareTo(upperQuartile) < 0 ? Place.MEDIAN_OR_ABOVE : Place.UPPER_QUARTER;
    }
}
