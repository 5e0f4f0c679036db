package no.nullpunkt.demonstration;

import static no.nullpunkt.demonstration.StartUpRules.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartUpRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void theDemonstrationIsServedOnLoopback(String host) {
        assertEquals(Optional.empty(), refusal(true, true, host));
        assertEquals(Optional.empty(), refusal(true, false, host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void theDemonstrationIsServedNowhereElse(String host) {
        assertTrue(refusal(true, true, host).orElseThrow().contains("quarkus.http.host=" + host));
        assertTrue(refusal(true, false, host).isPresent());
    }

    @Test
    void productionServesAnywhereAndRefusesWellKnownPasswords() {
        assertEquals(Optional.empty(), refusal(false, false, "0.0.0.0"));
        assertTrue(refusal(false, true, "127.0.0.1").orElseThrow().contains("delete from account where demonstration"));
    }
}
