package no.nullpunkt.entry;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.access.Caller;
import no.nullpunkt.indicator.Indicators;
import no.nullpunkt.measurement.BulkOutcome;
import no.nullpunkt.measurement.BulkReport;
import no.nullpunkt.measurement.BulkService;
import no.nullpunkt.measurement.Effect;
import no.nullpunkt.measurement.EnteredRow;
import no.nullpunkt.measurement.Rejection;
import no.nullpunkt.measurement.WriteQuery;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.UploadedWorkbook;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/municipalities/{number}/entry-workbook")
@Authenticated
@Tag(name = "Value")
public class EntryWorkbookResource {

    private static final int MOST_TOLD = 1000;

    @Schema(name = "EntryWorkbookOutcome")
    record Report(
            @Schema(examples = "4") int created,
            @Schema(examples = "1") int updated,
            @Schema(examples = "0") int unchanged,
            @Schema(examples = "0") int rejected,
            List<BulkReport.Error> errors,

            @Schema(examples = "2", description = "Rows where nothing is filled in")
            int empty,

            @Schema(description = "What each filled in row does; the first 1,000")
            List<Told> cells) {}

    @Schema(name = "EntryWorkbookCell")
    record Told(
            @Schema(examples = "Verdier!L5") String cell,

            @Schema(nullable = true, description = "Null where it is rejected")
            Effect effect,

            @Schema(nullable = true, description = "Why it is rejected")
            Rejection.Kind kind,

            @Schema(nullable = true) String message) {}

    private final Caller caller;
    private final Clock clock;
    private final OpenValues openValues;
    private final Indicators indicators;
    private final BulkService values;

    EntryWorkbookResource(
            Caller caller, Clock clock, OpenValues openValues, Indicators indicators, BulkService values) {
        this.caller = caller;
        this.clock = clock;
        this.openValues = openValues;
        this.indicators = indicators;
        this.values = values;
    }

    @GET
    @Produces(ExcelBook.MEDIA_TYPE)
    @Operation(
            operationId = "downloadEntryWorkbook",
            summary = "The caller's values of a month as a workbook to fill in",
            description = "What is recorded already is filled in, and the last value stands beside.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = ExcelBook.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class, format = "binary")))
    public RestResponse<StreamingOutput> download(
            @Parameter(description = "The last one that has ended when left out") @QueryParam("month") YearMonth month,
            @Context HttpHeaders headers) {
        var chosen = month == null ? YearMonth.now(clock).minusMonths(1) : month;
        var language = Language.of(headers);
        var book = EntryWorkbook.of(
                openValues.month(caller.municipalityId(), caller.personId(), chosen), language, clock.instant());
        StreamingOutput file = out -> {
            try (book) {
                book.write(out);
            }
        };
        return ResponseBuilder.ok(file)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"nullpunkt-" + caller.number() + "-" + chosen + ".xlsx\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag())
                .build();
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "uploadEntryWorkbook",
            summary = "Enters the values of a workbook that was filled in",
            description =
                    "Rows may be gone or sorted and columns added; numbers may be text with a decimal comma, and of"
                            + " a formula counts what it came to when the file was saved. A row without anything is left as it"
                            + " is. A value that someone has changed since the workbook was made is a conflict.")
    public Report upload(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = ExcelBook.MEDIA_TYPE,
                                            schema = @Schema(implementation = String.class, format = "binary")))
                    InputStream body,
            @BeanParam WriteQuery query,
            @Context HttpHeaders headers)
            throws IOException {
        var language = Language.of(headers);
        try (var book = UploadedWorkbook.open(body.readAllBytes())) {
            var file = new EntryWorkbookFile(book);
            var rows = file.rows(indicators.listMeasured(caller.municipalityId(), file.series()));
            var outcome = values.enter(caller, rows, query.mode(), query.dryRun());
            var told = BulkReport.of(outcome, query.mode(), query.dryRun(), language);
            return new Report(
                    told.created(),
                    told.updated(),
                    told.unchanged(),
                    told.rejected(),
                    told.errors(),
                    file.empty(),
                    cells(rows, outcome, language));
        }
    }

    private static List<Told> cells(List<EnteredRow> rows, BulkOutcome outcome, Language language) {
        var cells = new ArrayList<Told>();
        for (int i = 0; i < Math.min(rows.size(), MOST_TOLD); i++) {
            var rejection = outcome.rejections().get(i);
            cells.add(
                    rejection == null
                            ? new Told(
                                    rows.get(i).place().of("").pointer(),
                                    outcome.effects().get(i),
                                    null,
                                    null)
                            : new Told(
                                    rejection.spot().pointer(),
                                    null,
                                    rejection.kind(),
                                    rejection.message().apply(language)));
        }
        return cells;
    }
}
