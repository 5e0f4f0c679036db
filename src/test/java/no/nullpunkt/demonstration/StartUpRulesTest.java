package no.nullpunkt.demonstration;

import static no.nullpunkt.demonstration.StartUpRules.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import no.nullpunkt.shared.ServingRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartUpRulesTest {

    private static final ServingRole.Rights HELD = new ServingRole.Rights("nullpunkt", false, false);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void theDemonstrationIsServedOnLoopback(String host) {
        assertEquals(Optional.empty(), refusal(true, true, host, HELD));
        assertEquals(Optional.empty(), refusal(true, false, host, HELD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no-such-host.invalid"})
    void theDemonstrationIsServedNowhereElse(String host) {
        assertTrue(refusal(true, true, host, HELD).orElseThrow().contains("quarkus.http.host=" + host));
        assertTrue(refusal(true, false, host, HELD).isPresent());
    }

    @Test
    void nothingIsServedPastTheWallBetweenMunicipalities() {
        var unheld = new ServingRole.Rights("postgres", true, true);
        assertTrue(refusal(true, false, "127.0.0.1", unheld).orElseThrow().contains("it serves as postgres"));
        assertTrue(refusal(false, false, "127.0.0.1", unheld).isPresent());
    }

    @Test
    void productionServesAnywhereAndRefusesWellKnownPasswords() {
        assertEquals(Optional.empty(), refusal(false, false, "0.0.0.0", HELD));
        assertTrue(refusal(false, true, "127.0.0.1", HELD)
                .orElseThrow()
                .contains("delete from account where demonstration"));
    }
}
