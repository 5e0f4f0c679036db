package no.nullpunkt.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure told to the caller as RFC 9457 problem details. The {@code code} is English and stable; its text, and that
 * of each error, is written in the caller's language from {@code texts/problems_*.properties} when it is sent.
 */
public final class Problem extends RuntimeException {

    /** One thing that is wrong and where: a JSON pointer, a query parameter, or a sheet and cell. */
    public record Error(String pointer, String code, Object[] arguments) {}

    private final int status;
    private final String code;
    private final transient Object[] arguments;
    private final transient List<Error> errors = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private Problem(int status, String code, Object... arguments) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = hidden(arguments);
    }

    /** What was sent is told back in many problems, but no birth number is: it would end up in somebody's log. */
    private static Object[] hidden(Object... arguments) {
        return Arrays.stream(arguments)
                .map(each -> each instanceof String text ? BirthNumber.hidden(text) : each)
                .toArray();
    }

    /** 400: JSON, types or parameters that cannot be read. */
    public static Problem notUnderstood(String code, Object... arguments) {
        return new Problem(400, code, arguments);
    }

    /** 403: the caller is known and may not. */
    public static Problem forbidden(String code, Object... arguments) {
        return new Problem(403, code, arguments);
    }

    /** 404: there is no such thing in this municipality, or it is not the caller's to know. */
    public static Problem notFound() {
        return new Problem(404, "not-found");
    }

    /** 404 for an id inside a request that this municipality does not have. */
    public static Problem unknown(String pointer, Object id) {
        return new Problem(404, "unknown-reference", id).at(pointer, "unknown-reference", id);
    }

    /** 404: the indicator is not measured in the unit. */
    public static Problem notMeasuredIn(Object unitId) {
        return new Problem(404, "unit-not-measured", unitId).at("/unitId", "unit-not-measured", unitId);
    }

    /** 408: the rest of the request did not come. */
    static Problem tooSlow() {
        return new Problem(408, "too-slow");
    }

    /** 409: against the present state. */
    public static Problem conflict(String code, Object... arguments) {
        return new Problem(409, code, arguments);
    }

    /** 412: someone else has changed it; {@code current} is how it stands now. */
    public static Problem stale(String etag, Object current) {
        return new Problem(412, "stale").with("currentETag", etag).with("current", current);
    }

    /** 413: more than the limit. */
    public static Problem tooLarge(String code, Object... arguments) {
        return new Problem(413, code, arguments);
    }

    /** 422: understood, and against a rule of the domain. */
    public static Problem rule(String code, Object... arguments) {
        return new Problem(422, code, arguments);
    }

    /** 422 with one error at a place: the error's own code is the problem's. */
    public static Problem ruleAt(String pointer, String code, Object... arguments) {
        return rule(code, arguments).at(pointer, code, arguments);
    }

    /** 428: an edit needs If-Match. */
    public static Problem preconditionRequired(String etag) {
        return new Problem(428, "if-match-required").with("currentETag", etag);
    }

    public Problem at(String pointer, String errorCode, Object... errorArguments) {
        errors.add(new Error(BirthNumber.hidden(pointer), errorCode, hidden(errorArguments)));
        return this;
    }

    /** The same problem told of another place: of the cell, say, that the refused figure was read from. */
    public Problem movedTo(String pointer) {
        var moved = new Problem(status, code, arguments);
        return moved.at(pointer, code, arguments);
    }

    /** The same problem, of a part of what was sent: all its places lie within that part. */
    public Problem within(String part) {
        var moved = new Problem(status, code, arguments);
        errors.forEach(error -> moved.at(part + error.pointer, error.code, error.arguments));
        moved.members.putAll(members);
        return moved;
    }

    /** Adds a member to the problem document. */
    public Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    Object[] arguments() {
        return arguments;
    }

    /** What is wrong, in words. */
    public String detail(Language language) {
        return language.text("problems", code, arguments);
    }

    public List<Error> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** The first thing that is wrong, at a place where one is known. */
    public Error first() {
        return errors.isEmpty() ? new Error("", code, arguments) : errors.get(0);
    }

    Map<String, Object> members() {
        return members;
    }
}
