package no.nullpunkt.report;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.Optional;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.PeriodQuery;
import no.nullpunkt.results.ResultsHash;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.results.ValuesOnDisk;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Choice;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/municipalities/{number}/workbook")
@Authenticated
@Tag(name = "Report")
public class WorkbookResource {

    static final String ACCESSIBLE = "accessible";
    static final String VARIANT =
            "accessible is for screen readers: no frozen panes, filters, merged cells or tables side by side";

    private final Caller caller;
    private final Clock clock;
    private final Snapshots snapshots;
    private final ResultsHash hash;
    private final String version;

    WorkbookResource(
            Caller caller,
            Clock clock,
            Snapshots snapshots,
            ResultsHash hash,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.caller = caller;
        this.clock = clock;
        this.snapshots = snapshots;
        this.hash = hash;
        this.version = version;
    }

    @GET
    @Produces(ExcelBook.MEDIA_TYPE)
    @Operation(
            operationId = "downloadWorkbook",
            summary = "The leadership's workbook of a period",
            description =
                    "A summary of one page, every benefit, the indicators by month, the data behind them, what is "
                            + "missing, a control against the results of this API, and an explanation of the figures. The same "
                            + "period and asOf give the same bytes.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = ExcelBook.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class, format = "binary")))
    public RestResponse<StreamingOutput> workbook(
            @BeanParam PeriodQuery query,
            @Parameter(description = VARIANT, schema = @Schema(enumeration = ACCESSIBLE)) @QueryParam("variant")
                    String variant,
            @Parameter(
                            description = "Whom it is for: a page comes first that tells the same figures in their "
                                    + "order and words. Without it there is none.",
                            schema = @Schema(enumeration = {"politicians", "administration", "staff"}))
                    @QueryParam("view")
                    String view,
            @Context HttpHeaders headers) {
        var accessible = isAccessible(variant);
        var toldTo = Choice.of("view", view, View.class);
        var language = Language.of(headers);
        var period = query.period(clock);
        // Everything is written to disk before the first byte is sent: what fails, fails as a problem.
        var book = workbook(query, period, toldTo, language, accessible);
        StreamingOutput file = out -> {
            try (book) {
                book.write(out);
            }
        };
        return ResponseBuilder.ok(file)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + Workbook.fileName(caller.number(), period) + "\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag())
                .build();
    }

    private ExcelBook workbook(
            PeriodQuery query, Period period, Optional<View> toldTo, Language language, boolean accessible) {
        try (var disk = new ValuesOnDisk()) {
            var snapshot = snapshots.read(
                    caller.municipalityId(),
                    caller.number(),
                    period,
                    query.asOf(),
                    Filter.everything(query.basis()),
                    caller::mayEnterValues,
                    disk);
            var stories = snapshots.stories(caller.municipalityId(), snapshot);
            var all = WorkbookContent.of(snapshot, stories, language, hash::of, version);
            return Workbook.of(toldTo.map(all::toldTo).orElse(all), language, accessible);
        }
    }

    static boolean isAccessible(String variant) {
        if (variant == null || variant.isEmpty()) {
            return false;
        }
        if (!variant.equals(ACCESSIBLE)) {
            throw Problem.notUnderstood("unknown-choice", variant, ACCESSIBLE)
                    .at("?variant", "unknown-choice", variant, ACCESSIBLE);
        }
        return true;
    }
}
