package no.nullpunkt;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SkeletonTest {
    @Test
    void units() {
        var m = Municipality.create();
        var parent = m.create(Role.ADMINISTRATOR, "/units", Map.of("name", "A"));
        m.create(Role.ADMINISTRATOR, "/units", Map.of("name", "B", "parentId", parent));
        m.as(Role.LEADER).get("/units").then().statusCode(200).body("items.size()", is(2));
        m.as(Role.LEADER).get("/units?limit=500").then().statusCode(400);
        m.as(Role.LEADER).get("/nothing").then().statusCode(404);
        RestAssured.get("/nothing").then().statusCode(404);
        m.as(Role.LEADER).get("/units/abc").then().statusCode(404);
        RestAssured.get("/api/v1/municipalities/" + m.number + "/units").then().statusCode(401);
        m.as(Role.ADMINISTRATOR)
                .body("{\"name\": \"x\", \"hm\": 1}")
                .post("/units")
                .then()
                .statusCode(400);
        m.as(Role.ADMINISTRATOR).body("{\"name\": ").post("/units").then().statusCode(400);
        m.as(Role.ADMINISTRATOR).body("{\"name\": 5}").post("/units").then().statusCode(400);
        m.as(Role.ADMINISTRATOR).body("").post("/units").then().statusCode(400);
        m.as(Role.ADMINISTRATOR)
                .contentType("text/plain")
                .body("x")
                .post("/units")
                .then()
                .statusCode(415);
        m.as(Role.ADMINISTRATOR)
                .body("{\"name\": \"\"}")
                .header("Accept-Language", "en")
                .post("/units")
                .then()
                .statusCode(422);
        m.as(Role.ADMINISTRATOR)
                .body(Map.of("name", "x".repeat(5_000_000)))
                .post("/units")
                .then()
                .statusCode(413);
        m.as(Role.ADMINISTRATOR)
                .body(Map.of("value", 3))
                .put("/parameters/hours-per-fte/2026-13")
                .then()
                .statusCode(400);
        m.as(Role.ADMINISTRATOR)
                .body(Map.of("value", 1750))
                .put("/parameters/hours-per-fte/2026-01")
                .then()
                .statusCode(201);
        m.as(Role.ADMINISTRATOR)
                .body(Map.of("value", 1750))
                .put("/parameters/hours-per-fte/2026-01")
                .then()
                .statusCode(200);
        m.as(Role.ADMINISTRATOR)
                .body(Map.of("value", 1760))
                .put("/parameters/hours-per-fte/2026-01")
                .then()
                .statusCode(428);
        m.as(Role.ADMINISTRATOR)
                .body(Map.of("value", 1760))
                .header("If-Match", "\"7\"")
                .put("/parameters/hours-per-fte/2026-01")
                .then()
                .statusCode(412);
        m.as(Role.ADMINISTRATOR)
                .body(Map.of("value", 1760))
                .header("If-Match", "\"0\"")
                .put("/parameters/hours-per-fte/2026-01")
                .then()
                .statusCode(200);
        m.as(Role.LEADER).get("/").then().statusCode(200);
        for (var i = 0; i < 2; i++)
            m.as(Role.ADMINISTRATOR)
                    .header("Idempotency-Key", "k1")
                    .body(Map.of("name", "C"))
                    .post("/units")
                    .then()
                    .statusCode(201);
        m.as(Role.ADMINISTRATOR)
                .header("Idempotency-Key", "k1")
                .body(Map.of("name", "D"))
                .post("/units")
                .then()
                .statusCode(422);
        Municipality.create()
                .anywhere(Role.ADMINISTRATOR)
                .get("/api/v1/municipalities/" + m.number + "/units")
                .then()
                .statusCode(404);
        m.as(Role.INTEGRATION).get("/units").then().statusCode(403);
        m.anywhere(Role.INTEGRATION).get("/api/v1/me").then().statusCode(200);
        m.anywhere(Role.INTEGRATION).get("/openapi").then().statusCode(200);
    }
}
