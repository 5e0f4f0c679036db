package no.nullpunkt.overview;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.OfMunicipality;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.overview.Coverages.MemberCoverage;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/overview")
@Authenticated
@OfMunicipality
@Tag(name = "Network")
public class OverviewResource {

    private final Caller caller;
    private final Clock clock;
    private final Overviews overviews;
    private final Coverages coverages;

    OverviewResource(Caller caller, Clock clock, Overviews overviews, Coverages coverages) {
        this.caller = caller;
        this.clock = clock;
        this.overviews = overviews;
        this.coverages = coverages;
    }

    @GET
    @Operation(
            operationId = "getOverview",
            summary = "What the municipalities of a network have shared, side by side and in total",
            description = "For whoever the network's host has granted it, and for leaders of municipalities that share "
                    + "with the network themselves. By indicator it tells how the ready ones' improvement is spread "
                    + "over municipalities, five at least. Each month of a municipality counts once, as the report "
                    + "issued last tells it.")
    public Overview overview(
            @QueryParam("network") @NotNull UUID network,
            @BeanParam OverviewQuery query,
            @Parameter(
                            description = "What the figures are gathered by",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"municipality", "county", "technology", "indicator", "month"
                                            },
                                            defaultValue = "municipality"))
                    @QueryParam("groupBy")
                    String groupBy,
            @Context HttpHeaders headers) {
        var gatheredBy = GroupBy.parse(groupBy);
        var period = query.period(clock);
        var opened = overviews.open(caller, network);
        return overviews.read(caller, opened, period, gatheredBy, Language.of(headers));
    }

    @GET
    @Path("/coverage")
    @Operation(
            operationId = "listOverviewCoverage",
            summary = "Which members have shared which months, and the report that tells each",
            description = "By the members' numbers.")
    public Page<MemberCoverage> coverage(
            @QueryParam("network") @NotNull UUID network,
            @BeanParam OverviewQuery query,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        var period = query.period(clock);
        return coverages.page(overviews.open(caller, network), period, Cursor.decode(cursor), limit);
    }

    @GET
    @Path("/workbook")
    @Produces(ExcelBook.MEDIA_TYPE)
    @Operation(
            operationId = "downloadOverviewWorkbook",
            summary = "The overview as a workbook",
            description =
                    "By municipality, county, month, technology and indicator, with the months behind the sums and "
                            + "a control against this API. The same shared reports give the same bytes.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = ExcelBook.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class, format = "binary")))
    public RestResponse<StreamingOutput> workbook(
            @QueryParam("network") @NotNull UUID network,
            @BeanParam OverviewQuery query,
            @Context HttpHeaders headers) {
        var language = Language.of(headers);
        var period = query.period(clock);
        return file(overviews.workbook(caller, overviews.open(caller, network), period, language), period, language);
    }

    /** Everything is written to disk before the first byte is sent: what fails, fails as a problem. */
    static RestResponse<StreamingOutput> file(ExcelBook book, Period period, Language language) {
        StreamingOutput file = out -> {
            try (book) {
                book.write(out);
            }
        };
        return ResponseBuilder.ok(file)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"nullpunkt-" + period.from() + "-" + period.to() + ".xlsx\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag())
                .build();
    }
}
