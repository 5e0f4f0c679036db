package no.nullpunkt.measurement;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.ForMachines;
import no.nullpunkt.shared.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/values")
@Authenticated
@Tag(name = "Value")
public class BulkResource {

    static final String CSV = "text/csv";

    @Schema(name = "BulkRequest")
    record Request(@Schema(required = true) List<EnteredValue> values) {}

    private final Caller caller;
    private final BulkService service;
    private final ObjectMapper mapper;

    BulkResource(Caller caller, BulkService service, ObjectMapper mapper) {
        this.caller = caller;
        this.service = service;
        this.mapper = mapper;
    }

    @POST
    @ForMachines
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "setValues",
            summary = "Enters many values at once",
            description = "Up to 50,000, each by the rules of a single one; sent again they are `unchanged`. In CSV the"
                    + " first line names the columns, as the fields of JSON or in Norwegian: series (serie), or"
                    + " indicatorId (indikatorId) and unitId (enhetId), month (måned), status, value (verdi), weight"
                    + " (vekt), numerator (teller), denominator (nevner), quality (kvalitet), comment (kommentar),"
                    + " reason (grunn), version (versjon). Separated by semicolon, comma or tab; UTF-8 or"
                    + " Windows-1252; a line with a number and no status is measured. The decimal sign is the one that"
                    + " the numbers of the file show. Where nothing can be written because of some values, all of them"
                    + " are told with 422, or with 403 or 409 where that is what is wrong with each.")
    public BulkReport enter(
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = Request.class)),
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(implementation = String.class),
                                        example = "series;month;value\n17;2026-03;61\n18;2026-03;12,5\n")
                            })
                    InputStream body,
            @BeanParam FileQuery query,
            @Context HttpHeaders headers)
            throws IOException {
        var rows = isCsv(headers.getMediaType())
                ? ValuesCsv.read(body.readAllBytes(), query.decimal())
                : ValuesJson.read(body, mapper);
        var outcome = service.enter(caller, rows, query.mode(), query.dryRun());
        return BulkReport.of(outcome, query.mode(), query.dryRun(), Language.of(headers));
    }

    private static boolean isCsv(MediaType type) {
        return type != null && type.isCompatible(MediaType.valueOf(CSV));
    }
}
