package no.nullpunkt.kommit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.PlanHeading;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was found in a filled copy of the tool, and what is or would be made of it; ids are null until it is made. */
@Schema(name = "KommitReport")
record KommitReport(
        Outcome outcome,

        @Schema(nullable = true, description = "The rollout made now, or when the same sheet was taken in before")
        UUID rolloutId,

        RolloutPart rollout,
        List<BenefitPart> benefits,
        List<PersonPart> people,
        List<FoundCell> found,
        List<Told> findings) {

    @Schema(name = "KommitOutcome")
    enum Outcome {
        /** A dry run that would be taken in. */
        READY,
        /** A dry run that would be refused. */
        MUST_MEND,
        CREATED,
        /** The same sheet has been taken in before, and nothing was done. */
        UNCHANGED
    }

    @Schema(name = "KommitRollout")
    record RolloutPart(
            @Schema(examples = "Medisindispensere i hjemmetjenesten")
            String name,

            @Schema(nullable = true) String description,
            @Schema(examples = "[\"medicine-dispenser\"]") List<String> technologies,
            List<UUID> unitIds,
            @Schema(nullable = true) YearMonth plannedGoLive,
            @Schema(nullable = true) YearMonth goLive,
            @Schema(nullable = true) UUID leaderId) {}

    @Schema(name = "KommitBenefit")
    record BenefitPart(
            @Schema(nullable = true) UUID id,

            @Schema(examples = "KONSEPT - Endringsanalyse!C5")
            String place,

            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String title,

            @Schema(nullable = true) BenefitType type,
            @Schema(nullable = true) PlanHeading planHeading,
            @Schema(nullable = true) String description,

            @Schema(examples = "[\"Nettdekning hos brukerne\"]")
            List<String> assumptions,

            @Schema(nullable = true) UUID ownerId,
            @Schema(nullable = true) UUID overallOwnerId,
            List<ActionPart> actions,
            @Schema(nullable = true) IndicatorPart indicator) {

        BenefitPart made(UUID newId, IndicatorPart newIndicator) {
            return new BenefitPart(
                    newId,
                    place,
                    title,
                    type,
                    planHeading,
                    description,
                    assumptions,
                    ownerId,
                    overallOwnerId,
                    actions,
                    newIndicator);
        }
    }

    @Schema(name = "KommitAction")
    record ActionPart(
            @Schema(examples = "PLANLEGGE - Gevinstreal.plan!B5")
            String place,

            @Schema(examples = "Slutte med fysisk kveldsbesøk for å gi medisiner")
            String description,

            @Schema(description = "An old routine that ends, and not a new way of working")
            boolean stops,

            LocalDate due,
            @Schema(nullable = true) UUID responsibleId) {}

    @Schema(name = "KommitIndicator")
    record IndicatorPart(
            @Schema(nullable = true) UUID id,

            @Schema(examples = "PLANLEGGE - Gevinstreal.plan!E5")
            String place,

            String name,
            String unit,
            IndicatorRole role,
            Direction direction,
            Aggregation aggregation,
            @Schema(examples = "1") int frequencyMonths,
            YearMonth measureFrom,
            @Schema(description = "Where it is measured") UUID unitId,
            @Schema(nullable = true) UUID measurerId,
            @Schema(nullable = true) BaselinePart baseline,
            @Schema(nullable = true) TargetPart target,
            @Schema(nullable = true) ResultPart result) {

        IndicatorPart made(UUID newId) {
            return new IndicatorPart(
                    newId,
                    place,
                    name,
                    unit,
                    role,
                    direction,
                    aggregation,
                    frequencyMonths,
                    measureFrom,
                    unitId,
                    measurerId,
                    baseline,
                    target,
                    result);
        }
    }

    @Schema(name = "KommitBaseline")
    record BaselinePart(
            @Schema(examples = "PLANLEGGE - Oppfølgingsplan!D5")
            String place,

            @Schema(examples = "90.88") BigDecimal value,
            @Schema(examples = "2025-12-01") LocalDate from,
            @Schema(examples = "2025-12-31") LocalDate to,
            String method) {}

    @Schema(name = "KommitTarget")
    record TargetPart(
            @Schema(examples = "PLANLEGGE - Oppfølgingsplan!E5")
            String place,

            @Schema(examples = "30") BigDecimal value,
            YearMonth from) {}

    @Schema(name = "KommitResult")
    record ResultPart(
            @Schema(examples = "REALISERE - Resultatoppfølging!D14")
            String place,

            @Schema(examples = "61") BigDecimal value,
            YearMonth month) {}

    @Schema(name = "KommitPerson")
    record PersonPart(
            @Schema(examples = "Kari Nordmann") String name,

            @Schema(
                    examples = "[\"PLANLEGGE - Gevinstreal.plan!G5\"]",
                    description = "Every cell that names the person")
            List<String> places,

            @Schema(nullable = true) UUID personId,
            Match match) {

        @Schema(name = "KommitMatch")
        enum Match {
            /** Named in the request. */
            ANSWERED,
            /** Has the name or e-mail that stands in the sheet. */
            RECOGNISED,
            /** Made from an e-mail in the request; without an account until somebody invites. */
            CREATED,
            UNKNOWN
        }
    }

    @Schema(name = "KommitCell")
    record FoundCell(
            @Schema(examples = "REALISERE - Resultatoppfølging")
            String sheet,

            @Schema(examples = "D14") String cell,
            @Schema(examples = "61") String text,
            boolean used) {}

    @Schema(name = "KommitFinding")
    record Told(
            Finding.Kind kind,
            @Schema(examples = "zero-shown-as-blank") String code,

            @Schema(examples = "REALISERE - Resultatoppfølging")
            String sheet,

            @Schema(examples = "E14") String cell,

            @Schema(examples = "Målt 0 vises som tomt.") String message) {}
}
