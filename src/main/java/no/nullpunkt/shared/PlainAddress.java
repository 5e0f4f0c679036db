package no.nullpunkt.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** Refuses control characters in an address: nothing is called by them, and the database takes no zero in a text. */
@Provider
@PreMatching
public class PlainAddress implements ContainerRequestFilter {

    private static final Pattern CONTROL = Pattern.compile("%(?:[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    @Override
    public void filter(ContainerRequestContext request) {
        if (CONTROL.matcher(request.getUriInfo().getRequestUri().toString()).find()) {
            throw Problem.notUnderstood("control-character");
        }
    }
}
