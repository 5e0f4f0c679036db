package no.nullpunkt.trace;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import no.nullpunkt.access.Holder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/me/data")
@Authenticated
@Tag(name = "Trace")
public class OwnDataResource {

    private final SecurityIdentity identity;
    private final OwnDataService service;

    OwnDataResource(SecurityIdentity identity, OwnDataService service) {
        this.identity = identity;
        this.service = service;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "downloadOwnData",
            summary = "Everything that is stored on the caller",
            description =
                    "{\"items\": [{\"table\": …, \"row\": {…}}]}: each row that tells of the caller, by whatever column, as it "
                            + "is stored; passwords and codes are left out. The right of access of article 15 of the GDPR.")
    @APIResponse(
            responseCode = "200",
            description = "The rows",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            example = "{\"items\": [{\"table\": \"person\", \"row\": {\"name\": \"Kari Nordmann\"}}]}"))
    public RestResponse<StreamingOutput> data() {
        return answer(Holder.of(identity), service);
    }

    static RestResponse<StreamingOutput> answer(Holder holder, OwnDataService service) {
        StreamingOutput rows = out -> service.write(holder, out);
        return ResponseBuilder.ok(rows)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"nullpunkt-my-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
