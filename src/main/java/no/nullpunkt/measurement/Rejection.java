package no.nullpunkt.measurement;

import java.util.function.Function;
import no.nullpunkt.measurement.Place.Spot;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why one of many values was not taken, and where it stands. */
public record Rejection(Spot spot, Kind kind, String code, Function<Language, String> message) {

    /** What kind of reason it is. */
    @Schema(name = "RejectionKind")
    public enum Kind {
        NOT_UNDERSTOOD,
        FORBIDDEN,
        NOT_FOUND,
        /** Something else stands there than the sender has seen or may replace. */
        CONFLICT,
        /** The month is closed. */
        LOCKED,
        AGAINST_RULE;

        boolean isAgainstPresentState() {
            return this == CONFLICT || this == LOCKED;
        }

        static Kind of(Problem problem) {
            return switch (problem.status()) {
                case 400 -> NOT_UNDERSTOOD;
                case 403 -> FORBIDDEN;
                case 404 -> NOT_FOUND;
                case 409 -> problem.code().equals("month-closed") ? LOCKED : CONFLICT;
                default -> AGAINST_RULE;
            };
        }
    }

    static Rejection of(Place place, Problem problem) {
        var error = problem.first();
        return new Rejection(
                place.of(error.pointer()),
                Kind.of(problem),
                error.code(),
                language -> language.text("problems", error.code(), error.arguments()));
    }
}
