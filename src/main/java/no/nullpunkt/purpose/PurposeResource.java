package no.nullpunkt.purpose;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.AsOfQuery;
import no.nullpunkt.shared.Changes;
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

@Path("/api/v1/municipalities/{number}")
@Authenticated
@Tag(name = "Plan")
public class PurposeResource {

    private static final int MOST_LINKS = 50;
    private static final int MOST_RISKS = 20;

    @Schema(name = "GoalRequest")
    public record GoalRequest(
            @Schema(examples = "Flere bor trygt hjemme lenger") @NotBlank @Text(max = Text.NAME)
            String title,

            @Schema(examples = "Kommuneplanens samfunnsdel 2024–2036, mål 3", description = "Where it was adopted")
            @Text
            String source) {}

    @Schema(name = "Goal")
    public record GoalResponse(
            UUID id, String title, @Schema(nullable = true) String source, int version) {

        static GoalResponse of(Goal goal) {
            return new GoalResponse(goal.id, goal.title, goal.source, goal.version);
        }
    }

    @Schema(name = "NeedRequest")
    public record NeedRequest(
            @Schema(examples = "Kveldsvakta rekker ikke alle som trenger besøk") @NotBlank @Text(max = Text.NAME)
            String title) {}

    @Schema(name = "Need")
    public record NeedResponse(UUID id, UUID rolloutId, String title, int version) {

        static NeedResponse of(Need need) {
            return new NeedResponse(need.id, need.rolloutId, need.title, need.version);
        }
    }

    @Schema(name = "Risk")
    public record RiskRequest(
            @Schema(examples = "Ansatte beholder den gamle runden") @NotBlank @Text
            String description,

            @Schema(examples = "MEDIUM") @NotNull BenefitPlan.Level likelihood,
            @Schema(examples = "HIGH") @NotNull BenefitPlan.Level consequence,

            @Schema(examples = "Turnusen legges om samme dag", nullable = true) @Text
            String remedy) {

        BenefitPlan.Risk risk() {
            return new BenefitPlan.Risk(description, likelihood, consequence, remedy);
        }

        /** The same by the names of its levels. */
        public static RiskRequest of(String description, String likelihood, String consequence, String remedy) {
            return new RiskRequest(
                    description, BenefitPlan.Level.valueOf(likelihood), BenefitPlan.Level.valueOf(consequence), remedy);
        }

        static RiskRequest of(BenefitPlan.Risk risk) {
            return new RiskRequest(risk.description, risk.likelihood, risk.consequence, risk.remedy);
        }
    }

    @Schema(name = "BenefitPlanRequest")
    public record PlanRequest(
            @Schema(description = "Needs of the benefit's rollout that it meets") @Size(max = MOST_LINKS) List<@NotNull UUID> needIds,

            @Schema(description = "Goals of the municipality that it serves") @Size(max = MOST_LINKS) List<@NotNull UUID> goalIds,

            @Size(max = MOST_RISKS) List<@NotNull @Valid RiskRequest> risks,

            @Schema(examples = "Ny turnus fra mars", description = "What must be in place first") @Text
            String dependencies,

            @Schema(
                    examples = "Tallene finnes i loggen; en halv time i måneden.",
                    description = "What measuring costs, and whether it is worth it")
            @Text
            String measuring) {}

    @Schema(name = "BenefitPlan")
    public record PlanResponse(
            UUID benefitId,
            List<UUID> needIds,
            List<UUID> goalIds,
            List<RiskRequest> risks,
            @Schema(nullable = true) String dependencies,
            @Schema(nullable = true) String measuring,
            int version) {

        static PlanResponse of(BenefitPlan plan) {
            return new PlanResponse(
                    plan.id,
                    sorted(plan.needIds),
                    sorted(plan.goalIds),
                    plan.risks.stream().map(RiskRequest::of).toList(),
                    plan.dependencies,
                    plan.measuring,
                    plan.version);
        }

        PlanResponse with(PlanRequest request) {
            return new PlanResponse(
                    benefitId,
                    sorted(request.needIds()),
                    sorted(request.goalIds()),
                    request.risks() == null ? List.of() : request.risks(),
                    request.dependencies(),
                    request.measuring(),
                    version);
        }

        private static List<UUID> sorted(Collection<UUID> ids) {
            return ids == null
                    ? List.of()
                    : ids.stream()
                            .distinct()
                            .sorted((a, b) -> a.toString().compareTo(b.toString()))
                            .toList();
        }
    }

    private static final Kept<GoalResponse> KEPT_GOAL = Kept.of("goal", GoalResponse.class);
    private static final Kept<NeedResponse> KEPT_NEED = Kept.of("need", NeedResponse.class);
    private static final Kept<PlanResponse> KEPT_PLAN = Kept.of("benefit_plan", PlanResponse.class)
            .with("benefit_need", "benefit_id", "need_id order by need_id")
            .with("benefit_goal", "benefit_id", "goal_id order by goal_id")
            .with(
                    "benefit_risk",
                    "benefit_id",
                    "jsonb_build_object('description', description, 'likelihood', likelihood, 'consequence', consequence, "
                            + "'remedy', remedy) order by place")
            .telling("benefit_id", "kept.id")
            .telling("need_ids", "benefit_need.items")
            .telling("goal_ids", "benefit_goal.items")
            .telling("risks", "benefit_risk.items");

    private final Caller caller;
    private final Goals goals;
    private final Needs needs;
    private final BenefitPlans plans;
    private final Benefits benefits;
    private final Rollouts rollouts;
    private final PurposeService service;
    private final Changes changes;
    private final Histories histories;

    PurposeResource(
            Caller caller,
            Goals goals,
            Needs needs,
            BenefitPlans plans,
            Benefits benefits,
            Rollouts rollouts,
            PurposeService service,
            Changes changes,
            Histories histories) {
        this.caller = caller;
        this.goals = goals;
        this.needs = needs;
        this.plans = plans;
        this.benefits = benefits;
        this.rollouts = rollouts;
        this.service = service;
        this.changes = changes;
        this.histories = histories;
    }

    @GET
    @Path("/goals")
    @Operation(operationId = "listGoals", summary = "The goals of the municipality, which rollouts share")
    public Page<GoalResponse> listGoals(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return goals.page(caller.municipalityId(), Cursor.decodeId(cursor), limit)
                .map(GoalResponse::of);
    }

    @POST
    @Creates
    @Path("/goals")
    @Operation(operationId = "addGoal", summary = "Adds a goal, such as one of the municipal plan")
    public RestResponse<GoalResponse> addGoal(@NotNull @Valid GoalRequest request) {
        var goal = service.addGoal(caller, request);
        return Reply.created(here("/goals/" + goal.id()), goal.version(), goal);
    }

    @PUT
    @Path("/goals/{id}")
    @Operation(operationId = "changeGoal", summary = "Changes a goal")
    public RestResponse<GoalResponse> changeGoal(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid GoalRequest request) {
        var goal = service.changeGoal(caller, id, new IfMatch(ifMatch), request);
        return Reply.ok(goal.version(), goal);
    }

    @DELETE
    @Path("/goals/{id}")
    @Operation(operationId = "removeGoal", summary = "Takes a goal away that no benefit is linked to")
    public void removeGoal(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.removeGoal(caller, id, new IfMatch(ifMatch));
    }

    @GET
    @Path("/goals/{id}/history")
    @Operation(operationId = "getGoalHistory", summary = "Every version of a goal")
    public History<GoalResponse> goalHistory(@PathParam("id") UUID id) {
        return histories.of(KEPT_GOAL, caller.municipalityId(), Map.of("id", id));
    }

    @GET
    @Path("/rollouts/{rolloutId}/needs")
    @Operation(operationId = "listNeeds", summary = "Why there is a rollout")
    public Page<NeedResponse> listNeeds(
            @PathParam("rolloutId") UUID rolloutId,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        rollouts.summaryOf(caller.municipalityId(), rolloutId);
        return needs.page(caller.municipalityId(), rolloutId, Cursor.decodeId(cursor), limit)
                .map(NeedResponse::of);
    }

    @POST
    @Creates
    @Path("/rollouts/{rolloutId}/needs")
    @Operation(operationId = "addNeed", summary = "Adds a need that the rollout is to meet")
    public RestResponse<NeedResponse> addNeed(
            @PathParam("rolloutId") UUID rolloutId, @NotNull @Valid NeedRequest request) {
        var need = service.addNeed(caller, rolloutId, request);
        return Reply.created(here("/rollouts/" + rolloutId + "/needs/" + need.id()), need.version(), need);
    }

    @PUT
    @Path("/rollouts/{rolloutId}/needs/{id}")
    @Operation(operationId = "changeNeed", summary = "Changes a need")
    public RestResponse<NeedResponse> changeNeed(
            @PathParam("rolloutId") UUID rolloutId,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid NeedRequest request) {
        var need = service.changeNeed(caller, rolloutId, id, new IfMatch(ifMatch), request);
        return Reply.ok(need.version(), need);
    }

    @DELETE
    @Path("/rollouts/{rolloutId}/needs/{id}")
    @Operation(operationId = "removeNeed", summary = "Takes a need away that no benefit is linked to")
    public void removeNeed(
            @PathParam("rolloutId") UUID rolloutId, @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.removeNeed(caller, rolloutId, id, new IfMatch(ifMatch));
    }

    @GET
    @Path("/rollouts/{rolloutId}/needs/{id}/history")
    @Operation(operationId = "getNeedHistory", summary = "Every version of a need")
    public History<NeedResponse> needHistory(@PathParam("rolloutId") UUID rolloutId, @PathParam("id") UUID id) {
        return histories.of(KEPT_NEED, caller.municipalityId(), Map.of("rollout_id", rolloutId, "id", id));
    }

    @GET
    @Path("/benefits/{benefitId}/plan")
    @Operation(
            operationId = "getBenefitPlan",
            summary = "What the plan says of a benefit: needs, goals, risks, dependencies and what measuring costs")
    public RestResponse<PlanResponse> getPlan(@PathParam("benefitId") UUID benefitId, @BeanParam AsOfQuery query) {
        benefits.summaryOf(caller.municipalityId(), benefitId);
        var plan = query.asOf() == null
                ? PlanResponse.of(plans.of(caller.municipalityId(), benefitId))
                : histories
                        .find(
                                KEPT_PLAN,
                                caller.municipalityId(),
                                benefitId,
                                changes.settled(caller.municipalityId(), query.asOf()))
                        .orElseGet(() -> PlanResponse.of(new BenefitPlan(caller.municipalityId(), benefitId)));
        return Reply.ok(plan.version(), plan);
    }

    @PUT
    @Path("/benefits/{benefitId}/plan")
    @Operation(operationId = "writeBenefitPlan", summary = "Says what the plan says of a benefit, in whole")
    public RestResponse<PlanResponse> writePlan(
            @PathParam("benefitId") UUID benefitId,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid PlanRequest request) {
        var plan = service.plan(caller, benefitId, new IfMatch(ifMatch), request);
        return Reply.ok(plan.version(), plan);
    }

    @GET
    @Path("/benefits/{benefitId}/plan/history")
    @Operation(operationId = "getBenefitPlanHistory", summary = "Every version of what the plan says of a benefit")
    public History<PlanResponse> planHistory(@PathParam("benefitId") UUID benefitId) {
        return histories.of(KEPT_PLAN, caller.municipalityId(), Map.of("id", benefitId));
    }

    private String here(String path) {
        return "/api/v1/municipalities/" + caller.number() + path;
    }
}
