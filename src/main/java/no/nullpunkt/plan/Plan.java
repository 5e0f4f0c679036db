package no.nullpunkt.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.PlanHeading;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What rollouts are to give and how that is to come about, as it was known at an instant. Benefits that are given up are
 * left out.
 *
 * @param year the calendar year that planned hours and kroner are of
 * @param goals those that a benefit of the plan serves
 */
@Schema(name = "Plan")
public record Plan(
        @Schema(examples = "Demo kommune") String municipality,
        Instant asOf,
        @Schema(examples = "2026") int year,
        List<Rollout> rollouts,
        List<Sum> headings,
        List<Goal> goals) {

    /** What is planned under one of the plan's headings; null gathers benefits without one. */
    @Schema(name = "PlannedUnderHeading")
    public record Sum(
            @Schema(nullable = true) PlanHeading planHeading,
            @Schema(examples = "1") int benefits,
            @Schema(examples = "365.25") BigDecimal hours,
            @Schema(examples = "0") BigDecimal nok) {}

    @Schema(name = "PlannedGoal")
    public record Goal(
            UUID id,

            @Schema(examples = "Flere bor trygt hjemme lenger")
            String title,

            @Schema(nullable = true, examples = "Kommuneplanens samfunnsdel 2024–2036, mål 3")
            String source) {}

    /** Why there is a rollout. */
    @Schema(name = "PlannedNeed")
    public record Need(
            UUID id,

            @Schema(examples = "Kveldsvakta rekker ikke alle som trenger besøk")
            String title) {}

    /**
     * A rollout.
     *
     * @param goLive the actual month, else the planned; null when neither is known
     * @param leader by name, or null
     */
    @Schema(name = "PlannedRollout")
    public record Rollout(
            UUID id,

            @Schema(examples = "Medisindispensere i hjemmetjenesten")
            String name,

            @Schema(nullable = true) String description,
            @Schema(nullable = true) YearMonth goLive,

            @Schema(nullable = true, examples = "Kari Nordmann")
            String leader,

            @Schema(examples = "[\"Medisindispenser\"]") List<String> technologies,
            @Schema(examples = "[\"Hjemmetjenesten nord\"]") List<String> units,
            List<Need> needs,
            List<Benefit> benefits) {}

    /**
     * A benefit. People who are not named are null, and so is any text not written.
     *
     * @param technologies by name
     * @param plannedHours of the year
     */
    @Schema(name = "PlannedBenefit")
    public record Benefit(
            UUID id,

            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String title,

            @Schema(nullable = true) String description,
            @Schema(nullable = true) BenefitType type,
            @Schema(nullable = true) PlanHeading planHeading,
            @Schema(examples = "PLANNED") String step,
            @Schema(examples = "true") boolean expected,
            @Schema(examples = "[\"Medisindispenser\"]") List<String> technologies,

            @Schema(nullable = true, examples = "Kari Nordmann")
            String owner,

            @Schema(nullable = true, examples = "Ola Nordmann")
            String overallOwner,

            @Schema(nullable = true) String asker,
            @Schema(examples = "[\"brukere\", \"ansatte\"]") List<String> beneficiaries,

            @Schema(examples = "[\"Nettdekning hos brukerne\"]")
            List<String> assumptions,

            List<UUID> needIds,
            List<UUID> goalIds,
            @Schema(nullable = true) String dependencies,
            @Schema(nullable = true) String measuring,
            List<Risk> risks,
            List<Action> actions,
            List<Indicator> indicators,
            @Schema(examples = "365.25") BigDecimal plannedHours,
            @Schema(examples = "0") BigDecimal plannedNok) {}

    @Schema(name = "PlannedRisk")
    public record Risk(
            @Schema(examples = "Ansatte beholder den gamle runden")
            String description,

            @Schema(examples = "MEDIUM") String likelihood,
            @Schema(examples = "HIGH") String consequence,

            @Schema(nullable = true, examples = "Turnusen legges om samme dag")
            String remedy) {}

    /**
     * A new way of working, or an old routine to stop.
     *
     * @param kind ADOPT or STOP
     * @param done null until it is
     */
    @Schema(name = "PlannedAction")
    public record Action(
            @Schema(examples = "STOP") String kind,

            @Schema(examples = "Slutte med fysisk kveldsbesøk for å gi medisiner")
            String description,

            @Schema(nullable = true) String responsible,
            LocalDate due,
            @Schema(nullable = true) LocalDate done) {}

    /** What is measured, how often, from when and where the numbers come from. */
    @Schema(name = "PlannedIndicator")
    public record Indicator(
            UUID id,
            @Schema(examples = "Utrykninger etter varsel") String name,
            @Schema(examples = "utrykninger per måned") String unit,
            @Schema(examples = "1") int frequencyMonths,
            YearMonth measureFrom,
            @Schema(nullable = true) String dataSource,
            List<Series> series) {}

    /**
     * One indicator in one unit.
     *
     * @param baseline in the unit shown; null where there is none, or where it would give small counts away
     * @param suppressed whether the null-point is hidden
     */
    @Schema(name = "PlannedSeries")
    public record Series(
            @Schema(examples = "Hjemmetjenesten nord") String unit,
            @Schema(nullable = true) String measurer,
            @Schema(nullable = true, examples = "90.88") BigDecimal baseline,
            @Schema(nullable = true) LocalDate baselineFrom,
            @Schema(nullable = true) LocalDate baselineTo,

            @Schema(nullable = true, examples = "Telling i logg")
            String method,

            @Schema(nullable = true, examples = "MEASURED") String quality,
            @Schema(nullable = true, examples = "true") Boolean approved,
            @Schema(nullable = true, examples = "false") Boolean late,
            @Schema(examples = "false") boolean suppressed,
            List<Target> targets) {}

    /** A target, and the month it holds from. */
    @Schema(name = "PlannedTarget")
    public record Target(
            YearMonth from, @Schema(examples = "60") BigDecimal value) {}

    /** A benefit and the rollout it is of. */
    record Placed(Rollout rollout, Benefit benefit) {}

    /** An action and the benefit it is for. */
    public record Doing(Benefit benefit, Action action) {}

    /** All benefits under a heading; null for those without one. */
    List<Placed> under(PlanHeading heading) {
        return placed().filter(each -> each.benefit().planHeading() == heading).toList();
    }

    /** All actions, the earliest due first. */
    public List<Doing> doings() {
        return placed().flatMap(
                        each -> each.benefit().actions().stream().map(action -> new Doing(each.benefit(), action)))
                .sorted((a, b) -> a.action().due().compareTo(b.action().due()))
                .toList();
    }

    Optional<Goal> goal(UUID id) {
        return goals.stream().filter(goal -> goal.id().equals(id)).findFirst();
    }

    Stream<Placed> placed() {
        return rollouts.stream()
                .flatMap(rollout -> rollout.benefits().stream().map(benefit -> new Placed(rollout, benefit)));
    }
}
