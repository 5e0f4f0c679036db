package no.nullpunkt.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.Named;
import no.nullpunkt.results.PortfolioRows;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;

/** Reads plans as of an instant: a dozen statements, however many the benefits are. */
@ApplicationScoped
public class Plans {

    private final DataSource dataSource;
    private final Changes changes;
    private final Snapshots snapshots;

    Plans(DataSource dataSource, Changes changes, Snapshots snapshots) {
        this.dataSource = dataSource;
        this.changes = changes;
        this.snapshots = snapshots;
    }

    /**
     * The plan of some rollouts, or of all.
     *
     * @param rolloutIds empty for all
     * @param asOf null for now
     * @throws Problem 404 when a rollout was not there, 422 when asOf is later than now
     */
    public Plan read(Caller caller, Set<UUID> rolloutIds, int year, Instant asOf, Language language) {
        var municipalityId = caller.municipalityId();
        var at = changes.settled(municipalityId, asOf);
        try (var reading = new Reading(dataSource, municipalityId, at)) {
            var rows = new PlanRows(reading);
            var rollouts = rows.rollouts();
            mustHave(rolloutIds, rollouts);
            var names = new PortfolioRows(reading)
                    .technologies().stream()
                            .collect(Collectors.toMap(PortfolioRows.Technology::code, PortfolioRows.Technology::names));
            var chosen = rollouts.stream()
                    .filter(each -> rolloutIds.isEmpty() || rolloutIds.contains(each.id()))
                    .toList();
            var ids = chosen.stream().map(PlanRows.Rollout::id).collect(Collectors.toSet());
            var benefitRows = rows.benefits().stream()
                    .filter(each -> ids.contains(each.rolloutId()))
                    .toList();
            var period = new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
            // A filter that names no benefit would leave all of them.
            var assembly = benefitRows.isEmpty()
                    ? null
                    : new PlanAssembly(
                            rows,
                            snapshots.read(
                                    municipalityId,
                                    caller.number(),
                                    period,
                                    at,
                                    Filter.ofBenefits(idsOf(benefitRows)),
                                    caller::mayEnterValues),
                            benefitRows,
                            language);
            var technologies = PlanAssembly.by(rows.technologies());
            var units = PlanAssembly.by(rows.units());
            var needs = PlanAssembly.by(rows.needs());
            return new Plan(
                    rows.municipality(),
                    at,
                    year,
                    chosen.stream()
                            .map(each -> new Plan.Rollout(
                                    each.id(),
                                    each.name(),
                                    each.description(),
                                    each.goLive(),
                                    each.leader(),
                                    technologies.getOrDefault(each.id(), List.of()).stream()
                                            .map(code -> names.get(code).in(language))
                                            .toList(),
                                    units.getOrDefault(each.id(), List.of()),
                                    needs.getOrDefault(each.id(), List.of()),
                                    assembly == null ? List.of() : assembly.benefitsOf(each.id())))
                            .toList(),
                    assembly == null ? List.of() : assembly.headings(),
                    assembly == null ? List.of() : assembly.goals());
        }
    }

    /** The rollouts that there were, the oldest first. */
    List<Named> rollouts(Caller caller, Instant asOf) {
        try (var reading = new Reading(dataSource, caller.municipalityId(), asOf)) {
            return new PlanRows(reading)
                    .rollouts().stream()
                            .map(each -> new Named(each.id(), each.name()))
                            .toList();
        }
    }

    private static Set<UUID> idsOf(List<PlanRows.Benefit> benefits) {
        return benefits.stream().map(PlanRows.Benefit::id).collect(Collectors.toSet());
    }

    private static void mustHave(Set<UUID> rolloutIds, List<PlanRows.Rollout> rollouts) {
        var known = rollouts.stream().map(PlanRows.Rollout::id).collect(Collectors.toSet());
        rolloutIds.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw Problem.unknown("?rolloutId", id);
        });
    }
}
