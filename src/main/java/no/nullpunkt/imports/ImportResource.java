package no.nullpunkt.imports;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.ForMachines;
import no.nullpunkt.imports.ImportService.Imported;
import no.nullpunkt.measurement.BulkReport;
import no.nullpunkt.measurement.BulkService.Mode;
import no.nullpunkt.measurement.Effect;
import no.nullpunkt.measurement.FileQuery;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.MayCreate;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Reply;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/imports")
@Authenticated
@Tag(name = "Value")
public class ImportResource {

    private static final String NAME = "[a-z0-9-]{1,60}";

    /** How many values, and how many kinds of rows that no series takes, are told. */
    private static final int MOST_TOLD = 1000;

    @Schema(name = "SavedImport")
    record Saved(@Schema(examples = "responssenter") String name, Mapping mapping, int version) {}

    @Schema(name = "ImportOutcome")
    record Report(
            @Schema(examples = "2") int created,
            @Schema(examples = "0") int updated,
            @Schema(examples = "10") int unchanged,
            @Schema(examples = "0") int rejected,
            List<BulkReport.Error> errors,

            @Schema(examples = "4211", description = "How many rows the file has")
            int rows,

            @Schema(examples = "97", description = "How many of them belong to cycles that have not ended")
            int rowsNotEnded,

            @Schema(description = "How many rows no series takes, by what they say; the first 1,000 kinds")
            List<Unmapped> unmapped,

            @Schema(description = "What the rows come to; the first 1,000 values")
            List<Value> values) {}

    @Schema(name = "ImportUnmapped")
    record Unmapped(
            @Schema(nullable = true, examples = "Sone Vest") String unit,

            @Schema(nullable = true, examples = "Prøvealarm")
            String code,

            @Schema(examples = "12") int rows) {}

    @Schema(name = "ImportValue")
    record Value(
            UUID indicatorId,
            UUID unitId,
            YearMonth month,
            @Schema(nullable = true, examples = "61") BigDecimal value,
            @Schema(nullable = true) BigDecimal weight,
            @Schema(nullable = true) BigDecimal numerator,
            @Schema(nullable = true) BigDecimal denominator,

            @Schema(nullable = true, description = "Null where it is rejected")
            Effect effect) {}

    private final Caller caller;
    private final SavedMappings mappings;
    private final ImportService service;

    ImportResource(Caller caller, SavedMappings mappings, ImportService service) {
        this.caller = caller;
        this.mappings = mappings;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listImports", summary = "The saved mappings of raw files, by name")
    public Page<Saved> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return mappings.page(caller.municipalityId(), Cursor.decode(cursor), limit)
                .map(service::read);
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getImport", summary = "A saved mapping of raw files")
    public RestResponse<Saved> get(@Parameter(example = "responssenter") @PathParam("name") String name) {
        var saved = service.read(mappings.get(caller.municipalityId(), name));
        return Reply.ok(saved.version(), saved);
    }

    @PUT
    @Path("/{name}")
    @MayCreate
    @Operation(
            operationId = "saveImport",
            summary = "Saves how files of raw counts become values",
            description =
                    "Which column tells the month, which tell unit and kind of row, and what is counted, summed or"
                            + " averaged for each indicator. The same export then works every month.")
    public RestResponse<Saved> save(
            @Parameter(example = "responssenter")
                    @PathParam("name")
                    @Pattern(regexp = NAME, message = "{no.nullpunkt.import-name}") String name,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid Mapping request) {
        var outcome = service.save(caller, name, new IfMatch(ifMatch), request);
        return Reply.put(outcome.created(), outcome.saved().version(), outcome.saved());
    }

    @POST
    @Path("/{name}")
    @ForMachines
    @Operation(
            operationId = "importRawCounts",
            summary = "Makes values of a file of raw counts, and enters them",
            description =
                    "The file holds whole months: a value is what its rows come to, and replaces what the same"
                            + " file gave before. Cycles that have not ended give no value. Nothing is written where a row"
                            + " cannot be read. The file is as for many values at once, and nothing of it is kept but the sums.")
    public Report run(
            @Parameter(example = "responssenter") @PathParam("name") String name,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(implementation = String.class),
                                            example = "Dato;Avdeling;Hendelse\n2026-03-01;Sone Øst;Utrykning\n"))
                    InputStream body,
            @Parameter(description = "The first whole month of the file; rows of months before are left out")
                    @QueryParam("from")
                    YearMonth from,
            @BeanParam FileQuery query,
            @Context HttpHeaders headers)
            throws IOException {
        var imported =
                service.run(caller, name, body.readAllBytes(), from, query.decimal(), query.mode(), query.dryRun());
        var told = BulkReport.of(
                imported.outcome(),
                imported.counts().isReadable() ? query.mode() : Mode.ATOMIC,
                query.dryRun(),
                Language.of(headers));
        return report(imported, told);
    }

    private static Report report(Imported imported, BulkReport told) {
        var counts = imported.counts();
        return new Report(
                told.created(),
                told.updated(),
                told.unchanged(),
                told.rejected(),
                told.errors(),
                counts.rowsRead(),
                counts.rowsNotEnded(),
                counts.unmapped().entrySet().stream()
                        .limit(MOST_TOLD)
                        .map(each ->
                                new Unmapped(each.getKey().unit(), each.getKey().code(), each.getValue()))
                        .toList(),
                values(imported));
    }

    private static List<Value> values(Imported imported) {
        var values = new ArrayList<Value>();
        var rows = imported.counts().rows();
        for (int i = 0; i < rows.size() && values.size() < MOST_TOLD; i++) {
            var value = rows.get(i).value();
            if (value != null) {
                values.add(new Value(
                        value.indicatorId(),
                        value.unitId(),
                        value.month(),
                        value.value(),
                        value.weight(),
                        value.numerator(),
                        value.denominator(),
                        imported.outcome().effects().get(i)));
            }
        }
        return values;
    }
}
