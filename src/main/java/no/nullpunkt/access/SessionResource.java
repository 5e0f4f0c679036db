package no.nullpunkt.access;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me/sessions")
@Authenticated
@Tag(name = "Account")
public class SessionResource {

    @Schema(name = "Session")
    record SessionResponse(
            UUID id,
            Instant beganAt,

            @Schema(description = "The last request, to the minute")
            Instant seenAt,

            @Schema(examples = "Firefox, Windows", description = "Empty where the browser does not tell")
            String browser,

            @Schema(examples = "192.0.2.0/24", description = "The address it began from, without its last part")
            String network) {

        static SessionResponse of(PageSession session) {
            return new SessionResponse(
                    session.id(), session.beganAt(), session.seenAt(), session.browser(), session.network());
        }
    }

    @Schema(name = "Sessions")
    record Sessions(
            List<SessionResponse> items,

            @Schema(nullable = true, description = "Always null: they are given whole")
            String next) {}

    private final SecurityIdentity identity;
    private final PageSessionService sessions;

    SessionResource(SecurityIdentity identity, PageSessionService sessions) {
        this.identity = identity;
        this.sessions = sessions;
    }

    @GET
    @Operation(operationId = "listSessions", summary = "Where the caller is signed in to the pages, the latest first")
    public Sessions list() {
        return new Sessions(
                sessions.list(Holder.of(identity), Optional.empty()).stream()
                        .map(SessionResponse::of)
                        .toList(),
                null);
    }

    @DELETE
    @Operation(operationId = "endSessions", summary = "Signs the caller out of the pages on every browser")
    public void endAll() {
        sessions.endOthers(Holder.of(identity), Optional.empty());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "endSession", summary = "Signs the caller out of the pages on one browser")
    public void end(@PathParam("id") UUID id) {
        sessions.end(Holder.of(identity), id);
    }
}
