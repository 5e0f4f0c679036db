package no.nullpunkt.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.People;
import no.nullpunkt.benefit.ClosingResource.CloseRequest;
import no.nullpunkt.benefit.ClosingResource.Closing;
import no.nullpunkt.benefit.ClosingResource.ClosingWaiver;
import no.nullpunkt.benefit.ClosingResource.LineBenefit;
import no.nullpunkt.benefit.ClosingResource.Missing;
import no.nullpunkt.benefit.FollowUpResource.ActionResponse;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.Problem;

/** Hands a rollout's benefits to the line organisation, so that they outlive the project. */
@ApplicationScoped
class ClosingService {

    private final Rollouts rollouts;
    private final Benefits benefits;
    private final Actions actions;
    private final Decisions decisions;
    private final LineMeasuring measuring;
    private final People people;
    private final Clock clock;

    ClosingService(
            Rollouts rollouts,
            Benefits benefits,
            Actions actions,
            Decisions decisions,
            LineMeasuring measuring,
            People people,
            Clock clock) {
        this.rollouts = rollouts;
        this.benefits = benefits;
        this.actions = actions;
        this.decisions = decisions;
        this.measuring = measuring;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Closes a rollout.
     *
     * @throws Problem 409 with the items that are missing and not waived
     */
    @Transactional
    Closing close(Caller caller, UUID rolloutId, CloseRequest request) {
        caller.mustClose();
        if (request.waivers() != null && !request.waivers().isEmpty()) {
            caller.mustDecide();
        }
        caller.beginChange(request.reason());
        var municipalityId = caller.municipalityId();
        mustBeTimely(request);
        rollouts.close(municipalityId, rolloutId, request.on());
        var handedOver = benefits.listOfRollout(municipalityId, rolloutId).stream()
                .filter(benefit -> benefit.step != Step.ABANDONED)
                .toList();
        name(municipalityId, handedOver, request);
        if (request.measureUntil() != null) {
            measuring.endWith(municipalityId, ids(handedOver), request.measureUntil());
        }
        waive(handedOver, request.waivers());
        benefits.flush();
        var series = measuring.seriesOf(municipalityId, ids(handedOver)).stream()
                .collect(Collectors.groupingBy(LineMeasuring.Series::benefitId));
        var missing = missing(handedOver, series, YearMonth.from(request.on()));
        if (!missing.isEmpty()) {
            var problem = Problem.conflict("closing-open", missing.size());
            missing.forEach(each -> problem.at("", each.item().code()));
            throw problem.with("missing", missing);
        }
        return new Closing(
                rolloutId,
                request.on(),
                handedOver.stream()
                        .map(benefit -> handedOver(benefit, series.getOrDefault(benefit.id, List.of())))
                        .toList());
    }

    private void mustBeTimely(CloseRequest request) {
        var today = LocalDate.now(clock);
        if (request.on().isAfter(today)) {
            throw Problem.ruleAt("/on", "day-not-come", request.on());
        }
        if (request.measureUntil() != null && request.measureUntil().isBefore(YearMonth.from(today))) {
            throw Problem.ruleAt("/measureUntil", "month-passed", request.measureUntil());
        }
    }

    private static List<UUID> ids(List<Benefit> some) {
        return some.stream().map(benefit -> benefit.id).toList();
    }

    private void name(int municipalityId, List<Benefit> handedOver, CloseRequest request) {
        if (request.lineOwnerId() != null) {
            people.mustBeHere(municipalityId, new People.Naming("/lineOwnerId", null, request.lineOwnerId()));
            var owners = people.whoMayHold(municipalityId);
            handedOver.stream()
                    .filter(benefit -> benefit.isWithoutOwner(owners))
                    .forEach(benefit -> benefit.ownerId = request.lineOwnerId());
        }
        var measurers = request.measurers() == null ? List.<ClosingResource.Measurer>of() : request.measurers();
        for (var i = 0; i < measurers.size(); i++) {
            var each = measurers.get(i);
            people.mustBeHere(
                    municipalityId, new People.Naming("/measurers/" + i + "/measurerId", null, each.measurerId()));
            measuring.name(municipalityId, ids(handedOver), each.indicatorId(), each.unitId(), each.measurerId());
        }
    }

    private static void waive(List<Benefit> handedOver, List<ClosingWaiver> waivers) {
        if (waivers == null) {
            return;
        }
        for (var i = 0; i < waivers.size(); i++) {
            var waiver = waivers.get(i);
            if (!waiver.item().isAskedAtClosing()) {
                throw Problem.ruleAt("/waivers/" + i + "/item", "not-asked-at-closing", waiver.item());
            }
            var pointer = "/waivers/" + i + "/benefitId";
            handedOver.stream()
                    .filter(benefit -> benefit.id.equals(waiver.benefitId()))
                    .findFirst()
                    .orElseThrow(() -> Problem.unknown(pointer, waiver.benefitId()))
                    .waivers
                    .put(waiver.item(), waiver.reason());
        }
    }

    private List<Missing> missing(
            List<Benefit> handedOver, Map<UUID, List<LineMeasuring.Series>> series, YearMonth closed) {
        var missing = new ArrayList<Missing>();
        for (var benefit : handedOver) {
            var holders = people.whoMayHold(benefit.municipalityId);
            var going = series.getOrDefault(benefit.id, List.of()).stream()
                    .filter(each -> each.until() == null || !each.until().isBefore(closed))
                    .toList();
            if (benefit.isWithoutOwner(holders)) {
                missing.add(missing(benefit, Checklist.Item.LINE_OWNER));
            }
            if (!going.stream().allMatch(each -> isMeasured(each, holders))) {
                missing.add(missing(benefit, Checklist.Item.LINE_MEASURER));
            }
            if (going.stream().anyMatch(each -> each.until() == null)
                    && decisions.countOf(benefit.municipalityId, benefit.id) == 0) {
                missing.add(missing(benefit, Checklist.Item.LINE_UNTIL));
            }
            missing.removeIf(each -> each.benefitId().equals(benefit.id) && benefit.waivers.containsKey(each.item()));
        }
        return missing;
    }

    private static boolean isMeasured(LineMeasuring.Series series, Set<UUID> holders) {
        return series.measurerId() != null && holders.contains(series.measurerId());
    }

    private static Missing missing(Benefit benefit, Checklist.Item item) {
        return new Missing(benefit.id, benefit.title, item);
    }

    private LineBenefit handedOver(Benefit benefit, List<LineMeasuring.Series> series) {
        return new LineBenefit(
                benefit.id,
                benefit.title,
                benefit.ownerId,
                series.stream()
                        .map(each -> new ClosingResource.Series(
                                each.indicatorId(), each.unitId(), each.measurerId(), each.until()))
                        .toList(),
                actions.openOfBenefit(benefit.municipalityId, benefit.id).stream()
                        .map(ActionResponse::of)
                        .toList());
    }

    @Transactional
    void reopen(Caller caller, UUID rolloutId, String reason) {
        caller.mustClose();
        caller.beginChange(reason);
        rollouts.reopen(caller.municipalityId(), rolloutId);
    }
}
