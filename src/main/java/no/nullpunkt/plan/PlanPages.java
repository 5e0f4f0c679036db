package no.nullpunkt.plan;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.results.Named;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.Visit;

/** The benefit overview, the realisation plan and the benefit map on a page, which prints on A4 too. */
@Path("/gevinstplan")
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class PlanPages {

    @CheckedTemplate(basePath = "plan", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance plan(Shown shown);
    }

    /** A map and what it is called. */
    record Map(String name, BenefitMap map, MapLayout layout) {}

    /** A rollout with its maps. */
    record Mapped(Plan.Rollout rollout, List<Map> maps) {}

    /** The benefits under one of the plan's headings. */
    record Heading(String name, String planned, List<Plan.Placed> benefits) {}

    /** A rollout that may be chosen. */
    record Choice(UUID id, String name, boolean chosen) {}

    /**
     * What the page shows.
     *
     * @param query as it was asked, for the document's address; begins with a question mark, or is empty
     */
    record Shown(
            Plan plan,
            List<Heading> headings,
            List<Mapped> rollouts,
            List<Choice> choices,
            String query,
            String asOf,
            boolean mayEdit) {}

    private final Caller caller;
    private final Plans plans;
    private final Visit visit;
    private final Clock clock;
    private final UriInfo uri;

    PlanPages(Caller caller, Plans plans, Visit visit, Clock clock, UriInfo uri) {
        this.caller = caller;
        this.plans = plans;
        this.visit = visit;
        this.clock = clock;
        this.uri = uri;
    }

    @GET
    public String show(@BeanParam @Valid PlanQuery query) {
        var plan = read(query);
        var asked = uri.getRequestUri().getRawQuery();
        return Templates.plan(new Shown(
                        plan,
                        plan.headings().stream()
                                .map(sum -> new Heading(name(sum), planned(plan, sum), plan.under(sum.planHeading())))
                                .toList(),
                        plan.rollouts().stream()
                                .map(rollout -> new Mapped(rollout, maps(plan, rollout)))
                                .toList(),
                        choices(plans.rollouts(caller, plan.asOf()), query.rolloutIds()),
                        asked == null ? "" : "?" + asked,
                        query.asOf() == null ? "" : query.asOf().toString(),
                        caller.mayLeadProjects()))
                .render();
    }

    /** The same as a Word document: a browser that is signed in to the pages takes no password to the API. */
    @GET
    @Path("/dokument")
    @Produces(PlanDocument.MEDIA_TYPE)
    public Response document(@BeanParam @Valid PlanQuery query) {
        var plan = read(query);
        return Response.ok(PlanDocument.of(plan, visit.language()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + PlanDocument.fileName(caller.number(), plan) + "\"")
                .build();
    }

    private Plan read(PlanQuery query) {
        return plans.read(caller, query.rolloutIds(), query.year(clock), query.asOf(), visit.language());
    }

    private List<Map> maps(Plan plan, Plan.Rollout rollout) {
        var t = visit.words();
        var parts = MapLayout.parts(plan, rollout, t);
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Map(
                        MapLayout.name(rollout, i, parts.size(), t),
                        parts.get(i).map(),
                        parts.get(i).layout()))
                .toList();
    }

    private String name(Plan.Sum sum) {
        return visit.language()
                .text("labels", "planHeading-" + (sum.planHeading() == null ? "none" : sum.planHeading()));
    }

    private String planned(Plan plan, Plan.Sum sum) {
        return visit.words()
                .of(
                        "plan-planned-in",
                        String.valueOf(plan.year()),
                        sum.hours() == null ? "–" : Formats.said(sum.hours()),
                        sum.nok() == null ? "–" : Formats.said(sum.nok()));
    }

    private static List<Choice> choices(List<Named> rollouts, Set<UUID> chosen) {
        return rollouts.stream()
                .map(each -> new Choice(each.id(), each.name(), chosen.contains(each.id())))
                .toList();
    }
}
