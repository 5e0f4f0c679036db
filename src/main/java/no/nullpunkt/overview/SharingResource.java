package no.nullpunkt.overview;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.network.Networks;
import no.nullpunkt.report.IssuedReports;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.MayCreate;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/networks/{networkId}/shares")
@Authenticated
@Tag(name = "Network")
public class SharingResource {

    @Schema(name = "ReportShare")
    record Response(
            UUID reportId,
            @Schema(examples = "1/2026") String report,
            @Schema(examples = "2026-T1") String period,
            YearMonth from,
            YearMonth to,
            @Schema(examples = "SHARED") ReportShare.State state,
            Instant sharedAt,
            int version) {

        static Response of(ReportShare share, IssuedReports.Issued report) {
            return new Response(
                    share.reportId,
                    report.number(),
                    report.period(),
                    share.firstMonth,
                    share.lastMonth,
                    share.state,
                    share.sharedAt,
                    share.version);
        }
    }

    private final Caller caller;
    private final Networks networks;
    private final ReportShares shares;
    private final IssuedReports reports;
    private final SharingService service;

    SharingResource(
            Caller caller, Networks networks, ReportShares shares, IssuedReports reports, SharingService service) {
        this.caller = caller;
        this.networks = networks;
        this.shares = shares;
        this.reports = reports;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listShares", summary = "What the municipality shares with a network, and has shared")
    public Page<Response> list(
            @PathParam("networkId") UUID networkId,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        networks.find(caller.municipalityId(), networkId)
                .filter(seen -> seen.concerns(caller.municipalityId()))
                .orElseThrow(Problem::notFound);
        return shares.page(caller.municipalityId(), networkId, Cursor.decodeId(cursor), limit)
                .map(share -> Response.of(share, reports.get(caller.municipalityId(), share.reportId)));
    }

    @PUT
    @MayCreate
    @Path("/{reportId}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "shareReport",
            summary = "Shares an issued report with a network",
            description = "What is shared are its hours, kroner and counts, by month, technology and ready indicator, "
                    + "and its part in distributions over five municipalities or more. A report that supersedes one "
                    + "that is shared replaces it. Where several tell the same month, the one issued last counts.")
    public RestResponse<Response> share(@PathParam("networkId") UUID networkId, @PathParam("reportId") UUID reportId) {
        var shared = service.share(caller, networkId, reportId);
        return Reply.put(shared.created(), shared.share().version(), shared.share());
    }

    @DELETE
    @Path("/{reportId}")
    @Operation(
            operationId = "withdrawReport",
            summary = "Takes a report back from a network",
            description = "Nothing of it is told from then on, whatever time is asked about.")
    public RestResponse<Response> withdraw(
            @PathParam("networkId") UUID networkId,
            @PathParam("reportId") UUID reportId,
            @QueryParam("reason") @Text String reason,
            @HeaderParam("If-Match") String ifMatch) {
        var share = service.withdraw(caller, networkId, reportId, new IfMatch(ifMatch), reason);
        return Reply.ok(share.version(), share);
    }
}
