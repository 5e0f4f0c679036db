package no.nullpunkt.trace;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import no.nullpunkt.access.Holder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** What is stored on whoever is signed in to the pages, as a file: the API takes no cookie. */
@Path("/konto/data")
@Authenticated
public class OwnDataPages {

    private final SecurityIdentity identity;
    private final OwnDataService service;

    OwnDataPages(SecurityIdentity identity, OwnDataService service) {
        this.identity = identity;
        this.service = service;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> file() {
        return OwnDataResource.answer(Holder.of(identity), service);
    }
}
