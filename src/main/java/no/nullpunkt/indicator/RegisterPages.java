package no.nullpunkt.indicator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.access.People;
import no.nullpunkt.access.SignInPages;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.catalogue.Catalogue;
import no.nullpunkt.municipality.Units;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/**
 * A rollout registered from the catalogue, in four steps. What was typed travels in the form from step to step, so that
 * nothing is kept before all of it is; each step forward meets the rules of the API.
 */
@Path(RegisterPages.PATH)
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class RegisterPages {

    static final String PATH = "/registrer";

    @CheckedTemplate(basePath = "indicator", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance register(RegisterForm form, int step);

        static native TemplateInstance registered(String name, List<Benefits.Titled> benefits);
    }

    private final Caller caller;
    private final Catalogue catalogue;
    private final Units units;
    private final People people;
    private final Rollouts rollouts;
    private final Benefits benefits;
    private final RegisterService service;
    private final Validator validator;
    private final Visit visit;

    RegisterPages(
            Caller caller,
            Catalogue catalogue,
            Units units,
            People people,
            Rollouts rollouts,
            Benefits benefits,
            RegisterService service,
            Validator validator,
            Visit visit) {
        this.caller = caller;
        this.catalogue = catalogue;
        this.units = units;
        this.people = people;
        this.rollouts = rollouts;
        this.benefits = benefits;
        this.service = service;
        this.validator = validator;
        this.visit = visit;
    }

    @GET
    public String show() {
        caller.mustLeadProjects();
        return page(form(Form.NONE), RegisterForm.ROLLOUT);
    }

    /** Goes back as far as asked, and forward as far as what was typed is right; from the last step it is written. */
    @POST
    public Response go(MultivaluedMap<String, String> posted) {
        caller.mustLeadProjects();
        var form = form(new Form(posted));
        var step = step(form.text("steg"));
        if (posted.containsKey(SignInPages.TYPED_BEFORE)) {
            form.tell(visit.words().of("typed-is-back"));
            return Response.ok(page(form, step)).build();
        }
        if (form.isChosen("neste", "tilbake")) {
            return Response.ok(page(form, Math.max(RegisterForm.ROLLOUT, step - 1)))
                    .build();
        }
        var registration = form.until(step);
        refuse(form, registration);
        if (!form.isRefused()) {
            try {
                if (step == RegisterForm.SUMMARY) {
                    var id = service.register(caller, registration, visit.language());
                    return Response.seeOther(URI.create(PATH + "/" + id)).build();
                }
                service.check(caller, registration, visit.language());
            } catch (Problem problem) {
                form.refuse(registration, problem);
            }
        }
        return Response.ok(page(form, form.isRefused() ? form.stepWithError(step) : step + 1))
                .build();
    }

    /** What was made, and where it is gone on with. */
    @GET
    @Path("/{rolloutId}")
    public String registered(@PathParam("rolloutId") UUID rolloutId) {
        caller.mustLeadProjects();
        var municipalityId = caller.municipalityId();
        return Templates.registered(
                        rollouts.nameOf(municipalityId, rolloutId), benefits.titlesOf(municipalityId, rolloutId))
                .render();
    }

    private void refuse(RegisterForm form, Registration registration) {
        validator
                .validate(registration)
                .forEach(violation -> form.refuse(
                        registration, pointer(violation.getPropertyPath().toString()), violation.getMessage()));
    }

    /** {@code nullPoints[0].baseline.from} in a request is {@code /nullPoints/0/baseline/from}. */
    private static String pointer(String path) {
        return "/"
                + path.replaceAll("\\.?<[^>]*>", "")
                        .replaceAll("\\[(\\d+)]", "/$1")
                        .replace('.', '/');
    }

    private RegisterForm form(Form posted) {
        var municipalityId = caller.municipalityId();
        var language = visit.language();
        var choices = new RegisterForm.Choices(
                catalogue.listTechnologies(), units.listHere(municipalityId), people.listWhoMayHold(municipalityId));
        var chosen = RegisterForm.chosenTechnologies(posted, choices);
        var ready = choices.technologies().stream()
                .filter(technology -> chosen.contains(technology.code()))
                .map(technology -> new RegisterForm.Ready(
                        technology.names().in(language), catalogue.listIndicators(technology.code())))
                .toList();
        return new RegisterForm(posted, choices, ready, visit.words());
    }

    private static String page(RegisterForm form, int step) {
        return Templates.register(form, step).render();
    }

    private static int step(String typed) {
        return switch (typed) {
            case "2" -> RegisterForm.INDICATORS;
            case "3" -> RegisterForm.NULL_POINTS;
            case "4" -> RegisterForm.SUMMARY;
            default -> RegisterForm.ROLLOUT;
        };
    }
}
