package no.nullpunkt.story;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
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
import no.nullpunkt.benefit.BenefitResource.ChecklistResponse;
import no.nullpunkt.benefit.BenefitService;
import no.nullpunkt.benefit.Benefits;
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
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Visit;

/** A benefit on one page: where it stands, what it lacks, what was measured, what became of it, and who did what. */
@Path("/gevinster/{id}")
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class BenefitPages {

    private static final int MONTHS = 24;
    private static final int CHANGES = 50;

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
            List<BenefitChange> changes) {}

    private final Caller caller;
    private final Benefits benefits;
    private final BenefitService service;
    private final Snapshots snapshots;
    private final BenefitActions actions;
    private final ChangeLog log;
    private final Visit visit;
    private final Clock clock;

    BenefitPages(
            Caller caller,
            Benefits benefits,
            BenefitService service,
            Snapshots snapshots,
            BenefitActions actions,
            ChangeLog log,
            Visit visit,
            Clock clock) {
        this.caller = caller;
        this.benefits = benefits;
        this.service = service;
        this.snapshots = snapshots;
        this.actions = actions;
        this.log = log;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public String show(@PathParam("id") UUID id) {
        var municipalityId = caller.municipalityId();
        var language = visit.language();
        benefits.summaryOf(municipalityId, id);
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
