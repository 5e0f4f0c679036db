package no.nullpunkt.demonstration;

import static no.nullpunkt.demonstration.StartUpRules.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartUpRulesTest {

    private static final Optional<String> KEY = Optional.of("0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void theDemonstrationIsServedOnLoopback(String host) {
        assertEquals(Optional.empty(), refusal(true, true, host, KEY));
        assertEquals(Optional.empty(), refusal(true, false, host, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void theDemonstrationIsServedNowhereElse(String host) {
        assertTrue(refusal(true, true, host, KEY).orElseThrow().contains("quarkus.http.host=" + host));
        assertTrue(refusal(true, false, host, Optional.empty()).isPresent());
    }

    @Test
    void productionServesAnywhereAndRefusesWellKnownPasswords() {
        assertEquals(Optional.empty(), refusal(false, false, "0.0.0.0", KEY));
        assertTrue(refusal(false, true, "127.0.0.1", KEY)
                .orElseThrow()
                .contains("delete from account where demonstration"));
    }

    @Test
    void productionNeedsAKeyForSessions() {
        assertTrue(refusal(false, false, "127.0.0.1", Optional.empty())
                .orElseThrow()
                .contains("nullpunkt.session.key"));
        assertTrue(refusal(false, false, "127.0.0.1", Optional.of("too short")).isPresent());
    }
}
