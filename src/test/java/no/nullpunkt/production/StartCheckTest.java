package no.nullpunkt.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartCheckTest {

    private static final String SECRET = "h3Vq9zTnW5sK8dLx2BfGy7RcPm4JwQa6";

    /** In earnest, on the PostgreSQL that is brought along, with nothing wrong. */
    private static final Map<String, String> GOOD = Map.of(
            "quarkus.http.host", "0.0.0.0",
            "quarkus.http.proxy.proxy-address-forwarding", "true",
            "quarkus.http.proxy.trusted-proxies", "192.0.2.1",
            "nullpunkt.embedded-database", "true",
            "nullpunkt.sign-in.local", "true",
            "nullpunkt.bcrypt-cost", "12",
            "nullpunkt.suppression-threshold", "5");

    private static StartCheck check(Map<String, String> settings) {
        return new StartCheck(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build());
    }

    /** The good ones with some set otherwise, or left out where blank. */
    private static List<String> faults(String... keysAndValues) {
        var settings = new HashMap<>(GOOD);
        for (var i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return check(settings).faults();
    }

    private static void assertOneFault(List<String> faults, String word) {
        assertEquals(1, faults.size(), faults.toString());
        assertTrue(faults.get(0).contains(word), faults.get(0));
    }

    @Test
    void aGoodConfigurationHasNothingWrong() {
        assertEquals(List.of(), faults());
        assertFalse(check(GOOD).isDemonstration());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void theDemonstrationIsServedOnLoopback(String host) {
        var check = check(Map.of("quarkus.http.host", host));

        assertTrue(check.isDemonstration());
        assertEquals(List.of(), check.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void theDemonstrationIsServedNowhereElse(String host) {
        assertOneFault(check(Map.of("quarkus.http.host", host)).faults(), "quarkus.http.host=" + host);
    }

    @Test
    void theDemonstrationIsServedThroughNoProxy() {
        assertOneFault(
                check(Map.of("quarkus.http.host", "localhost", "quarkus.http.proxy.proxy-address-forwarding", "true"))
                        .faults(),
                "proxy-address-forwarding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nullpunkt.first-administrator.email", "nullpunkt.address", "nullpunkt.oidc.kommunen.issuer"})
    void whoeverForgetsTheDatabaseGetsNoDemonstrationInstead(String key) {
        var meant = Map.of("quarkus.http.host", "localhost", key, "https://id.example");
        assertOneFault(check(meant).faults(), key);

        var called = new HashMap<>(meant);
        called.put("nullpunkt.demonstration", "true");
        assertEquals(List.of(), check(called).faults());
    }

    @Test
    void eachThingThatIsWrongIsTold() {
        assertOneFault(faults("quarkus.profile", "test"), "quarkus.profile=test");
        assertOneFault(
                faults("quarkus.http.proxy.proxy-address-forwarding", "", "quarkus.http.proxy.trusted-proxies", ""),
                "neither TLS nor a proxy");
        assertOneFault(faults("quarkus.http.proxy.trusted-proxies", ""), "trusted-proxies");
        assertOneFault(faults("nullpunkt.address", "http://nullpunkt.kommune.no"), "nullpunkt.address");
        assertOneFault(faults("nullpunkt.sign-in.local", "false"), "no way to sign in");
        assertOneFault(faults("nullpunkt.bcrypt-cost", "4"), "bcrypt-cost=4");
        assertOneFault(faults("nullpunkt.suppression-threshold", "2"), "suppression-threshold=2");
        assertOneFault(
                faults("nullpunkt.first-administrator.email", "kari@kommune.no"), "municipality, name and email");
    }

    @Test
    void tlsCountsWhereNothingGoesPastIt() {
        var withCertificate = new HashMap<>(GOOD);
        withCertificate.put("quarkus.http.proxy.proxy-address-forwarding", "false");
        withCertificate.put("quarkus.tls.key-store.pem.0.cert", "server.crt");
        assertOneFault(check(withCertificate).faults(), "insecure-requests");

        withCertificate.put("quarkus.http.insecure-requests", "redirect");
        assertEquals(List.of(), check(withCertificate).faults());
    }

    private static List<String> provider(String... keysAndValues) {
        var all = new String[keysAndValues.length + 8];
        System.arraycopy(
                new String[] {
                    "nullpunkt.oidc.id.issuer", "https://id.kommune.no",
                    "nullpunkt.oidc.id.client-id", "nullpunkt",
                    "nullpunkt.oidc.id.client-secret", SECRET,
                    "nullpunkt.sign-in.local", "false"
                },
                0,
                all,
                0,
                8);
        System.arraycopy(keysAndValues, 0, all, 8, keysAndValues.length);
        return faults(all);
    }

    @Test
    void aProviderIsConfiguredWholeAndSafely() {
        assertEquals(List.of(), provider());
        assertEquals(List.of(), provider("nullpunkt.oidc.id.audience", "nullpunkt-api"));
        assertOneFault(provider("nullpunkt.oidc.id.issuer", "http://id.kommune.no"), "nullpunkt.oidc.id.issuer=http:");
        assertOneFault(provider("nullpunkt.oidc.id.issuer", ""), "nullpunkt.oidc.id.issuer is missing");
        assertOneFault(provider("nullpunkt.oidc.id.keys", "http://id.kommune.no/jwk"), "nullpunkt.oidc.id.keys");
        assertOneFault(provider("nullpunkt.oidc.id.client-id", ""), "nullpunkt.oidc.id opens nothing");
        assertOneFault(provider("nullpunkt.oidc.id.client-secret", ""), "nullpunkt.oidc.id.client-secret");
        assertOneFault(provider("nullpunkt.oidc.id.audience", "nullpunkt"), "nullpunkt.oidc.id.audience");
        assertOneFault(
                provider("nullpunkt.oidc.Ny_en.issuer", "https://ny.kommune.no", "nullpunkt.oidc.Ny_en.audience", "x"),
                "Ny_en");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres, true",
        "Passord123, true",
        "changeme-changeme-1, true",
        "aaaaaaaaaaaaaaaaaaaaaaaa, true",
        "a secret of the tests and of no one else, true",
        "h3Vq9zTnW5sK8dLx2BfGy7RcPm4JwQa6, false"
    })
    void whatEveryoneTriesFirstIsNoSecret(String secret, boolean guessable) {
        assertEquals(guessable, Guessable.is(secret));
    }

    @Test
    void aDatabaseThatIsAwayIsOneFaultAmongTheOthers() {
        var faults = faults(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/nullpunkt",
                "nullpunkt.embedded-database", "",
                "quarkus.datasource.password", "postgres",
                "nullpunkt.bcrypt-cost", "4",
                "nullpunkt.sign-in.local", "false");

        assertEquals(5, faults.size(), faults.toString());
        var message = StartCheck.refusal(faults);
        assertTrue(message.contains("5 things are wrong"), message);
        for (var word : List.of(
                "no way to sign in",
                "bcrypt-cost=4",
                "quarkus.datasource.password",
                "quarkus.flyway.username",
                "does not let")) {
            assertTrue(message.contains(word), message);
        }
    }
}
