package no.nullpunkt.access;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OnceTest {

    private MeasuredBenefit it;

    @BeforeEach
    void aMeasuredBenefit() {
        it = MeasuredBenefit.create();
    }

    private String fromCatalogue(String client) {
        return it.municipality
                .as(Role.PROJECT_LEADER)
                .header("Idempotency-Key", "ready")
                .header("User-Agent", client)
                .body(Map.of("indicatorCodes", List.of("DH4")))
                .post("/rollouts/" + it.rollout + "/benefits:from-catalogue")
                .then()
                .statusCode(201)
                .extract()
                .path("benefits[0].id");
    }

    /** The operation reads a header, the language; the headers are still no part of what makes it the same request. */
    @Test
    void aRetryFromAnotherClientIsTheSameRequest() {
        assertEquals(fromCatalogue("one"), fromCatalogue("another"));
        it.municipality.as(Role.LEADER).get("/benefits").then().body("items", hasSize(2));
    }

    private void move(String key, Map<String, String> request, String answered) {
        it.municipality
                .as(Role.PROJECT_LEADER)
                .header("Idempotency-Key", key)
                .body(request)
                .post("/benefits/" + it.benefit + "/step")
                .then()
                .statusCode(200)
                .body("step", is(answered));
    }

    @Test
    void aStepTakenOnceIsNotTakenAgain() {
        move("forward", Map.of("to", "PLANNED"), "PLANNED");
        move("back", Map.of("to", "IDENTIFIED", "reason", "Eieren er ny"), "IDENTIFIED");
        move("forward", Map.of("to", "PLANNED"), "PLANNED");

        it.municipality.as(Role.LEADER).get("/benefits/" + it.benefit).then().body("step", is("IDENTIFIED"));
    }
}
