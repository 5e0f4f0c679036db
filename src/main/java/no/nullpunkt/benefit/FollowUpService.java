package no.nullpunkt.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.People;
import no.nullpunkt.benefit.FollowUpResource.ActionRequest;
import no.nullpunkt.benefit.FollowUpResource.ActionResponse;
import no.nullpunkt.benefit.FollowUpResource.DecisionRequest;
import no.nullpunkt.benefit.FollowUpResource.DecisionResponse;
import no.nullpunkt.benefit.FollowUpResource.DeviationRequest;
import no.nullpunkt.benefit.FollowUpResource.DeviationResponse;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Follows a benefit up: actions and routines to stop, deviations and decisions. */
@ApplicationScoped
public class FollowUpService {

    private final Benefits benefits;
    private final Actions actions;
    private final Deviations deviations;
    private final Decisions decisions;
    private final People people;
    private final Measuring measuring;
    private final ClosedMonths closedMonths;

    FollowUpService(
            Benefits benefits,
            Actions actions,
            Deviations deviations,
            Decisions decisions,
            People people,
            Measuring measuring,
            ClosedMonths closedMonths) {
        this.benefits = benefits;
        this.actions = actions;
        this.deviations = deviations;
        this.decisions = decisions;
        this.people = people;
        this.measuring = measuring;
        this.closedMonths = closedMonths;
    }

    @Transactional
    public ActionResponse addAction(Caller caller, UUID benefitId, ActionRequest request) {
        var benefit = changeable(caller, benefitId);
        var action = new Action(benefit);
        describe(action, request);
        actions.persistAndFlush(action);
        return ActionResponse.of(action);
    }

    @Transactional
    ActionResponse changeAction(Caller caller, UUID benefitId, UUID id, IfMatch ifMatch, ActionRequest request) {
        changeable(caller, benefitId);
        var action = actions.getForChange(caller.municipalityId(), benefitId, id);
        var before = ActionResponse.of(action);
        describe(action, request);
        if (!before.equals(ActionResponse.of(action))) {
            ifMatch.check(before.version(), () -> before);
        }
        actions.flush();
        return ActionResponse.of(action);
    }

    private void describe(Action action, ActionRequest request) {
        if (request.confirmedById() != null && request.done() == null) {
            throw Problem.ruleAt("/confirmedById", "confirmed-not-done");
        }
        people.mustBeHere(
                action.municipalityId,
                new People.Naming("/responsibleId", action.responsibleId, request.responsibleId()),
                new People.Naming("/confirmedById", action.confirmedBy, request.confirmedById()));
        action.kind = request.kind();
        action.description = request.description();
        action.responsibleId = request.responsibleId();
        action.due = request.due();
        action.done = request.done();
        action.confirmedBy = request.confirmedById();
    }

    @Transactional
    DeviationResponse explain(Caller caller, UUID benefitId, DeviationRequest request) {
        var benefit = changeable(caller, benefitId);
        var deviation = new Deviation(benefit, request.cause(), request.explanation(), request.action());
        deviations.persistAndFlush(deviation);
        return DeviationResponse.of(deviation);
    }

    /**
     * Records a decision. Once it is decided to stop, nothing is measured after the month of the decision; months that
     * have been reported count as they did.
     */
    @Transactional
    DecisionResponse decide(Caller caller, UUID benefitId, DecisionRequest request) {
        caller.mustDecide();
        caller.beginChange(request.note());
        var benefit = benefits.get(caller.municipalityId(), benefitId);
        var decision = new Decision(benefit, request.kind(), request.date(), request.reference(), request.note());
        decisions.persistAndFlush(decision);
        if (request.kind() == Decision.Kind.STOP_MEASURING) {
            var decided = YearMonth.from(request.date());
            var last = closedMonths
                    .of(caller.municipalityId())
                    .last()
                    .filter(decided::isBefore)
                    .orElse(decided);
            measuring.stopAfter(caller.municipalityId(), benefitId, last);
        }
        return DecisionResponse.of(decision);
    }

    private Benefit changeable(Caller caller, UUID benefitId) {
        caller.beginChange();
        var benefit = benefits.get(caller.municipalityId(), benefitId);
        caller.mustLeadOrOwn(benefit.ownerId, benefit.overallOwnerId);
        return benefit;
    }
}
