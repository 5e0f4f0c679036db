package no.nullpunkt.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/** The token in the header of a request, as it came: nothing it says has been checked. */
record BearerToken(Claims claims) {

    private static final String SCHEME = "Bearer ";

    /** What Keycloak calls tokens that are for something else than to be shown to a service. */
    private static final Set<String> FOR_OTHER_USE = Set.of("ID", "Refresh", "Logout");

    static Optional<BearerToken> of(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> new BearerToken(
                        Claims.of(header.substring(SCHEME.length()).strip())));
    }

    /** Who says to have issued it; empty text where nobody does. */
    String issuer() {
        return claims.text("iss").orElse("");
    }

    boolean isForOtherUse() {
        return claims.text("typ").filter(FOR_OTHER_USE::contains).isPresent();
    }
}
