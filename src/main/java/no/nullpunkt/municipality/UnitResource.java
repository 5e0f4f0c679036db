package no.nullpunkt.municipality;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Histories;
import no.nullpunkt.shared.History;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Kept;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/units")
@Authenticated
@Tag(name = "Municipality")
public class UnitResource {

    @Schema(name = "UnitRequest")
    record Request(
            @Schema(examples = "Hjemmetjenesten nord") @NotBlank @Text(max = Text.NAME)
            String name,

            @Schema(examples = "avdeling") @Text(max = Text.NAME)
            String kind,

            UUID parentId) {}

    @Schema(name = "Unit")
    record Response(
            UUID id,
            String name,
            @Schema(nullable = true) String kind,
            @Schema(nullable = true) UUID parentId,

            @Schema(nullable = true, description = "The first month here, where another municipality had it before")
            YearMonth cameOn,

            @Schema(nullable = true, description = "The transfer it came by")
            UUID cameBy,

            @Schema(nullable = true, description = "The first month that is another municipality's")
            YearMonth leftOn,

            @Schema(nullable = true, description = "The transfer it left by")
            UUID leftBy,

            int version) {

        static Response of(Unit unit) {
            return new Response(
                    unit.id,
                    unit.name,
                    unit.kind,
                    unit.parentId,
                    unit.cameOn,
                    unit.cameBy,
                    unit.leftOn,
                    unit.leftBy,
                    unit.version);
        }
    }

    private static final Kept<Response> KEPT = Kept.of("unit", Response.class);

    private final Caller caller;
    private final Units units;
    private final UnitService service;
    private final Histories histories;

    UnitResource(Caller caller, Units units, UnitService service, Histories histories) {
        this.caller = caller;
        this.units = units;
        this.service = service;
        this.histories = histories;
    }

    @GET
    @Operation(operationId = "listUnits", summary = "The units of the municipality, oldest first")
    public Page<Response> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return units.page(caller.municipalityId(), Cursor.decodeId(cursor), limit)
                .map(Response::of);
    }

    @POST
    @Creates
    @Operation(operationId = "createUnit", summary = "Adds a unit, at the top or below another")
    public RestResponse<Response> create(@NotNull @Valid Request request) {
        var unit = service.create(caller, request);
        return Reply.created(location(unit.id()), unit.version(), unit);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getUnit", summary = "One unit")
    public RestResponse<Response> get(@PathParam("id") UUID id) {
        var unit = units.get(caller.municipalityId(), id);
        return Reply.ok(unit.version, Response.of(unit));
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "getUnitHistory", summary = "Every version of a unit: its name and place, who and when")
    public History<Response> history(@PathParam("id") UUID id) {
        return histories.of(KEPT, caller.municipalityId(), Map.of("id", id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeUnit", summary = "Renames or moves a unit")
    public RestResponse<Response> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Request request) {
        var unit = service.change(caller, id, new IfMatch(ifMatch), request);
        return Reply.ok(unit.version(), unit);
    }

    private String location(UUID id) {
        return "/api/v1/municipalities/" + caller.number() + "/units/" + id;
    }
}
