package no.nullpunkt.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.access.SignInPages;
import no.nullpunkt.network.Networks;
import no.nullpunkt.report.IssuedReports;
import no.nullpunkt.shared.Form;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Visit;

/** Which of a municipality's reports a network is shown, for a leader to choose. */
@Path("/nettverk/{id}/deling")
@Authenticated
@OfMunicipality
@Produces(MediaType.TEXT_HTML)
public class SharingPages {

    private static final IfMatch WHATEVER_STANDS = new IfMatch("*");

    @CheckedTemplate(basePath = "overview", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {

        private Templates() {}

        static native TemplateInstance sharing(Shown shown);
    }

    /**
     * An issued report.
     *
     * @param sharedAt null where it is not shared
     */
    record Line(UUID id, String number, YearMonth from, YearMonth to, Instant sharedAt) {

        public boolean isShared() {
            return sharedAt != null;
        }
    }

    /**
     * What the page shows.
     *
     * @param reports the latest first
     * @param message what was refused, or null
     */
    record Shown(UUID id, String name, boolean mayShare, List<Line> reports, String message) {}

    private final Caller caller;
    private final Networks networks;
    private final ReportShares shares;
    private final IssuedReports reports;
    private final SharingService service;
    private final Visit visit;

    SharingPages(
            Caller caller,
            Networks networks,
            ReportShares shares,
            IssuedReports reports,
            SharingService service,
            Visit visit) {
        this.caller = caller;
        this.networks = networks;
        this.shares = shares;
        this.reports = reports;
        this.service = service;
        this.visit = visit;
    }

    @GET
    public String show(@PathParam("id") UUID id) {
        return page(id, null);
    }

    @POST
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> posted) {
        var form = new Form(posted);
        if (form.has(SignInPages.TYPED_BEFORE)) {
            return Response.ok(page(id, visit.words().of("typed-is-back"))).build();
        }
        try {
            var report = report(form);
            if (form.text("gjor").equals("trekk")) {
                service.withdraw(caller, id, report, WHATEVER_STANDS, form.text("grunn"));
            } else {
                service.share(caller, id, report);
            }
            return Response.seeOther(URI.create("/nettverk/" + id + "/deling")).build();
        } catch (Problem problem) {
            return Response.status(problem.status())
                    .entity(page(id, problem.detail(visit.language())))
                    .build();
        }
    }

    private static UUID report(Form form) {
        try {
            return UUID.fromString(form.text("rapport"));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }

    private String page(UUID id, String message) {
        var municipalityId = caller.municipalityId();
        var network = networks.find(municipalityId, id)
                .filter(Networks.Seen::isMember)
                .orElseThrow(Problem::notFound);
        var standing = shares.standing(municipalityId, id, network.joinedAt());
        var lines = reports.latest(municipalityId, Page.MAX_LIMIT).stream()
                .map(report -> new Line(
                        report.id(),
                        report.number(),
                        report.months().from(),
                        report.months().to(),
                        standing.containsKey(report.id()) ? standing.get(report.id()).sharedAt : null))
                .toList();
        return Templates.sharing(new Shown(id, network.name(), caller.mayShareReports(), lines, message))
                .render();
    }
}
