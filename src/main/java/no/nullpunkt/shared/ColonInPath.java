package no.nullpunkt.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.regex.Pattern;

/** Finds {@code benefits:from-catalogue} also for clients that write its colon as {@code %3A}, as several do. */
@Provider
@PreMatching
public class ColonInPath implements ContainerRequestFilter {

    private static final Pattern ENCODED = Pattern.compile("%3A", Pattern.CASE_INSENSITIVE);

    @Override
    public void filter(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        var path = uri.getRawPath();
        var plain = ENCODED.matcher(path).replaceAll(":");
        if (!plain.equals(path)) {
            request.setRequestUri(URI.create(uri.toString().replace(path, plain)));
        }
    }
}
