package no.nullpunkt.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.PersistentLoginManager;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import no.nullpunkt.shared.Loopback;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who a browser is signed in as: Quarkus' own encrypted cookie, renewed while it is used. It counts on pages only; the
 * API takes no cookie, so that no other site can write through a browser that happens to be signed in.
 *
 * <p>Quarkus' form mechanism ends every sign-in with a redirect and would lose what was typed when a session ran out,
 * so the form itself is {@link SignInPages}.
 */
@Singleton
class Session implements HttpAuthenticationMechanism {

    private static final String COOKIE = "nullpunkt-session";
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(1);

    /** How long a sign-in lasts, and what its cookie is sealed with. */
    @ConfigMapping(prefix = "nullpunkt.session")
    interface Config {

        /** At least 32 characters, the same for all instances. */
        Optional<String> key();

        /** Without a request for so long, one signs in again. */
        @WithDefault("1h")
        Duration idle();
    }

    private final PersistentLoginManager cookies;
    private final boolean secure;

    Session(Config config, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.cookies = new PersistentLoginManager(
                config.key().orElseGet(Session::keyUntilTheNextStart),
                COOKIE,
                config.idle().toMillis(),
                RENEWED_AFTER.toMillis(),
                true,
                CookieSameSite.STRICT.name(),
                "/",
                -1,
                null);
        this.secure = !Loopback.is(host);
    }

    /** For the demonstration; production does not start without a key. */
    private static String keyUntilTheNextStart() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    void begin(SecurityIdentity identity, RoutingContext request) {
        cookies.save(identity, request, null, secure);
    }

    void end(RoutingContext request) {
        cookies.clear(request);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var restored = cookies.restore(request);
        if (restored == null) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new TrustedAuthenticationRequest(restored.getPrincipal()))
                .invoke(identity -> cookies.save(identity, request, restored, secure));
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
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, COOKIE, "session"));
    }
}
