package no.nullpunkt.access;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A POST that creates is safe to repeat: after a lost answer, at the same moment, and after a failure. */
@QuarkusTest
class IdempotencyTest {

    private static final Map<String, ?> UNIT = Map.of("name", "Hjemmetjenesten nord");

    private Municipality municipality;

    @BeforeEach
    void create() {
        municipality = Municipality.create();
    }

    @Test
    void aRepeatGetsTheFirstAnswer() {
        var first = post("once", UNIT);
        var repeat = post("once", UNIT);

        assertEquals(201, first.statusCode());
        assertEquals(201, repeat.statusCode());
        assertEquals(first.asString(), repeat.asString());
        assertEquals(first.header("ETag"), repeat.header("ETag"));
        assertEquals(first.header("Location"), repeat.header("Location"));
        first.then().header("Idempotency-Replayed", nullValue());
        assertEquals("true", repeat.header("Idempotency-Replayed"));
        assertUnits(1);
    }

    @Test
    void withoutAKeyEachPostCreates() {
        municipality.create(Role.ADMINISTRATOR, "/units", UNIT);
        municipality.create(Role.ADMINISTRATOR, "/units", UNIT);

        assertUnits(2);
    }

    @Test
    void aKeyIsOfOneRequest() {
        post("once", UNIT);

        problem(post("once", Map.of("name", "Sør")).then(), 422, "idempotency-key-reused");
        problem(
                municipality
                        .as(Role.ADMINISTRATOR)
                        .header("Idempotency-Key", "once")
                        .body(Map.of("name", "Kari Nordmann", "email", "kari@nord.example"))
                        .post("/people")
                        .then(),
                422,
                "idempotency-key-reused");
        assertUnits(1);
    }

    @Test
    void aKeyIsOfOneMunicipality() {
        var elsewhere = Municipality.create()
                .as(Role.ADMINISTRATOR)
                .header("Idempotency-Key", "once")
                .body(UNIT)
                .post("/units");

        assertEquals(201, elsewhere.statusCode());
        assertNotEquals(elsewhere.path("id"), (String) post("once", UNIT).path("id"));
        assertUnits(1);
    }

    @Test
    void aRequestThatFailedMayBeMendedUnderItsKey() {
        problem(post("once", Map.of("name", "")).then(), 422, "invalid");
        problem(
                post("once", Map.of("name", "A", "parentId", municipality.person(Role.LEADER)))
                        .then(),
                404,
                "unknown-reference");

        assertEquals(201, post("once", UNIT).statusCode());
        assertUnits(1);
    }

    @Test
    void requestsOfTheSameMomentCreateOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Response> request = () -> post("once", UNIT);
            var answers = pool.invokeAll(Stream.generate(() -> request).limit(8).toList()).stream()
                    .map(IdempotencyTest::get)
                    .toList();

            assertEquals(
                    List.of(201),
                    answers.stream().map(Response::statusCode).distinct().toList());
            assertEquals(
                    1,
                    answers.stream()
                            .map(Response::asString)
                            .collect(Collectors.toSet())
                            .size());
            assertUnits(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void aKeyHasALength(int length) {
        problem(post("k".repeat(length), UNIT).then(), 400, "idempotency-key-length");
    }

    @Test
    void aKeyOfTwoHundredCharactersIsKept() {
        assertEquals(201, post("k".repeat(200), UNIT).statusCode());
        assertEquals(201, post("k".repeat(200), UNIT).statusCode());
        assertUnits(1);
    }

    private Response post(String key, Map<String, ?> body) {
        return municipality
                .as(Role.ADMINISTRATOR)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/units");
    }

    private void assertUnits(int expected) {
        municipality.as(Role.LEADER).get("/units").then().body("items", hasSize(expected));
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
