package no.nullpunkt.reminder;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/reminders")
@Authenticated
@Tag(name = "Reminder")
public class ReminderResource {

    @Schema(name = "ReminderOccasion")
    record OccasionResponse(
            Occasion.Kind kind,

            @Schema(description = "The latest due date that it is about")
            LocalDate due) {}

    @Schema(name = "Reminder")
    record Response(
            UUID id,
            UUID personId,
            Reminder.Status status,

            @Schema(description = "What the mail is sent for")
            List<OccasionResponse> occasions,

            Instant plannedAt,

            @Schema(nullable = true, description = "While it waits: when it is tried next")
            Instant nextAttemptAt,

            @Schema(description = "How often a mail server refused it; given up after " + Reminder.MOST_REFUSALS)
            int refusals,

            @Schema(nullable = true, description = "Why it did not get through when last tried")
            String error,

            @Schema(nullable = true, description = "When it was sent, dropped or given up")
            Instant endedAt) {

        static Response of(Reminder reminder, List<Occasion> occasions) {
            var isWaiting = reminder.status == Reminder.Status.WAITING;
            return new Response(
                    reminder.id,
                    reminder.personId,
                    reminder.status,
                    occasions.stream()
                            .map(each -> new OccasionResponse(each.kind(), each.due()))
                            .toList(),
                    reminder.plannedAt,
                    isWaiting ? reminder.nextAttemptAt : null,
                    reminder.refusals,
                    reminder.error,
                    reminder.endedAt);
        }
    }

    private final Caller caller;
    private final Reminders reminders;

    ReminderResource(Caller caller, Reminders reminders) {
        this.caller = caller;
        this.reminders = reminders;
    }

    @GET
    @Operation(
            operationId = "listReminders",
            summary = "The mails that remind people of what they owe, the latest first",
            description = "Who was written to, when and for what; and what did not get through. For administrators and "
                    + "project leaders.")
    public Page<Response> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        caller.mustSeeReminders();
        var page = reminders.page(caller.municipalityId(), Cursor.decodeIdBefore(cursor), limit);
        var ids = page.items().stream().map(reminder -> reminder.id).toList();
        var occasions = reminders.occasionsOf(caller.municipalityId(), ids);
        return page.map(reminder -> Response.of(reminder, occasions.get(reminder.id)));
    }
}
