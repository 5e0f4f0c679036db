package no.nullpunkt.purpose;

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
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.access.SignInPages;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/** Why there is a rollout, and what each of its benefits hangs on: the plan as a project leader writes it. */
@Path("/innforinger/{rolloutId}/plan")
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class PurposePages {

    @CheckedTemplate(basePath = "purpose", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance purposes(PurposeForm form);
    }

    private static final int FORBIDDEN = Response.Status.FORBIDDEN.getStatusCode();

    private final Caller caller;
    private final Rollouts rollouts;
    private final Benefits benefits;
    private final Needs needs;
    private final Goals goals;
    private final BenefitPlans plans;
    private final PurposeService service;
    private final Validator validator;
    private final Visit visit;

    PurposePages(
            Caller caller,
            Rollouts rollouts,
            Benefits benefits,
            Needs needs,
            Goals goals,
            BenefitPlans plans,
            PurposeService service,
            Validator validator,
            Visit visit) {
        this.caller = caller;
        this.rollouts = rollouts;
        this.benefits = benefits;
        this.needs = needs;
        this.goals = goals;
        this.plans = plans;
        this.service = service;
        this.validator = validator;
        this.visit = visit;
    }

    @GET
    public String show(@PathParam("rolloutId") UUID rolloutId) {
        caller.mustLeadProjects();
        return Templates.purposes(form(rolloutId, Form.NONE, null)).render();
    }

    @POST
    public Response save(@PathParam("rolloutId") UUID rolloutId, MultivaluedMap<String, String> posted) {
        caller.mustLeadProjects();
        var typed = new Form(posted);
        var form = form(rolloutId, typed, null);
        if (typed.has(SignInPages.TYPED_BEFORE)) {
            return page(form(rolloutId, typed, visit.words().of("typed-is-back")));
        }
        var editing = form.editing();
        var refused = editing.requests()
                .flatMap(request -> validator.validate(request).stream())
                .map(violation -> "«" + violation.getInvalidValue() + "»: " + violation.getMessage())
                .sorted()
                .findFirst()
                .orElse(null);
        if (refused == null) {
            try {
                service.edit(caller, rolloutId, editing);
                return Response.seeOther(URI.create("/innforinger/" + rolloutId + "/plan"))
                        .build();
            } catch (Problem problem) {
                if (problem.status() == FORBIDDEN) {
                    throw problem;
                }
                refused = problem.detail(visit.language());
            }
        }
        return page(form(rolloutId, typed, refused));
    }

    private static Response page(PurposeForm form) {
        return Response.ok(Templates.purposes(form).render()).build();
    }

    private PurposeForm form(UUID rolloutId, Form typed, String message) {
        var municipalityId = caller.municipalityId();
        return new PurposeForm(
                rolloutId,
                rollouts.nameOf(municipalityId, rolloutId),
                needs.listOf(municipalityId, rolloutId).stream()
                        .map(PurposeResource.NeedResponse::of)
                        .toList(),
                goals.listOf(municipalityId).stream()
                        .map(PurposeResource.GoalResponse::of)
                        .toList(),
                benefits.titlesOf(municipalityId, rolloutId).stream()
                        .map(each -> new PurposeForm.Known(
                                each.title(), PurposeResource.PlanResponse.of(plans.of(municipalityId, each.id()))))
                        .toList(),
                typed,
                message);
    }
}
