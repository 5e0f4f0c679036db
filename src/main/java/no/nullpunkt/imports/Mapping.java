package no.nullpunkt.imports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a file of raw counts becomes values. Columns are named as in the file's first line. */
@Schema(name = "ImportMapping")
record Mapping(
        @Schema(examples = "Dato", description = "The column with the month, or a day in it")
        @NotBlank @Text(max = Text.NAME)
        String monthColumn,

        @Schema(
                examples = "Avdeling",
                description = "The column that tells the unit; left out where all is of one unit")
        @Text(max = Text.NAME)
        String unitColumn,

        @NotEmpty List<@NotNull @Valid Unit> units,

        @Schema(examples = "Hendelse", description = "The column that tells what a row is; left out where all is alike")
        @Text(max = Text.NAME)
        String codeColumn,

        @NotEmpty List<@NotNull @Valid Indicator> indicators,

        @Schema(
                description = "Whether a count or sum is 0 in a cycle for which the file has no row of it, between the"
                        + " first and the last cycle that the file tells of. Without it, it is missing")
        Boolean zeroWithoutRows) {

    Mapping {
        zeroWithoutRows = Boolean.TRUE.equals(zeroWithoutRows);
    }

    @Schema(name = "ImportUnit")
    record Unit(
            @Schema(examples = "Sone Øst", description = "What the unit is called in its column") @Text(max = Text.NAME)
            String code,

            @NotNull UUID unitId) {}

    @Schema(name = "ImportIndicator")
    record Indicator(
            @Schema(examples = "Utrykning", description = "What stands in the code column; left out to take every row")
            @Text(max = Text.NAME)
            String code,

            @NotNull UUID indicatorId,
            @Valid Part value,
            @Valid Part weight,
            @Valid Part numerator,
            @Valid Part denominator) {}

    /** What a number of the value is made of. */
    @Schema(name = "ImportNumber")
    record Part(
            @Schema(examples = "COUNT") @NotNull Take take,

            @Schema(
                    examples = "Minutter",
                    description =
                            "The column to sum, or to take the mean of; of a count, the one that must be filled in")
            @Text(max = Text.NAME)
            String column) {}

    @Schema(name = "ImportTake")
    enum Take {
        /** How many rows there are. */
        COUNT,
        /** The sum of a column over the rows. */
        SUM,
        /** The mean of a column over the rows where it is filled in, to 20 decimals. */
        MEAN
    }
}
