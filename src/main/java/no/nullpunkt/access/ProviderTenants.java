package no.nullpunkt.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.Strategy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells Quarkus how to deal with each provider: what Quarkus calls a tenant, one for its pages and one for its access
 * tokens. They are made when first needed, so that the service starts though a provider is away.
 */
@Singleton
class ProviderTenants implements TenantConfigResolver {

    /** For one answer of a provider. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Providers providers;
    private final Map<String, OidcTenantConfig> forPages = new HashMap<>();
    private final Map<String, OidcTenantConfig> forApi = new HashMap<>();

    ProviderTenants(Providers providers, ProviderConfig config) {
        this.providers = providers;
        config.providers().forEach((name, provider) -> {
            if (provider.clientId().isPresent()) {
                forPages.put(name, forPages(name, provider));
            }
            if (provider.audience().isPresent()) {
                forApi.put(name, forApi(name, provider));
            }
        });
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        return Uni.createFrom()
                .optional(ofPage(request.normalizedPath())
                        .or(() -> BearerToken.of(request)
                                .flatMap(token -> providers.findForApi(token.issuer()))
                                .map(provider -> forApi.get(provider.name()))));
    }

    private Optional<OidcTenantConfig> ofPage(String path) {
        return path.startsWith(ProviderPages.BELOW)
                ? Optional.ofNullable(forPages.get(path.substring(ProviderPages.BELOW.length())))
                : Optional.empty();
    }

    /** Its cookies, sealed with the client's secret, live from the way out to the way back; then the session is ours. */
    private static OidcTenantConfig forPages(String name, ProviderConfig.Provider provider) {
        var builder = OidcTenantConfig.authServerUrl(provider.issuer())
                .tenantId(name)
                .applicationType(ApplicationType.WEB_APP)
                .clientId(provider.clientId().orElseThrow())
                .connectionTimeout(PATIENCE);
        provider.clientSecret().ifPresent(builder::credentials);
        builder.authentication()
                .pkceRequired()
                .nonceRequired()
                .scopes(provider.scopes())
                .redirectPath(ProviderPages.BELOW + name)
                .restorePathAfterRedirect()
                .cookiePath(SignInPages.PATH)
                .end()
                .tokenStateManager()
                .strategy(Strategy.ID_TOKEN)
                .end();
        return trusting(builder, provider);
    }

    private static OidcTenantConfig forApi(String name, ProviderConfig.Provider provider) {
        var builder = OidcTenantConfig.authServerUrl(provider.issuer())
                .tenantId(name + "-api")
                .applicationType(ApplicationType.SERVICE)
                .connectionTimeout(PATIENCE);
        builder.token().audience(provider.audience().orElseThrow()).end();
        provider.keys().ifPresent(keys -> builder.discoveryEnabled(false).jwksPath(keys));
        return trusting(builder, provider);
    }

    /** Keys are read again when they have grown old, so that one the provider has withdrawn does not count for long. */
    private static OidcTenantConfig trusting(OidcTenantConfigBuilder builder, ProviderConfig.Provider provider) {
        return builder.token()
                .issuer(provider.issuer())
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .jwks()
                .resolveEarly(false)
                .cacheTimeToLive(provider.keysHold())
                .cleanUpTimerInterval(provider.keysHold())
                .end()
                .build();
    }
}
