package no.nullpunkt.shared;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;

/** What is wrong with JSON that could not be read, and where. */
public final class UnreadableJson {

    private UnreadableJson() {}

    public static Problem problem(JsonProcessingException exception) {
        if (exception instanceof JsonMappingException mapping && mapping.getCause() instanceof Problem problem) {
            return problem;
        }
        if (exception instanceof Json.HoldsBirthNumber found) {
            return Problem.rule("invalid").at(pointerOf(found), "birth-number", found.place.from(), found.place.to());
        }
        if (exception instanceof UnrecognizedPropertyException unknown) {
            var name = ProblemDocument.shorten(unknown.getPropertyName());
            return Problem.notUnderstood("unknown-field", name).at(pointerOf(unknown), "unknown-field", name);
        }
        if (exception instanceof InvalidFormatException format) {
            var value = ProblemDocument.shorten(String.valueOf(format.getValue()));
            if (format.getTargetType() != null && format.getTargetType().isEnum()) {
                var allowed = String.join(
                        ", ",
                        Arrays.stream(format.getTargetType().getEnumConstants())
                                .map(Object::toString)
                                .toList());
                return Problem.notUnderstood("unknown-choice", value, allowed)
                        .at(pointerOf(format), "unknown-choice", value, allowed);
            }
            var type =
                    format.getTargetType() == null ? "" : format.getTargetType().getSimpleName();
            return Problem.notUnderstood("wrong-type", value, type).at(pointerOf(format), "wrong-type", value, type);
        }
        if (exception instanceof MismatchedInputException mismatch) {
            return Problem.notUnderstood("wrong-shape").at(pointerOf(mismatch), "wrong-shape");
        }
        JsonLocation location = exception.getLocation();
        var line = location == null ? 1 : location.getLineNr();
        var column = location == null ? 1 : location.getColumnNr();
        return Problem.notUnderstood("malformed-json", line, column)
                .at("line " + line + ", column " + column, "malformed-json", line, column);
    }

    private static String pointerOf(JsonMappingException exception) {
        var pointer = new StringBuilder();
        for (var reference : exception.getPath()) {
            pointer.append('/')
                    .append(
                            reference.getFieldName() == null
                                    ? String.valueOf(reference.getIndex())
                                    : ProblemDocument.escape(reference.getFieldName()));
        }
        return pointer.toString();
    }
}
