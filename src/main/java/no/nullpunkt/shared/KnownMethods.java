package no.nullpunkt.shared;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Answers no method that nothing here is asked by, such as TRACE: not every handler looks at the method. */
class KnownMethods {

    private static final Set<HttpMethod> KNOWN = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    private static final int AFTER_THE_HEADERS = 900;

    void register(@Observes Filters filters) {
        filters.register(KnownMethods::check, AFTER_THE_HEADERS);
    }

    private static void check(RoutingContext request) {
        if (KNOWN.contains(request.request().method())) {
            request.next();
        } else {
            EarlyProblem.send(request, 405);
        }
    }
}
