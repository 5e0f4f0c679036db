package no.nullpunkt.recipe;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.access.Once;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A municipality's own side of recipes: publishing them, and starting from those of others. */
@Path("/api/v1/municipalities/{number}")
@Authenticated
@Tag(name = "Recipe")
public class RecipeResource {

    private static final int MOST_UNITS = 500;

    @Schema(name = "PublishRecipeRequest")
    record PublishRequest(
            @Schema(examples = "Vi begynte å måle for sent.") @Text
            String whatWentWrong,

            @Schema(examples = "Avtal ny levering med apoteket først.") @Text
            String whatToWatch,

            @Schema(examples = "true", description = "Tells the municipality's name")
            Boolean withMunicipality,

            @Schema(
                    examples = "velferdsteknologi@demo.example",
                    description = "Whom others may ask; nobody when left out")
            @Text(max = Text.NAME)
            String contact,

            @Schema(
                    examples = "false",
                    description = "Tells levels of all units together; never of what counts persons")
            Boolean withFigures) {}

    @Schema(name = "Recipe")
    record Response(
            UUID id,
            @Schema(examples = "1") int edition,
            Recipe.State state,
            Instant publishedAt,
            @Schema(nullable = true) String withdrawnReason,
            RecipeContent content,
            int version) {}

    @Schema(name = "RecipeWithdrawal")
    record Withdrawal(
            @Schema(examples = "Vi gjør det annerledes nå.") @NotBlank @Text
            String reason) {}

    @Schema(name = "TakeRecipeRequest")
    record TakeRequest(
            @NotNull UUID recipeId,

            @Schema(examples = "Medisindispensere i hjemmetjenesten") @NotBlank @Text(max = Text.NAME)
            String name,

            @NotEmpty @Size(max = MOST_UNITS) List<@NotNull UUID> unitIds,
            @Schema(examples = "2027-01") @NotNull YearMonth plannedGoLive,
            UUID leaderId,
            UUID ownerId,
            UUID overallOwnerId,
            UUID askerId) {}

    @Schema(name = "TakenRecipe")
    record Taken(UUID id, List<UUID> benefitIds, UseResponse builtOn) {}

    @Schema(name = "RecipeUse")
    record UseResponse(
            UUID recipeId,
            @Schema(examples = "1") int edition,

            @Schema(examples = "Medisindispensere i hjemmetjenesten")
            String title,

            @Schema(nullable = true, examples = "Demo kommune")
            String municipality) {

        static UseResponse of(RecipeUse use) {
            return new UseResponse(use.recipeId, use.edition, use.title, use.publisher);
        }
    }

    private final Caller caller;
    private final Rollouts rollouts;
    private final Recipes recipes;
    private final RecipeUses uses;
    private final RecipeReader reader;
    private final RecipeService service;

    RecipeResource(
            Caller caller,
            Rollouts rollouts,
            Recipes recipes,
            RecipeUses uses,
            RecipeReader reader,
            RecipeService service) {
        this.caller = caller;
        this.rollouts = rollouts;
        this.recipes = recipes;
        this.uses = uses;
        this.reader = reader;
        this.service = service;
    }

    @GET
    @Path("/rollouts/{rolloutId}/recipe")
    @Operation(
            operationId = "getRolloutRecipe",
            summary = "What is published of a rollout, or was until it was withdrawn")
    public RestResponse<Response> get(@PathParam("rolloutId") UUID rolloutId) {
        var recipe = recipes.findOf(caller.municipalityId(), rolloutId)
                .map(service::response)
                .orElseThrow(Problem::notFound);
        return Reply.ok(recipe.version(), recipe);
    }

    @POST
    @Path("/rollouts/{rolloutId}/recipe/preview")
    @Operation(
            operationId = "previewRecipe",
            summary = "What would be published, whole; nothing is written",
            description = "Refused like publishing it would be, where a text names a person of the municipality.")
    public RecipeContent preview(@PathParam("rolloutId") UUID rolloutId, @NotNull @Valid PublishRequest request) {
        caller.mustPublish();
        return content(rolloutId, request);
    }

    @PUT
    @Path("/rollouts/{rolloutId}/recipe")
    @Operation(
            operationId = "publishRecipe",
            summary = "Publishes the rollout as it stands, for all municipalities to start from",
            description =
                    "By a leader. The next time it is the next edition. No names of people, and no figures unless "
                            + "they are asked for.")
    public RestResponse<Response> publish(
            @PathParam("rolloutId") UUID rolloutId,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid PublishRequest request) {
        caller.mustPublish();
        var recipe = service.publish(caller, rolloutId, new IfMatch(ifMatch), content(rolloutId, request));
        return Reply.ok(recipe.version(), recipe);
    }

    private RecipeContent content(UUID rolloutId, PublishRequest request) {
        rollouts.summaryOf(caller.municipalityId(), rolloutId);
        return reader.read(caller, rolloutId, request);
    }

    @POST
    @Once
    @Path("/rollouts/{rolloutId}/recipe/withdraw")
    @Operation(operationId = "withdrawRecipe", summary = "Shows the recipe to nobody else any more")
    public RestResponse<Response> withdraw(
            @PathParam("rolloutId") UUID rolloutId, @NotNull @Valid Withdrawal withdrawal) {
        var recipe = service.withdraw(caller, rolloutId, withdrawal.reason());
        return Reply.ok(recipe.version(), recipe);
    }

    @POST
    @Creates
    @Path("/rollouts:from-recipe")
    @Operation(
            operationId = "createRolloutFromRecipe",
            summary = "Makes a rollout of a published recipe",
            description = "With its benefits, indicators, actions, needs and risks, in the units and with the owners "
                    + "given. Null-points, targets and what a unit is worth are still to be entered.")
    public RestResponse<Taken> take(@NotNull @Valid TakeRequest request) {
        var taken = service.take(caller, request);
        return Reply.created("/api/v1/municipalities/" + caller.number() + "/rollouts/" + taken.id(), 0, taken);
    }

    @GET
    @Path("/rollouts/{rolloutId}/built-on")
    @Operation(
            operationId = "getRecipeUse",
            summary = "The recipe that the rollout was built on; 404 where there is none")
    public UseResponse builtOn(@PathParam("rolloutId") UUID rolloutId) {
        return uses.findByIdOptional(new Key(caller.municipalityId(), rolloutId))
                .map(UseResponse::of)
                .orElseThrow(Problem::notFound);
    }
}
