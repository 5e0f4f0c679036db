package no.nullpunkt.access;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@QuarkusTest
class GrantsTest {

    private final Municipality municipality = Municipality.create();

    @ParameterizedTest
    @EnumSource(names = {"BENEFIT_OWNER", "INTEGRATION"})
    void ownersAndMachinesAreGrantedTheirRoleInAUnit(Role role) {
        var unit = unit();
        grant(role, unit).then().statusCode(201).body("role", is(role.name()), "unitId", is(unit.toString()));
    }

    /** It would be of no use to them there, and look as if it were. */
    @ParameterizedTest
    @EnumSource(
            names = {"BENEFIT_OWNER", "INTEGRATION"},
            mode = Mode.EXCLUDE)
    void otherRolesAreOfTheWholeMunicipality(Role role) {
        problem(grant(role, unit()).then(), 422, "role-of-whole-municipality").body("errors[0].pointer", is("/unitId"));
    }

    private UUID unit() {
        return municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten"));
    }

    private Response grant(Role role, UUID unitId) {
        var person = municipality.create(
                Role.ADMINISTRATOR, "/people", Map.of("name", "Kari Moen", "email", "kari@" + role + ".example"));
        return municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("role", role, "unitId", unitId))
                .post("/people/" + person + "/grants");
    }
}
