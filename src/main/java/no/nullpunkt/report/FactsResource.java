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
import java.time.Instant;
import java.util.List;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.ResultsQuery;
import no.nullpunkt.results.SeriesPlan;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.shared.Choice;
import no.nullpunkt.shared.CsvWriter;
import no.nullpunkt.shared.CsvWriter.Separator;
import no.nullpunkt.shared.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/municipalities/{number}/facts.csv")
@Authenticated
@Tag(name = "Results")
public class FactsResource {

    /** How many series are read at a time, so that memory does not grow with the file. */
    private static final int SERIES_AT_A_TIME = 500;

    private final Caller caller;
    private final Clock clock;
    private final Snapshots snapshots;

    FactsResource(Caller caller, Clock clock, Snapshots snapshots) {
        this.caller = caller;
        this.clock = clock;
        this.snapshots = snapshots;
    }

    @GET
    @Produces(CsvWriter.MEDIA_TYPE)
    @Operation(
            operationId = "downloadFacts",
            summary = "Every point of a period as a long table, for pivot tables and Power BI",
            description =
                    "A line for each cycle of each series, with its value, null-point, target and what came of it,"
                            + " and codes beside names. What is hidden from the caller is a colon. For Norwegian spreadsheets"
                            + " unless told otherwise: semicolon, decimal comma and a byte-order mark.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = CsvWriter.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public RestResponse<StreamingOutput> facts(
            @BeanParam ResultsQuery query,
            @Parameter(
                            description = "comma comes with a decimal point and no byte-order mark",
                            schema =
                                    @Schema(
                                            enumeration = {"semicolon", "comma", "tab"},
                                            defaultValue = "semicolon"))
                    @QueryParam("separator")
                    String separator,
            @Context HttpHeaders headers) {
        var chosen = Choice.of("separator", separator, Separator.class).orElse(Separator.SEMICOLON);
        var period = query.period(clock);
        // The first part is read before anything is sent: what fails, fails as a problem.
        var first = read(query, period, query.asOf(), 0);
        StreamingOutput file = out -> {
            try (var csv = new CsvWriter(out, chosen)) {
                var facts = new Facts(csv, Language.of(headers));
                facts.header();
                var from = 0;
                for (var part = first; !part.series().isEmpty(); part = read(query, period, first.asOf(), from)) {
                    facts.write(part);
                    from += SERIES_AT_A_TIME;
                }
            }
        };
        return ResponseBuilder.ok(file)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"nullpunkt-" + caller.number() + "-" + period.from() + "-" + period.to()
                                + ".csv\"")
                .build();
    }

    private Snapshot read(ResultsQuery query, Period period, Instant asOf, int from) {
        return snapshots.read(
                caller.municipalityId(),
                caller.number(),
                period,
                asOf,
                query.filter(),
                caller::mayEnterValues,
                plans -> part(plans, from));
    }

    private static List<SeriesPlan> part(List<SeriesPlan> plans, int from) {
        return plans.subList(Math.min(from, plans.size()), Math.min(from + SERIES_AT_A_TIME, plans.size()));
    }
}
