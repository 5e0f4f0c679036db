package no.nullpunkt.reminder;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Post;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/calendar-feed")
@Authenticated
@Tag(name = "Reminder")
public class CalendarFeedResource {

    @Schema(name = "CalendarFeed")
    record FeedResponse(
            @Schema(description = "Since when it is shown under its present address")
            Instant createdAt) {}

    @Schema(name = "CalendarAddress")
    record AddressResponse(
            @Schema(
                    examples = "https://nullpunkt.kommune.no/api/v1/calendars/q9rXl1c2Yw8v0Zt4n7Ks3mB6d5Hf1Ja2.ics",
                    description = "Told this once. Whoever knows it can read the calendar")
            String address,

            Instant createdAt) {}

    private final Caller caller;
    private final CalendarFeeds feeds;
    private final CalendarService service;
    private final Post post;
    private final UriInfo uri;

    CalendarFeedResource(Caller caller, CalendarFeeds feeds, CalendarService service, Post post, UriInfo uri) {
        this.caller = caller;
        this.feeds = feeds;
        this.service = service;
        this.post = post;
        this.uri = uri;
    }

    @GET
    @Operation(operationId = "getCalendarFeed", summary = "Whether the caller's due dates are shown as a calendar")
    public FeedResponse get() {
        return feeds.find(caller.municipalityId(), caller.personId())
                .map(FeedResponse::new)
                .orElseThrow(Problem::notFound);
    }

    /** Not with an Idempotency-Key: the answer would be kept, and the secret with it. */
    @POST
    @Operation(
            operationId = "createCalendarFeed",
            summary = "Shows the caller's due dates as a calendar, under a new secret address",
            description = "For calendar programs, which cannot sign in. An address made earlier ends.")
    public AddressResponse create() {
        var feed = service.create(caller);
        return new AddressResponse(new Links(post.address(uri.getBaseUri())).calendar(feed.token()), feed.createdAt());
    }

    @DELETE
    @Operation(operationId = "deleteCalendarFeed", summary = "Ends the calendar's address, if there is one")
    public void delete() {
        service.delete(caller);
    }
}
