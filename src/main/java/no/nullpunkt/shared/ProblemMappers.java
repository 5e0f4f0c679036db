package no.nullpunkt.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure leaves as {@code application/problem+json}, in the caller's language, with a stable code. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final AllowedMethods allowedMethods;

    ProblemMappers(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

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
        var body = ProblemDocument.of(problem, Language.of(headers));
        body.put(
                "errors",
                violations.stream()
                        .map(v -> ProblemDocument.error(pointerOf(v), codeOf(v), v.getMessage()))
                        .sorted((a, b) -> a.get("pointer").compareTo(b.get("pointer")))
                        .toList());
        return response(problem.status(), body);
    }

    /** The mismatch is named too, for Quarkus has a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response json(JsonProcessingException exception, HttpHeaders headers) {
        return answer(UnreadableJson.problem(exception), headers);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception, ContainerRequestContext request, HttpHeaders headers) {
        if (exception.getCause() instanceof JsonProcessingException json) {
            return answer(UnreadableJson.problem(json), headers);
        }
        if (exception.getCause() instanceof Problem problem) {
            return answer(problem, headers);
        }
        if (exception instanceof NotFoundException || exception instanceof NotAllowedException) {
            return notHere(request, headers);
        }
        var status = exception.getResponse().getStatus();
        return status < 400 ? exception.getResponse() : answer(status, headers);
    }

    private Response notHere(ContainerRequestContext request, HttpHeaders headers) {
        var allowed = allowedMethods.at(request.getUriInfo().getPath());
        if (allowed.isEmpty() || allowed.contains(request.getMethod())) {
            return answer(404, headers);
        }
        return Response.fromResponse(answer(405, headers))
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(HttpHeaders headers) {
        return Response.fromResponse(answer(401, headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Nullpunkt\", charset=\"UTF-8\"")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, HttpHeaders headers) {
        return answer(403, headers);
    }

    @ServerExceptionMapper
    Response changedMeanwhile(OptimisticLockException exception, HttpHeaders headers) {
        return answer(412, headers);
    }

    /** Two wrote the same thing at once and this one came second; a constraint in the database saw it. */
    @ServerExceptionMapper
    Response writtenMeanwhile(org.hibernate.exception.ConstraintViolationException exception, HttpHeaders headers) {
        if (exception.getKind() == org.hibernate.exception.ConstraintViolationException.ConstraintKind.UNIQUE) {
            return answer(Problem.conflict("written-meanwhile"), headers);
        }
        return unexpected(exception, headers);
    }

    /** A change that began later wrote first; the database refused this one. */
    @ServerExceptionMapper
    Response overtaken(PessimisticLockException exception, HttpHeaders headers) {
        return answer(Problem.conflict("written-meanwhile"), headers);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception, HttpHeaders headers) {
        var incident = UUID.randomUUID();
        LOG.errorf(exception, "Incident %s", incident);
        var body = ProblemDocument.ofStatus(500, Language.of(headers));
        body.put("incident", incident);
        return response(500, body);
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
                pointer.append('/').append(ProblemDocument.escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String codeOf(ConstraintViolation<?> violation) {
        var template = violation.getMessageTemplate();
        return ConstraintCode.of(template.substring(1, template.length() - 1));
    }

    private static Response answer(Problem problem, HttpHeaders headers) {
        return response(problem.status(), ProblemDocument.of(problem, Language.of(headers)));
    }

    private static Response answer(int status, HttpHeaders headers) {
        return response(status, ProblemDocument.ofStatus(status, Language.of(headers)));
    }

    private static Response response(int status, Map<String, Object> body) {
        return Response.status(status)
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(body)
                .build();
    }
}
