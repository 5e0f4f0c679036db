package no.nullpunkt.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A problem as it is sent, in one language. */
final class ProblemDocument {

    static final String MEDIA_TYPE = "application/problem+json";

    /** The longest part of a request that is told back. */
    private static final int LONGEST_ECHO = 100;

    private ProblemDocument() {}

    static Map<String, Object> of(Problem problem, Language language) {
        var body = body(problem.status(), problem.code(), language, problem.arguments());
        if (!problem.errors().isEmpty()) {
            body.put("errors", describe(problem.errors(), language));
        }
        body.putAll(problem.members());
        return body;
    }

    /** For failures of which no more is known. */
    static Map<String, Object> ofStatus(int status, Language language) {
        var code = switch (status) {
            case 400 -> "not-understood";
            case 401 -> "sign-in-required";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 408 -> "too-slow";
            case 412 -> "stale";
            case 413 -> "too-large";
            case 415 -> "wrong-media-type";
            case 429 -> "too-many-attempts";
            case 503 -> "unavailable";
            default -> status < 500 ? "not-understood" : "unexpected";
        };
        return body(status, code, language);
    }

    private static List<Map<String, String>> describe(List<Problem.Error> errors, Language language) {
        return errors.stream()
                .map(e -> error(e.pointer(), e.code(), language.text("problems", e.code(), e.arguments())))
                .toList();
    }

    static Map<String, String> error(String pointer, String code, String message) {
        var error = new LinkedHashMap<String, String>();
        error.put("pointer", pointer);
        error.put("code", code);
        error.put("message", message);
        return error;
    }

    /** A name as a part of a JSON pointer. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String shorten(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }

    private static Map<String, Object> body(int status, String code, Language language, Object... arguments) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:nullpunkt:problem:" + code);
        body.put("title", language.text("problems", "title-" + (status >= 500 ? 500 : status)));
        body.put("status", status);
        body.put("detail", language.text("problems", code, arguments));
        body.put("code", code);
        return body;
    }
}
