package no.nullpunkt.access;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The providers that are configured. */
@Singleton
class Providers {

    /** A provider with its name. */
    record Named(String name, ProviderConfig.Provider config) {

        String label() {
            return config.label().orElse(name);
        }
    }

    private final Map<String, ProviderConfig.Provider> providers;

    Providers(ProviderConfig config) {
        this.providers = config.providers();
    }

    /** Those with which people sign in to pages, by name. */
    List<Named> listForPages() {
        return providers.entrySet().stream()
                .filter(each -> each.getValue().clientId().isPresent())
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Named(each.getKey(), each.getValue()))
                .toList();
    }

    Optional<Named> findForPages(String name) {
        return find(name).filter(provider -> provider.config.clientId().isPresent());
    }

    /** The one whose access tokens say so. */
    Optional<Named> findForApi(String issuer) {
        return providers.entrySet().stream()
                .filter(each -> each.getValue().issuer().equals(issuer))
                .filter(each -> each.getValue().audience().isPresent())
                .map(each -> new Named(each.getKey(), each.getValue()))
                .findFirst();
    }

    boolean hasForApi() {
        return providers.values().stream()
                .anyMatch(provider -> provider.audience().isPresent());
    }

    Optional<Named> find(String name) {
        return Optional.ofNullable(providers.get(name)).map(config -> new Named(name, config));
    }
}
