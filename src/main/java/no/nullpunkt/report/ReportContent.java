package no.nullpunkt.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.results.Basis;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Results;
import no.nullpunkt.shared.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a report tells. As an issued report's JSON it is kept byte for byte, so what became of the report later stands
 * in the list of reports and not here.
 *
 * @param number null for a draft, as is the issuer
 * @param asOf the time the figures are of: when it was issued, or now for a draft
 * @param results by how they are gathered, each as the results of this API give them for the same period and asOf
 * @param nullPoints the null-point that each series was held against
 * @param withoutDeviation benefits behind plan that it was issued without a deviation for, and why
 * @param changes since the report it supersedes; null where it is the first of its period
 */
@Schema(name = "Report")
record ReportContent(
        UUID id,
        ReportKind kind,
        @Schema(examples = "2026-T1") String period,
        YearMonth from,
        YearMonth to,
        @Schema(examples = "REPORTED") Basis basis,
        @Schema(examples = "ISSUED") Report.Status status,
        Language language,
        @Schema(nullable = true, examples = "1/2026") String number,
        Instant asOf,
        @Schema(nullable = true) UUID issuedById,

        @Schema(nullable = true, examples = "Kari Nordmann") String issuedBy,

        @Schema(examples = "{}") Map<String, Results> results,
        List<NullPoint> nullPoints,
        List<Told> benefits,
        List<WithoutDeviation> withoutDeviation,
        @Schema(nullable = true) Differences changes) {

    /** The null-point of a series, by its version; no version where it had none. */
    @Schema(name = "ReportedNullPoint")
    record NullPoint(
            UUID indicatorId,
            UUID unitId,
            @Schema(nullable = true, examples = "1") Integer version,
            @Schema(nullable = true, examples = "true") Boolean approved,
            @Schema(nullable = true, examples = "false") Boolean late) {}

    /** What was said of a benefit beside its figures. */
    @Schema(name = "ReportedBenefit")
    record Told(
            UUID id,

            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String title,

            @Schema(examples = "EXECUTING") String step,
            List<BenefitStory.Deviation> deviations,
            List<BenefitStory.Decision> decisions,
            List<BenefitStory.Waiver> waivers,
            @Schema(nullable = true) String unaccounted,
            @Schema(nullable = true) String conclusion) {}

    /** A benefit behind plan for which no deviation was recorded, and the written reason to issue all the same. */
    @Schema(name = "ReportedWithoutDeviation")
    record WithoutDeviation(
            UUID benefitId,

            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String title,

            @Schema(examples = "Avviket behandles i neste styringsgruppe.")
            String reason) {}
}
