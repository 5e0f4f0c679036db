package no.nullpunkt.results;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import no.nullpunkt.access.Caller;
import no.nullpunkt.results.PointPages.Explained;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/results")
@Authenticated
@Tag(name = "Results")
public class ResultsResource {

    private final Caller caller;
    private final Clock clock;
    private final Snapshots snapshots;
    private final PointPages pages;

    ResultsResource(Caller caller, Clock clock, Snapshots snapshots, PointPages pages) {
        this.caller = caller;
        this.clock = clock;
        this.snapshots = snapshots;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "getResults",
            summary = "Planned, measured and taken out over a period, gathered one way, and in total",
            description = "A unit's figures include the units below it, and a benefit's are divided between its "
                    + "technologies by their shares. Level, gain and achievement are given where a group holds one "
                    + "indicator. Levels and achievements do not add up. Small counts of persons are hidden from whoever may "
                    + "not enter them, and so are sums that would give them away: those figures are null and "
                    + "suppressed is true.")
    public Results results(
            @BeanParam ResultsQuery query,
            @Parameter(
                            description = "What the figures are gathered by",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "benefit",
                                                "technology",
                                                "unit",
                                                "indicator",
                                                "type",
                                                "planHeading",
                                                "month"
                                            },
                                            defaultValue = "benefit"))
                    @QueryParam("groupBy")
                    String groupBy,
            @Context HttpHeaders headers) {
        var gatheredBy = GroupBy.parse(groupBy);
        var snapshot = snapshots.read(
                caller.municipalityId(),
                caller.number(),
                query.period(clock),
                query.asOf(),
                query.filter(),
                caller::mayEnterValues);
        return Results.of(snapshot, gatheredBy, Language.of(headers));
    }

    @GET
    @Path("/points")
    @Operation(
            operationId = "listResultPoints",
            summary = "Every cycle end with the terms its figures are made of",
            description = "The figures of a group are the sums over its points. All pages are of the same time.")
    public Explained points(
            @BeanParam ResultsQuery query,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return pages.page(
                caller.municipalityId(),
                caller.number(),
                query.period(clock),
                query.asOf(),
                query.filter(),
                caller::mayEnterValues,
                cursor,
                limit);
    }
}
