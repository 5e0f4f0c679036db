package no.nullpunkt.shared;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Every version of a thing, the latest first.
 *
 * @param next always null: the history is given whole
 */
public record History<T>(
        List<Version<T>> items,

        @Schema(nullable = true, description = "Always null: the history is given whole")
        String next) {

    /**
     * How it stood from an instant on, until the version above.
     *
     * @param removed whether it was taken away then; the state is that until then
     * @param changedBy the name of whoever changed it, null when nobody is known
     */
    public record Version<T>(
            T state,

            @Schema(description = "Taken away then; the state is that until then")
            boolean removed,

            Instant changedAt,
            @Schema(nullable = true) UUID changedById,

            @Schema(nullable = true, examples = "Kari Nordmann")
            String changedBy,

            @Schema(nullable = true, examples = "Talt på nytt")
            String changeReason) {}
}
