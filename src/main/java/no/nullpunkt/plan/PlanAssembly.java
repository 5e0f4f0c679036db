package no.nullpunkt.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.Named;
import no.nullpunkt.results.Results;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.shared.Language;

/** Puts together what is planned of benefits, from a snapshot of them and what only a plan tells. */
final class PlanAssembly {

    private final Snapshot snapshot;
    private final Language language;
    private final Map<UUID, PlanRows.Benefit> rows;
    private final Map<UUID, List<UUID>> needs;
    private final Map<UUID, List<UUID>> goalsOf;
    private final Map<UUID, List<Plan.Risk>> risks;
    private final Map<UUID, List<Plan.Action>> actions;
    private final Map<UUID, Results.Line> figures;
    private final List<Plan.Goal> goals;

    PlanAssembly(PlanRows read, Snapshot snapshot, List<PlanRows.Benefit> benefits, Language language) {
        this.snapshot = snapshot;
        this.language = language;
        this.rows = benefits.stream().collect(Collectors.toMap(PlanRows.Benefit::id, each -> each));
        this.needs = by(read.benefitNeeds());
        this.goalsOf = by(read.benefitGoals());
        this.risks = by(read.risks());
        this.actions = by(read.actions());
        this.figures = Results.of(snapshot, GroupBy.BENEFIT, language).items().stream()
                .collect(Collectors.toMap(item -> UUID.fromString(item.key()), Results.Item::figures));
        var served =
                rows.keySet().stream().flatMap(id -> of(goalsOf, id).stream()).collect(Collectors.toSet());
        this.goals =
                read.goals().stream().filter(goal -> served.contains(goal.id())).toList();
    }

    /** What is told, by what it is told of. */
    static <T> Map<UUID, List<T>> by(List<PlanRows.Of<T>> told) {
        var by = new HashMap<UUID, List<T>>();
        told.forEach(each ->
                by.computeIfAbsent(each.id(), added -> new ArrayList<>()).add(each.told()));
        return by;
    }

    private static <T> List<T> of(Map<UUID, List<T>> by, UUID id) {
        return by.getOrDefault(id, List.of());
    }

    /** Those that a benefit serves. */
    List<Plan.Goal> goals() {
        return goals;
    }

    /** The headings that have benefits, in the plan's order, and last what has none. */
    List<Plan.Sum> headings() {
        var counted = new HashMap<PlanHeading, Integer>();
        snapshot.benefits().values().forEach(facts -> counted.merge(facts.planHeading(), 1, Integer::sum));
        var sums = new HashMap<String, Results.Line>();
        Results.of(snapshot, GroupBy.PLAN_HEADING, language)
                .items()
                .forEach(item -> sums.put(item.key(), item.figures()));
        return Stream.concat(Arrays.stream(PlanHeading.values()), Stream.of((PlanHeading) null))
                .filter(counted::containsKey)
                .map(heading -> {
                    var sum = sums.get(heading == null ? null : heading.name());
                    return new Plan.Sum(
                            heading,
                            counted.get(heading),
                            sum == null ? null : sum.plannedHours(),
                            sum == null ? null : sum.plannedNok());
                })
                .toList();
    }

    List<Plan.Benefit> benefitsOf(UUID rolloutId) {
        return snapshot.portfolio().benefits().stream()
                .filter(benefit -> rows.get(benefit.id()).rolloutId().equals(rolloutId))
                .map(this::benefit)
                .toList();
    }

    private Plan.Benefit benefit(no.nullpunkt.calculation.Benefit benefit) {
        var id = benefit.id();
        var facts = snapshot.benefits().get(id);
        var row = rows.get(id);
        var planned = figures.get(id);
        return new Plan.Benefit(
                id,
                facts.title(),
                row.description(),
                facts.type(),
                facts.planHeading(),
                facts.step(),
                facts.expected(),
                benefit.technologies().keySet().stream()
                        .map(code -> snapshot.technologies().get(code).in(language))
                        .toList(),
                name(facts.owner()),
                name(facts.overallOwner()),
                name(facts.asker()),
                facts.beneficiaries(),
                facts.assumptions(),
                of(needs, id),
                of(goalsOf, id),
                row.dependencies(),
                row.measuring(),
                of(risks, id),
                of(actions, id),
                benefit.indicators().stream().map(this::indicator).toList(),
                planned.plannedHours(),
                planned.plannedNok());
    }

    private static String name(Named named) {
        return named == null ? null : named.name();
    }

    private Plan.Indicator indicator(Indicator indicator) {
        var facts = snapshot.indicators().get(indicator.id());
        return new Plan.Indicator(
                indicator.id(),
                facts.name(),
                facts.unit(),
                indicator.frequencyMonths(),
                indicator.measureFrom(),
                facts.dataSource(),
                indicator.series().stream()
                        .map(series -> series(indicator, series))
                        .toList());
    }

    private Plan.Series series(Indicator indicator, Series series) {
        var key = new SeriesKey(indicator.id(), series.unitId());
        var facts = snapshot.series().get(key);
        var baseline = facts.baseline();
        var hidden = snapshot.suppression().hidesNullPoint(key);
        return new Plan.Series(
                snapshot.units().get(series.unitId()).name(),
                name(facts.measurer()),
                hidden ? null : indicator.shownBaseline(series),
                baseline == null ? null : baseline.from(),
                baseline == null ? null : baseline.to(),
                baseline == null ? null : baseline.method(),
                baseline == null ? null : baseline.quality(),
                baseline == null ? null : baseline.approved(),
                baseline == null ? null : baseline.late(),
                hidden,
                series.targets().byMonth().entrySet().stream()
                        .map(target -> new Plan.Target(target.getKey(), target.getValue()))
                        .toList());
    }
}
