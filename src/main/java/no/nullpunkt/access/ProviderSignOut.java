package no.nullpunkt.access;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;

/**
 * Ends a session at the provider too. Which one it is, and the token that says whose, is remembered by the browser in a
 * cookie that goes nowhere but to the address where one signs out.
 */
@Singleton
class ProviderSignOut {

    static final String PATH = "/logg-ut";
    static final String COOKIE = "nullpunkt-provider";

    /** What browsers keep in one cookie, name and all. A provider that is told no token asks before it signs out. */
    private static final int MOST = 4_000;

    private final Providers providers;
    private final TenantConfigBean tenants;

    ProviderSignOut(Providers providers, TenantConfigBean tenants) {
        this.providers = providers;
        this.tenants = tenants;
    }

    NewCookie remember(Providers.Named provider, String idToken, RoutingContext request) {
        var value = provider.name() + "." + idToken;
        return cookie(value.length() <= MOST ? value : provider.name() + ".")
                .secure(request.request().isSSL())
                .build();
    }

    NewCookie forget() {
        return cookie("").maxAge(0).build();
    }

    private static NewCookie.Builder cookie(String value) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(PATH)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT);
    }

    /** Where the provider of a remembered session signs people out, if it has such a place. */
    Optional<URI> addressFor(String remembered, URI here) {
        var dot = remembered.indexOf('.');
        return Optional.of(remembered)
                .filter(value -> dot > 0)
                .flatMap(value -> providers.findForPages(value.substring(0, dot)))
                .flatMap(provider -> Optional.ofNullable(tenants.getDynamicTenant(provider.name()))
                        .map(tenant -> tenant.getOidcMetadata().getEndSessionUri())
                        .map(end -> address(end, provider, remembered.substring(dot + 1), here)));
    }

    private static URI address(String end, Providers.Named provider, String idToken, URI here) {
        var address = UriBuilder.fromUri(end)
                .queryParam("client_id", provider.config().clientId().orElseThrow())
                .queryParam(
                        "post_logout_redirect_uri",
                        UriBuilder.fromUri(here).path(SignInPages.PATH).build());
        return (idToken.isEmpty() ? address : address.queryParam("id_token_hint", idToken)).build();
    }
}
