package no.nullpunkt.benefit;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
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

@Path("/api/v1/municipalities/{number}/benefits/{benefitId}")
@Authenticated
@Tag(name = "Follow-up")
public class FollowUpResource {

    @Schema(name = "ActionRequest")
    public record ActionRequest(
            @Schema(examples = "STOP") @NotNull Action.Kind kind,

            @Schema(examples = "Slutte med fysisk kveldsbesøk for å gi medisiner") @NotBlank @Text
            String description,

            UUID responsibleId,
            @Schema(examples = "2026-03-31") @NotNull LocalDate due,

            @Schema(description = "The day it was done; empty while it is open")
            LocalDate done,

            UUID confirmedById) {

        /** A new way of working that is not done yet. */
        public static ActionRequest toAdopt(String description, UUID responsibleId, LocalDate due) {
            return new ActionRequest(Action.Kind.ADOPT, description, responsibleId, due, null, null);
        }

        /** An old routine that has not ended yet. */
        public static ActionRequest toStop(String description, UUID responsibleId, LocalDate due) {
            return new ActionRequest(Action.Kind.STOP, description, responsibleId, due, null, null);
        }
    }

    @Schema(name = "Action")
    public record ActionResponse(
            UUID id,
            Action.Kind kind,
            String description,
            @Schema(nullable = true) UUID responsibleId,
            LocalDate due,
            @Schema(nullable = true) LocalDate done,
            @Schema(nullable = true) UUID confirmedById,
            int version) {

        static ActionResponse of(Action action) {
            return new ActionResponse(
                    action.id,
                    action.kind,
                    action.description,
                    action.responsibleId,
                    action.due,
                    action.done,
                    action.confirmedBy,
                    action.version);
        }
    }

    @Schema(name = "DeviationRequest")
    record DeviationRequest(
            @Schema(examples = "ROUTINE_NOT_ENDED") @NotNull Deviation.Cause cause,

            @Schema(examples = "Kveldsbesøkene fortsatte ved siden av dispenseren.") @NotBlank @Text
            String explanation,

            @Schema(examples = "Vedtakene gjennomgås innen mai.") @Text
            String action) {}

    @Schema(name = "Deviation")
    record DeviationResponse(
            UUID id,
            Deviation.Cause cause,
            String explanation,
            @Schema(nullable = true) String action,
            int version) {

        static DeviationResponse of(Deviation deviation) {
            return new DeviationResponse(
                    deviation.id, deviation.cause, deviation.explanation, deviation.remedy, deviation.version);
        }
    }

    @Schema(name = "DecisionRequest")
    record DecisionRequest(
            @Schema(examples = "CONTINUE") @NotNull Decision.Kind kind,
            @Schema(examples = "2026-06-15") @NotNull LocalDate date,
            @Schema(examples = "Sak 26/123") @Text String reference,
            @Text String note) {}

    @Schema(name = "Decision")
    record DecisionResponse(
            UUID id,
            Decision.Kind kind,
            LocalDate date,
            @Schema(nullable = true) String reference,
            @Schema(nullable = true) String note,
            int version) {

        static DecisionResponse of(Decision decision) {
            return new DecisionResponse(
                    decision.id, decision.kind, decision.decided, decision.reference, decision.note, decision.version);
        }
    }

    private static final Kept<ActionResponse> KEPT_ACTION =
            Kept.of("action", ActionResponse.class).telling("confirmed_by_id", "kept.confirmed_by");

    private final Caller caller;
    private final Benefits benefits;
    private final Actions actions;
    private final Deviations deviations;
    private final Decisions decisions;
    private final FollowUpService service;
    private final Histories histories;

    FollowUpResource(
            Caller caller,
            Benefits benefits,
            Actions actions,
            Deviations deviations,
            Decisions decisions,
            FollowUpService service,
            Histories histories) {
        this.caller = caller;
        this.benefits = benefits;
        this.actions = actions;
        this.deviations = deviations;
        this.decisions = decisions;
        this.service = service;
        this.histories = histories;
    }

    @GET
    @Path("/actions")
    @Operation(operationId = "listActions", summary = "New ways of working, and old routines to stop")
    public Page<ActionResponse> listActions(
            @PathParam("benefitId") UUID benefitId,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        benefits.get(caller.municipalityId(), benefitId);
        return actions.page(caller.municipalityId(), benefitId, Cursor.decodeId(cursor), limit)
                .map(ActionResponse::of);
    }

    @POST
    @Creates
    @Path("/actions")
    @Operation(operationId = "addAction", summary = "Adds an action: a new way of working, or a routine to stop")
    public RestResponse<ActionResponse> addAction(
            @PathParam("benefitId") UUID benefitId, @NotNull @Valid ActionRequest request) {
        var action = service.addAction(caller, benefitId, request);
        return Reply.created(location(benefitId, "actions", action.id()), action.version(), action);
    }

    @PUT
    @Path("/actions/{id}")
    @Operation(operationId = "changeAction", summary = "Changes an action, or says that it is done")
    public RestResponse<ActionResponse> changeAction(
            @PathParam("benefitId") UUID benefitId,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid ActionRequest request) {
        var action = service.changeAction(caller, benefitId, id, new IfMatch(ifMatch), request);
        return Reply.ok(action.version(), action);
    }

    @GET
    @Path("/actions/{id}/history")
    @Operation(operationId = "getActionHistory", summary = "Every version of an action: who, when and what")
    public History<ActionResponse> actionHistory(@PathParam("benefitId") UUID benefitId, @PathParam("id") UUID id) {
        return histories.of(KEPT_ACTION, caller.municipalityId(), Map.of("benefit_id", benefitId, "id", id));
    }

    @GET
    @Path("/deviations")
    @Operation(operationId = "listDeviations", summary = "Why the benefit was not where it should be")
    public Page<DeviationResponse> listDeviations(
            @PathParam("benefitId") UUID benefitId,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        benefits.get(caller.municipalityId(), benefitId);
        return deviations
                .page(caller.municipalityId(), benefitId, Cursor.decodeId(cursor), limit)
                .map(DeviationResponse::of);
    }

    @POST
    @Creates
    @Path("/deviations")
    @Operation(operationId = "addDeviation", summary = "Explains why the benefit is not where it should be")
    public RestResponse<DeviationResponse> addDeviation(
            @PathParam("benefitId") UUID benefitId, @NotNull @Valid DeviationRequest request) {
        var deviation = service.explain(caller, benefitId, request);
        return Reply.created(location(benefitId, "deviations", deviation.id()), deviation.version(), deviation);
    }

    @GET
    @Path("/decisions")
    @Operation(operationId = "listDecisions", summary = "What the line organisation has decided")
    public Page<DecisionResponse> listDecisions(
            @PathParam("benefitId") UUID benefitId,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        benefits.get(caller.municipalityId(), benefitId);
        return decisions
                .page(caller.municipalityId(), benefitId, Cursor.decodeId(cursor), limit)
                .map(DecisionResponse::of);
    }

    @POST
    @Creates
    @Path("/decisions")
    @Operation(
            operationId = "addDecision",
            summary = "Records what the line organisation decided to do further",
            description = "After STOP_MEASURING nothing is expected later than the month of its date: the benefit's "
                    + "indicators are measured to that month, or to the last one reported. It may be decided again "
                    + "every year; to go on measuring, change measureTo of the indicators.")
    public RestResponse<DecisionResponse> addDecision(
            @PathParam("benefitId") UUID benefitId, @NotNull @Valid DecisionRequest request) {
        var decision = service.decide(caller, benefitId, request);
        return Reply.created(location(benefitId, "decisions", decision.id()), decision.version(), decision);
    }

    private String location(UUID benefitId, String list, UUID id) {
        return "/api/v1/municipalities/" + caller.number() + "/benefits/" + benefitId + "/" + list + "/" + id;
    }
}
