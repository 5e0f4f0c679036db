package no.nullpunkt.kommit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.People;
import no.nullpunkt.access.People.Naming;
import no.nullpunkt.access.PeopleResource.PersonRequest;
import no.nullpunkt.access.PeopleService;
import no.nullpunkt.benefit.BenefitResource;
import no.nullpunkt.benefit.BenefitService;
import no.nullpunkt.benefit.FollowUpResource.ActionRequest;
import no.nullpunkt.benefit.FollowUpService;
import no.nullpunkt.indicator.BaselineService;
import no.nullpunkt.indicator.IndicatorResource;
import no.nullpunkt.indicator.IndicatorService;
import no.nullpunkt.indicator.SeriesResource.BaselineRequest;
import no.nullpunkt.indicator.SeriesResource.TargetPoint;
import no.nullpunkt.indicator.SeriesService;
import no.nullpunkt.kommit.KommitReport.ActionPart;
import no.nullpunkt.kommit.KommitReport.BenefitPart;
import no.nullpunkt.kommit.KommitReport.IndicatorPart;
import no.nullpunkt.kommit.KommitReport.Outcome;
import no.nullpunkt.kommit.KommitReport.PersonPart;
import no.nullpunkt.kommit.KommitReport.PersonPart.Match;
import no.nullpunkt.kommit.KommitReport.RolloutPart;
import no.nullpunkt.kommit.KommitResource.PersonAnswer;
import no.nullpunkt.kommit.KommitResource.Request;
import no.nullpunkt.measurement.ValueResource;
import no.nullpunkt.measurement.ValueService;
import no.nullpunkt.rollout.RolloutResource;
import no.nullpunkt.rollout.RolloutService;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;

/** Takes a sheet in, whole or not at all, by the services that the API's own requests pass. */
@ApplicationScoped
class KommitService {

    /** What was made a moment ago, in the same transaction, has been seen by nobody else. */
    private static final IfMatch JUST_MADE = new IfMatch("*");

    private final KommitImports imports;
    private final People people;
    private final PeopleService peopleService;
    private final RolloutService rollouts;
    private final BenefitService benefits;
    private final FollowUpService followUp;
    private final IndicatorService indicators;
    private final SeriesService series;
    private final BaselineService baselines;
    private final ValueService values;
    private final TransactionSynchronizationRegistry transaction;

    KommitService(
            KommitImports imports,
            People people,
            PeopleService peopleService,
            RolloutService rollouts,
            BenefitService benefits,
            FollowUpService followUp,
            IndicatorService indicators,
            SeriesService series,
            BaselineService baselines,
            ValueService values,
            TransactionSynchronizationRegistry transaction) {
        this.imports = imports;
        this.people = people;
        this.peopleService = peopleService;
        this.rollouts = rollouts;
        this.benefits = benefits;
        this.followUp = followUp;
        this.indicators = indicators;
        this.series = series;
        this.baselines = baselines;
        this.values = values;
        this.transaction = transaction;
    }

    /**
     * Makes what the sheet becomes. A dry run makes it too and takes it back, so that it meets the same rules.
     *
     * @throws Problem 409 where another sheet was taken in under the same name; 422 where something must be mended
     *     first, with each cell; and whatever the services refuse, with the cell it was read from
     */
    @Transactional
    KommitReport take(Caller caller, Tool tool, Request request, boolean dryRun, Language language) {
        caller.mustLeadProjects();
        caller.beginChange();
        if (dryRun) {
            transaction.setRollbackOnly();
        }
        var draft = new Draft(tool, request, recognised(caller, tool, request), language);
        var report = draft.report();
        var content = contentOf(tool);
        var before = imports.findRollout(caller.municipalityId(), content);
        if (before.isPresent()) {
            return ended(report, Outcome.UNCHANGED, before.get(), report.benefits());
        }
        if (report.outcome() == Outcome.MUST_MEND) {
            if (dryRun) {
                return report;
            }
            throw refused(draft.mustMend());
        }
        mustBeNew(caller, report.rollout().name());
        var rolloutId = rollouts.create(caller, rollout(report.rollout())).id();
        var made = report.benefits().stream()
                .map(benefit -> make(caller, rolloutId, benefit, request.baselineReason()))
                .toList();
        imports.keep(
                caller.municipalityId(), content, rolloutId, report.rollout().name(), caller.personId());
        return dryRun ? report : ended(report, Outcome.CREATED, rolloutId, made);
    }

    private static KommitReport ended(
            KommitReport report, Outcome outcome, UUID rolloutId, List<BenefitPart> benefits) {
        return new KommitReport(
                outcome, rolloutId, report.rollout(), benefits, report.people(), report.found(), report.findings());
    }

    private static Problem refused(List<Finding> mustMend) {
        var problem = Problem.rule("sheet-must-be-mended", mustMend.size());
        mustMend.forEach(each -> problem.at(each.place().toString(), each.code(), each.arguments()));
        return problem;
    }

    private void mustBeNew(Caller caller, String name) {
        imports.findRolloutNamed(caller.municipalityId(), name).ifPresent(rolloutId -> {
            throw Problem.conflict("sheet-taken-in-before", name, rolloutId)
                    .at("/name", "sheet-taken-in-before", name, rolloutId);
        });
    }

    private PeopleInSheet recognised(Caller caller, Tool tool, Request request) {
        var answers = Optional.ofNullable(request.people()).orElse(List.of());
        for (var i = 0; i < answers.size(); i++) {
            people.mustBeHere(
                    caller.municipalityId(),
                    new Naming(
                            "/people/" + i + "/personId", null, answers.get(i).personId()));
        }
        var inSheet = new PeopleInSheet(tool);
        inSheet.recognise(
                people.listNamed(caller.municipalityId(), inSheet.keys()),
                answers.stream()
                        .filter(answer -> answer.personId() != null || answer.email() != null)
                        .toList(),
                answer -> answered(caller, answer));
        return inSheet;
    }

    private PersonPart answered(Caller caller, PersonAnswer answer) {
        if (answer.personId() != null) {
            return new PersonPart(answer.name(), List.of(), answer.personId(), Match.ANSWERED);
        }
        return people.listNamed(caller.municipalityId(), List.of(PeopleInSheet.key(answer.email()))).stream()
                .findFirst()
                .map(person -> new PersonPart(answer.name(), List.of(), person.id(), Match.ANSWERED))
                .orElseGet(() -> {
                    var person = peopleService.create(caller, new PersonRequest(answer.name(), answer.email()));
                    return new PersonPart(answer.name(), List.of(), person.id(), Match.CREATED);
                });
    }

    private static RolloutResource.Request rollout(RolloutPart rollout) {
        return new RolloutResource.Request(
                rollout.name(),
                rollout.technologies(),
                rollout.unitIds(),
                rollout.plannedGoLive(),
                rollout.goLive(),
                rollout.description(),
                rollout.leaderId(),
                null);
    }

    private BenefitPart make(Caller caller, UUID rolloutId, BenefitPart benefit, String baselineReason) {
        var id = benefits.create(caller, rolloutId, request(benefit)).id();
        for (var action : benefit.actions()) {
            from(action.place(), () -> followUp.addAction(caller, id, request(action)));
        }
        var indicator = benefit.indicator();
        return benefit.made(id, indicator == null ? null : make(caller, id, indicator, baselineReason));
    }

    private static BenefitResource.Request request(BenefitPart benefit) {
        return new BenefitResource.Request(
                benefit.title(),
                benefit.type(),
                benefit.planHeading(),
                benefit.description(),
                null,
                null,
                null,
                null,
                benefit.assumptions(),
                benefit.ownerId(),
                benefit.overallOwnerId(),
                null,
                null,
                null);
    }

    private static ActionRequest request(ActionPart action) {
        return action.stops()
                ? ActionRequest.toStop(action.description(), action.responsibleId(), action.due())
                : ActionRequest.toAdopt(action.description(), action.responsibleId(), action.due());
    }

    private IndicatorPart make(Caller caller, UUID benefitId, IndicatorPart indicator, String baselineReason) {
        var id = indicators.create(caller, benefitId, request(indicator)).id();
        var unitId = indicator.unitId();
        if (indicator.measurerId() != null) {
            series.setMeasurer(caller, id, unitId, JUST_MADE, indicator.measurerId());
        }
        var baseline = indicator.baseline();
        if (baseline != null) {
            var request = BaselineRequest.estimated(
                    baseline.value(), baseline.from(), baseline.to(), baseline.method(), baselineReason);
            from(baseline.place(), () -> baselines.enter(caller, id, unitId, JUST_MADE, request));
        }
        var target = indicator.target();
        if (target != null) {
            var points = List.of(new TargetPoint(target.from(), target.value()));
            from(target.place(), () -> series.setTargets(caller, id, unitId, JUST_MADE, points, null));
        }
        var result = indicator.result();
        if (result != null) {
            var request = ValueResource.Request.measured(result.value());
            from(result.place(), () -> values.enter(caller, id, unitId, result.month(), JUST_MADE, request));
        }
        return indicator.made(id);
    }

    private static IndicatorResource.Request request(IndicatorPart indicator) {
        return new IndicatorResource.Request(
                indicator.name(),
                indicator.unit(),
                indicator.role(),
                indicator.direction(),
                indicator.aggregation(),
                null,
                indicator.frequencyMonths(),
                indicator.measureFrom(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(indicator.unitId()),
                null);
    }

    /** Tells what a service refuses of the cell it was read from. */
    private static <T> T from(String place, Supplier<T> write) {
        try {
            return write.get();
        } catch (Problem refused) {
            throw refused.movedTo(place);
        }
    }

    /** What is filled in, and so the same for a copy that another program has saved. */
    private static byte[] contentOf(Tool tool) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            tool.found().stream()
                    .filter(Tool.Found::used)
                    .map(each -> each.place() + "=" + each.text() + "\n")
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
