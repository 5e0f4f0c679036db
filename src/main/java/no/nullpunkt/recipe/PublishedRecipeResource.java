package no.nullpunkt.recipe;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What municipalities have published for each other. */
@Path("/api/v1/recipes")
@Authenticated
@Tag(name = "Recipe")
public class PublishedRecipeResource {

    /** A recipe as others see it; whose it is, only if its content tells. */
    @Schema(name = "PublishedRecipe")
    record Published(UUID id, @Schema(examples = "1") int edition, Instant publishedAt, RecipeContent content) {

        static Published of(RecipeResource.Response recipe) {
            return new Published(recipe.id(), recipe.edition(), recipe.publishedAt(), recipe.content());
        }
    }

    private final Recipes recipes;
    private final RecipeService service;

    PublishedRecipeResource(Recipes recipes, RecipeService service) {
        this.recipes = recipes;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listRecipes", summary = "Recipes that municipalities have published, the oldest first")
    public Page<Published> list(
            @Parameter(description = "Only those with the technology, by its code", example = "medicine-dispenser")
                    @QueryParam("technology")
                    String technology,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return recipes.publishedPage(technology, Cursor.decodeId(cursor), limit)
                .map(recipe -> Published.of(service.response(recipe)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRecipe", summary = "One recipe that is published")
    public Published get(@PathParam("id") UUID id) {
        return recipes.findPublished(id)
                .map(service::response)
                .map(Published::of)
                .orElseThrow(Problem::notFound);
    }
}
