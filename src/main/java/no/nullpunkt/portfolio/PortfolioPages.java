package no.nullpunkt.portfolio;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Objects;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.results.Grouping;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.results.Terms;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/** The whole on one page, in three views, and the terms of each of its figures. */
@Path(PortfolioPages.PATH)
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class PortfolioPages {

    static final String PATH = "/portefolje";
    static final String TERMS = "/tall";

    @CheckedTemplate(basePath = "portfolio", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance overview(Overview shown);

        static native TemplateInstance terms(TermsShown shown);
    }

    private final Caller caller;
    private final Snapshots snapshots;
    private final Visit visit;
    private final Clock clock;

    PortfolioPages(Caller caller, Snapshots snapshots, Visit visit, Clock clock) {
        this.caller = caller;
        this.snapshots = snapshots;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public String overview(@BeanParam PortfolioQuery query) {
        var snapshot = read(query);
        var stories = snapshots.stories(caller.municipalityId(), snapshot);
        var maker = new OverviewMaker(query, snapshot, stories, visit.words(), clock);
        return Templates.overview(maker.overview(caller.mayLeadProjects())).render();
    }

    @GET
    @Path(TERMS)
    public String terms(@BeanParam TermsQuery query) {
        var language = visit.language();
        var snapshot = read(query);
        var rollup = snapshot.rollup();
        var of = query.of();
        var group = of.groupBy() == null
                ? null
                : Grouping.of(snapshot, rollup, of.groupBy(), language).lines().stream()
                        .filter(line -> Objects.equals(line.key(), of.key()))
                        .findFirst()
                        .orElseThrow(Problem::notFound)
                        .name();
        var terms = Terms.of(snapshot, rollup, query.figure(), of);
        var address =
                query.address(PATH + TERMS, clock).with("asOf", snapshot.asOf().toString());
        var narrowed = Narrowing.said(query, snapshot, language);
        of.categories().stream()
                .sorted()
                .forEach(category -> narrowed.add(language.text("labels", "category-" + category)));
        return Templates.terms(TermsShown.of(snapshot, terms, query, group, narrowed, address, language))
                .render();
    }

    private Snapshot read(PortfolioQuery query) {
        return query.narrowed(snapshots.read(
                caller.municipalityId(),
                caller.number(),
                query.period(clock),
                query.asOf(),
                query.filter(),
                caller::mayEnterValues));
    }
}
