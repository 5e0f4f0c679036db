package no.nullpunkt.benefit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.access.Once;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.shared.Amount;
import no.nullpunkt.shared.AsOfQuery;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Histories;
import no.nullpunkt.shared.History;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Kept;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}")
@Authenticated
@Tag(name = "Benefit")
public class BenefitResource {

    @Schema(name = "TechnologyShare")
    public record Share(
            @Schema(examples = "medicine-dispenser") @NotBlank @Text(max = 64)
            String code,

            @Schema(examples = "1") @NotNull @Positive @DecimalMax("1") @Amount
            BigDecimal share) {}

    @Schema(name = "BenefitRequest")
    public record Request(
            @Schema(examples = "Færre hjemmebesøk for å gi medisiner") @NotBlank @Text(max = Text.NAME)
            String title,

            @Schema(examples = "TIME_SAVED") BenefitType type,
            @Schema(examples = "ALTERNATIVE_USE") PlanHeading planHeading,
            @Text String description,
            @Size(max = 20) List<@NotNull @Valid Share> technologies,

            @Schema(examples = "1") @DecimalMin("0") @DecimalMax("1") @Amount
            BigDecimal attributionShare,

            @Text String attributionNote,

            @Schema(examples = "[\"brukere\", \"ansatte\"]") @Size(max = 50) List<@NotBlank @Text String> beneficiaries,

            @Schema(examples = "[\"Nettdekning hos brukerne\"]") @Size(max = 50) List<@NotBlank @Text String> assumptions,

            UUID ownerId,
            UUID overallOwnerId,
            UUID askerId,
            @Schema(defaultValue = "true") Boolean expected,
            @Text String reason) {}

    @Schema(name = "Benefit")
    public record Response(
            UUID id,
            UUID rolloutId,

            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String title,

            @Schema(nullable = true) BenefitType type,
            @Schema(nullable = true) PlanHeading planHeading,
            @Schema(nullable = true) String description,
            List<Share> technologies,
            @Schema(examples = "1") BigDecimal attributionShare,
            @Schema(nullable = true) String attributionNote,
            @Schema(examples = "[\"brukere\", \"ansatte\"]") List<String> beneficiaries,

            @Schema(examples = "[\"Nettdekning hos brukerne\"]")
            List<String> assumptions,

            @Schema(nullable = true) UUID ownerId,
            @Schema(nullable = true) UUID overallOwnerId,
            @Schema(nullable = true) UUID askerId,
            @Schema(examples = "true") boolean expected,
            Step step,
            @Schema(nullable = true) String abandonedReason,
            @Schema(nullable = true) String conclusion,
            @Schema(nullable = true) String unaccounted,
            @Schema(examples = "[]") List<StepRequest.Waiver> waivers,
            int version) {

        static Response of(Benefit benefit) {
            return new Response(
                    benefit.id,
                    benefit.rolloutId,
                    benefit.title,
                    benefit.type,
                    benefit.planHeading,
                    benefit.description,
                    benefit.shares.entrySet().stream()
                            .map(entry -> new Share(entry.getKey(), entry.getValue()))
                            .toList(),
                    benefit.attributionShare,
                    benefit.attributionNote,
                    benefit.beneficiaries,
                    benefit.assumptions,
                    benefit.ownerId,
                    benefit.overallOwnerId,
                    benefit.askerId,
                    benefit.expected,
                    benefit.step,
                    benefit.abandonedReason,
                    benefit.conclusion,
                    benefit.unaccountedNote,
                    benefit.waivers.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> new StepRequest.Waiver(entry.getKey(), entry.getValue()))
                            .toList(),
                    benefit.version);
        }
    }

    /**
     * A benefit with what is to be mended about it.
     *
     * @param overdrawn where more is booked than was measured, since something was corrected or lost after
     */
    @Schema(name = "ShownBenefit")
    record Shown(
            @JsonUnwrapped Response benefit,

            @Schema(examples = "[]", description = "Where more is booked than was measured")
            List<Outcomes.Overdrawn> overdrawn,

            @Schema(
                    examples = "false",
                    description = "Whether nobody is its owner, or only someone who has left or is granted nothing")
            boolean withoutOwner) {}

    @Schema(name = "StepRequest")
    record StepRequest(
            @Schema(examples = "PLANNED") @NotNull Step to,
            @Schema(examples = "[]") @Size(max = 20) List<@NotNull @Valid Waiver> waivers,
            @Text String reason) {

        /** An item done without, and the written reason for it. */
        @Schema(name = "Waiver")
        record Waiver(
                @NotNull Checklist.Item item,

                @Schema(examples = "Brukerne er for få til å måle før oppstart.") @NotBlank @Text
                String reason) {}
    }

    @Schema(name = "ConclusionRequest")
    record ConclusionRequest(
            @Schema(examples = "Gevinsten er tatt ut og videreføres i linja.") @NotBlank @Text
            String conclusion,

            @Schema(description = "Says openly that freed time or money is not accounted for, and why") @Text
            String unaccounted) {

        boolean isSameAs(Benefit benefit) {
            return Objects.equals(conclusion, benefit.conclusion)
                    && Objects.equals(unaccounted, benefit.unaccountedNote);
        }
    }

    @Schema(name = "Checklist")
    public record ChecklistResponse(
            Step step, @Schema(nullable = true) Step next, List<Entry> items) {

        @Schema(name = "ChecklistItem")
        public record Entry(
                Checklist.Item item,
                boolean met,

                @Schema(nullable = true, description = "The reason it is done without; null where it is not waived")
                String waived,

                @Schema(examples = "Gevinsten har en gevinsteier i linja.")
                String text) {}

        static ChecklistResponse of(Checklist checklist, Language language) {
            return new ChecklistResponse(
                    checklist.step(),
                    checklist.next(),
                    checklist.entries().stream()
                            .map(entry -> new Entry(
                                    entry.item(),
                                    entry.met(),
                                    entry.waived(),
                                    language.text("problems", entry.item().code())))
                            .toList());
        }
    }

    private static final Kept<Response> KEPT = Kept.of("benefit", Response.class)
            .with(
                    "benefit_technology",
                    "benefit_id",
                    "jsonb_build_object('code', technology, 'share', share) order by technology")
            .with("waiver", "benefit_id", "jsonb_build_object('item', item, 'reason', reason) order by item")
            .telling("technologies", "benefit_technology.items")
            .telling("waivers", "waiver.items")
            .telling("unaccounted", "kept.unaccounted_note");

    private final Caller caller;
    private final Benefits benefits;
    private final Attention attention;
    private final BenefitService service;
    private final Changes changes;
    private final Histories histories;

    BenefitResource(
            Caller caller,
            Benefits benefits,
            Attention attention,
            BenefitService service,
            Changes changes,
            Histories histories) {
        this.caller = caller;
        this.benefits = benefits;
        this.attention = attention;
        this.service = service;
        this.changes = changes;
        this.histories = histories;
    }

    @POST
    @Creates
    @Path("/rollouts/{rolloutId}/benefits")
    @Operation(operationId = "createBenefit", summary = "Identifies a benefit that the rollout is to give")
    public RestResponse<Response> create(@PathParam("rolloutId") UUID rolloutId, @NotNull @Valid Request request) {
        var benefit = service.create(caller, rolloutId, request);
        var location = "/api/v1/municipalities/" + caller.number() + "/benefits/" + benefit.id();
        return Reply.created(location, benefit.version(), benefit);
    }

    @GET
    @Path("/benefits")
    @Operation(operationId = "listBenefits", summary = "The benefits of the municipality or of one rollout")
    public Page<Shown> list(
            @QueryParam("rolloutId") UUID rolloutId,
            @Parameter(
                            description = "Only those that bear the flag now, until someone mends it; not with asOf",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"OVERDRAWN", "WITHOUT_OWNER"}))
                    @QueryParam("flag")
                    Attention.Flag flag,
            @BeanParam AsOfQuery query,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        if (flag != null && query.asOf() != null) {
            throw Problem.notUnderstood("flag-is-of-now").at("?flag", "flag-is-of-now");
        }
        var at = changes.settled(caller.municipalityId(), query.asOf());
        var page = query.asOf() == null
                ? page(rolloutId, flag, at, cursor, limit)
                : histories.page(
                        KEPT,
                        caller.municipalityId(),
                        rolloutId == null ? Map.of() : Map.of("rollout_id", rolloutId),
                        at,
                        Cursor.decodeId(cursor),
                        limit,
                        Response::id);
        return new Page<>(attention.shown(caller.municipalityId(), page.items(), at), page.next());
    }

    private Page<Response> page(UUID rolloutId, Attention.Flag flag, Instant at, String cursor, int limit) {
        var bearing = flag == null ? null : attention.bearing(caller.municipalityId(), flag, at);
        return benefits.page(caller.municipalityId(), rolloutId, bearing, Cursor.decodeId(cursor), limit)
                .map(Response::of);
    }

    @GET
    @Path("/benefits/{id}")
    @Operation(operationId = "getBenefit", summary = "One benefit")
    public RestResponse<Shown> get(@PathParam("id") UUID id, @BeanParam AsOfQuery query) {
        var at = changes.settled(caller.municipalityId(), query.asOf());
        var benefit = query.asOf() == null
                ? Response.of(benefits.get(caller.municipalityId(), id))
                : histories.find(KEPT, caller.municipalityId(), id, at).orElseThrow(Problem::notFound);
        return Reply.ok(
                benefit.version(),
                attention.shown(caller.municipalityId(), List.of(benefit), at).get(0));
    }

    @GET
    @Path("/benefits/{id}/history")
    @Operation(
            operationId = "getBenefitHistory",
            summary = "Every version of a benefit: owners, step, shares, attribution and waivers",
            description = "What happened to all that belongs to the benefit is told by its changes.")
    public History<Response> history(@PathParam("id") UUID id) {
        return histories.of(KEPT, caller.municipalityId(), Map.of("id", id));
    }

    @PUT
    @Path("/benefits/{id}")
    @Operation(operationId = "changeBenefit", summary = "Changes a benefit; its step is moved apart")
    public RestResponse<Response> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Request request) {
        var benefit = service.change(caller, id, new IfMatch(ifMatch), request);
        return Reply.ok(benefit.version(), benefit);
    }

    @POST
    @Path("/benefits/{id}/owner:accept")
    @Operation(
            operationId = "acceptOwnership",
            summary = "Makes the caller the owner of a benefit that has no valid one",
            description = "By whoever is granted to own in one of the rollout's units.")
    public RestResponse<Response> accept(@PathParam("id") UUID id) {
        var benefit = service.accept(caller, id);
        return Reply.ok(benefit.version(), benefit);
    }

    @GET
    @Path("/benefits/{id}/checklist")
    @Operation(operationId = "getChecklist", summary = "What the next step asks for, and what is still missing")
    public ChecklistResponse checklist(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        var at = changes.settled(caller.municipalityId(), null);
        return service.checklist(caller.municipalityId(), id, at, Language.of(headers));
    }

    @POST
    @Once
    @Path("/benefits/{id}/step")
    @Operation(
            operationId = "moveBenefit",
            summary = "Takes the next step, goes back, or gives the benefit up",
            description = "Forward needs the checklist met or waived; back and ABANDONED need a reason.")
    public RestResponse<Response> move(@PathParam("id") UUID id, @NotNull @Valid StepRequest request) {
        var benefit = service.move(caller, id, request);
        return Reply.ok(benefit.version(), benefit);
    }

    @PUT
    @Path("/benefits/{id}/conclusion")
    @Operation(operationId = "concludeBenefit", summary = "Writes down what came of the benefit")
    public RestResponse<Response> conclude(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid ConclusionRequest request) {
        var benefit = service.conclude(caller, id, new IfMatch(ifMatch), request);
        return Reply.ok(benefit.version(), benefit);
    }
}
