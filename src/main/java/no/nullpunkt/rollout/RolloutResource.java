package no.nullpunkt.rollout;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.shared.Amount;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Histories;
import no.nullpunkt.shared.History;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Kept;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/rollouts")
@Authenticated
@Tag(name = "Rollout")
public class RolloutResource {

    /** More units than any municipality has in one rollout; above it, a list is a mistake. */
    private static final int MOST_UNITS = 500;

    @Schema(name = "RolloutRequest")
    public record Request(
            @Schema(examples = "Medisindispensere i hjemmetjenesten") @NotBlank @Text(max = Text.NAME)
            String name,

            @Schema(examples = "[\"medicine-dispenser\"]") @NotEmpty @Size(max = 20) List<@NotNull @Text(max = 64) String> technologies,

            @NotEmpty @Size(max = MOST_UNITS) List<@NotNull UUID> unitIds,
            @Schema(examples = "2026-01") YearMonth plannedGoLive,
            YearMonth goLive,
            @Text String description,
            UUID leaderId,
            @Text String reason) {}

    @Schema(name = "Rollout")
    public record Response(
            UUID id,
            String name,
            List<String> technologies,
            List<UUID> unitIds,
            @Schema(nullable = true) YearMonth plannedGoLive,
            @Schema(nullable = true) YearMonth goLive,
            @Schema(nullable = true) String description,
            @Schema(nullable = true) UUID leaderId,

            @Schema(nullable = true, description = "The day its benefits were handed to the line")
            LocalDate closed,

            int version) {

        static Response of(Rollout rollout) {
            return new Response(
                    rollout.id,
                    rollout.name,
                    List.copyOf(rollout.technologies),
                    List.copyOf(rollout.units),
                    rollout.plannedGoLive,
                    rollout.goLive,
                    rollout.description,
                    rollout.leaderId,
                    rollout.closed,
                    rollout.version);
        }
    }

    @Schema(name = "CostRequest")
    record CostRequest(
            @Schema(examples = "2026-01") @NotNull YearMonth month,
            @Schema(examples = "INVESTMENT") @NotNull Cost.Kind kind,
            @Schema(examples = "480000") @NotNull @Amount BigDecimal nok,

            @Schema(examples = "40 dispensere") @NotBlank @Text
            String description) {}

    @Schema(name = "Cost")
    record CostResponse(UUID id, YearMonth month, Cost.Kind kind, BigDecimal nok, String description, int version) {

        static CostResponse of(Cost cost) {
            return new CostResponse(cost.id, cost.month, cost.kind, cost.nok, cost.description, cost.version);
        }
    }

    private static final Kept<Response> KEPT = Kept.of("rollout", Response.class)
            .with("rollout_technology", "rollout_id", "technology order by technology")
            .with("rollout_unit", "rollout_id", "unit_id order by unit_id")
            .telling("technologies", "rollout_technology.items")
            .telling("unit_ids", "rollout_unit.items");

    private final Caller caller;
    private final Rollouts rollouts;
    private final Costs costs;
    private final RolloutService service;
    private final Histories histories;

    RolloutResource(Caller caller, Rollouts rollouts, Costs costs, RolloutService service, Histories histories) {
        this.caller = caller;
        this.rollouts = rollouts;
        this.costs = costs;
        this.service = service;
        this.histories = histories;
    }

    @GET
    @Operation(operationId = "listRollouts", summary = "The rollouts of the municipality, oldest first")
    public Page<Response> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return rollouts.page(caller.municipalityId(), Cursor.decodeId(cursor), limit)
                .map(Response::of);
    }

    @POST
    @Creates
    @Operation(operationId = "createRollout", summary = "Plans a rollout of technologies in units")
    public RestResponse<Response> create(@NotNull @Valid Request request) {
        var rollout = service.create(caller, request);
        return Reply.created(location(rollout.id()), rollout.version(), rollout);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRollout", summary = "One rollout")
    public RestResponse<Response> get(@PathParam("id") UUID id) {
        var rollout = rollouts.get(caller.municipalityId(), id);
        return Reply.ok(rollout.version, Response.of(rollout));
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "getRolloutHistory", summary = "Every version of a rollout, its go-live among the rest")
    public History<Response> history(@PathParam("id") UUID id) {
        return histories.of(KEPT, caller.municipalityId(), Map.of("id", id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeRollout", summary = "Changes a rollout, its actual go-live among the rest")
    public RestResponse<Response> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Request request) {
        var rollout = service.change(caller, id, new IfMatch(ifMatch), request);
        return Reply.ok(rollout.version(), rollout);
    }

    @GET
    @Path("/{id}/costs")
    @Operation(operationId = "listCosts", summary = "What the rollout costs")
    public Page<CostResponse> listCosts(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        rollouts.get(caller.municipalityId(), id);
        return costs.page(caller.municipalityId(), id, Cursor.decodeId(cursor), limit)
                .map(CostResponse::of);
    }

    @POST
    @Creates
    @Path("/{id}/costs")
    @Operation(operationId = "addCost", summary = "Adds a cost: an investment, or the running cost of a month")
    public RestResponse<CostResponse> addCost(@PathParam("id") UUID id, @NotNull @Valid CostRequest request) {
        var cost = service.addCost(caller, id, request);
        return Reply.created(location(id) + "/costs/" + cost.id(), cost.version(), cost);
    }

    private String location(UUID id) {
        return "/api/v1/municipalities/" + caller.number() + "/rollouts/" + id;
    }
}
