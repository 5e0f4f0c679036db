package no.nullpunkt.access;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/people/{id}/identities")
@Authenticated
@Tag(name = "People")
public class IdentityResource {

    @Schema(name = "IdentityRequest")
    record IdentityRequest(
            @Schema(examples = "maskinporten", description = "The provider's name in the configuration")
            @NotBlank @Text(max = Text.NAME)
            String provider,

            @Schema(
                    examples = "0192:987654321",
                    description = "The `sub` of the person's tokens, or what the configured claim says of the machine")
            @NotBlank @Text(max = 255)
            String subject) {}

    @Schema(name = "Identity")
    record IdentityResponse(
            UUID id,

            @Schema(examples = "https://maskinporten.no/") String issuer,

            String subject,
            Instant boundAt,

            @Schema(nullable = true, description = "The administrator who said so; null where a verified e-mail did")
            UUID boundBy,

            int version) {

        static IdentityResponse of(Identity identity) {
            return new IdentityResponse(
                    identity.id,
                    identity.issuer,
                    identity.subject,
                    identity.boundAt,
                    identity.boundBy,
                    identity.version);
        }
    }

    @Schema(name = "Identities")
    record IdentityList(List<IdentityResponse> items) {}

    private final Caller caller;
    private final IdentityService service;

    IdentityResource(Caller caller, IdentityService service) {
        this.caller = caller;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listIdentities",
            summary = "Whom OpenID Connect providers know the person as, at most one with each")
    public IdentityList list(@PathParam("id") UUID id) {
        return new IdentityList(service.list(caller, id));
    }

    @POST
    @Creates
    @Operation(
            operationId = "bindIdentity",
            summary = "Says whom a provider knows the person, or the machine, as",
            description = "People with a verified e-mail are bound by it at their first sign-in, and need not be here.")
    public RestResponse<IdentityResponse> bind(@PathParam("id") UUID id, @NotNull @Valid IdentityRequest request) {
        var identity = service.bind(caller, id, request);
        var location = "/api/v1/municipalities/" + caller.number() + "/people/" + id + "/identities/" + identity.id();
        return Reply.created(location, identity.version(), identity);
    }

    @DELETE
    @Path("/{identityId}")
    @Operation(
            operationId = "unbindIdentity",
            summary = "Forgets whom a provider knows the person as",
            description = "The next sign-in by that provider is a first one again.")
    public void unbind(
            @PathParam("id") UUID id,
            @PathParam("identityId") UUID identityId,
            @HeaderParam("If-Match") String ifMatch) {
        service.unbind(caller, id, identityId, new IfMatch(ifMatch));
    }
}
