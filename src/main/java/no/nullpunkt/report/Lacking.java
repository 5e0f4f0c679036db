package no.nullpunkt.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.calculation.Group;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.WholeLife;
import no.nullpunkt.shared.Problem;

/**
 * A benefit that is behind plan in the period of a report, with no deviation recorded for it.
 *
 * @param status of the benefit itself
 * @param indicators those that are behind
 */
record Lacking(UUID benefitId, String title, Status status, List<Behind> indicators) {

    /** An indicator that is behind. */
    record Behind(UUID indicatorId, String name, Status status) {}

    /**
     * All there are, in the order of the portfolio. What small counts hide from everyone is not asked for either.
     *
     * @param since only a deviation recorded later counts, and only with something to be done about it
     */
    static List<Lacking> of(Snapshot snapshot, Map<UUID, BenefitStory> stories, Instant since) {
        var rollup = snapshot.rollup();
        var behind = rollup.byIndicator().stream()
                .filter(group -> WholeLife.BEHIND.contains(group.figures().status()))
                .toList();
        return rollup.byBenefit().stream()
                .filter(benefit -> !snapshot.benefits().get(benefit.key()).isAbandoned())
                .filter(benefit -> stories.get(benefit.key()).deviations().stream()
                        .noneMatch(deviation -> explains(deviation, since)))
                .map(benefit -> new Lacking(
                        benefit.key(),
                        snapshot.benefits().get(benefit.key()).title(),
                        benefit.figures().status(),
                        of(snapshot, benefit, behind)))
                .filter(benefit -> !benefit.indicators().isEmpty())
                .toList();
    }

    private static List<Behind> of(Snapshot snapshot, Group<UUID> benefit, List<Group<UUID>> behind) {
        return behind.stream()
                .filter(indicator ->
                        snapshot.indicators().get(indicator.key()).benefitId().equals(benefit.key()))
                .map(indicator -> new Behind(
                        indicator.key(),
                        snapshot.indicators().get(indicator.key()).name(),
                        indicator.figures().status()))
                .toList();
    }

    private static boolean explains(BenefitStory.Deviation deviation, Instant since) {
        return deviation.recorded().isAfter(since)
                && deviation.remedy() != null
                && !deviation.remedy().isBlank();
    }

    /** 409 with an error for each of them, which tells what is behind and where to explain it. */
    static Problem problem(List<Lacking> some) {
        var problem = Problem.conflict("deviations-missing", some.size()).with("lacking", some);
        some.forEach(benefit -> benefit.indicators()
                .forEach(indicator -> problem.at(
                        "/benefits/" + benefit.benefitId() + "/deviations",
                        code(indicator.status()),
                        benefit.title(),
                        indicator.name())));
        return problem;
    }

    private static String code(Status status) {
        return switch (status) {
            case BEHIND -> "deviation-missing-behind";
            case OFF_TRACK -> "deviation-missing-off-track";
            case WORSE_THAN_BASELINE -> "deviation-missing-worse-than-baseline";
            default -> throw new IllegalArgumentException(status + " is not behind plan");
        };
    }
}
