package no.nullpunkt.entry;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/todo")
@Authenticated
@Tag(name = "Todo")
public class TodoResource {

    @Schema(name = "Todo")
    record Response(
            TodoItem.Kind kind,
            LocalDate due,

            @Schema(description = "Whether the day has passed")
            boolean overdue,

            @Schema(examples = "Utrykninger etter varsel") String title,
            UUID benefitId,

            @Schema(nullable = true, description = "Where a value or null-point is what is owed")
            UUID indicatorId,

            @Schema(nullable = true) UUID unitId,

            @Schema(nullable = true, description = "Of a value: the last of its cycle")
            YearMonth month,

            @Schema(nullable = true, description = "Of an action")
            UUID actionId) {

        static Response of(TodoItem item, LocalDate today) {
            return new Response(
                    item.kind(),
                    item.due(),
                    item.due().isBefore(today),
                    item.title(),
                    item.benefitId(),
                    item.indicatorId(),
                    item.unitId(),
                    item.month(),
                    item.actionId());
        }
    }

    private final Caller caller;
    private final Todo todo;

    TodoResource(Caller caller, Todo todo) {
        this.caller = caller;
        this.todo = todo;
    }

    @GET
    @Operation(
            operationId = "listTodo",
            summary = "What the caller owes, the earliest due first",
            description = "Values whose cycle has begun, null-points to approve, and actions not done.")
    public Page<Response> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return todo.page(caller, Cursor.decode(cursor), limit).map(item -> Response.of(item, todo.today()));
    }
}
