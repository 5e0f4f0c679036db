package no.nullpunkt.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Fails as nothing in the service should. Outside the API, so that the contract never sees it. */
@Path("/testing/failing")
public class Failing {

    @GET
    @PermitAll
    public String fail() {
        throw new IllegalStateException("a secret of the inside");
    }
}
