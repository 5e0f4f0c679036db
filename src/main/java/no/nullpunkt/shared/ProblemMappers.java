package no.nullpunkt.shared;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure leaves as {@code application/problem+json}, in the caller's language, with a stable code. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    @ServerExceptionMapper
    Response problem(Problem problem, HttpHeaders headers) {
        return answer(problem, headers);
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException exception, HttpHeaders headers) {
        var violations = exception.getConstraintViolations();
        if (violations.stream().anyMatch(v -> pointerOf(v).isEmpty() && "not-null".equals(codeOf(v)))) {
            return answer(Problem.notUnderstood("body-missing"), headers);
        }
        var problem = violations.stream().anyMatch(v -> "text-too-long".equals(codeOf(v)))
                ? Problem.tooLarge("text-too-long", Text.LIMIT)
                : violations.stream().allMatch(v -> pointerOf(v).startsWith("?"))
                        ? Problem.notUnderstood("invalid-parameter")
                        : Problem.rule("invalid");
        var body = body(problem, Language.of(headers));
        body.put(
                "errors",
                violations.stream()
                        .map(v -> error(pointerOf(v), codeOf(v), v.getMessage()))
                        .sorted((a, b) -> a.get("pointer").compareTo(b.get("pointer")))
                        .toList());
        return response(problem.status(), body);
    }

    /** The mismatch is named too, for Quarkus has a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response json(JsonProcessingException exception, HttpHeaders headers) {
        return answer(notUnderstood(exception), headers);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception, HttpHeaders headers) {
        if (exception.getCause() instanceof JsonProcessingException json) {
            return answer(notUnderstood(json), headers);
        }
        if (exception.getCause() instanceof Problem problem) {
            return answer(problem, headers);
        }
        var status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        return response(status, byStatus(status, headers));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(HttpHeaders headers) {
        return Response.fromResponse(response(401, byStatus(401, headers)))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Nullpunkt\", charset=\"UTF-8\"")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, HttpHeaders headers) {
        return response(403, byStatus(403, headers));
    }

    @ServerExceptionMapper
    Response changedMeanwhile(OptimisticLockException exception, HttpHeaders headers) {
        return response(412, byStatus(412, headers));
    }

    /** Two wrote the same thing at once and this one came second; a constraint in the database saw it. */
    @ServerExceptionMapper
    Response writtenMeanwhile(org.hibernate.exception.ConstraintViolationException exception, HttpHeaders headers) {
        if (exception.getKind() == org.hibernate.exception.ConstraintViolationException.ConstraintKind.UNIQUE) {
            return answer(Problem.conflict("written-meanwhile"), headers);
        }
        return unexpected(exception, headers);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception, HttpHeaders headers) {
        var incident = UUID.randomUUID();
        LOG.errorf(exception, "Incident %s", incident);
        var body = byStatus(500, headers);
        body.put("incident", incident);
        return response(500, body);
    }

    private static Problem notUnderstood(JsonProcessingException exception) {
        if (exception instanceof JsonMappingException mapping && mapping.getCause() instanceof Problem problem) {
            return problem;
        }
        if (exception instanceof UnrecognizedPropertyException unknown) {
            return Problem.notUnderstood("unknown-field", unknown.getPropertyName())
                    .at(pointerOf(unknown), "unknown-field", unknown.getPropertyName());
        }
        if (exception instanceof InvalidFormatException format) {
            var value = shorten(String.valueOf(format.getValue()));
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
        if (exception instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return Problem.notUnderstood("wrong-shape").at(pointerOf(mapping), "wrong-shape");
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
                                    : escape(reference.getFieldName()));
        }
        return pointer.toString();
    }

    /** Bodies are always called {@code request}: what lies inside is a JSON pointer, the rest are parameters. */
    private static String pointerOf(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        var body = false;
        var depth = 0;
        for (var node : violation.getPropertyPath()) {
            depth++;
            if (depth == 1) {
                continue;
            }
            if (depth == 2) {
                body = "request".equals(node.getName());
                if (!body) {
                    pointer.append('?').append(node.getName());
                }
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String shorten(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String codeOf(ConstraintViolation<?> violation) {
        var template = violation.getMessageTemplate();
        return ConstraintCode.of(template.substring(1, template.length() - 1));
    }

    private static Response answer(Problem problem, HttpHeaders headers) {
        var language = Language.of(headers);
        var body = body(problem, language);
        var errors = problem.errors();
        if (!errors.isEmpty()) {
            body.put("errors", describe(errors, language));
        }
        body.putAll(problem.members());
        return response(problem.status(), body);
    }

    /** The errors of a problem as they are sent, in one language. */
    static List<Map<String, String>> describe(List<Problem.Error> errors, Language language) {
        return errors.stream()
                .map(e -> error(e.pointer(), e.code(), language.text("problems", e.code(), e.arguments())))
                .toList();
    }

    private static Map<String, String> error(String pointer, String code, String message) {
        var error = new LinkedHashMap<String, String>();
        error.put("pointer", pointer);
        error.put("code", code);
        error.put("message", message);
        return error;
    }

    private static Map<String, Object> byStatus(int status, HttpHeaders headers) {
        var code = switch (status) {
            case 400 -> "not-understood";
            case 401 -> "sign-in-required";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 412 -> "stale";
            case 413 -> "too-large";
            case 415 -> "wrong-media-type";
            case 503 -> "unavailable";
            default -> status < 500 ? "not-understood" : "unexpected";
        };
        return body(status, code, Language.of(headers));
    }

    private static Map<String, Object> body(Problem problem, Language language) {
        return body(problem.status(), problem.code(), language, problem.arguments());
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

    private static Response response(int status, Map<String, Object> body) {
        return Response.status(status).type(MEDIA_TYPE).entity(body).build();
    }
}
