package no.nullpunkt.story;

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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.access.SignInPages;
import no.nullpunkt.benefit.BenefitResource.ChecklistResponse;
import no.nullpunkt.benefit.BenefitService;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.benefit.SuccessStoryResource;
import no.nullpunkt.benefit.SuccessStoryService;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.Point;
import no.nullpunkt.results.BenefitFacts;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Booking;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.GroupBy;
import no.nullpunkt.results.Results;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.results.TakenOut;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/** A benefit on one page: where it stands, what it lacks, what was measured, what became of it, and who did what. */
@Path("/gevinster/{id}")
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class BenefitPages {

    private static final int MONTHS = 24;
    private static final int CHANGES = 50;
    private static final int FORBIDDEN = Response.Status.FORBIDDEN.getStatusCode();

    private static final Map<String, String> LABELS =
            Map.of("title", "success-heading", "text", "success-text", "reason", "success-reason");

    @CheckedTemplate(basePath = "story", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance benefit(Shown shown);
    }

    /** One of the four steps. */
    record StepShown(String name, boolean reached, boolean current) {}

    /** What was taken out for one use. */
    record Use(String name, BigDecimal hours, BigDecimal nok) {}

    /**
     * What the page shows.
     *
     * @param status in words, or null where it is hidden
     * @param changes what happened, the latest first, in words
     */
    record Shown(
            BenefitFacts facts,
            List<String> technologies,
            Period period,
            List<StepShown> steps,
            ChecklistResponse checklist,
            String status,
            Results.Line figures,
            List<BenefitChart> charts,
            List<BenefitActions.Action> actions,
            List<Use> uses,
            BenefitStory story,
            SuccessForm success,
            List<BenefitChange> changes) {}

    private final Caller caller;
    private final Benefits benefits;
    private final BenefitService service;
    private final Snapshots snapshots;
    private final BenefitActions actions;
    private final ChangeLog log;
    private final SuccessStoryService stories;
    private final Validator validator;
    private final Visit visit;
    private final Clock clock;

    BenefitPages(
            Caller caller,
            Benefits benefits,
            BenefitService service,
            Snapshots snapshots,
            BenefitActions actions,
            ChangeLog log,
            SuccessStoryService stories,
            Validator validator,
            Visit visit,
            Clock clock) {
        this.caller = caller;
        this.benefits = benefits;
        this.service = service;
        this.snapshots = snapshots;
        this.actions = actions;
        this.log = log;
        this.stories = stories;
        this.validator = validator;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public String show(@PathParam("id") UUID id) {
        return page(id, success(id));
    }

    /** Writes, approves or withdraws the success story; what is refused is told beside what was typed. */
    @POST
    @Path("/suksess")
    public Response tell(@PathParam("id") UUID id, MultivaluedMap<String, String> posted) {
        var form = new Form(posted);
        var before = success(id);
        if (form.has(SignInPages.TYPED_BEFORE)) {
            return Response.ok(page(id, before.typed(form, visit.words().of("typed-is-back"))))
                    .build();
        }
        var refused = refused(form);
        if (refused == null) {
            try {
                tell(id, form);
                return Response.seeOther(URI.create("/gevinster/" + id + "#suksess"))
                        .build();
            } catch (Problem problem) {
                if (problem.status() == FORBIDDEN) {
                    throw problem;
                }
                refused = problem.detail(visit.language());
            }
        }
        return Response.ok(page(id, before.typed(form, refused))).build();
    }

    private void tell(UUID id, Form form) {
        var seen = new IfMatch(IfMatch.etag(form.text("versjon")));
        switch (form.text("gjor")) {
            case "godkjenn" -> stories.approve(caller, id, seen);
            case "trekk" -> stories.withdraw(caller, id, form.text("grunn"));
            default ->
                stories.write(
                        caller, id, seen, new SuccessStoryResource.Request(form.text("tittel"), form.text("tekst")));
        }
    }

    /** What is wrong with what was typed, in words; null when nothing is. */
    private String refused(Form form) {
        var request = switch (form.text("gjor")) {
            case "godkjenn" -> Form.NONE;
            case "trekk" -> new SuccessStoryResource.Withdrawal(form.text("grunn"));
            default -> new SuccessStoryResource.Request(form.text("tittel"), form.text("tekst"));
        };
        return validator.validate(request).stream()
                .map(violation -> visit.words()
                                .of(LABELS.get(violation.getPropertyPath().toString())) + ": " + violation.getMessage())
                .sorted()
                .collect(Collectors.collectingAndThen(Collectors.joining(" "), all -> all.isEmpty() ? null : all));
    }

    private SuccessForm success(UUID id) {
        var benefit = benefits.summaryOf(caller.municipalityId(), id);
        return SuccessForm.of(
                stories.find(caller.municipalityId(), id).orElse(null),
                caller.mayLeadOrOwn(benefit.ownerId(), benefit.overallOwnerId()),
                caller.mayApproveStories());
    }

    private String page(UUID id, SuccessForm success) {
        var municipalityId = caller.municipalityId();
        var language = visit.language();
        var ended = YearMonth.now(clock).minusMonths(1);
        var period = new Period(ended.minusMonths(MONTHS - 1L), ended);
        var snapshot = snapshots.read(
                municipalityId, caller.number(), period, null, Filter.ofBenefits(Set.of(id)), caller::mayEnterValues);
        var facts = snapshot.benefits().get(id);
        var figures =
                Results.of(snapshot, GroupBy.BENEFIT, language).items().get(0).figures();
        var read = log.page(municipalityId, id, null, CHANGES, caller::mayEnterValues);
        var words = new ChangeWords(language, read.people(), read.technologies());
        return Templates.benefit(new Shown(
                        facts,
                        technologies(snapshot, language),
                        period,
                        steps(facts.step(), language),
                        service.checklist(municipalityId, id, snapshot.asOf(), language),
                        figures.status() == null ? null : language.text("labels", "status-" + figures.status()),
                        figures,
                        charts(snapshot),
                        actions.of(municipalityId, id, snapshot.asOf()),
                        uses(snapshot, language),
                        snapshots.stories(municipalityId, snapshot).get(id),
                        success,
                        read.events().items().stream().map(words::tell).toList()))
                .render();
    }

    private static List<String> technologies(Snapshot snapshot, Language language) {
        return snapshot.portfolio().benefits().stream()
                .flatMap(benefit -> benefit.technologies().keySet().stream())
                .map(code -> snapshot.technologies().get(code).in(language))
                .toList();
    }

    private static List<StepShown> steps(String present, Language language) {
        var all = List.of("IDENTIFIED", "PLANNED", "EXECUTING", "DOCUMENTED");
        return all.stream()
                .map(step -> new StepShown(
                        language.text("labels", "step-" + step),
                        all.indexOf(step) <= all.indexOf(present),
                        step.equals(present)))
                .toList();
    }

    private static List<BenefitChart> charts(Snapshot snapshot) {
        var series = snapshot.rollup().points().stream()
                .collect(Collectors.groupingBy(
                        SeriesKey::of, LinkedHashMap<SeriesKey, List<Point>>::new, Collectors.toList()));
        return series.values().stream()
                .map(points -> BenefitChart.of(snapshot, points))
                .toList();
    }

    private static List<Use> uses(Snapshot snapshot, Language language) {
        var sums = TakenOut.sums(snapshot.bookings(), booking -> Map.of(booking.category(), BigDecimal.ONE));
        return Booking.CATEGORIES.stream()
                .filter(sums::containsKey)
                .map(category -> new Use(
                        language.text("labels", "category-" + category),
                        sums.get(category).hours(),
                        sums.get(category).nok()))
                .toList();
    }
}
