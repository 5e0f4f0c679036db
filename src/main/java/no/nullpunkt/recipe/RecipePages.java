package no.nullpunkt.recipe;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.access.People;
import no.nullpunkt.access.SignInPages;
import no.nullpunkt.municipality.Units;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/** What other municipalities have published, and a rollout made of it. */
@Path("/oppskrifter")
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class RecipePages {

    private static final int SHOWN = 100;
    private static final int FORBIDDEN = Response.Status.FORBIDDEN.getStatusCode();

    @CheckedTemplate(basePath = "recipe", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance recipes(List<RecipeResource.Response> recipes);

        static native TemplateInstance recipe(Shown shown);
    }

    /** What may be chosen, and whether it is. */
    record Choice(UUID id, String name, boolean chosen) {}

    /**
     * A recipe with the form that takes it.
     *
     * @param message what is wrong with what was typed, or null
     */
    record Shown(
            RecipeResource.Response recipe,
            boolean mayTake,
            List<Choice> units,
            List<Choice> people,
            String name,
            String goLive,
            String message) {}

    private final Caller caller;
    private final Recipes recipes;
    private final RecipeService service;
    private final Units units;
    private final People people;
    private final Validator validator;
    private final Visit visit;

    RecipePages(
            Caller caller,
            Recipes recipes,
            RecipeService service,
            Units units,
            People people,
            Validator validator,
            Visit visit) {
        this.caller = caller;
        this.recipes = recipes;
        this.service = service;
        this.units = units;
        this.people = people;
        this.validator = validator;
        this.visit = visit;
    }

    @GET
    public String list(@QueryParam("teknologi") String technology) {
        return Templates.recipes(recipes.publishedPage(technology, Cursor.decodeId(null), SHOWN)
                        .map(service::response)
                        .items())
                .render();
    }

    @GET
    @Path("/{id}")
    public String show(@PathParam("id") UUID id) {
        return page(id, Form.NONE, null);
    }

    /** Makes a rollout of it, in the units and with the owner chosen. */
    @POST
    @Path("/{id}")
    public Response take(@PathParam("id") UUID id, MultivaluedMap<String, String> posted) {
        caller.mustLeadProjects();
        var form = new Form(posted);
        if (form.has(SignInPages.TYPED_BEFORE)) {
            return Response.ok(page(id, form, visit.words().of("typed-is-back")))
                    .build();
        }
        var request = new RecipeResource.TakeRequest(
                id,
                form.text("navn"),
                chosen(form, "enhet"),
                month(form.text("oppstart")),
                null,
                person(form),
                null,
                null);
        var refused = validator.validate(request).stream()
                .map(violation -> violation.getMessage())
                .findFirst()
                .orElse(null);
        if (refused == null) {
            try {
                var rollout = service.take(caller, request).id();
                return Response.seeOther(URI.create("/innforinger/" + rollout + "/plan"))
                        .build();
            } catch (Problem problem) {
                if (problem.status() == FORBIDDEN) {
                    throw problem;
                }
                refused = problem.detail(visit.language());
            }
        }
        return Response.ok(page(id, form, refused)).build();
    }

    private String page(UUID id, Form form, String message) {
        var recipe = recipes.findPublished(id).map(service::response).orElseThrow(Problem::notFound);
        var municipalityId = caller.municipalityId();
        var owner = person(form);
        return Templates.recipe(new Shown(
                        recipe,
                        caller.mayLeadProjects(),
                        units.listHere(municipalityId).stream()
                                .map(each -> new Choice(
                                        each.id(),
                                        each.name(),
                                        chosen(form, "enhet").contains(each.id())))
                                .toList(),
                        people.listWhoMayHold(municipalityId).stream()
                                .map(each -> new Choice(
                                        each.id(), each.name(), each.id().equals(owner)))
                                .toList(),
                        form.has("navn") ? form.text("navn") : recipe.content().title(),
                        form.text("oppstart"),
                        message))
                .render();
    }

    private static UUID person(Form form) {
        return chosen(form, "eier").stream().findFirst().orElse(null);
    }

    private static List<UUID> chosen(Form form, String name) {
        return form.fields().getOrDefault(name, List.of()).stream()
                .map(RecipePages::id)
                .filter(Objects::nonNull)
                .toList();
    }

    private static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static YearMonth month(String written) {
        try {
            return YearMonth.parse(written);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
