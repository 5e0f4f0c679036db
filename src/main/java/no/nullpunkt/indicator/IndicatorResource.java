package no.nullpunkt.indicator;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.shared.Amount;
import no.nullpunkt.shared.AsOfQuery;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Histories;
import no.nullpunkt.shared.History;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Kept;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}")
@Authenticated
@Tag(name = "Indicator")
public class IndicatorResource {

    private static final int MOST_UNITS = 500;
    private static final int MOST_AMOUNTS = 200;

    @Schema(name = "AmountPerUnit")
    record AmountPerUnit(
            @Schema(examples = "2026-01") @NotNull YearMonth from,

            @Schema(examples = "0.75") @NotNull @PositiveOrZero @Amount
            BigDecimal amount) {}

    @Schema(name = "Valuation")
    public record ValuationRequest(
            @Schema(examples = "HOURS") @NotNull ValuationKind kind,
            @Size(max = MOST_AMOUNTS) List<@NotNull @Valid AmountPerUnit> perUnit) {}

    @Schema(name = "IndicatorRequest")
    public record Request(
            @Schema(examples = "Utrykninger etter varsel") @NotBlank @Text(max = Text.NAME)
            String name,

            @Schema(examples = "utrykninger per måned") @NotBlank @Text(max = Text.NAME)
            String unit,

            @Schema(examples = "TIME_SAVED") @NotNull IndicatorRole role,
            @Schema(examples = "LOWER_IS_BETTER") @NotNull Direction direction,
            @Schema(examples = "SUM") @NotNull Aggregation aggregation,

            @Schema(examples = "1", description = "Scales what a RATIO shows: 100 for per cent") @Positive @Amount
            BigDecimal factor,

            @Schema(examples = "1", description = "1, 3, 4 (tertial), 6 or 12")
            Integer frequencyMonths,

            @Schema(examples = "2026-01", description = "Go-live, unless another month is given")
            YearMonth measureFrom,

            YearMonth measureTo,

            @Schema(description = "Counts of persons carry no valuation")
            Boolean countsPersons,

            @Schema(description = "How far below the null-point is still noise, in the unit shown")
            @PositiveOrZero @Amount
            BigDecimal tolerance,

            @Text(max = Text.NAME) String numerator,
            @Text(max = Text.NAME) String denominator,
            @Text String dataSource,
            @Text(max = 20) String catalogueCode,
            @Valid ValuationRequest valuation,
            @NotEmpty @Size(max = MOST_UNITS) List<@NotNull UUID> unitIds,
            @Text String reason) {}

    @Schema(name = "Indicator")
    public record Response(
            UUID id,
            UUID benefitId,
            String name,
            String unit,
            IndicatorRole role,
            Direction direction,
            Aggregation aggregation,
            BigDecimal factor,
            int frequencyMonths,
            YearMonth measureFrom,
            @Schema(nullable = true) YearMonth measureTo,
            boolean countsPersons,
            @Schema(examples = "0") BigDecimal tolerance,
            @Schema(nullable = true) String numerator,
            @Schema(nullable = true) String denominator,
            @Schema(nullable = true) String dataSource,
            @Schema(nullable = true) String catalogueCode,
            ValuationRequest valuation,
            List<UUID> unitIds,
            int version) {

        static Response of(Indicator indicator, List<Series> series) {
            return new Response(
                    indicator.id,
                    indicator.benefitId,
                    indicator.name,
                    indicator.unit,
                    indicator.role,
                    indicator.direction,
                    indicator.aggregation,
                    indicator.factor,
                    indicator.frequencyMonths,
                    indicator.measureFrom,
                    indicator.measureTo,
                    indicator.countsPersons,
                    indicator.tolerance,
                    indicator.numerator,
                    indicator.denominator,
                    indicator.dataSource,
                    indicator.catalogueCode,
                    new ValuationRequest(
                            indicator.valuation,
                            indicator.amounts.entrySet().stream()
                                    .map(each -> new AmountPerUnit(YearMonth.from(each.getKey()), each.getValue()))
                                    .sorted((a, b) -> a.from().compareTo(b.from()))
                                    .toList()),
                    series.stream().map(each -> each.unitId).toList(),
                    indicator.version);
        }
    }

    private static final Kept<Response> KEPT = Kept.of("indicator", Response.class)
            .with(
                    "indicator_amount",
                    "indicator_id",
                    "jsonb_build_object('from', valid_from, 'amount', amount) order by valid_from")
            .with("series", "indicator_id", "unit_id order by id")
            .telling("valuation", "jsonb_build_object('kind', kept.valuation, 'per_unit', indicator_amount.items)")
            .telling("unit_ids", "series.items");

    private final Caller caller;
    private final Benefits benefits;
    private final Indicators indicators;
    private final SeriesRepository seriesRepository;
    private final IndicatorService service;
    private final Changes changes;
    private final Histories histories;

    IndicatorResource(
            Caller caller,
            Benefits benefits,
            Indicators indicators,
            SeriesRepository seriesRepository,
            IndicatorService service,
            Changes changes,
            Histories histories) {
        this.caller = caller;
        this.benefits = benefits;
        this.indicators = indicators;
        this.seriesRepository = seriesRepository;
        this.service = service;
        this.changes = changes;
        this.histories = histories;
    }

    @GET
    @Path("/benefits/{benefitId}/indicators")
    @Operation(operationId = "listIndicators", summary = "The indicators of a benefit")
    public Page<Response> list(
            @PathParam("benefitId") UUID benefitId,
            @BeanParam AsOfQuery query,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        benefits.summaryOf(caller.municipalityId(), benefitId);
        if (query.asOf() != null) {
            return histories.page(
                    KEPT,
                    caller.municipalityId(),
                    Map.of("benefit_id", benefitId),
                    changes.settled(caller.municipalityId(), query.asOf()),
                    Cursor.decodeId(cursor),
                    limit,
                    Response::id);
        }
        var page = indicators.page(caller.municipalityId(), benefitId, Cursor.decodeId(cursor), limit);
        var ids = page.items().stream().map(indicator -> indicator.id).toList();
        var series = seriesRepository.listOf(caller.municipalityId(), ids).stream()
                .collect(Collectors.groupingBy(each -> each.indicatorId));
        return page.map(indicator -> Response.of(indicator, series.getOrDefault(indicator.id, List.of())));
    }

    @POST
    @Creates
    @Path("/benefits/{benefitId}/indicators")
    @Operation(operationId = "createIndicator", summary = "Says how the benefit is measured, and in which units")
    public RestResponse<Response> create(@PathParam("benefitId") UUID benefitId, @NotNull @Valid Request request) {
        var indicator = service.create(caller, benefitId, request);
        var location = "/api/v1/municipalities/" + caller.number() + "/indicators/" + indicator.id();
        return Reply.created(location, indicator.version(), indicator);
    }

    @GET
    @Path("/indicators/{id}")
    @Operation(operationId = "getIndicator", summary = "One indicator")
    public RestResponse<Response> get(@PathParam("id") UUID id, @BeanParam AsOfQuery query) {
        var indicator = query.asOf() == null ? present(id) : asOf(id, query);
        return Reply.ok(indicator.version(), indicator);
    }

    private Response present(UUID id) {
        var indicator = indicators.get(caller.municipalityId(), id);
        return Response.of(indicator, seriesRepository.listOf(caller.municipalityId(), List.of(id)));
    }

    private Response asOf(UUID id, AsOfQuery query) {
        var at = changes.settled(caller.municipalityId(), query.asOf());
        return histories.find(KEPT, caller.municipalityId(), id, at).orElseThrow(Problem::notFound);
    }

    @GET
    @Path("/indicators/{id}/history")
    @Operation(operationId = "getIndicatorHistory", summary = "Every version of an indicator and its dated amounts")
    public History<Response> history(@PathParam("id") UUID id) {
        return histories.of(KEPT, caller.municipalityId(), Map.of("id", id));
    }

    @PUT
    @Path("/indicators/{id}")
    @Operation(
            operationId = "changeIndicator",
            summary = "Changes an indicator",
            description = "How it is aggregated and how often stays once something has been measured.")
    public RestResponse<Response> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Request request) {
        var indicator = service.change(caller, id, new IfMatch(ifMatch), request);
        return Reply.ok(indicator.version(), indicator);
    }
}
