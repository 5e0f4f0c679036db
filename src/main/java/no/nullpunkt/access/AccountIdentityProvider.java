package no.nullpunkt.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Signs in to the API with e-mail and password of a local account. Roles are not put here: they belong to a municipality. */
@ApplicationScoped
class AccountIdentityProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final SignIn signIn;

    AccountIdentityProvider(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        var source = Source.of(HttpSecurityUtils.getRoutingContextAttribute(request));
        return context.runBlocking(() -> identityOf(
                request.getUsername(), new String(request.getPassword().getPassword()), source));
    }

    @ActivateRequestContext
    SecurityIdentity identityOf(String email, String password, Source source) {
        return signIn.signIn(email, password, source).identity();
    }
}
