package no.nullpunkt.rollout;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.MayCreate;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/technologies")
@Authenticated
@Tag(name = "Rollout")
public class OwnTechnologyResource {

    /** The prefix keeps a municipality's codes apart from those the catalogue will have. */
    private static final String CODE = "own-[a-z0-9-]{1,60}";

    @Schema(name = "OwnTechnologyRequest")
    record Request(
            @Schema(examples = "Sengematte med varsling") @NotBlank @Text(max = Text.NAME)
            String name) {}

    @Schema(name = "OwnTechnology")
    record Response(@Schema(examples = "own-bed-mat") String code, String name, int version) {

        static Response of(OwnTechnology technology) {
            return new Response(technology.code, technology.name, technology.version);
        }
    }

    private final Caller caller;
    private final OwnTechnologies technologies;
    private final OwnTechnologyService service;

    OwnTechnologyResource(Caller caller, OwnTechnologies technologies, OwnTechnologyService service) {
        this.caller = caller;
        this.technologies = technologies;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listOwnTechnologies", summary = "The municipality's own technologies, by code")
    public Page<Response> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return technologies
                .page(caller.municipalityId(), Cursor.decode(cursor), limit)
                .map(Response::of);
    }

    @PUT
    @Path("/{code}")
    @MayCreate
    @Operation(operationId = "nameOwnTechnology", summary = "Names a technology that the catalogue lacks")
    public RestResponse<Response> name(
            @Parameter(example = "own-bed-mat")
                    @PathParam("code")
                    @Pattern(regexp = CODE, message = "{no.nullpunkt.own-technology-code}") String code,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid Request request) {
        var outcome = service.name(caller, code, new IfMatch(ifMatch), request.name());
        return Reply.put(outcome.created(), outcome.technology().version(), outcome.technology());
    }
}
