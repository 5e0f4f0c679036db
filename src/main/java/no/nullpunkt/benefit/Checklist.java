package no.nullpunkt.benefit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a benefit's next step asks for, item by item. The steps and what they presuppose follow DFØ's guidance on
 * benefits realisation (gevinstrealisering).
 */
record Checklist(Step step, Step next, List<Entry> entries) {

    /** One thing that is asked for. */
    @Schema(name = "ChecklistCode")
    enum Item {
        TYPE(Step.PLANNED, facts -> facts.benefit.type != null),
        PLAN_HEADING(Step.PLANNED, facts -> facts.benefit.planHeading != null),
        OWNER(Step.PLANNED, facts -> facts.benefit.ownerId != null),
        BENEFICIARIES(Step.PLANNED, facts -> !facts.benefit.beneficiaries.isEmpty()),
        TECHNOLOGIES(Step.PLANNED, facts -> !facts.benefit.shares.isEmpty()),
        /** At least one indicator with an approved null-point for every unit. */
        APPROVED_BASELINE(Step.EXECUTING, facts -> facts.measuring.approvedBaselines()),
        TARGET(Step.EXECUTING, facts -> facts.measuring.targets()),
        /** At least one action that changes how work is done. */
        ADOPTING_ACTION(Step.EXECUTING, facts -> facts.adoptingActions > 0),
        BASELINE_BEFORE_GO_LIVE(Step.EXECUTING, facts -> facts.measuring.baselinesInTime()),
        ROUTINES_STOPPED(Step.DOCUMENTED, facts -> facts.openRoutines == 0),
        DEVIATIONS_EXPLAINED(Step.DOCUMENTED, facts -> facts.outcome.behind().isEmpty() || facts.deviations > 0),
        /** Freed time and money accounted for, or openly said not to be. */
        FREED_TIME_ACCOUNTED(
                Step.DOCUMENTED,
                facts -> facts.benefit.unaccountedNote != null
                        || isNothing(facts.outcome.unaccountedHours()) && isNothing(facts.outcome.unaccountedNok())),
        CONCLUSION(Step.DOCUMENTED, facts -> facts.benefit.conclusion != null),
        /** When the rollout is closed, and no step asks: a valid owner who stays when the project ends. */
        LINE_OWNER,
        /** Everyone who is to measure from then on is named. */
        LINE_MEASURER,
        /** It is said until when is measured, or the line has decided what more to do. */
        LINE_UNTIL;

        private final Step step;
        private final Predicate<Facts> met;

        Item() {
            this(null, facts -> false);
        }

        Item(Step step, Predicate<Facts> met) {
            this.step = step;
            this.met = met;
        }

        /** Whether the closing of the rollout asks for it, and not a step. */
        boolean isAskedAtClosing() {
            return step == null;
        }

        /** The code of the error that tells it is missing. */
        String code() {
            return "missing-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static boolean isNothing(BigDecimal amount) {
            return amount.signum() <= 0;
        }
    }

    /**
     * An item and how it stands.
     *
     * @param waived the written reason for doing without it, or null
     */
    record Entry(Item item, boolean met, String waived) {}

    /** What the items look at. */
    record Facts(
            Benefit benefit,
            Measuring.Plan measuring,
            Outcomes.Outcome outcome,
            long adoptingActions,
            long openRoutines,
            long deviations) {}

    static Checklist of(Facts facts, Map<Item, String> waivers) {
        var next = facts.benefit.step.next();
        var entries = Stream.of(Item.values())
                .filter(item -> item.step != null && item.step == next)
                .map(item -> new Entry(item, item.met.test(facts), waivers.get(item)))
                .toList();
        return new Checklist(facts.benefit.step, next, entries);
    }

    List<Item> missing() {
        return entries.stream()
                .filter(entry -> !entry.met && entry.waived == null)
                .map(Entry::item)
                .toList();
    }
}
