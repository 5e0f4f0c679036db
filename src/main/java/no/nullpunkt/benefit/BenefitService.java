package no.nullpunkt.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.People;
import no.nullpunkt.benefit.BenefitResource.ChecklistResponse;
import no.nullpunkt.benefit.BenefitResource.ConclusionRequest;
import no.nullpunkt.benefit.BenefitResource.Request;
import no.nullpunkt.benefit.BenefitResource.Response;
import no.nullpunkt.benefit.BenefitResource.Share;
import no.nullpunkt.benefit.BenefitResource.StepRequest;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.rollout.Technologies;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;

/** Takes benefits in, changes them and moves them from step to step. */
@ApplicationScoped
public class BenefitService {

    private final Benefits benefits;
    private final Actions actions;
    private final Deviations deviations;
    private final Rollouts rollouts;
    private final Technologies technologies;
    private final People people;
    private final Measuring measuring;
    private final Outcomes outcomes;
    private final ClosedMonths closedMonths;

    BenefitService(
            Benefits benefits,
            Actions actions,
            Deviations deviations,
            Rollouts rollouts,
            Technologies technologies,
            People people,
            Measuring measuring,
            Outcomes outcomes,
            ClosedMonths closedMonths) {
        this.benefits = benefits;
        this.actions = actions;
        this.deviations = deviations;
        this.rollouts = rollouts;
        this.technologies = technologies;
        this.people = people;
        this.measuring = measuring;
        this.outcomes = outcomes;
        this.closedMonths = closedMonths;
    }

    /** Adds a benefit to a rollout; a rollout's only technology has all of it unless the request says otherwise. */
    @Transactional
    public Response create(Caller caller, UUID rolloutId, Request request) {
        caller.mustLeadProjects();
        caller.beginChange();
        var rollout = rollouts.summaryOf(caller.municipalityId(), rolloutId);
        var benefit = new Benefit(caller.municipalityId(), rolloutId);
        describe(benefit, request, rollout.technologies());
        benefits.persistAndFlush(benefit);
        return Response.of(benefit);
    }

    /**
     * Changes a benefit.
     *
     * @throws Problem 422 when reported months come to count otherwise and nobody says why
     */
    @Transactional
    Response change(Caller caller, UUID id, IfMatch ifMatch, Request request) {
        caller.mustLeadProjects();
        caller.beginChange(request.reason());
        var benefit = benefits.getForChange(caller.municipalityId(), id);
        var before = Response.of(benefit);
        var rollout = rollouts.summaryOf(caller.municipalityId(), benefit.rolloutId);
        var measuredFrom = measuring.measuredFrom(caller.municipalityId(), id);
        Function<YearMonth, Object> counting =
                month -> measuredFrom.filter(first -> !first.isAfter(month)).map(first -> benefit.counting());
        var watch = closedMonths.of(caller.municipalityId()).watch(counting);
        describe(benefit, request, rollout.technologies());
        if (!before.equals(Response.of(benefit))) {
            ifMatch.check(before.version(), () -> before);
            watch.mustExplain(counting, request.reason());
        }
        benefits.flush();
        return Response.of(benefit);
    }

    private void describe(Benefit benefit, Request request, List<String> rolloutTechnologies) {
        people.mustBeHere(
                benefit.municipalityId,
                new People.Naming("/ownerId", benefit.ownerId, request.ownerId()),
                new People.Naming("/overallOwnerId", benefit.overallOwnerId, request.overallOwnerId()),
                new People.Naming("/askerId", benefit.askerId, request.askerId()));
        var shares = shares(benefit.municipalityId, request.technologies(), rolloutTechnologies);
        benefit.title = request.title().strip();
        benefit.description = request.description();
        benefit.type = request.type();
        benefit.planHeading = request.planHeading();
        benefit.expected = request.expected() == null || request.expected();
        benefit.attributionShare =
                Optional.ofNullable(request.attributionShare()).orElse(BigDecimal.ONE);
        benefit.attributionNote = request.attributionNote();
        benefit.beneficiaries = request.beneficiaries() == null ? List.of() : request.beneficiaries();
        benefit.assumptions = request.assumptions() == null ? List.of() : request.assumptions();
        benefit.ownerId = request.ownerId();
        benefit.overallOwnerId = request.overallOwnerId();
        benefit.askerId = request.askerId();
        benefit.shares.keySet().retainAll(shares.keySet());
        benefit.shares.putAll(shares);
    }

    private Map<String, BigDecimal> shares(int municipalityId, List<Share> wanted, List<String> rolloutTechnologies) {
        if (wanted == null || wanted.isEmpty()) {
            return rolloutTechnologies.size() == 1 ? Map.of(rolloutTechnologies.get(0), BigDecimal.ONE) : Map.of();
        }
        technologies.mustExist(municipalityId, wanted.stream().map(Share::code).toList(), "/technologies/%d/code");
        var shares = new LinkedHashMap<String, BigDecimal>();
        for (var share : wanted) {
            if (shares.put(share.code(), share.share()) != null) {
                throw Problem.ruleAt("/technologies", "twice-in-list");
            }
        }
        var sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw Problem.ruleAt(
                    "/technologies", "shares-sum", sum.stripTrailingZeros().toPlainString());
        }
        return shares;
    }

    /**
     * Makes the caller the owner of a benefit that nobody rightly owns.
     *
     * @throws Problem 409 when someone does
     */
    @Transactional
    Response accept(Caller caller, UUID id) {
        caller.beginChange();
        var benefit = benefits.getForChange(caller.municipalityId(), id);
        caller.mustBeAbleToOwn(
                rollouts.summaryOf(caller.municipalityId(), benefit.rolloutId).unitIds());
        if (!caller.personId().equals(benefit.ownerId)) {
            if (people.whoMayHold(caller.municipalityId()).contains(benefit.ownerId)) {
                throw Problem.conflict("has-owner");
            }
            benefit.ownerId = caller.personId();
            benefits.flush();
        }
        return Response.of(benefit);
    }

    /** Moves a benefit forward when its checklist is met or waived, back, or out of the way with a reason. */
    @Transactional
    Response move(Caller caller, UUID id, StepRequest request) {
        var change = caller.beginChange(request.reason());
        var benefit = benefits.getForChange(caller.municipalityId(), id);
        caller.mustMove(benefit.ownerId, benefit.overallOwnerId);
        if (request.to() == benefit.step) {
            return Response.of(benefit);
        }
        if (request.to() == Step.ABANDONED) {
            benefit.abandon(required(request.reason()));
        } else if (request.to().compareTo(benefit.step) < 0) {
            required(request.reason());
            benefit.goBack(request.to());
        } else {
            waive(caller, benefit, request.waivers());
            benefit.advance(request.to(), checklist(benefit, change));
        }
        benefits.flush();
        return Response.of(benefit);
    }

    private static String required(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.ruleAt("/reason", "reason-required");
        }
        return reason;
    }

    private static void waive(Caller caller, Benefit benefit, List<StepRequest.Waiver> waivers) {
        if (waivers == null || waivers.isEmpty()) {
            return;
        }
        caller.mustWaive(benefit.overallOwnerId);
        var reasons = new EnumMap<Checklist.Item, String>(Checklist.Item.class);
        for (var i = 0; i < waivers.size(); i++) {
            if (waivers.get(i).item().isAskedAtClosing()) {
                throw Problem.ruleAt("/waivers/" + i + "/item", "asked-at-closing");
            }
            reasons.put(waivers.get(i).item(), waivers.get(i).reason());
        }
        benefit.waivers.putAll(reasons);
    }

    /**
     * What the next step of a benefit asks for, in words.
     *
     * @param now when the figures are read
     */
    public ChecklistResponse checklist(int municipalityId, UUID id, Instant now, Language language) {
        return ChecklistResponse.of(checklist(benefits.get(municipalityId, id), now), language);
    }

    /**
     * What the next step asks for.
     *
     * @param now when the figures are read
     */
    Checklist checklist(Benefit benefit, Instant now) {
        var municipalityId = benefit.municipalityId;
        var facts = new Checklist.Facts(
                benefit,
                measuring.planOf(municipalityId, benefit.id),
                outcomes.outcomeOf(municipalityId, benefit.id, now),
                actions.countAdopting(municipalityId, benefit.id),
                actions.countOpenRoutines(municipalityId, benefit.id),
                deviations.countOf(municipalityId, benefit.id));
        return Checklist.of(facts, benefit.waivers);
    }

    @Transactional
    Response conclude(Caller caller, UUID id, IfMatch ifMatch, ConclusionRequest request) {
        caller.beginChange();
        var benefit = benefits.getForChange(caller.municipalityId(), id);
        caller.mustLeadOrOwn(benefit.ownerId, benefit.overallOwnerId);
        if (benefit.conclusion != null && !request.isSameAs(benefit)) {
            ifMatch.check(benefit.version, () -> Response.of(benefit));
        }
        benefit.conclusion = request.conclusion();
        benefit.unaccountedNote = request.unaccounted();
        benefits.flush();
        return Response.of(benefit);
    }
}
