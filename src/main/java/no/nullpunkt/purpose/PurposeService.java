package no.nullpunkt.purpose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.purpose.PurposeResource.GoalRequest;
import no.nullpunkt.purpose.PurposeResource.GoalResponse;
import no.nullpunkt.purpose.PurposeResource.NeedRequest;
import no.nullpunkt.purpose.PurposeResource.NeedResponse;
import no.nullpunkt.purpose.PurposeResource.PlanRequest;
import no.nullpunkt.purpose.PurposeResource.PlanResponse;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Writes down needs and goals, links benefits to them, and what else a plan says of a benefit. */
@ApplicationScoped
public class PurposeService {

    private final Goals goals;
    private final Needs needs;
    private final BenefitPlans plans;
    private final Benefits benefits;
    private final Rollouts rollouts;

    PurposeService(Goals goals, Needs needs, BenefitPlans plans, Benefits benefits, Rollouts rollouts) {
        this.goals = goals;
        this.needs = needs;
        this.plans = plans;
        this.benefits = benefits;
        this.rollouts = rollouts;
    }

    @Transactional
    public GoalResponse addGoal(Caller caller, GoalRequest request) {
        caller.mustLeadProjects();
        caller.beginChange();
        var goal = new Goal(caller.municipalityId());
        describe(goal, request);
        goals.persistAndFlush(goal);
        return GoalResponse.of(goal);
    }

    @Transactional
    GoalResponse changeGoal(Caller caller, UUID id, IfMatch ifMatch, GoalRequest request) {
        caller.mustLeadProjects();
        caller.beginChange();
        var goal = goals.getForChange(caller.municipalityId(), id);
        var before = GoalResponse.of(goal);
        describe(goal, request);
        if (!before.equals(GoalResponse.of(goal))) {
            ifMatch.check(before.version(), () -> before);
        }
        goals.flush();
        return GoalResponse.of(goal);
    }

    private static void describe(Goal goal, GoalRequest request) {
        goal.title = request.title().strip();
        goal.source = request.source();
    }

    /**
     * Takes a goal away.
     *
     * @throws Problem 409 when a benefit is linked to it
     */
    @Transactional
    void removeGoal(Caller caller, UUID id, IfMatch ifMatch) {
        caller.mustLeadProjects();
        caller.beginChange();
        var goal = goals.getForChange(caller.municipalityId(), id);
        ifMatch.check(goal.version, () -> GoalResponse.of(goal));
        if (plans.isGoalLinked(caller.municipalityId(), id)) {
            throw Problem.conflict("goal-linked");
        }
        goals.delete(goal);
    }

    @Transactional
    public NeedResponse addNeed(Caller caller, UUID rolloutId, NeedRequest request) {
        caller.mustLeadProjects();
        caller.beginChange();
        rollouts.summaryOf(caller.municipalityId(), rolloutId);
        var need = new Need(caller.municipalityId(), rolloutId, request.title().strip());
        needs.persistAndFlush(need);
        return NeedResponse.of(need);
    }

    @Transactional
    NeedResponse changeNeed(Caller caller, UUID rolloutId, UUID id, IfMatch ifMatch, NeedRequest request) {
        caller.mustLeadProjects();
        caller.beginChange();
        var need = needs.getForChange(caller.municipalityId(), rolloutId, id);
        if (!need.title.equals(request.title().strip())) {
            ifMatch.check(need.version, () -> NeedResponse.of(need));
            need.title = request.title().strip();
            needs.flush();
        }
        return NeedResponse.of(need);
    }

    /**
     * Takes a need away.
     *
     * @throws Problem 409 when a benefit is linked to it
     */
    @Transactional
    void removeNeed(Caller caller, UUID rolloutId, UUID id, IfMatch ifMatch) {
        caller.mustLeadProjects();
        caller.beginChange();
        var need = needs.getForChange(caller.municipalityId(), rolloutId, id);
        ifMatch.check(need.version, () -> NeedResponse.of(need));
        if (plans.isNeedLinked(caller.municipalityId(), id)) {
            throw Problem.conflict("need-linked");
        }
        needs.delete(need);
    }

    /** Says what the plan says of a benefit, in whole. */
    @Transactional
    public PlanResponse plan(Caller caller, UUID benefitId, IfMatch ifMatch, PlanRequest request) {
        caller.mustLeadProjects();
        caller.beginChange();
        return write(caller, benefitId, ifMatch, request);
    }

    /** A need or goal as it was edited: another title, or none to take it away. */
    record Edited<T>(UUID id, IfMatch ifMatch, T request) {}

    /**
     * What was written on one page about a rollout.
     *
     * @param newNeed null for none, as the goal; and as a request where one is taken away
     */
    record Editing(
            NeedRequest newNeed,
            GoalRequest newGoal,
            List<Edited<NeedRequest>> needs,
            List<Edited<GoalRequest>> goals,
            List<Edited<PlanRequest>> plans) {

        /** All that is asked for, to be held against the rules of the API. */
        Stream<?> requests() {
            return Stream.of(
                            Stream.of(newNeed, newGoal),
                            needs.stream().map(Edited::request),
                            goals.stream().map(Edited::request),
                            plans.stream().map(Edited::request))
                    .flatMap(some -> some)
                    .filter(Objects::nonNull);
        }
    }

    /** Writes all of it, or nothing. Links come first, so that a need that is linked no more may be taken away. */
    @Transactional
    void edit(Caller caller, UUID rolloutId, Editing editing) {
        caller.mustLeadProjects();
        caller.beginChange();
        rollouts.summaryOf(caller.municipalityId(), rolloutId);
        editing.plans().forEach(each -> write(caller, each.id(), each.ifMatch(), each.request()));
        for (var need : editing.needs()) {
            if (need.request() == null) {
                removeNeed(caller, rolloutId, need.id(), need.ifMatch());
            } else {
                changeNeed(caller, rolloutId, need.id(), need.ifMatch(), need.request());
            }
        }
        for (var goal : editing.goals()) {
            if (goal.request() == null) {
                removeGoal(caller, goal.id(), goal.ifMatch());
            } else {
                changeGoal(caller, goal.id(), goal.ifMatch(), goal.request());
            }
        }
        if (editing.newNeed() != null) {
            addNeed(caller, rolloutId, editing.newNeed());
        }
        if (editing.newGoal() != null) {
            addGoal(caller, editing.newGoal());
        }
    }

    private PlanResponse write(Caller caller, UUID benefitId, IfMatch ifMatch, PlanRequest request) {
        var municipalityId = caller.municipalityId();
        var benefit = benefits.lock(municipalityId, benefitId);
        mustKnow(request.needIds(), "/needIds/", id -> needs.lacks(municipalityId, benefit.rolloutId(), id));
        mustKnow(request.goalIds(), "/goalIds/", id -> goals.lacks(municipalityId, id));
        var present = plans.findForChange(municipalityId, benefitId).orElse(null);
        var plan = present == null ? new BenefitPlan(municipalityId, benefitId) : present;
        var before = PlanResponse.of(plan);
        var wanted = before.with(request);
        if (wanted.equals(before)) {
            return before;
        }
        if (present != null) {
            ifMatch.check(before.version(), () -> before);
        }
        plan.dependencies = wanted.dependencies();
        plan.measuring = wanted.measuring();
        replace(plan.needIds, wanted.needIds());
        replace(plan.goalIds, wanted.goalIds());
        var risks =
                wanted.risks().stream().map(PurposeResource.RiskRequest::risk).toList();
        if (!risks.equals(plan.risks)) {
            plan.risks.clear();
            plan.risks.addAll(risks);
        }
        plans.persistAndFlush(plan);
        return PlanResponse.of(plan);
    }

    private static void mustKnow(List<UUID> ids, String pointer, Predicate<UUID> lacks) {
        for (var i = 0; ids != null && i < ids.size(); i++) {
            if (lacks.test(ids.get(i))) {
                throw Problem.unknown(pointer + i, ids.get(i));
            }
        }
    }

    private static void replace(Set<UUID> present, List<UUID> wanted) {
        present.retainAll(new LinkedHashSet<>(wanted));
        present.addAll(wanted);
    }
}
