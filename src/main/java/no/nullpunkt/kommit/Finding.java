package no.nullpunkt.kommit;

import java.util.Arrays;
import no.nullpunkt.shared.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something to tell of a cell.
 *
 * @param code key of a text: of the bundle of problems for what must be mended, for it is one when the sheet is
 *     refused, and else of the tool's own
 */
record Finding(Kind kind, String code, Place place, Object... arguments) {

    @Schema(name = "KommitFindingKind")
    enum Kind {
        /** Must be mended, or answered in the request, before the sheet can be taken in. */
        MUST_MEND,
        /** The sheet itself is wrong here: its own figures or names cannot be trusted. */
        FAULT,
        /** The sheet does not say; this is what it is taken for. */
        ASSUMED,
        /** There is no place for it, or it could not be understood. */
        NOT_USED
    }

    String message(Language language) {
        var bundle = kind == Kind.MUST_MEND ? "problems" : "kommit";
        return language.text(
                bundle, code, Arrays.stream(arguments).map(String::valueOf).toArray());
    }
}
