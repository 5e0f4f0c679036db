package no.nullpunkt.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.network.Networks;
import no.nullpunkt.overview.Overview.Item;
import no.nullpunkt.results.PeriodQuery;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.Formats;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;
import org.jboss.resteasy.reactive.RestResponse;

/** A network's overview on one page; what is looked at stands in the address. */
@Path("/oversikt")
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class OverviewPages {

    private static final int MEMBERS = 50;
    private static final BigDecimal WIDTH = BigDecimal.valueOf(200);

    @CheckedTemplate(basePath = "overview", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance overview(Shown shown);
    }

    /**
     * A group with its bars.
     *
     * @param planned how long the bar of planned hours is, as is the one of measured ones
     */
    record Line(Item item, BigDecimal planned, BigDecimal measured) {

        static Line of(Item item, BigDecimal most) {
            return new Line(
                    item,
                    length(item.sums().plannedHours(), most),
                    length(item.sums().hours(), most));
        }

        /** A loss has no length: the figure beside it tells. */
        private static BigDecimal length(BigDecimal figure, BigDecimal most) {
            return most.signum() == 0
                    ? BigDecimal.ZERO
                    : figure.max(BigDecimal.ZERO).multiply(WIDTH).divide(most, 1, RoundingMode.HALF_UP);
        }
    }

    /**
     * A distribution drawn from 100 per cent worse to 100 per cent better.
     *
     * @param own where the reader's municipality lies, or null
     */
    record Box(BigDecimal zero, BigDecimal lower, BigDecimal width, BigDecimal median, BigDecimal own) {

        static Box of(Overview.Spread spread) {
            var told = spread.distribution();
            return told == null
                    ? null
                    : new Box(
                            place(BigDecimal.ZERO),
                            place(told.lowerQuartile()),
                            place(told.upperQuartile()).subtract(place(told.lowerQuartile())),
                            place(told.median()),
                            spread.own() == null ? null : place(spread.own().perCent()));
        }

        private static BigDecimal place(BigDecimal perCent) {
            var hundred = BigDecimal.valueOf(100);
            return perCent.max(hundred.negate()).min(hundred).add(hundred).setScale(1, RoundingMode.HALF_UP);
        }
    }

    /**
     * A ready indicator.
     *
     * @param place of the reader's municipality, in words, or null
     */
    record SpreadLine(String name, Overview.Spread spread, Box box, String place) {

        static SpreadLine of(Item item) {
            var own = item.spread().own();
            return new SpreadLine(
                    item.name(),
                    item.spread(),
                    Box.of(item.spread()),
                    own == null || own.place() == null ? null : Formats.label("overview-place-" + own.place()));
        }
    }

    /**
     * What the page shows.
     *
     * @param network the one chosen, or null
     * @param overview null where there is nothing to show, and a message says why
     * @param covered how much is shared, in words
     * @param more the address of the members after those shown, or null
     */
    record Shown(
            List<Networks.Seen> networks,
            UUID network,
            YearMonth from,
            YearMonth to,
            String year,
            List<GroupBy> groupings,
            GroupBy groupBy,
            Overview overview,
            String covered,
            List<Line> rows,
            List<SpreadLine> spreads,
            Page<Coverages.MemberCoverage> coverage,
            String workbook,
            String more,
            String message) {}

    private final Caller caller;
    private final Networks networks;
    private final Overviews overviews;
    private final Coverages coverages;
    private final Visit visit;
    private final Clock clock;

    OverviewPages(
            Caller caller, Networks networks, Overviews overviews, Coverages coverages, Visit visit, Clock clock) {
        this.caller = caller;
        this.networks = networks;
        this.overviews = overviews;
        this.coverages = coverages;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public String show(
            @QueryParam("nettverk") UUID asked,
            @QueryParam("fra") YearMonth from,
            @QueryParam("til") YearMonth to,
            @QueryParam("etter") String groupBy,
            @QueryParam("videre") String cursor) {
        var gatheredBy = GroupBy.parse(groupBy);
        var period = PeriodQuery.period(from, to, YearMonth.now(clock).minusMonths(1));
        var readable = networks.listReadable(caller.municipalityId(), caller.personId(), Page.MAX_LIMIT);
        var network = asked == null && !readable.isEmpty() ? readable.get(0).id() : asked;
        if (network == null) {
            return page(readable, null, period, gatheredBy, null, null, null);
        }
        try {
            var opened = overviews.open(caller, network);
            var overview = overviews.read(caller, opened, period, gatheredBy, visit.language());
            var coverage = coverages.page(opened, period, Cursor.decode(cursor), MEMBERS);
            return page(readable, network, period, gatheredBy, overview, coverage, null);
        } catch (Problem problem) {
            if (problem.status() != 403) {
                throw problem;
            }
            var t = visit.words();
            return page(readable, network, period, gatheredBy, null, null, t.of("overview-not-yours"));
        }
    }

    /** The same as a workbook, for whoever is signed in to the pages. */
    @GET
    @Path("/arbeidsbok")
    @Produces(ExcelBook.MEDIA_TYPE)
    public RestResponse<StreamingOutput> workbook(
            @QueryParam("nettverk") @NotNull UUID network,
            @QueryParam("fra") YearMonth from,
            @QueryParam("til") YearMonth to) {
        var period = PeriodQuery.period(from, to, YearMonth.now(clock).minusMonths(1));
        var opened = overviews.open(caller, network);
        return OverviewResource.file(
                overviews.workbook(caller, opened, period, visit.language()), period, visit.language());
    }

    private String page(
            List<Networks.Seen> readable,
            UUID network,
            Period period,
            GroupBy groupBy,
            Overview overview,
            Page<Coverages.MemberCoverage> coverage,
            String message) {
        var items = overview == null ? List.<Item>of() : overview.items();
        var most = items.stream()
                .flatMap(item ->
                        Stream.of(item.sums().plannedHours(), item.sums().hours()))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO)
                .max(BigDecimal.ZERO);
        var here = "/oversikt?nettverk=" + network + "&fra=" + period.from() + "&til=" + period.to() + "&etter="
                + groupBy.parameter();
        return Templates.overview(new Shown(
                        readable,
                        network,
                        period.from(),
                        period.to(),
                        String.valueOf(period.to().getYear()),
                        List.of(GroupBy.values()),
                        groupBy,
                        overview,
                        overview == null ? null : covered(overview, visit.language()),
                        items.stream().map(item -> Line.of(item, most)).toList(),
                        items.stream()
                                .filter(item -> item.spread() != null)
                                .map(SpreadLine::of)
                                .toList(),
                        coverage,
                        "/oversikt/arbeidsbok?nettverk=" + network + "&fra=" + period.from() + "&til=" + period.to(),
                        coverage == null || coverage.next() == null ? null : here + "&videre=" + coverage.next(),
                        message))
                .render();
    }

    private static String covered(Overview overview, Language language) {
        var coverage = overview.coverage();
        return language.text(
                "overview",
                "coverage",
                language.month(overview.from()) + " – " + language.month(overview.to()),
                coverage.sharing(),
                coverage.members(),
                coverage.monthsShared(),
                coverage.monthsOfMembers());
    }
}
