package no.nullpunkt.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Rollup;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.BenefitFacts;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Overdraft;
import no.nullpunkt.results.Shape;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.WholeLife;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.Words;

/**
 * A benefit that did not go as planned, and what is asked for.
 *
 * @param status null where it is hidden
 * @param explained why, and what is done about it, in words
 * @param asked what someone is to decide or mend, in words; empty when it is all done
 */
record Matter(UUID benefitId, String title, Status status, List<String> explained, List<String> asked) {

    /** The worst first: behind plan, overdrawn, explained by a deviation, or documented and to be decided on. */
    static List<Matter> of(Snapshot snapshot, Rollup rollup, Map<UUID, BenefitStory> stories, Words t) {
        return rollup.byBenefit().stream()
                .sorted(Comparator.comparing(
                        group -> group.figures().status(), Comparator.nullsLast(Comparator.naturalOrder())))
                .map(group -> of(
                        snapshot, snapshot.benefits().get(group.key()), group.figures(), stories.get(group.key()), t))
                .filter(matter ->
                        !matter.explained().isEmpty() || !matter.asked().isEmpty())
                .toList();
    }

    private static Matter of(Snapshot snapshot, BenefitFacts facts, Figures figures, BenefitStory story, Words t) {
        var language = t.language();
        var explained = new ArrayList<String>();
        var asked = new ArrayList<String>();
        story.deviations()
                .forEach(each -> explained.add(language.text("workbook", "cause." + each.cause()) + ": "
                        + each.explanation()
                        + (each.remedy() == null ? "" : " " + each.remedy())));
        if (!story.decisions().isEmpty()) {
            var last = story.decisions().get(story.decisions().size() - 1);
            explained.add(t.of(
                    "portfolio-decided",
                    language.day(last.date()),
                    language.text("labels", "decision-" + last.kind()),
                    last.note() == null ? "" : last.note()));
        }
        if (facts.isAbandoned()) {
            return new Matter(facts.id(), facts.title(), figures.status(), explained, List.of());
        }
        var isBehind = figures.status() != null && WholeLife.BEHIND.contains(figures.status());
        if (isBehind && story.deviations().isEmpty()) {
            asked.add(t.of("portfolio-ask-explanation"));
        }
        if (isBehind && figures.status() != Status.BEHIND && story.decisions().isEmpty()) {
            asked.add(t.of("portfolio-ask-decision"));
        }
        if (facts.step().equals("DOCUMENTED") && story.decisions().isEmpty()) {
            asked.add(t.of("portfolio-ask-continuation"));
        }
        snapshot.overdraftsOf(facts.id()).forEach(overdraft -> asked.add(said(overdraft, t)));
        return new Matter(facts.id(), facts.title(), figures.status(), explained, asked);
    }

    private static String said(Overdraft overdraft, Words t) {
        var most = t.language().brief(overdraft.most());
        var from = t.language().month(overdraft.from());
        return overdraft.inHours()
                ? t.of("portfolio-ask-overdrawn-hours", most, from)
                : t.of("portfolio-ask-overdrawn-nok", most, from);
    }

    public String shape() {
        return Shape.of(status);
    }

    public String statusSaid() {
        return Formats.label("status-" + status);
    }
}
