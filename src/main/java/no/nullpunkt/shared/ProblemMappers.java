package no.nullpunkt.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpClosedException;
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
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure leaves as a problem, in the caller's language, with a stable code. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final AllowedMethods allowedMethods;
    private final ProblemReply reply;

    ProblemMappers(AllowedMethods allowedMethods, ProblemReply reply) {
        this.allowedMethods = allowedMethods;
        this.reply = reply;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, HttpHeaders headers) {
        return reply.of(problem, headers);
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException exception, HttpHeaders headers) {
        var violations = exception.getConstraintViolations();
        if (violations.stream().anyMatch(v -> pointerOf(v).isEmpty() && "not-null".equals(codeOf(v)))) {
            return reply.of(Problem.notUnderstood("body-missing"), headers);
        }
        var problem = violations.stream().anyMatch(v -> "text-too-long".equals(codeOf(v)))
                ? Problem.tooLarge("text-too-long", Text.LIMIT)
                : violations.stream().allMatch(v -> pointerOf(v).startsWith("?"))
                        ? Problem.notUnderstood("invalid-parameter")
                        : Problem.rule("invalid");
        var body = ProblemDocument.of(problem, reply.language(headers));
        body.put(
                "errors",
                violations.stream()
                        .map(v -> ProblemDocument.error(pointerOf(v), codeOf(v), v.getMessage()))
                        .sorted((a, b) -> a.get("pointer").compareTo(b.get("pointer")))
                        .toList());
        return reply.of(problem.status(), body, headers);
    }

    /** The mismatch is named too, for Quarkus has a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response json(JsonProcessingException exception, HttpHeaders headers) {
        return reply.of(UnreadableJson.problem(exception), headers);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception, ContainerRequestContext request, HttpHeaders headers) {
        if (exception.getCause() instanceof JsonProcessingException json) {
            return reply.of(UnreadableJson.problem(json), headers);
        }
        if (exception.getCause() instanceof Problem problem) {
            return reply.of(problem, headers);
        }
        if (exception instanceof NotFoundException || exception instanceof NotAllowedException) {
            return notHere(request, headers);
        }
        var status = exception.getResponse().getStatus();
        return status < 400 ? exception.getResponse() : reply.of(status, headers);
    }

    private Response notHere(ContainerRequestContext request, HttpHeaders headers) {
        var allowed = allowedMethods.at(request.getUriInfo().getPath());
        if (allowed.isEmpty() || allowed.contains(request.getMethod())) {
            return reply.of(404, headers);
        }
        return Response.fromResponse(reply.of(405, headers))
                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, HttpHeaders headers) {
        return reply.of(403, headers);
    }

    @ServerExceptionMapper
    Response changedMeanwhile(OptimisticLockException exception, HttpHeaders headers) {
        return reply.of(412, headers);
    }

    /** Two wrote the same thing at once and this one came second; a constraint in the database saw it. */
    @ServerExceptionMapper
    Response writtenMeanwhile(org.hibernate.exception.ConstraintViolationException exception, HttpHeaders headers) {
        if (exception.getKind() == org.hibernate.exception.ConstraintViolationException.ConstraintKind.UNIQUE) {
            return reply.of(Problem.conflict("written-meanwhile"), headers);
        }
        return unexpected(exception, headers);
    }

    /** A change that began later wrote first; the database refused this one. */
    @ServerExceptionMapper
    Response overtaken(PessimisticLockException exception, HttpHeaders headers) {
        return reply.of(Problem.conflict("written-meanwhile"), headers);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception, HttpHeaders headers) {
        var said = DatabaseAway.behind(exception);
        if (said.isPresent()) {
            LOG.warnf("The database does not serve: %s", said.get());
            return reply.of(503, headers);
        }
        var known = ofTheServer(exception);
        return known == null ? unknown(exception, headers) : reply.of(known, headers);
    }

    /** What the server finds wrong with a body has no types of its own, and is nothing to log: anyone can cause it. */
    private static Problem ofTheServer(Throwable exception) {
        for (var cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            var message = String.valueOf(cause.getMessage());
            // The client has gone in the middle of its request, or has stopped in it.
            if (cause instanceof SocketException
                    || cause instanceof ClosedChannelException
                    || cause instanceof HttpClosedException
                    || message.equals("Read timed out")) {
                return Problem.tooSlow();
            }
            if (message.startsWith("Param limit of ")) {
                return Problem.tooLarge("too-many-fields");
            }
        }
        return null;
    }

    private Response unknown(Throwable exception, HttpHeaders headers) {
        var incident = UUID.randomUUID();
        LOG.errorf(exception, "Incident %s", incident);
        var body = ProblemDocument.ofStatus(500, reply.language(headers));
        body.put("incident", incident);
        return reply.of(500, body, headers);
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
}
