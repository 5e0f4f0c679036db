package no.nullpunkt.report;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.access.Once;
import no.nullpunkt.results.Basis;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.Reader;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/municipalities/{number}/reports")
@Authenticated
@Tag(name = "Report")
public class ReportResource {

    @Schema(name = "ReportRequest")
    record DraftRequest(
            @Schema(examples = "TERTIAL") @NotNull ReportKind kind,

            @Schema(examples = "2026-T1", description = "2026-03, 2026-T1, 2026-H1 or 2026; it must have ended")
            @NotBlank @Text(max = Text.NAME)
            String period,

            @Schema(description = "Of the workbook and of names; that of Accept-Language when left out")
            Language language,

            @Schema(
                    examples = "REPORTED",
                    description =
                            "Whether months count that were measured before a unit came from another municipality: "
                                    + "RESTATED counts them too; REPORTED when left out")
            Basis basis) {}

    @Schema(name = "ReportIssueRequest")
    record IssueRequest(
            @Schema(examples = "[]", description = "Benefits behind plan that it is issued for without a deviation")
            @Size(max = 500) List<@NotNull @Valid Exception> withoutDeviation) {

        @Schema(name = "ReportIssueException")
        record Exception(
                @NotNull UUID benefitId,

                @Schema(examples = "Avviket behandles i neste styringsgruppe.") @NotBlank @Text
                String reason) {}
    }

    @Schema(name = "ReportSummary")
    record Response(
            UUID id,
            ReportKind kind,
            @Schema(examples = "2026-T1") String period,
            YearMonth from,
            YearMonth to,
            @Schema(examples = "REPORTED") Basis basis,
            Language language,
            @Schema(examples = "ISSUED") Report.Status status,
            @Schema(nullable = true, examples = "1/2026") String number,

            @Schema(nullable = true, description = "When it was issued, and the time its figures are of")
            Instant asOf,

            @Schema(nullable = true) UUID issuedById,
            @Schema(nullable = true) UUID supersedesId,
            @Schema(nullable = true) UUID supersededById,

            @Schema(nullable = true, description = "Of the JSON as it is answered, in hexadecimal; null for a draft")
            String sha256,

            @Schema(nullable = true) String workbookSha256,
            @Schema(nullable = true) String accessibleWorkbookSha256,
            int version) {

        static Response of(Report report, Map<ReportFile.Kind, String> digests) {
            return new Response(
                    report.id,
                    report.kind,
                    report.period,
                    report.months().from(),
                    report.months().to(),
                    report.basis,
                    report.language,
                    report.status,
                    report.number(),
                    report.asOf,
                    report.issuedBy,
                    report.supersedesId,
                    report.supersededById,
                    digests.get(ReportFile.Kind.JSON),
                    digests.get(ReportFile.Kind.WORKBOOK),
                    digests.get(ReportFile.Kind.ACCESSIBLE_WORKBOOK),
                    report.version);
        }
    }

    private final Caller caller;
    private final Reports reports;
    private final ReportFiles files;
    private final ReportMaker maker;
    private final Snapshots snapshots;
    private final ReportService service;

    ReportResource(
            Caller caller,
            Reports reports,
            ReportFiles files,
            ReportMaker maker,
            Snapshots snapshots,
            ReportService service) {
        this.caller = caller;
        this.reports = reports;
        this.files = files;
        this.maker = maker;
        this.snapshots = snapshots;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listReports", summary = "Drafts, issued reports, and those a later one came instead of")
    public Page<Response> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        var page = reports.page(caller.municipalityId(), Cursor.decodeId(cursor), limit);
        var digests = files.digests(
                caller.municipalityId(),
                page.items().stream().map(report -> report.id).toList());
        return page.map(report -> Response.of(report, digests.getOrDefault(report.id, Map.of())));
    }

    @POST
    @Creates
    @Operation(
            operationId = "draftReport",
            summary = "Drafts a report of a period that has ended",
            description = "A draft shows live figures. There is one at a time of a period.")
    public RestResponse<Response> draft(@NotNull @Valid DraftRequest request, @Context HttpHeaders headers) {
        var language = request.language() == null ? Language.of(headers) : request.language();
        var report = service.draft(caller, request, language);
        var location = "/api/v1/municipalities/" + caller.number() + "/reports/" + report.id();
        return Reply.created(location, report.version(), report);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getReport",
            summary = "What a report tells",
            description = "An issued report answers the same bytes for ever, with their SHA-256 in Repr-Digest. Small "
                    + "counts are hidden from everyone. Where a later report came instead, Link names it.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReportContent.class)))
    public RestResponse<StreamingOutput> get(@PathParam("id") UUID id) {
        return file(reports.get(caller.municipalityId(), id), ReportFile.Kind.JSON)
                .build();
    }

    @GET
    @Path("/{id}/workbook")
    @Produces(ExcelBook.MEDIA_TYPE)
    @Operation(
            operationId = "downloadReportWorkbook",
            summary = "A report's workbook",
            description =
                    "That of an issued report is the same bytes for ever, and has the pages of all views. A report that supersedes another has a "
                            + "sheet of what changed since, by whom and why.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = ExcelBook.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class, format = "binary")))
    public RestResponse<StreamingOutput> workbook(
            @PathParam("id") UUID id,
            @Parameter(
                            description = WorkbookResource.VARIANT,
                            schema = @Schema(enumeration = WorkbookResource.ACCESSIBLE))
                    @QueryParam("variant")
                    String variant) {
        var kind =
                WorkbookResource.isAccessible(variant) ? ReportFile.Kind.ACCESSIBLE_WORKBOOK : ReportFile.Kind.WORKBOOK;
        var report = reports.get(caller.municipalityId(), id);
        return file(report, kind)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"nullpunkt-" + caller.number() + "-" + report.period + ".xlsx\"")
                .build();
    }

    @POST
    @Once
    @Path("/{id}/issue")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "issueReport",
            summary = "Issues a draft: it never changes again, and its months are closed",
            description = "A benefit behind plan needs a deviation with an action, recorded since the last report of "
                    + "the kind, or a written reason here that stays visible in the report. A report of the same "
                    + "period that stands is superseded, and what changed since is told.")
    public RestResponse<Response> issue(@PathParam("id") UUID id, @Valid IssueRequest request) {
        var report = service.issue(caller, id, request);
        return Reply.ok(report.version(), report);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "discardReport", summary = "Takes a draft away; what is issued stays")
    public void discard(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.discard(caller, id, new IfMatch(ifMatch));
    }

    /** The bytes kept of an issued report, or those of a draft as it stands now. */
    private ResponseBuilder<StreamingOutput> file(Report report, ReportFile.Kind kind) {
        if (report.isDraft()) {
            var bytes = draft(report).file(kind);
            return answer(report, bytes).header(HttpHeaders.ETAG, IfMatch.etag(report.version));
        }
        var file = files.get(report, kind);
        var answer = answer(report, file.content)
                .header(HttpHeaders.ETAG, IfMatch.etag(Sha256.hex(file.sha256)))
                .header("Repr-Digest", Sha256.header(file.sha256));
        if (report.supersededById != null) {
            answer.header(
                    "Link",
                    "</api/v1/municipalities/" + caller.number() + "/reports/" + report.supersededById
                            + ">; rel=\"successor-version\"");
        }
        return answer;
    }

    private ReportMaker.Made draft(Report report) {
        var snapshot = snapshots.read(
                caller.municipalityId(),
                caller.number(),
                report.months(),
                null,
                Filter.everything(report.basis),
                Reader.EVERYONE);
        return maker.make(report, snapshot, List.of(), service.superseded(report));
    }

    private static ResponseBuilder<StreamingOutput> answer(Report report, byte[] bytes) {
        StreamingOutput output = out -> out.write(bytes);
        return ResponseBuilder.ok(output)
                .header(HttpHeaders.CONTENT_LANGUAGE, report.language.locale().toLanguageTag());
    }
}
