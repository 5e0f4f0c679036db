package no.nullpunkt.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.nullpunkt.shared.ProblemReply;
import no.nullpunkt.shared.Visit;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Asks whoever is not signed in to do so: the API by a problem, pages by the sign-in page. What was typed into a form
 * when the session had run out goes with the sign-in page, and from there to where it was meant.
 */
class SignInRequired {

    private final ProblemReply reply;
    private final Visit visit;

    SignInRequired(ProblemReply reply, Visit visit) {
        this.reply = reply;
        this.visit = visit;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class, TooManyAttempts.class})
    Uni<Response> ask(Exception why, HttpHeaders headers, RoutingContext request) {
        if (why instanceof TooManyAttempts tooMany) {
            return Uni.createFrom()
                    .item(Response.fromResponse(reply.of(429, headers))
                            .header(HttpHeaders.RETRY_AFTER, tooMany.seconds())
                            .build());
        }
        if (!reply.isToPage(headers)) {
            return Uni.createFrom()
                    .item(Response.fromResponse(reply.of(401, headers))
                            .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Nullpunkt\", charset=\"UTF-8\"")
                            .build());
        }
        if (!request.request().method().name().equals("POST")) {
            return Uni.createFrom().item(toSignIn());
        }
        return typed(request)
                .map(form -> visit.isOurs(form.get(visit.formTokenName()))
                        ? signInWith(List.copyOf(form.entries()))
                        : toSignIn());
    }

    private Response toSignIn() {
        var address = UriBuilder.fromPath(SignInPages.PATH)
                .queryParam(SignInPages.ONWARDS, "{address}")
                .build(visit.address());
        return visit.isPart()
                ? Response.ok().header("HX-Redirect", address).build()
                : Response.seeOther(URI.create(address.toString())).build();
    }

    /** In a part of a page nothing is replaced, for someone may be typing there: it is asked to send the whole form. */
    private Response signInWith(List<Map.Entry<String, String>> typed) {
        var answer = Response.status(Response.Status.UNAUTHORIZED).type(MediaType.TEXT_HTML_TYPE);
        return visit.isPart()
                ? answer.entity(SignInPages.expiredInPart())
                        .header("HX-Reswap", "afterbegin")
                        .build()
                : answer.entity(SignInPages.expired(visit.address(), typed)).build();
    }

    /** Whoever is refused is so before the form has been read. */
    private static Uni<MultiMap> typed(RoutingContext context) {
        var request = context.request();
        request.setExpectMultipart(true);
        request.resume();
        return Uni.createFrom()
                .completionStage(request.end().toCompletionStage())
                .map(read -> request.formAttributes());
    }
}
