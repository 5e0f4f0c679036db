package no.nullpunkt.indicator;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.shared.Amount;
import no.nullpunkt.shared.Histories;
import no.nullpunkt.shared.History;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Kept;
import no.nullpunkt.shared.MayCreate;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/indicators/{indicatorId}/units/{unitId}")
@Authenticated
@Tag(name = "Indicator")
public class SeriesResource {

    /** More points than a plan of several years has; above it, a list is a mistake. */
    private static final int MOST_POINTS = 200;

    @Schema(name = "BaselineRequest")
    public record BaselineRequest(
            @Schema(examples = "90.88") @Amount BigDecimal value,
            @Amount BigDecimal weight,
            @Amount BigDecimal numerator,
            @Amount BigDecimal denominator,

            @Schema(
                    implementation = String.class,
                    pattern = PeriodDay.PATTERN,
                    examples = "2025-10",
                    description = "A date or a whole month")
            @NotNull @JsonDeserialize(using = PeriodDay.First.class)
            LocalDate from,

            @Schema(
                    implementation = String.class,
                    pattern = PeriodDay.PATTERN,
                    examples = "2025-12",
                    description = "A date or a whole month")
            @NotNull @JsonDeserialize(using = PeriodDay.Last.class)
            LocalDate to,

            @Schema(examples = "Telling i responssenterets logg") @NotBlank @Text
            String method,

            @Schema(examples = "MEASURED") @NotNull Baseline.Quality quality,

            @Schema(description = "Needed to replace an approved null-point, and for one measured after go-live") @Text
            String reason) {

        /** A single number of which no more is known than what it was measured by. */
        public static BaselineRequest estimated(
                BigDecimal value, LocalDate from, LocalDate to, String method, String reason) {
            return new BaselineRequest(value, null, null, null, from, to, method, Baseline.Quality.ESTIMATE, reason);
        }

        boolean isSameAs(Baseline baseline) {
            return new Measure(value, weight, numerator, denominator).isSameAs(baseline.measure())
                    && from.equals(baseline.periodFrom)
                    && to.equals(baseline.periodTo)
                    && method.equals(baseline.method)
                    && quality == baseline.quality;
        }
    }

    @Schema(name = "Baseline")
    record BaselineResponse(
            int version,
            @Schema(nullable = true) BigDecimal value,
            @Schema(nullable = true) BigDecimal weight,
            @Schema(nullable = true) BigDecimal numerator,
            @Schema(nullable = true) BigDecimal denominator,
            @Schema(examples = "2025-10-01") LocalDate from,
            @Schema(examples = "2025-12-31") LocalDate to,
            @Schema(nullable = true) String method,
            Baseline.Quality quality,
            @Schema(nullable = true) String reason,
            boolean late,
            Instant enteredAt,
            @Schema(nullable = true) UUID enteredById,
            boolean approved,
            @Schema(nullable = true) Instant approvedAt,
            @Schema(nullable = true) UUID approvedById,

            @Schema(
                    description = "Whether numbers and words are hidden, since a count of the series is so small that "
                            + "it may tell of whom")
            boolean suppressed) {

        static BaselineResponse of(Baseline baseline, YearMonth goLive) {
            return new BaselineResponse(
                    baseline.version,
                    baseline.value,
                    baseline.weight,
                    baseline.numerator,
                    baseline.denominator,
                    baseline.periodFrom,
                    baseline.periodTo,
                    baseline.method,
                    baseline.quality,
                    baseline.reason,
                    baseline.isLate(goLive),
                    baseline.enteredAt,
                    baseline.enteredBy,
                    baseline.isApproved(),
                    baseline.approvedAt,
                    baseline.approvedBy,
                    false);
        }

        /** For whoever may not see a small count, nor what was written of it. */
        BaselineResponse withoutCounts() {
            return new BaselineResponse(
                    version,
                    null,
                    null,
                    null,
                    null,
                    from,
                    to,
                    null,
                    quality,
                    null,
                    late,
                    enteredAt,
                    enteredById,
                    approved,
                    approvedAt,
                    approvedById,
                    true);
        }
    }

    @Schema(name = "BaselineHistory")
    record BaselineHistory(
            List<BaselineResponse> items,

            @Schema(nullable = true, description = "Always null: the history is given whole")
            String next) {}

    @Schema(name = "TargetPoint")
    public record TargetPoint(
            @Schema(examples = "2026-01") @NotNull YearMonth from,
            @Schema(examples = "30") @NotNull @Amount BigDecimal value) {}

    @Schema(name = "TargetsRequest")
    record TargetsRequest(
            @NotNull @Size(max = MOST_POINTS) List<@NotNull @Valid TargetPoint> points,
            @Text String reason) {}

    @Schema(name = "MeasurerRequest")
    record MeasurerRequest(
            @Schema(description = "Null for nobody but the owner")
            UUID measurerId) {}

    @Schema(name = "Series")
    public record SeriesResponse(
            UUID indicatorId,
            UUID unitId,
            @Schema(nullable = true) UUID measurerId,
            List<TargetPoint> points,
            int version) {

        static SeriesResponse of(Series series) {
            return new SeriesResponse(
                    series.indicatorId,
                    series.unitId,
                    series.measurerId,
                    series.targets.entrySet().stream()
                            .map(target -> new TargetPoint(YearMonth.from(target.getKey()), target.getValue()))
                            .sorted((a, b) -> a.from().compareTo(b.from()))
                            .toList(),
                    series.version);
        }
    }

    private static final Kept<SeriesResponse> KEPT = Kept.of("series", SeriesResponse.class)
            .with("target", "series_id", "jsonb_build_object('from', valid_from, 'value', value) order by valid_from")
            .telling("points", "target.items");

    private final Caller caller;
    private final Indicators indicators;
    private final SeriesRepository seriesRepository;
    private final Baselines baselines;
    private final BaselineService baselineService;
    private final SeriesService seriesService;
    private final SmallCounts smallCounts;
    private final Histories histories;

    SeriesResource(
            Caller caller,
            Indicators indicators,
            SeriesRepository seriesRepository,
            Baselines baselines,
            BaselineService baselineService,
            SeriesService seriesService,
            SmallCounts smallCounts,
            Histories histories) {
        this.caller = caller;
        this.indicators = indicators;
        this.seriesRepository = seriesRepository;
        this.baselines = baselines;
        this.baselineService = baselineService;
        this.seriesService = seriesService;
        this.smallCounts = smallCounts;
        this.histories = histories;
    }

    @GET
    @Operation(operationId = "getSeries", summary = "One indicator in one unit: its targets and who measures")
    public RestResponse<SeriesResponse> get(
            @PathParam("indicatorId") UUID indicatorId, @PathParam("unitId") UUID unitId) {
        var series = seriesRepository.get(indicators.get(caller.municipalityId(), indicatorId), unitId);
        return Reply.ok(series.version, SeriesResponse.of(series));
    }

    @GET
    @Path("/history")
    @Operation(operationId = "getSeriesHistory", summary = "Every version of the targets and of who measures")
    public History<SeriesResponse> history(
            @PathParam("indicatorId") UUID indicatorId, @PathParam("unitId") UUID unitId) {
        return histories.of(KEPT, caller.municipalityId(), Map.of("indicator_id", indicatorId, "unit_id", unitId));
    }

    @PUT
    @Operation(operationId = "setMeasurer", summary = "Names who enters the values, or nobody but the owner")
    public RestResponse<SeriesResponse> setMeasurer(
            @PathParam("indicatorId") UUID indicatorId,
            @PathParam("unitId") UUID unitId,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid MeasurerRequest request) {
        var series = seriesService.setMeasurer(caller, indicatorId, unitId, new IfMatch(ifMatch), request.measurerId());
        return Reply.ok(series.version(), series);
    }

    @PUT
    @Path("/targets")
    @Operation(
            operationId = "setTargets",
            summary = "Sets the target points; each holds from its month until the next",
            description = "Stated for SUM per month, for LATEST and MEAN like the value, for RATIO in the unit shown.")
    public RestResponse<SeriesResponse> setTargets(
            @PathParam("indicatorId") UUID indicatorId,
            @PathParam("unitId") UUID unitId,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid TargetsRequest request) {
        var series = seriesService.setTargets(
                caller, indicatorId, unitId, new IfMatch(ifMatch), request.points(), request.reason());
        return Reply.ok(series.version(), series);
    }

    @GET
    @Path("/baseline")
    @Operation(operationId = "getBaseline", summary = "The null-point entered last")
    public RestResponse<BaselineResponse> getBaseline(
            @PathParam("indicatorId") UUID indicatorId, @PathParam("unitId") UUID unitId) {
        var indicator = indicators.get(caller.municipalityId(), indicatorId);
        var series = seriesRepository.get(indicator, unitId);
        var latest = baselines.findLatest(series).orElseThrow(Problem::notFound);
        var baseline = BaselineResponse.of(latest, baselineService.goLive(indicator));
        return Reply.ok(
                latest.tag(),
                smallCounts.hideNullPoint(caller, indicatorId, unitId) ? baseline.withoutCounts() : baseline);
    }

    @GET
    @Path("/baseline/history")
    @Operation(operationId = "getBaselineHistory", summary = "Every version of the null-point, the latest first")
    public BaselineHistory getBaselineHistory(
            @PathParam("indicatorId") UUID indicatorId, @PathParam("unitId") UUID unitId) {
        var indicator = indicators.get(caller.municipalityId(), indicatorId);
        var goLive = baselineService.goLive(indicator);
        var versions = baselines.listOf(seriesRepository.get(indicator, unitId));
        var hidden = smallCounts.hideNullPoint(caller, indicatorId, unitId);
        return new BaselineHistory(
                versions.stream()
                        .map(baseline -> BaselineResponse.of(baseline, goLive))
                        .map(baseline -> hidden ? baseline.withoutCounts() : baseline)
                        .toList(),
                null);
    }

    @PUT
    @Path("/baseline")
    @MayCreate
    @Operation(
            operationId = "setBaseline",
            summary = "Enters a null-point; where one stands, it becomes a new version",
            description = "Until a version is approved the latest entered counts, and then the latest approved.")
    public RestResponse<BaselineResponse> setBaseline(
            @PathParam("indicatorId") UUID indicatorId,
            @PathParam("unitId") UUID unitId,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid BaselineRequest request) {
        var outcome = baselineService.enter(caller, indicatorId, unitId, new IfMatch(ifMatch), request);
        return Reply.put(outcome.created(), outcome.tag(), outcome.baseline());
    }

    @POST
    @Path("/baseline/approve")
    @Operation(operationId = "approveBaseline", summary = "Approves the null-point entered last, and freezes it")
    public RestResponse<BaselineResponse> approveBaseline(
            @PathParam("indicatorId") UUID indicatorId,
            @PathParam("unitId") UUID unitId,
            @HeaderParam("If-Match") String ifMatch) {
        var outcome = baselineService.approve(caller, indicatorId, unitId, new IfMatch(ifMatch));
        return Reply.ok(outcome.tag(), outcome.baseline());
    }
}
