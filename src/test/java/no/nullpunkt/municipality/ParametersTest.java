package no.nullpunkt.municipality;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ParametersTest {

    private Municipality municipality;

    @BeforeEach
    void create() {
        municipality = Municipality.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hours-per-fte", "hourly-cost"})
    void areSetFromAMonthAndMaySimplyBeSentAgain(String parameter) {
        var path = "/parameters/" + parameter + "/2026-01";

        set(path, "1750", null).statusCode(201).header("ETag", "\"0\"").body("from", equalTo("2026-01"));
        set(path, "1750", null).statusCode(200).header("ETag", "\"0\"");
        set(path, "1750.00", "\"7\"").statusCode(200).header("ETag", "\"0\"");
    }

    @Test
    void areChangedByWhoHasSeenThem() {
        var path = "/parameters/hours-per-fte/2026-01";
        set(path, "1750", null);

        problem(set(path, "1760", null), 428, "if-match-required").body("currentETag", equalTo("\"0\""));
        problem(set(path, "1760", "\"7\""), 412, "stale").body("current.value", is(1750));
        set(path, "1760", "\"0\"").statusCode(200).header("ETag", "\"1\"").body("value", is(1760));
    }

    @Test
    void standWithTheMunicipalityInOrder() {
        municipality
                .as(Role.LEADER)
                .get("/")
                .then()
                .statusCode(200)
                .body("number", equalTo(municipality.number))
                .body("demonstration", is(false))
                .body("hoursPerFte", empty());
        set("/parameters/hours-per-fte/2027-01", "1740", null);
        set("/parameters/hours-per-fte/2026-01", "1750", null);
        set("/parameters/hourly-cost/2026-01", "520.50", null);

        municipality
                .as(Role.LEADER)
                .get("/")
                .then()
                .body("hoursPerFte.from", contains("2026-01", "2027-01"))
                .body("hoursPerFte.value", contains(1750, 1740))
                .body("hourlyCost.value", contains(520.5f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "null"})
    void arePositive(String value) {
        problem(set("/parameters/hours-per-fte/2026-01", value, null), 422, "invalid")
                .body("errors.pointer", contains("/value"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = Mode.EXCLUDE)
    void areSetByAdministratorsOnly(Role role) {
        problem(
                municipality
                        .as(role)
                        .body(Map.of("value", 1750))
                        .put("/parameters/hourly-cost/2026-01")
                        .then(),
                403,
                "forbidden");
    }

    private ValidatableResponse set(String path, String value, String etag) {
        var request = municipality.as(Role.ADMINISTRATOR).body("{\"value\": " + value + "}");
        return (etag == null ? request : request.header("If-Match", etag))
                .put(path)
                .then();
    }
}
