package no.nullpunkt.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Takes the secret of a session for the person who signed in with it, until the session is over. */
@ApplicationScoped
class PageSessionIdentityProvider implements IdentityProvider<TrustedAuthenticationRequest> {

    private final PageSessionService sessions;

    PageSessionIdentityProvider(PageSessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identityOf(request.getPrincipal()));
    }

    @ActivateRequestContext
    SecurityIdentity identityOf(String token) {
        return sessions.use(token).map(Holder::identity).orElseThrow(AuthenticationFailedException::new);
    }
}
