package no.nullpunkt.municipality;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.shared.Key;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@QuarkusTest
class UnitTest {

    private Municipality municipality;

    @BeforeEach
    void create() {
        municipality = Municipality.create();
    }

    @Test
    void isCreatedWithAnAddressAndAVersion() {
        var created = municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("name", "  Hjemmetjenesten nord ", "kind", "avdeling"))
                .post("/units")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("name", equalTo("Hjemmetjenesten nord"))
                .body("kind", equalTo("avdeling"))
                .body("parentId", nullValue())
                .body("version", is(0))
                .extract();
        String location = created.header("Location");

        assertEquals(
                created.asString(),
                municipality
                        .anywhere(Role.LEADER)
                        .get(location)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    void areListedPartByPartInTheOrderTheyCame() {
        var ids = new ArrayList<String>();
        for (var name : List.of("A", "B", "C", "D", "E")) {
            ids.add(unit(name, null).toString());
        }
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var request = municipality.as(Role.LEADER).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/units")
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertEquals(ids, found);
    }

    @Test
    void isRenamedAndMovedByWhoHasSeenItsVersion() {
        var top = unit("Helse og omsorg", null);
        var unit = unit("Hjemmetjenesten", null);

        change(unit, "\"0\"", "Hjemmetjenesten nord", top)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("parentId", equalTo(top.toString()));
        problem(change(unit, null, "Sør", top), 428, "if-match-required").body("currentETag", equalTo("\"1\""));
        problem(change(unit, "\"0\"", "Sør", top), 412, "stale")
                .body("currentETag", equalTo("\"1\""))
                .body("current.name", equalTo("Hjemmetjenesten nord"));
        change(unit, "\"1\"", "Sør", null).statusCode(200).body("parentId", nullValue());
    }

    @Test
    void whatStandsMayBeSentAgainWhateverTheVersion() {
        var unit = unit("Hjemmetjenesten", null);

        change(unit, null, "Hjemmetjenesten", null).statusCode(200).header("ETag", "\"0\"");
        change(unit, "\"7\"", "Hjemmetjenesten", null).statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void isNeverBelowItself() {
        var top = unit("A", null);
        var middle = unit("B", top);
        var bottom = unit("C", middle);

        for (var below : List.of(top, middle, bottom)) {
            problem(change(top, "\"0\"", "A", below), 422, "unit-below-itself")
                    .body("errors.pointer", contains("/parentId"));
        }
    }

    @Test
    void standsBelowAUnitOfItsOwnMunicipality() {
        var elsewhere = Municipality.create().create(Role.ADMINISTRATOR, "/units", Map.of("name", "A"));

        for (var parent : List.of(elsewhere, Key.newId())) {
            problem(
                            municipality
                                    .as(Role.ADMINISTRATOR)
                                    .body(Map.of("name", "B", "parentId", parent))
                                    .post("/units")
                                    .then(),
                            404,
                            "unknown-reference")
                    .body("errors.pointer", contains("/parentId"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = Mode.EXCLUDE)
    void isShapedByAdministratorsOnly(Role role) {
        var unit = unit("A", null);

        problem(municipality.as(role).body(Map.of("name", "B")).post("/units").then(), 403, "forbidden");
        problem(
                municipality
                        .as(role)
                        .header("If-Match", "\"0\"")
                        .body(Map.of("name", "B"))
                        .put("/units/" + unit)
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void isReadByAllButMachines() {
        unit("A", null);
        for (var role : Role.values()) {
            municipality.as(role).get("/units").then().statusCode(role == Role.INTEGRATION ? 403 : 200);
        }
    }

    private UUID unit(String name, UUID parent) {
        return municipality.create(Role.ADMINISTRATOR, "/units", body(name, parent));
    }

    private ValidatableResponse change(UUID unit, String etag, String name, UUID parent) {
        var request = municipality.as(Role.ADMINISTRATOR).body(body(name, parent));
        return (etag == null ? request : request.header("If-Match", etag))
                .put("/units/" + unit)
                .then();
    }

    private static Map<String, Object> body(String name, UUID parent) {
        var body = new HashMap<String, Object>();
        body.put("name", name);
        body.put("parentId", parent);
        return body;
    }
}
