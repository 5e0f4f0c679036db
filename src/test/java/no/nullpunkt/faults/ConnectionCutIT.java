package no.nullpunkt.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A client's connection is cut (RST) in the middle of a request, or after it and before the answer. */
class ConnectionCutIT {

    private static final int CUTS = 40;

    @Test
    void aRequestIsDoneWholeOrNotAtAllAndSentAgainItIsDoneOnce() throws Exception {
        var it = Installation.get();
        var client = it.municipality.person(it.service.baseUri(), 0);
        var path = it.municipality.path("/rollouts/" + it.municipality.rollout() + "/costs");
        var random = new Random(400);
        var said = it.service.said().length();
        for (int i = 0; i < CUTS; i++) {
            var description = "cut " + i;
            var body = "{\"month\": \"2024-06\", \"kind\": \"RUNNING\", \"nok\": 1, \"description\": \"" + description
                    + "\"}";
            var head = "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: "
                    + client.authorization() + "\r\nIdempotency-Key: " + description + "\r\nContent-Length: "
                    + body.length() + "\r\n\r\n";
            // Every other one is sent whole and cut while it is answered.
            var sent = i % 2 == 0 ? head.length() + body.length() : head.length() + random.nextInt(body.length());
            cut(it.service.port(), (head + body).substring(0, sent), random.nextInt(30));
        }
        for (int i = 0; i < CUTS; i++) {
            var description = "cut " + i;
            var cost = Map.of("month", "2024-06", "kind", "RUNNING", "nok", 1, "description", description);
            var first = client.post(path, cost, "Idempotency-Key", description).mustBe(201);
            var repeat = client.post(path, cost, "Idempotency-Key", description).mustBe(201);
            assertEquals(first.body(), repeat.body());
            it.ledger.cost(description, first.json().get("id").asText());
        }
        it.ledger.mustStandIn(it.database);
        assertEquals(200, it.service.readiness());
        assertFalse(it.service.said().substring(said).contains("Incident"), "who goes away is no fault of the service");
    }

    private static void cut(int port, String request, int millisecondsAfter) throws IOException, InterruptedException {
        try (var socket = new Socket("127.0.0.1", port)) {
            // Closing sends a reset at once.
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            Thread.sleep(millisecondsAfter);
        }
    }
}
