package no.nullpunkt.results;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.calculation.Course;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.shared.Language;

/**
 * Every key figure of a snapshot, exact and unrounded.
 *
 * @param nokLeftOut benefits with kroner under another heading than OWN_BUDGET, which no view tells
 */
public record KeyFigures(Map<KeyFigure, Amount> amounts, int nokLeftOut) {

    /** Statuses of a benefit that goes as planned. */
    public static final Set<Status> ON_PLAN = EnumSet.of(Status.ON_TRACK, Status.REACHED);

    /**
     * A key figure.
     *
     * @param number null where it is not known
     * @param of how many there are in all, 0 but for a {@link KeyFigure.Unit#COUNT}
     */
    public record Amount(BigDecimal number, long of) {}

    public KeyFigures {
        amounts = Collections.unmodifiableMap(new EnumMap<>(amounts));
    }

    /**
     * All of them.
     *
     * @param rollup the snapshot's
     */
    public static KeyFigures of(Snapshot snapshot, Rollup rollup, Map<UUID, BenefitStory> stories) {
        var maker = new Maker(snapshot, rollup);
        maker.putHours();
        maker.putUses();
        maker.putNok(snapshot.only(KeyFigures::isOwnBudget));
        maker.putCounts(stories);
        return new KeyFigures(maker.amounts, maker.nokLeftOut());
    }

    /** Whether kroner of the benefit are the municipality's own to tell. */
    public static boolean isOwnBudget(BenefitFacts facts) {
        return facts.planHeading() == PlanHeading.OWN_BUDGET;
    }

    public Amount amount(KeyFigure figure) {
        return amounts.get(figure);
    }

    /** A figure with its unit, rounded for people to read, such as {@code 1 250 timer} or {@code 3 av 4}. */
    public String said(KeyFigure figure, Language language) {
        var amount = amount(figure);
        return amount.number() == null
                ? View.text(language, "unknown")
                : View.text(
                        language,
                        "amount-" + figure.unit(),
                        language.brief(amount.number()),
                        language.brief(BigDecimal.valueOf(amount.of())));
    }

    /** A figure as a plain sentence, of those that views tell so. */
    public String sentence(KeyFigure figure, Language language) {
        var amount = amount(figure);
        var sign = figure.unit() == KeyFigure.Unit.COUNT
                ? Long.signum(amount.of())
                : amount.number() == null ? 0 : amount.number().signum();
        var kind = sign == 0 ? "none-" : sign > 0 ? "sentence-" : "minus-";
        return View.text(
                language,
                kind + figure,
                amount.number() == null ? "" : language.brief(amount.number().abs()),
                language.brief(BigDecimal.valueOf(amount.of())));
    }

    private static final class Maker {

        private final Map<KeyFigure, Amount> amounts = new EnumMap<>(KeyFigure.class);
        private final Snapshot snapshot;
        private final Rollup rollup;

        private Maker(Snapshot snapshot, Rollup rollup) {
            this.snapshot = snapshot;
            this.rollup = rollup;
        }

        private void putHours() {
            var total = rollup.total();
            var line = Results.Line.of(total.figures(), Grouping.total(snapshot, rollup));
            put(KeyFigure.PLANNED_HOURS, line.plannedHours());
            put(KeyFigure.MEASURED_HOURS, line.hours());
            put(KeyFigure.TAKEN_OUT_HOURS, line.takenOutHours());
            put(KeyFigure.UNACCOUNTED_HOURS, line.unaccountedHours());
            put(KeyFigure.FTE, total.fte());
            put(KeyFigure.VALUES_MEASURED, line.measured(), line.expected());
        }

        private void putUses() {
            var uses = TakenOut.byCategory(snapshot, rollup);
            put(KeyFigure.HOURS_FOR_USERS, hours(uses, Booking.FOR_USERS));
            put(KeyFigure.HOURS_FOR_OTHER_TASKS, hours(uses, List.of("OTHER_TASKS")));
        }

        private BigDecimal hours(Map<String, TakenOut> uses, List<String> categories) {
            return snapshot.filter().indicatorIds().isEmpty()
                    ? categories.stream()
                            .map(category -> uses.getOrDefault(category, TakenOut.NOTHING)
                                    .hours())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                    : null;
        }

        private void putNok(Snapshot ownBudget) {
            var own = rollup.only(point -> ownBudget.benefits().containsKey(point.benefitId()));
            var figures = own.total().figures();
            var line = Results.Line.of(figures, Grouping.total(ownBudget, own));
            put(KeyFigure.PLANNED_NOK, line.plannedNok());
            put(KeyFigure.MEASURED_NOK, line.nok());
            put(KeyFigure.TAKEN_OUT_NOK, line.takenOutNok());
            put(KeyFigure.UNACCOUNTED_NOK, line.unaccountedNok());
            put(KeyFigure.HOURS_IN_NOK, figures.ownBudgetNok());
        }

        private void putCounts(Map<UUID, BenefitStory> stories) {
            var courses = Effect.of(snapshot, rollup).stream()
                    .map(Effect::course)
                    .filter(course -> course != null)
                    .toList();
            put(
                    KeyFigure.QUALITY_BETTER,
                    courses.stream().filter(Course.BETTER::equals).count(),
                    courses.size());
            var alive = rollup.byBenefit().stream()
                    .filter(group -> !snapshot.benefits().get(group.key()).isAbandoned())
                    .map(group -> group.figures().status())
                    .toList();
            put(
                    KeyFigure.BENEFITS_ON_PLAN,
                    alive.stream()
                            .filter(status -> status != null && ON_PLAN.contains(status))
                            .count(),
                    alive.size());
            var told = snapshot.benefits().keySet().stream().map(stories::get).toList();
            var ended = told.stream().mapToInt(BenefitStory::endedRoutines).sum();
            put(
                    KeyFigure.ROUTINES_ENDED,
                    ended,
                    ended + told.stream().mapToInt(BenefitStory::openRoutines).sum());
        }

        private int nokLeftOut() {
            return Math.toIntExact(rollup.byBenefit().stream()
                    .filter(group -> !isOwnBudget(snapshot.benefits().get(group.key())))
                    .filter(group -> group.figures().nok().signum() != 0
                            || group.figures().plannedNok().signum() != 0)
                    .count());
        }

        private void put(KeyFigure figure, BigDecimal number) {
            amounts.put(figure, new Amount(number, 0));
        }

        private void put(KeyFigure figure, long number, long of) {
            amounts.put(figure, new Amount(BigDecimal.valueOf(number), of));
        }
    }
}
