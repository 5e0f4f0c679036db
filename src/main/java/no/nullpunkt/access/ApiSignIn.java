package no.nullpunkt.access;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import no.nullpunkt.shared.Problem;

/** Signs in to the API: with an access token of a provider, or with the password of a local account. */
@Singleton
class ApiSignIn implements HttpAuthenticationMechanism {

    private static final String NAME = "api";

    private final SignInWays ways;
    private final Providers providers;
    private final BasicAuthenticationMechanism passwords;
    private final OidcAuthenticationMechanism tokens;
    private final RecognitionService recognition;
    private final BlockingSecurityExecutor executor;

    ApiSignIn(
            SignInWays ways,
            Providers providers,
            BasicAuthenticationMechanism passwords,
            OidcAuthenticationMechanism tokens,
            RecognitionService recognition,
            BlockingSecurityExecutor executor) {
        this.ways = ways;
        this.providers = providers;
        this.passwords = passwords;
        this.tokens = tokens;
        this.recognition = recognition;
        this.executor = executor;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        var token = BearerToken.of(request);
        if (token.isPresent()) {
            return withToken(token.get(), request, identities);
        }
        return ways.local()
                ? passwords.authenticate(request, identities)
                : Uni.createFrom().nullItem();
    }

    private Uni<SecurityIdentity> withToken(
            BearerToken token, RoutingContext request, IdentityProviderManager identities) {
        var provider = providers.findForApi(token.issuer());
        if (provider.isEmpty() || token.isForOtherUse()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return tokens.authenticate(request, identities)
                .onFailure()
                .transform(failure -> ProviderAway.isBehindKeys(failure)
                        ? Problem.unavailable("provider-away", provider.get().label())
                        : new AuthenticationFailedException(failure))
                .onItem()
                .ifNull()
                .failWith(AuthenticationFailedException::new)
                .flatMap(verified -> executor.executeBlocking(() -> identityOf(provider.get(), verified)));
    }

    private SecurityIdentity identityOf(Providers.Named provider, SecurityIdentity verified) {
        var claims = Claims.of(((OidcJwtCallerPrincipal) verified.getPrincipal()).getRawToken());
        return recognition.recognise(provider, claims).identity();
    }

    /** What whoever is not signed in is answered is {@link SignInRequired}'s. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(UsernamePasswordAuthenticationRequest.class, TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, NAME, NAME));
    }
}
