package no.nullpunkt.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.People;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.municipality.Units;
import no.nullpunkt.rollout.RolloutResource.CostRequest;
import no.nullpunkt.rollout.RolloutResource.CostResponse;
import no.nullpunkt.rollout.RolloutResource.Request;
import no.nullpunkt.rollout.RolloutResource.Response;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Plans rollouts and keeps account of what they cost. */
@ApplicationScoped
public class RolloutService {

    private final Rollouts rollouts;
    private final Costs costs;
    private final Technologies technologies;
    private final Units units;
    private final People people;
    private final ClosedMonths closedMonths;

    RolloutService(
            Rollouts rollouts,
            Costs costs,
            Technologies technologies,
            Units units,
            People people,
            ClosedMonths closedMonths) {
        this.rollouts = rollouts;
        this.costs = costs;
        this.technologies = technologies;
        this.units = units;
        this.people = people;
        this.closedMonths = closedMonths;
    }

    @Transactional
    public Response create(Caller caller, Request request) {
        caller.mustLeadProjects();
        caller.beginChange();
        var rollout = new Rollout(caller.municipalityId());
        describe(rollout, request);
        rollouts.persistAndFlush(rollout);
        return Response.of(rollout);
    }

    /**
     * Changes a rollout.
     *
     * @throws Problem 422 when go-live comes to divide reported months otherwise and nobody says why
     */
    @Transactional
    Response change(Caller caller, UUID id, IfMatch ifMatch, Request request) {
        caller.mustLeadProjects();
        caller.beginChange(request.reason());
        var rollout = rollouts.getForChange(caller.municipalityId(), id);
        var before = Response.of(rollout);
        var watch = closedMonths.of(caller.municipalityId()).watch(rollout::isLiveIn);
        describe(rollout, request);
        if (!before.equals(Response.of(rollout))) {
            ifMatch.check(before.version(), () -> before);
            watch.mustExplain(rollout::isLiveIn, request.reason());
        }
        rollouts.flush();
        return Response.of(rollout);
    }

    @Transactional
    CostResponse addCost(Caller caller, UUID id, CostRequest request) {
        caller.mustLeadProjects();
        caller.beginChange();
        var rollout = rollouts.get(caller.municipalityId(), id);
        var cost = new Cost(rollout, request.month(), request.kind(), request.nok(), request.description());
        costs.persistAndFlush(cost);
        return CostResponse.of(cost);
    }

    private void describe(Rollout rollout, Request request) {
        mustDiffer(request.technologies(), "/technologies");
        mustDiffer(request.unitIds(), "/unitIds");
        technologies.mustExist(rollout.municipalityId, request.technologies(), "/technologies/%d");
        units.mustExist(rollout.municipalityId, request.unitIds(), "/unitIds");
        people.mustBeHere(rollout.municipalityId, new People.Naming("/leaderId", rollout.leaderId, request.leaderId()));
        rollout.name = request.name().strip();
        rollout.description = request.description();
        rollout.plannedGoLive = request.plannedGoLive();
        rollout.goLive = request.goLive();
        rollout.leaderId = request.leaderId();
        replace(rollout.technologies, request.technologies());
        replace(rollout.units, request.unitIds());
    }

    private static void mustDiffer(List<?> list, String pointer) {
        if (Set.copyOf(list).size() < list.size()) {
            throw Problem.ruleAt(pointer, "twice-in-list");
        }
    }

    private static <T> void replace(Set<T> present, List<T> wanted) {
        present.retainAll(wanted);
        present.addAll(wanted);
    }
}
