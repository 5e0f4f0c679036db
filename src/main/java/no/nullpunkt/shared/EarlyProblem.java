package no.nullpunkt.shared;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** Answers with a problem what is refused before it comes to any resource. */
final class EarlyProblem {

    private EarlyProblem() {}

    /** The connection is closed, for what is still to come on it is the rest of the request. */
    static void send(RoutingContext request, int status) {
        var wanted = request.acceptableLanguages().stream()
                .map(language -> Locale.forLanguageTag(language.value()))
                .toList();
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(new JsonObject(ProblemDocument.ofStatus(status, Language.of(wanted))).encode());
    }
}
