package no.nullpunkt.recipe;

import java.math.BigDecimal;
import java.util.List;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.ValuationKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is published of a rollout. A name, id, value or unit that is no field here cannot be published.
 *
 * @param municipality its name, only if chosen
 * @param contact whom others may ask, only if chosen
 */
@Schema(name = "RecipeContent")
public record RecipeContent(
        @Schema(examples = "Medisindispensere i hjemmetjenesten")
        String title,

        @Schema(nullable = true) String description,
        List<Technology> technologies,
        @Schema(nullable = true, examples = "Demo kommune") String municipality,

        @Schema(nullable = true, examples = "velferdsteknologi@demo.example")
        String contact,

        @Schema(nullable = true, examples = "Vi begynte å måle for sent.")
        String whatWentWrong,

        @Schema(nullable = true, examples = "Avtal ny levering med apoteket først.")
        String whatToWatch,

        @Schema(examples = "[\"Kveldsvakta rekker ikke alle\"]")
        List<String> needs,

        List<Benefit> benefits) {

    /** A technology, named as the publisher names it where it is the publisher's own. */
    @Schema(name = "RecipeTechnology")
    public record Technology(
            @Schema(examples = "medicine-dispenser") String code,
            @Schema(examples = "Medisindispenser") String name) {}

    @Schema(name = "RecipeShare")
    public record Share(
            @Schema(examples = "medicine-dispenser") String code,
            @Schema(examples = "1") BigDecimal share) {}

    @Schema(name = "RecipeBenefit")
    public record Benefit(
            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String title,

            @Schema(nullable = true) String description,
            @Schema(nullable = true) BenefitType type,
            @Schema(nullable = true) PlanHeading planHeading,
            List<Share> technologies,
            @Schema(examples = "[\"brukere\"]") List<String> beneficiaries,
            @Schema(examples = "[\"Nettdekning\"]") List<String> assumptions,

            @Schema(examples = "[\"Kveldsvakta rekker ikke alle\"]")
            List<String> needs,

            @Schema(nullable = true) String dependencies,
            @Schema(nullable = true) String measuring,
            List<Risk> risks,
            List<Action> actions,
            List<Indicator> indicators) {}

    @Schema(name = "RecipeRisk")
    public record Risk(
            @Schema(examples = "Ansatte beholder den gamle runden")
            String description,

            @Schema(examples = "MEDIUM") String likelihood,
            @Schema(examples = "HIGH") String consequence,
            @Schema(nullable = true) String remedy) {}

    /** A new way of working, or a routine to stop; due so many months after go-live, before it where negative. */
    @Schema(name = "RecipeAction")
    public record Action(
            @Schema(examples = "STOP") String kind,

            @Schema(examples = "Slutte med fysisk kveldsbesøk for å gi medisiner")
            String description,

            @Schema(examples = "2") int monthsAfterGoLive) {}

    /**
     * What is measured, and how the null-point was found.
     *
     * @param figures only if chosen, and never where persons are counted
     */
    @Schema(name = "RecipeIndicator")
    public record Indicator(
            @Schema(examples = "Utrykninger etter varsel") String name,
            @Schema(examples = "utrykninger per måned") String unit,
            IndicatorRole role,
            Direction direction,
            Aggregation aggregation,
            @Schema(examples = "1") BigDecimal factor,
            @Schema(examples = "1") int frequencyMonths,
            boolean countsPersons,
            @Schema(nullable = true) String numerator,
            @Schema(nullable = true) String denominator,
            @Schema(nullable = true) String dataSource,
            @Schema(nullable = true) String catalogueCode,

            @Schema(description = "How the publisher values it; the amount is each municipality's own")
            ValuationKind valuation,

            @Schema(examples = "[\"Telling i logg\"]", description = "How null-points were found")
            List<String> nullPointMethods,

            @Schema(nullable = true) Figures figures) {}

    /** The null-point level and the latest level of all units together, over the year that had ended. */
    @Schema(name = "RecipeFigures")
    public record Figures(
            @Schema(nullable = true, examples = "90.88") BigDecimal baselineLevel,
            @Schema(nullable = true, examples = "61") BigDecimal level,
            @Schema(nullable = true, examples = "0.97") BigDecimal achievement) {}
}
