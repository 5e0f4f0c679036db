package no.nullpunkt.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.shared.Words;

/** A benefit with something to be mended or remembered, in words. */
record Watched(UUID benefitId, String title, List<String> remarks) {

    /** All there are, in the order of the portfolio. */
    static List<Watched> of(Snapshot snapshot, Map<UUID, BenefitStory> stories, Words t) {
        var withoutBaseline = snapshot.series().entrySet().stream()
                .filter(each -> each.getValue().baseline() == null)
                .collect(Collectors.groupingBy(
                        each -> snapshot.indicators()
                                .get(each.getKey().indicatorId())
                                .benefitId(),
                        Collectors.counting()));
        return snapshot.benefits().values().stream()
                .filter(facts -> !facts.isAbandoned())
                .map(facts -> {
                    var remarks = new ArrayList<String>();
                    if (facts.owner() == null || !facts.ownerStands()) {
                        remarks.add(t.of("portfolio-no-owner"));
                    }
                    if (withoutBaseline.containsKey(facts.id())) {
                        remarks.add(t.of("portfolio-no-null-point", withoutBaseline.get(facts.id())));
                    }
                    if (snapshot.hasLateBaseline(facts.id())) {
                        remarks.add(t.of("portfolio-late-null-point"));
                    }
                    var open = stories.get(facts.id()).openRoutines();
                    if (open > 0) {
                        remarks.add(t.of("portfolio-open-routines", open));
                    }
                    if (!snapshot.overdraftsOf(facts.id()).isEmpty()) {
                        remarks.add(t.of("portfolio-overdrawn"));
                    }
                    return new Watched(facts.id(), facts.title(), remarks);
                })
                .filter(watched -> !watched.remarks().isEmpty())
                .toList();
    }
}
