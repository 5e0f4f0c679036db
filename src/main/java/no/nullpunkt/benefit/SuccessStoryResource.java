package no.nullpunkt.benefit;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Once;
import no.nullpunkt.shared.AsOfQuery;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Histories;
import no.nullpunkt.shared.History;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Kept;
import no.nullpunkt.shared.MayCreate;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}")
@Authenticated
@Tag(name = "Follow-up")
public class SuccessStoryResource {

    /** Some two hundred words: it is to be read by people in a hurry. */
    public static final int LONGEST = 1500;

    @Schema(name = "SuccessStoryRequest")
    public record Request(
            @Schema(examples = "Kveldene ble roligere") @NotBlank @Text(max = Text.NAME)
            String title,

            @Schema(
                    examples =
                            "Brukerne tar medisinene selv, og kveldsvakta rekker et besøk til hos dem som trenger det.",
                    description = "Nothing of single persons, and no names of service users")
            @NotBlank @Text(max = LONGEST)
            String text) {}

    @Schema(name = "SuccessStory")
    public record Response(
            UUID id,
            UUID benefitId,
            String title,
            String text,
            SuccessStory.State state,

            @Schema(nullable = true, description = "What is shown; the text may have been changed since")
            String approvedTitle,

            @Schema(nullable = true) String approvedText,
            @Schema(nullable = true) UUID approvedById,
            @Schema(nullable = true) Instant approvedAt,
            @Schema(nullable = true) String withdrawnReason,
            int version) {

        static Response of(SuccessStory story) {
            return new Response(
                    story.id,
                    story.benefitId,
                    story.title,
                    story.text,
                    story.state,
                    story.approvedTitle,
                    story.approvedText,
                    story.approvedById,
                    story.approvedAt,
                    story.withdrawnReason,
                    story.version);
        }

        /** Whether it is to be approved before it is shown. */
        public boolean waits() {
            return state == SuccessStory.State.DRAFT;
        }
    }

    @Schema(name = "SuccessStoryWithdrawal")
    public record Withdrawal(
            @Schema(examples = "Teksten kunne kjennes igjen.") @NotBlank @Text
            String reason) {}

    private static final Kept<Response> KEPT = Kept.of("success_story", Response.class);

    private final Caller caller;
    private final Benefits benefits;
    private final SuccessStories stories;
    private final SuccessStoryService service;
    private final Changes changes;
    private final Histories histories;

    SuccessStoryResource(
            Caller caller,
            Benefits benefits,
            SuccessStories stories,
            SuccessStoryService service,
            Changes changes,
            Histories histories) {
        this.caller = caller;
        this.benefits = benefits;
        this.stories = stories;
        this.service = service;
        this.changes = changes;
        this.histories = histories;
    }

    @GET
    @Path("/success-stories")
    @Operation(operationId = "listSuccessStories", summary = "The success stories of the municipality's benefits")
    public Page<Response> list(
            @Parameter(description = "Only those whose last text is so") @QueryParam("state") SuccessStory.State state,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return stories.page(caller.municipalityId(), state, Cursor.decodeId(cursor), limit)
                .map(Response::of);
    }

    @GET
    @Path("/benefits/{benefitId}/success-story")
    @Operation(
            operationId = "getSuccessStory",
            summary = "The benefit's success story: what is shown, and what is written")
    public RestResponse<Response> get(@PathParam("benefitId") UUID benefitId, @BeanParam AsOfQuery query) {
        var story = query.asOf() == null
                ? stories.findOf(caller.municipalityId(), benefitId).map(Response::of)
                : histories
                        .page(
                                KEPT,
                                caller.municipalityId(),
                                Map.of("benefit_id", benefitId),
                                changes.settled(caller.municipalityId(), query.asOf()),
                                Cursor.decodeId(null),
                                1,
                                Response::id)
                        .items()
                        .stream()
                        .findFirst();
        return story.map(found -> Reply.ok(found.version(), found)).orElseThrow(Problem::notFound);
    }

    @GET
    @Path("/benefits/{benefitId}/success-story/history")
    @Operation(operationId = "getSuccessStoryHistory", summary = "Every version of the story, approvals among them")
    public History<Response> history(@PathParam("benefitId") UUID benefitId) {
        benefits.get(caller.municipalityId(), benefitId);
        return histories.of(KEPT, caller.municipalityId(), Map.of("benefit_id", benefitId));
    }

    @PUT
    @Path("/benefits/{benefitId}/success-story")
    @MayCreate
    @Operation(
            operationId = "writeSuccessStory",
            summary = "Writes the story, or changes it",
            description = "By the benefit's owners or a project leader. It is a draft until a leader approves it; what "
                    + "was approved before goes on being shown until then.")
    public RestResponse<Response> write(
            @PathParam("benefitId") UUID benefitId,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid Request request) {
        var outcome = service.write(caller, benefitId, new IfMatch(ifMatch), request);
        return Reply.put(outcome.created(), outcome.story().version(), outcome.story());
    }

    @POST
    @Path("/benefits/{benefitId}/success-story/approve")
    @Operation(operationId = "approveSuccessStory", summary = "Approves the story that was read, and shows it")
    public RestResponse<Response> approve(
            @PathParam("benefitId") UUID benefitId, @HeaderParam("If-Match") String ifMatch) {
        var story = service.approve(caller, benefitId, new IfMatch(ifMatch));
        return Reply.ok(story.version(), story);
    }

    @POST
    @Once
    @Path("/benefits/{benefitId}/success-story/withdraw")
    @Operation(
            operationId = "withdrawSuccessStory",
            summary = "Withdraws the story, so that it is shown no more",
            description = "By a leader, or whoever may write it. Reports that were issued with it stay as they are.")
    public RestResponse<Response> withdraw(
            @PathParam("benefitId") UUID benefitId, @NotNull @Valid Withdrawal withdrawal) {
        var story = service.withdraw(caller, benefitId, withdrawal.reason());
        return Reply.ok(story.version(), story);
    }
}
