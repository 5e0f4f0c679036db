package no.nullpunkt.reminder;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReminderSettingsTest {

    private static final String SETTINGS = "/reminder-settings";
    private static final String PREFERENCE = "/reminder-preference";
    private static final Map<String, Object> BODY =
            Map.of("active", true, "daysBefore", 5, "daysAfter", 2, "missedPeriods", 3, "hour", 9);

    private final Municipality municipality = Municipality.create();

    @Test
    void anAdministratorSetsThemAndEverybodySeesThem() {
        municipality
                .as(Role.LEADER)
                .get(SETTINGS)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("active", is(true))
                .body("daysBefore", is(3))
                .body("daysAfter", is(3))
                .body("missedPeriods", is(2))
                .body("hour", is(7))
                .body("mailed", is(true));

        put(SETTINGS, Role.ADMINISTRATOR, BODY, null).statusCode(201).header("ETag", "\"1\"");
        put(SETTINGS, Role.ADMINISTRATOR, BODY, null).statusCode(200).header("ETag", "\"1\"");
        municipality.as(Role.LEADER).get(SETTINGS).then().body("hour", is(9)).body("daysBefore", is(5));
        for (var role : List.of(Role.PROJECT_LEADER, Role.LEADER, Role.BENEFIT_OWNER)) {
            problem(put(SETTINGS, role, BODY, null), 403, "forbidden");
        }
    }

    @Test
    void whatStandsIsChangedByWhoeverHasSeenIt() {
        put(SETTINGS, Role.ADMINISTRATOR, BODY, null).statusCode(201);
        var other = Bodies.with(BODY, "hour", 10);

        problem(put(SETTINGS, Role.ADMINISTRATOR, other, null), 428, "if-match-required");
        problem(put(SETTINGS, Role.ADMINISTRATOR, other, "\"0\""), 412, "stale").body("current.hour", is(9));
        put(SETTINGS, Role.ADMINISTRATOR, other, "\"1\"").statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (var wrong : Map.of("daysBefore", 15, "daysAfter", 0, "missedPeriods", 0, "hour", 24)
                .entrySet()) {
            problem(
                            put(
                                    SETTINGS,
                                    Role.ADMINISTRATOR,
                                    Bodies.with(BODY, wrong.getKey(), wrong.getValue()),
                                    null),
                            422,
                            "invalid")
                    .body("errors.pointer", contains("/" + wrong.getKey()));
        }
        problem(put(SETTINGS, Role.ADMINISTRATOR, Bodies.with(BODY, "hour", null), null), 422, "invalid");
    }

    @Test
    void eachSaysForThemselvesWhetherAndHowTheyAreReminded() {
        municipality
                .as(Role.BENEFIT_OWNER)
                .get(PREFERENCE)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("language", is("NB"))
                .body("muted", is(false));

        var body = Map.<String, Object>of("language", "NN", "muted", true);
        put(PREFERENCE, Role.BENEFIT_OWNER, body, null).statusCode(201).header("ETag", "\"1\"");
        municipality
                .as(Role.BENEFIT_OWNER)
                .get(PREFERENCE)
                .then()
                .body("language", is("NN"))
                .body("muted", is(true));
        municipality.as(Role.LEADER).get(PREFERENCE).then().body("muted", is(false));
        problem(put(PREFERENCE, Role.BENEFIT_OWNER, Bodies.with(body, "muted", false), null), 428, "if-match-required");
        problem(put(PREFERENCE, Role.LEADER, Bodies.with(body, "language", "SE"), null), 400, "unknown-choice");
    }

    @Test
    void administratorsAndProjectLeadersSeeWhoWasReminded() {
        for (var role : List.of(Role.ADMINISTRATOR, Role.PROJECT_LEADER)) {
            municipality.as(role).get("/reminders").then().statusCode(200);
        }
        for (var role : List.of(Role.LEADER, Role.BENEFIT_OWNER, Role.INTEGRATION)) {
            problem(municipality.as(role).get("/reminders").then(), 403, "forbidden");
        }
        problem(municipality.as(Role.ADMINISTRATOR).get("/reminders?cursor=x").then(), 400, "unreadable-cursor");
    }

    private ValidatableResponse put(String path, Role role, Map<String, Object> body, String ifMatch) {
        var request = municipality.as(role).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(path)
                .then();
    }
}
