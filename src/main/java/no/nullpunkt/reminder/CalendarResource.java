package no.nullpunkt.reminder;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HexFormat;
import java.util.Optional;
import no.nullpunkt.shared.Post;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Secret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/calendars")
@PermitAll
@Tag(name = "Reminder")
public class CalendarResource {

    static final String MEDIA_TYPE = "text/calendar";

    private final CalendarFeeds feeds;
    private final Calendars calendars;
    private final Post post;
    private final UriInfo uri;

    CalendarResource(CalendarFeeds feeds, Calendars calendars, Post post, UriInfo uri) {
        this.feeds = feeds;
        this.calendars = calendars;
        this.post = post;
        this.uri = uri;
    }

    @GET
    @Path("/{token}.ics")
    @PermitAll
    @SecurityRequirementsSet
    @Produces(MEDIA_TYPE)
    @Operation(
            operationId = "readCalendar",
            summary = "The due dates of one person, as iCalendar",
            description = "Titles and dates of what is owed and of the year to come, and no figures. It has an ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response read(
            @Parameter(description = "The secret of the address", example = "q9rXl1c2Yw8v0Zt4n7Ks3mB6d5Hf1Ja2")
                    @PathParam("token")
                    String token,
            @Context Request request) {
        var calendar = feeds.findReader(token)
                .map(reader -> calendars.of(reader, new Links(post.address(uri.getBaseUri()))))
                .orElseThrow(Problem::notFound);
        var etag = new EntityTag(HexFormat.of().formatHex(Secret.sha256(calendar)));
        var answer = Optional.ofNullable(request.evaluatePreconditions(etag))
                .orElseGet(() -> Response.ok(calendar, MEDIA_TYPE + ";charset=UTF-8"));
        return answer.tag(etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .build();
    }
}
