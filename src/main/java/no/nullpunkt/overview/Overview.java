package no.nullpunkt.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the municipalities of a network have shared, side by side and in total.
 *
 * @param basis always as reported: what a unit was measured at counts in the municipality that reported it
 * @param asOf when the latest of the reports was issued that it is made of; null where nothing is shared
 * @param coverage how much of what the members could share is there
 */
@Schema(name = "Overview")
record Overview(
        NetworkName network,
        YearMonth from,
        YearMonth to,
        @Schema(examples = "12") int months,
        @Schema(examples = "municipality") String groupBy,
        @Schema(examples = "reported") String basis,
        @Schema(nullable = true) Instant asOf,
        Coverage coverage,
        List<Item> items,
        Sums total) {

    static final String REPORTED = "reported";

    @Schema(name = "OverviewNetwork")
    record NetworkName(
            UUID id,

            @Schema(examples = "Velferdsteknologi i Vestregionen")
            String name,

            @Schema(examples = "PROJECT") String kind) {}

    /**
     * What is there of what could be.
     *
     * @param members municipalities in the network
     * @param sharing those that have shared a report of any of the months
     * @param monthsOfMembers months that could be shared: the period's, for each member
     * @param monthsShared those that are
     */
    @Schema(name = "OverviewCoverage")
    record Coverage(
            @Schema(examples = "12") int members,
            @Schema(examples = "9") int sharing,
            @Schema(examples = "144") int monthsOfMembers,
            @Schema(examples = "98") int monthsShared) {}

    /**
     * A group.
     *
     * @param key a municipality's or county's number, a code of the catalogue, or a month; null gathers what has none
     * @param municipalities how many it is made of
     * @param monthsShared how many months of theirs
     * @param spread of a ready indicator, over municipalities; null for everything else
     */
    @Schema(name = "OverviewItem")
    record Item(
            @Schema(nullable = true, examples = "9999") String key,
            @Schema(examples = "Demo kommune") String name,
            @Schema(examples = "1") int municipalities,
            @Schema(examples = "12") int monthsShared,
            @JsonUnwrapped Sums sums,
            @Schema(nullable = true) Spread spread) {

        Item with(Spread other) {
            return new Item(key, name, municipalities, monthsShared, sums, other);
        }
    }

    /**
     * How a ready indicator's improvement since the null-point is spread over municipalities in a calendar year.
     *
     * @param sharing how many share it for the year, told of or not
     * @param distribution null where it is not told: of fewer than five, until enough has changed, or when they are alike
     * @param own the reader's municipality's; null where it shares none
     */
    @Schema(name = "OverviewSpread")
    record Spread(
            @Schema(examples = "2026") int year,
            @Schema(examples = "7") int sharing,
            @Schema(nullable = true) Distribution distribution,
            @Schema(nullable = true) Own own) {}

    /**
     * The reader's municipality's own.
     *
     * @param perCent exact, as its reports tell it
     * @param place among those told of; null where nothing is told
     */
    @Schema(name = "OverviewOwn")
    record Own(
            @Schema(examples = "32.5") BigDecimal perCent,

            @Schema(nullable = true, examples = "MEDIAN_OR_ABOVE")
            Distribution.Place place) {}
}
