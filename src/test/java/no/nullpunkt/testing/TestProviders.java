package no.nullpunkt.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Two providers that are away until a test starts {@link Keycloak}, on a port that was free a moment ago: so every test
 * run also shows that the service starts and serves local accounts without them.
 */
@QuarkusTestResource(TestProviders.class)
public class TestProviders implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0)) {
            var realms = "http://127.0.0.1:" + free.getLocalPort() + "/realms/";
            return Map.ofEntries(
                    Map.entry("nullpunkt.oidc.keycloak.issuer", realms + "nullpunkt"),
                    Map.entry("nullpunkt.oidc.keycloak.label", "Keycloak"),
                    Map.entry("nullpunkt.oidc.keycloak.client-id", "nullpunkt"),
                    Map.entry("nullpunkt.oidc.keycloak.client-secret", "a secret of the tests, and of no one else"),
                    Map.entry("nullpunkt.oidc.keycloak.audience", "nullpunkt-api"),
                    Map.entry("nullpunkt.oidc.keycloak.machine-claim", "client_id"),
                    Map.entry("nullpunkt.oidc.keycloak.keys-hold", "1S"),
                    Map.entry("nullpunkt.oidc.municipal.issuer", realms + "municipal"),
                    Map.entry("nullpunkt.oidc.municipal.keys", realms + "municipal/protocol/openid-connect/certs"),
                    Map.entry("nullpunkt.oidc.municipal.audience", "nullpunkt-api"),
                    Map.entry("nullpunkt.oidc.municipal.keys-hold", "1S"),
                    Map.entry("nullpunkt.oidc.municipal.municipality-claim", "organisation/number"),
                    Map.entry("nullpunkt.oidc.municipal.roles-claim", "realm_access/roles"),
                    Map.entry("nullpunkt.oidc.municipal.roles.gevinst-leder", "LEADER"),
                    Map.entry("nullpunkt.oidc.municipal.roles.gevinst-prosjekt", "PROJECT_LEADER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
