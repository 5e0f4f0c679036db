package no.nullpunkt.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import no.nullpunkt.shared.Loopback;
import no.nullpunkt.shared.WebHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who a browser is signed in as: a cookie with nothing in it but a secret, by which the database knows the session. It
 * counts on pages only; the API takes no cookie, so that no other site can write through a browser that happens to be
 * signed in.
 *
 * <p>Quarkus' form mechanism ends every sign-in with a redirect and would lose what was typed when a session ran out,
 * so the form itself is {@link SignInPages}. Its cookie is sealed but cannot be taken back, so this one is our own.
 */
@Singleton
class SessionCookie implements HttpAuthenticationMechanism {

    /** Over TLS browsers take a name that begins so from this very host only, and send it by TLS only. */
    private static final String BY_TLS = "__Host-";

    private static final String NAME = "nullpunkt-session";

    private final PageSessionService sessions;
    private final boolean reachesOthers;

    SessionCookie(PageSessionService sessions, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.sessions = sessions;
        this.reachesOthers = !Loopback.is(host);
    }

    /**
     * Begins a session for someone who has just signed in. It has a new secret, whatever the browser brought, and ends
     * the one that the browser had.
     */
    void begin(Holder holder, Source source, RoutingContext request) {
        token(request).ifPresent(sessions::end);
        var token = sessions.begin(holder, Device.of(request));
        request.response().addCookie(cookie(token, request));
        remember(source, request);
    }

    /** Lets a browser know the secret by which it is known from now on. */
    void remember(Source source, RoutingContext request) {
        source.remember(request, isSecure(request));
    }

    /** Ends the session of a browser, here and in the database. */
    void end(RoutingContext request) {
        token(request).ifPresent(sessions::end);
        request.response().addCookie(cookie("", request).setMaxAge(0));
    }

    /** The secret that the browser brought. */
    Optional<String> token(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(name(request))).map(Cookie::getValue);
    }

    private Cookie cookie(String value, RoutingContext request) {
        return Cookie.cookie(name(request), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(isSecure(request))
                .setSameSite(CookieSameSite.STRICT);
    }

    private String name(RoutingContext request) {
        return isSecure(request) ? BY_TLS + NAME : NAME;
    }

    private boolean isSecure(RoutingContext request) {
        return reachesOthers || WebHeaders.isByTls(request.request());
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        return token(request)
                .map(token -> identities.authenticate(new TrustedAuthenticationRequest(token)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** What a page answers whoever is not signed in is {@link SignInRequired}'s. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TrustedAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, NAME, "session"));
    }
}
