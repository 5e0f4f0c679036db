package no.nullpunkt.reminder;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Municipality;

/** A municipality where the benefit owner owes figures that the leader asks for. */
final class Owing {

    final Municipality municipality = Municipality.create();
    final UUID unit = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten"));
    final UUID benefit;

    private Owing() {
        var rollout = municipality.create(Role.PROJECT_LEADER, "/rollouts", Bodies.rollout(unit));
        var owner = municipality.person(Role.BENEFIT_OWNER);
        var body = Bodies.with(Bodies.benefit(owner, owner), "askerId", municipality.person(Role.LEADER));
        benefit = municipality.create(Role.PROJECT_LEADER, "/rollouts/" + rollout + "/benefits", body);
    }

    /** With nothing to measure yet. */
    static Owing nothing() {
        return new Owing();
    }

    /** One monthly figure, called Utrykninger, from a month on. */
    static Owing from(String month) {
        var owing = new Owing();
        owing.indicator("Utrykninger", month);
        return owing;
    }

    UUID indicator(String name, String from) {
        return indicator(name, from, 1);
    }

    UUID indicator(String name, String from, int frequencyMonths) {
        var body = Bodies.with(Bodies.indicator(unit), "name", name);
        body = Bodies.with(body, "measureFrom", from);
        body = Bodies.with(body, "frequencyMonths", frequencyMonths);
        return municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + benefit + "/indicators",
                Bodies.with(body, "valuation", Map.of("kind", "NONE")));
    }

    void enter(UUID indicator, String month) {
        municipality
                .as(Role.BENEFIT_OWNER)
                .body(Bodies.measured("3"))
                .put("/indicators/" + indicator + "/units/" + unit + "/values/" + month)
                .then()
                .statusCode(201);
    }

    void measuredBy(UUID indicator, UUID personId) {
        municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Map.of("measurerId", personId))
                .put("/indicators/" + indicator + "/units/" + unit)
                .then()
                .statusCode(200);
    }

    /** Whether the person in a role is reminded, and in which language. */
    void prefers(Role role, String language, boolean muted) {
        municipality
                .as(role)
                .header("If-Match", "*")
                .body(Map.of("language", language, "muted", muted))
                .put("/reminder-preference");
    }

    /** Takes all roles from the person in a role. */
    void revoke(Role role) {
        var path = "/people/" + municipality.person(role);
        var grant = municipality
                .as(Role.ADMINISTRATOR)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("grants[0].id");
        municipality
                .as(Role.ADMINISTRATOR)
                .header("If-Match", "*")
                .delete(path + "/grants/" + grant)
                .then()
                .statusCode(204);
    }

    /** The address of whoever has a role. */
    String mail(Role role) {
        return mail(role.name());
    }

    String mail(String name) {
        return name.toLowerCase(Locale.ROOT) + "@" + municipality.number + ".example";
    }
}
