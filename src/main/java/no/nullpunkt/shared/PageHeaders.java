package no.nullpunkt.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Tells caches that htmx is answered with a part of a page. */
@Provider
public class PageHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())
                && !MediaType.WILDCARD_TYPE.equals(response.getMediaType())) {
            response.getHeaders().putSingle(HttpHeaders.VARY, "HX-Request");
        }
    }
}
