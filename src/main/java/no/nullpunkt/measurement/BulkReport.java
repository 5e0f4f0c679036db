package no.nullpunkt.measurement;

import java.util.Collection;
import java.util.List;
import no.nullpunkt.measurement.BulkService.Mode;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of many values, as it is told. */
@Schema(name = "BulkOutcome")
public record BulkReport(
        @Schema(examples = "48") int created,
        @Schema(examples = "2") int updated,
        @Schema(examples = "0") int unchanged,

        @Schema(examples = "1", description = "How many were rejected, also when not all of them are told")
        int rejected,

        @Schema(description = "The first 1,000 that were rejected")
        List<Error> errors) {

    private static final int MOST_TOLD = 1000;

    /** One value that was rejected. */
    @Schema(name = "BulkError")
    public record Error(
            @Schema(
                    examples = "line 7, column value",
                    description = "A JSON pointer, a line and column, or a sheet and cell")
            String pointer,

            @Schema(examples = "7", nullable = true, description = "The line of a file, from 1")
            Integer line,

            @Schema(examples = "value", nullable = true) String column,

            Rejection.Kind kind,

            @Schema(examples = "number-not-understood", description = "As a single value would be refused")
            String code,

            @Schema(examples = "«tolv» er ikke et tall.") String message) {

        static Error of(Rejection rejection, Language language) {
            return new Error(
                    rejection.spot().pointer(),
                    rejection.spot().line(),
                    rejection.spot().column(),
                    rejection.kind(),
                    rejection.code(),
                    rejection.message().apply(language));
        }
    }

    /**
     * Tells what came of it.
     *
     * @throws Problem when nothing could be written though it was to be: 403 or 409 where that is what is wrong with each
     *     of those that were rejected, else 422
     */
    public static BulkReport of(BulkOutcome outcome, Mode mode, boolean dryRun, Language language) {
        var rejections = outcome.rejections().values();
        var told = rejections.stream()
                .limit(MOST_TOLD)
                .map(rejection -> Error.of(rejection, language))
                .toList();
        if (mode == Mode.ATOMIC && !dryRun && !rejections.isEmpty()) {
            throw refusal(rejections)
                    .with("created", 0)
                    .with("updated", 0)
                    .with("unchanged", outcome.count(Effect.UNCHANGED))
                    .with("rejected", rejections.size())
                    .with("errors", told);
        }
        return new BulkReport(
                outcome.count(Effect.CREATED),
                outcome.count(Effect.UPDATED),
                outcome.count(Effect.UNCHANGED),
                rejections.size(),
                told);
    }

    private static Problem refusal(Collection<Rejection> rejections) {
        if (rejections.stream().allMatch(rejection -> rejection.kind() == Rejection.Kind.FORBIDDEN)) {
            return Problem.forbidden("values-rejected", rejections.size());
        }
        if (rejections.stream().allMatch(rejection -> rejection.kind().isAgainstPresentState())) {
            return Problem.conflict("values-rejected", rejections.size());
        }
        return Problem.rule("values-rejected", rejections.size());
    }
}
