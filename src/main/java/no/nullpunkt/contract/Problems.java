package no.nullpunkt.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import no.nullpunkt.shared.ConstraintCode;
import no.nullpunkt.shared.Language;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problem responses, each with a problem as it is sent, and the list of all codes. */
final class Problems {

    private static final Language EXAMPLES = Language.NB;

    /** A problem that shows what a status is used for. */
    private record Shown(int status, String description, String code, Map<String, ?> members, Object... arguments) {}

    private static final List<Shown> ALL = List.of(
            new Shown(
                    400,
                    "Not understood: malformed JSON, an unknown field, a wrong type, or a parameter that cannot be read",
                    "unknown-field",
                    Map.of("errors", List.of(error("/naem", "unknown-field", "naem"))),
                    "naem"),
            new Shown(401, "Not signed in", "sign-in-required", Map.of()),
            new Shown(403, "The caller's roles do not cover this", "forbidden", Map.of()),
            new Shown(404, "No such thing, or none that is the caller's to know", "not-found", Map.of()),
            new Shown(409, "Against the present state", "written-meanwhile", Map.of()),
            new Shown(
                    412,
                    "Changed by someone else meanwhile; `current` is how it stands now",
                    "stale",
                    Map.of("currentETag", "\"4\"")),
            new Shown(413, "Larger than the limit, which the problem tells", "too-large", Map.of()),
            new Shown(415, "The body is of a media type that is not read here", "wrong-media-type", Map.of()),
            new Shown(
                    422,
                    "Understood, and against a rule",
                    "reason-required",
                    Map.of("errors", List.of(error("/reason", "reason-required")))),
            new Shown(
                    428, "Changing what stands needs `If-Match`", "if-match-required", Map.of("currentETag", "\"4\"")),
            new Shown(
                    429,
                    "Too many attempts to sign in failed; `Retry-After` tells in how many seconds the next is heard",
                    "too-many-attempts",
                    Map.of()),
            new Shown(
                    500,
                    "The fault is the service's, and nothing was saved",
                    "unexpected",
                    Map.of("incident", "0b0e5d0c-6d5f-4a55-9d0b-7f0b1f0a3c11")));

    private Problems() {}

    static void describe(Components components) {
        ALL.forEach(shown -> components.addResponse(String.valueOf(shown.status()), response(shown)));
        components.getSchemas().get("ProblemCode").setDescription(codes());
    }

    private static APIResponse response(Shown shown) {
        var mediaType = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("Problem"))
                .example(problem(shown));
        return OASFactory.createAPIResponse()
                .description(shown.description())
                .content(OASFactory.createContent().addMediaType("application/problem+json", mediaType));
    }

    private static Map<String, Object> problem(Shown shown) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:nullpunkt:problem:" + shown.code());
        problem.put("title", EXAMPLES.text("problems", "title-" + shown.status()));
        problem.put("status", shown.status());
        problem.put("detail", EXAMPLES.text("problems", shown.code(), shown.arguments()));
        problem.put("code", shown.code());
        problem.putAll(shown.members());
        return problem;
    }

    private static Map<String, String> error(String pointer, String code, Object... arguments) {
        var error = new LinkedHashMap<String, String>();
        error.put("pointer", pointer);
        error.put("code", code);
        error.put("message", EXAMPLES.text("problems", code, arguments));
        return error;
    }

    private static String codes() {
        var table = new StringBuilder("""
                Stable: a code keeps its meaning. New ones may come, so treat an unknown one by its status.

                | Code | In English |
                |---|---|
                """);
        texts().forEach((code, text) -> table.append("| `" + code + "` | " + text + " |\n"));
        return table.toString();
    }

    /** Of the bundle of problems, and of the one whose keys name the constraints of single fields. */
    private static Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        var problems = ResourceBundle.getBundle("texts.problems", Locale.ENGLISH);
        problems.keySet().stream()
                .filter(key -> !key.startsWith("title-"))
                .forEach(key -> texts.put(key, problems.getString(key)));
        var constraints = ResourceBundle.getBundle("ValidationMessages", Locale.ENGLISH);
        constraints.keySet().forEach(key -> texts.putIfAbsent(ConstraintCode.of(key), constraints.getString(key)));
        return texts;
    }
}
