package no.nullpunkt.trace;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.YearMonth;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/municipalities/{number}/audit-export")
@Authenticated
@Tag(name = "Trace")
public class AuditExportResource {

    private static final String ZIP = "application/zip";

    private final Caller caller;
    private final AuditExportService service;

    AuditExportResource(Caller caller, AuditExportService service) {
        this.caller = caller;
        this.service = service;
    }

    @GET
    @Produces(ZIP)
    @Operation(
            operationId = "downloadAuditExport",
            summary = "Every change of a period, for the archive: who, when, what, as it was and became, and why",
            description =
                    "For administrators. A zip with a file of JSON lines for each kind of thing, the security events, "
                            + "and manifest.json with the SHA-256 of each. It is whole, and so holds small counts of persons that "
                            + "are hidden elsewhere; that it was made is a security event.")
    @APIResponse(
            responseCode = "200",
            description = "The files",
            content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
    public RestResponse<StreamingOutput> export(
            @NotNull @QueryParam("from") YearMonth from, @NotNull @QueryParam("to") YearMonth to) {
        caller.mustAdminister();
        if (to.isBefore(from)) {
            throw Problem.notUnderstood("period-backwards").at("?to", "period-backwards");
        }
        StreamingOutput files = out -> service.write(caller, from, to, out);
        return ResponseBuilder.ok(files)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"nullpunkt-audit-" + caller.number() + "-" + from + "-" + to + ".zip\"")
                .build();
    }
}
