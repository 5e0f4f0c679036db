package no.nullpunkt.story;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened to a benefit or to what belongs to it, in the caller's language.
 *
 * @param by the name of whoever did it, null when nobody is known
 * @param machine whether a machine sent it
 * @param indicator with the unit: what is measured in it, where the change is of that
 * @param month the month of a value or booking, or the one that a target or amount holds from
 * @param changes what stood and what stands, field by field
 * @param text all of it as one sentence
 */
@Schema(name = "BenefitChange")
record BenefitChange(
        Instant at,
        @Schema(nullable = true) UUID byId,

        @Schema(nullable = true, examples = "Kari Nordmann") String by,

        boolean machine,
        @Schema(examples = "VALUE") Told thing,
        @Schema(examples = "CHANGED") Kind kind,
        @Schema(nullable = true) UUID indicatorId,

        @Schema(nullable = true, examples = "Besøk per uke") String indicator,

        @Schema(nullable = true) UUID unitId,

        @Schema(nullable = true, examples = "Hjemmetjenesten")
        String unit,

        @Schema(nullable = true, examples = "2026-03") YearMonth month,
        List<Change> changes,

        @Schema(nullable = true, examples = "Talt på nytt") String reason,

        @Schema(
                examples =
                        "Kari Nordmann rettet Besøk per uke i Hjemmetjenesten for mars 2026 fra 18 til 12: Talt på nytt")
        String text,

        @Schema(description = "What was counted, the reason and the comment are hidden: few persons, or close to it")
        boolean suppressed) {

    @Schema(name = "BenefitChangeKind")
    enum Kind {
        ADDED,
        CHANGED,
        APPROVED,
        REMOVED
    }

    /**
     * A field in plain words.
     *
     * @param field its code, which no language changes
     * @param before null where there was nothing
     * @param after null where nothing is left
     */
    @Schema(name = "FieldChange")
    record Change(
            @Schema(examples = "value") String field,
            @Schema(examples = "verdi") String label,
            @Schema(nullable = true, examples = "18") String before,
            @Schema(nullable = true, examples = "12") String after) {}
}
