package no.nullpunkt.shared;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses what another site makes a browser send, pages and API alike. Forms carry a token besides; this one also stands
 * against a neighbour under the same domain, who may set cookies here, and for a password that a browser remembers.
 */
@Provider
@PreMatching
public class SameOrigin implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** {@code none} is someone at the browser itself. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) && !isOurs(request)) {
            throw Problem.forbidden("cross-site");
        }
    }

    /** Browsers of before 2023 tell no site but their origin; programs tell neither. */
    private static boolean isOurs(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        var origin = request.getHeaderString("Origin");
        return site == null
                ? origin == null
                        || origin.endsWith(
                                "//" + request.getUriInfo().getRequestUri().getAuthority())
                : OURS.contains(site);
    }
}
