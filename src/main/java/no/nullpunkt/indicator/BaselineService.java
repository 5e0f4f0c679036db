package no.nullpunkt.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.indicator.SeriesResource.BaselineRequest;
import no.nullpunkt.indicator.SeriesResource.BaselineResponse;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Enters and approves null-points. */
@ApplicationScoped
public class BaselineService {

    /** The null-point that stands after a PUT, and whether it is a new version. */
    public record Outcome(boolean created, String tag, BaselineResponse baseline) {}

    private final Indicators indicators;
    private final SeriesRepository seriesRepository;
    private final Baselines baselines;
    private final Benefits benefits;
    private final Rollouts rollouts;
    private final SmallCounts smallCounts;

    BaselineService(
            Indicators indicators,
            SeriesRepository seriesRepository,
            Baselines baselines,
            Benefits benefits,
            Rollouts rollouts,
            SmallCounts smallCounts) {
        this.indicators = indicators;
        this.seriesRepository = seriesRepository;
        this.baselines = baselines;
        this.benefits = benefits;
        this.rollouts = rollouts;
        this.smallCounts = smallCounts;
    }

    /**
     * Enters a null-point; where one stands, it becomes a new version.
     *
     * @throws Problem 422 without a reason, when it replaces an approved one or was measured after go-live
     */
    @Transactional
    public Outcome enter(Caller caller, UUID indicatorId, UUID unitId, IfMatch ifMatch, BaselineRequest request) {
        caller.mustSetBaseline(unitId);
        var enteredAt = caller.beginChange(request.reason());
        var indicator = indicators.get(caller.municipalityId(), indicatorId);
        var series = seriesRepository.getForChange(indicator, unitId);
        var goLive = goLive(indicator);
        var measure = MeasureRules.measure(
                indicator.aggregation,
                indicator.valuation != ValuationKind.NONE,
                request.value(),
                request.weight(),
                request.numerator(),
                request.denominator());
        if (request.to().isBefore(request.from())) {
            throw Problem.ruleAt("/to", "period-backwards");
        }
        var latest = baselines.findLatest(series).orElse(null);
        if (latest != null) {
            if (request.isSameAs(latest)) {
                return new Outcome(false, latest.tag(), BaselineResponse.of(latest, goLive));
            }
            ifMatch.check(latest.tag(), () -> BaselineResponse.of(latest, goLive));
            if (latest.isApproved() && isBlank(request.reason())) {
                throw Problem.ruleAt("/reason", "approved-baseline-reason");
            }
        }
        var baseline = baseline(series, latest == null ? 1 : latest.version + 1, measure, request);
        if (baseline.isLate(goLive) && isBlank(request.reason())) {
            throw Problem.rule("late-baseline-reason", goLive)
                    .at("/to", "late-baseline-reason", goLive)
                    .at("/reason", "reason-required");
        }
        baseline.enteredAt = enteredAt;
        baseline.enteredBy = caller.personId();
        baselines.persistAndFlush(baseline);
        return new Outcome(true, baseline.tag(), BaselineResponse.of(baseline, goLive));
    }

    private static Baseline baseline(Series series, int version, Measure measure, BaselineRequest request) {
        var baseline = new Baseline(series, version);
        baseline.value = measure.value();
        baseline.weight = measure.weight();
        baseline.numerator = measure.numerator();
        baseline.denominator = measure.denominator();
        baseline.periodFrom = request.from();
        baseline.periodTo = request.to();
        baseline.method = request.method();
        baseline.quality = request.quality();
        baseline.reason = request.reason();
        return baseline;
    }

    /** Approves the latest null-point; an If-Match makes sure that it is the one the caller has seen. */
    @Transactional
    Outcome approve(Caller caller, UUID indicatorId, UUID unitId, IfMatch ifMatch) {
        caller.mustApproveBaseline(unitId);
        var approvedAt = caller.beginChange();
        var indicator = indicators.get(caller.municipalityId(), indicatorId);
        var series = seriesRepository.getForChange(indicator, unitId);
        var goLive = goLive(indicator);
        var latest = baselines.findLatest(series).orElseThrow(() -> Problem.conflict("no-baseline"));
        if (!latest.isApproved()) {
            if (ifMatch.value() != null) {
                ifMatch.check(latest.tag(), () -> shown(caller, latest, goLive, indicatorId, unitId));
            }
            latest.approvedAt = approvedAt;
            latest.approvedBy = caller.personId();
            baselines.flush();
        }
        return new Outcome(false, latest.tag(), shown(caller, latest, goLive, indicatorId, unitId));
    }

    /** A leader approves null-points without entering values, and so may not see all of them. */
    private BaselineResponse shown(Caller caller, Baseline baseline, YearMonth goLive, UUID indicatorId, UUID unitId) {
        var response = BaselineResponse.of(baseline, goLive);
        return smallCounts.hideNullPoint(caller, indicatorId, unitId) ? response.withoutCounts() : response;
    }

    YearMonth goLive(Indicator indicator) {
        var benefit = benefits.summaryOf(indicator.municipalityId, indicator.benefitId);
        return rollouts.summaryOf(indicator.municipalityId, benefit.rolloutId()).goLive();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
