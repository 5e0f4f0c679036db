package no.nullpunkt.shared;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Answers that carry the entity tag an editor needs. */
public final class Reply {

    private Reply() {}

    public static <T> RestResponse<T> ok(Object version, T entity) {
        return tagged(Status.OK, version, entity).build();
    }

    /** 201 with where the new thing is, as a path. */
    public static <T> RestResponse<T> created(String location, Object version, T entity) {
        return tagged(Status.CREATED, version, entity)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    /** 201 where the PUT created, 200 where it changed or left as it was. */
    public static <T> RestResponse<T> put(boolean created, Object version, T entity) {
        return tagged(created ? Status.CREATED : Status.OK, version, entity).build();
    }

    private static <T> ResponseBuilder<T> tagged(Status status, Object version, T entity) {
        return ResponseBuilder.create(status, entity).header(HttpHeaders.ETAG, IfMatch.etag(version));
    }
}
