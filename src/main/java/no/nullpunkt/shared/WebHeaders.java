package no.nullpunkt.shared;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What every answer forbids the browser it comes to, be it a page, a document, a file or a failure. Pages
 * are allowed what they need.
 */
public class WebHeaders {

    /** Nothing: for what is no page, should a browser show it all the same. */
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** What is served from here, and nothing else. Bootstrap draws its arrows and ticks by data addresses. */
    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The page of the API's documentation is not ours, and has a script in it: this one, by its hash, and no other. */
    static final String API_DOCS =
            "default-src 'none'; script-src 'self' 'sha256-sCkHS4j64qOKfuowclPcfsIG6QbQ+S4RuVQQX/x+DPE='; style-src 'self'; "
                    + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final String TWO_YEARS = "max-age=63072000";

    /** What is the same for everyone, and may be kept. */
    private static final Pattern PUBLIC = Pattern.compile("/(?!api/).*\\.(?:css|ico|js|map|png|svg|woff2)");

    private static final int BEFORE_ALL_ELSE = 1000;

    void register(@Observes Filters filters) {
        filters.register(WebHeaders::add, BEFORE_ALL_ELSE);
    }

    /** As the answer leaves, so that whoever knows more of it has said so. */
    private static void add(RoutingContext context) {
        context.addHeadersEndHandler(leaving -> headers(context).forEach((name, value) -> {
            if (!context.response().headers().contains(name)) {
                context.response().putHeader(name, value);
            }
        }));
        context.next();
    }

    private static Map<String, String> headers(RoutingContext context) {
        var path = context.normalizedPath();
        var headers = new HashMap<>(ALWAYS);
        headers.put("Content-Security-Policy", policy(context, path));
        if (!PUBLIC.matcher(path).matches()) {
            headers.put("Cache-Control", "no-store");
        }
        if (isByTls(context.request())) {
            headers.put("Strict-Transport-Security", TWO_YEARS);
        }
        return headers;
    }

    /** By what is sent in the end: a resource need not say beforehand that its answer is a page. */
    private static String policy(RoutingContext context, String path) {
        if (path.startsWith("/api-docs")) {
            return API_DOCS;
        }
        var type = context.response().headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/html") ? PAGE : NOTHING;
    }

    /** Also where a proxy says so, which counts where one is declared. */
    public static boolean isByTls(HttpServerRequest request) {
        return "https".equals(request.scheme());
    }
}
