package no.nullpunkt.access;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/security-events")
@Authenticated
@Tag(name = "Trace")
public class SecurityEventResource {

    @Schema(name = "SecurityEvent")
    record EventResponse(
            UUID id,
            Instant at,
            SecurityEvent.Kind kind,

            @Schema(nullable = true, description = "Whose account or rights")
            UUID personId,

            @Schema(nullable = true, description = "Who did it, where it was not the person")
            UUID byId,

            @Schema(nullable = true, examples = "LEADER", description = "A code that says more, such as the role")
            String detail) {

        static EventResponse of(SecurityEvents.Kept event) {
            return new EventResponse(
                    event.id(), event.at(), event.kind(), event.personId(), event.byId(), event.detail());
        }
    }

    private final Caller caller;
    private final SecurityEvents events;

    SecurityEventResource(Caller caller, SecurityEvents events) {
        this.caller = caller;
        this.events = events;
    }

    @GET
    @Operation(
            operationId = "listSecurityEvents",
            summary = "What happened to accounts and rights, the latest first",
            description = "For administrators. People are told by id; names, e-mails and addresses are not kept here.")
    public Page<EventResponse> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        caller.mustAdminister();
        return events.page(caller.municipalityId(), Cursor.decodeIdBefore(cursor), limit)
                .map(EventResponse::of);
    }
}
