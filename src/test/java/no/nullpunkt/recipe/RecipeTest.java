package no.nullpunkt.recipe;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rollout published by one municipality and started from by another: exactly what was published comes along. */
@QuarkusTest
class RecipeTest {

    @Inject
    Clock clock;

    private MeasuredBenefit giver;
    private Municipality taker;
    private UUID unit;

    @BeforeEach
    void publishable() {
        giver = measured(Map.of());
        taker = Municipality.create();
        unit = taker.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Takerens enhet"));
    }

    private MeasuredBenefit measured(Map<String, Object> fields) {
        var month = YearMonth.now(clock).minusMonths(2);
        var measured = MeasuredBenefit.create(fields);
        var municipality = measured.municipality;
        var need = municipality.create(
                Role.PROJECT_LEADER, "/rollouts/" + measured.rollout + "/needs", Map.of("title", "For få på kvelden"));
        var goal = municipality.create(Role.PROJECT_LEADER, "/goals", Map.of("title", "Hemmelig mål"));
        municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of(
                        "needIds", List.of(need),
                        "goalIds", List.of(goal),
                        "measuring", "En halv time",
                        "risks",
                                List.of(Map.of(
                                        "description", "Gammel runde", "likelihood", "HIGH", "consequence", "LOW"))))
                .put("/benefits/" + measured.benefit + "/plan")
                .then()
                .statusCode(200);
        municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + measured.benefit + "/actions",
                Map.of(
                        "kind", "STOP",
                        "description", "Slutte med runden",
                        "due", "2026-03-31",
                        "responsibleId", municipality.person(Role.BENEFIT_OWNER)));
        municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.baseline("4"))
                .put(measured.series("/baseline"))
                .then()
                .statusCode(201);
        municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.with(Bodies.measured("3"), "comment", "Hemmelig kommentar"))
                .put(measured.value(month.toString()))
                .then()
                .statusCode(201);
        return measured;
    }

    @Test
    void anotherMunicipalityStartsFromExactlyWhatWasPublished() {
        var recipe = publish(giver, Map.of("whatWentWrong", "Vi målte for sent", "withMunicipality", true))
                .statusCode(200)
                .body("edition", is(1), "state", is("PUBLISHED"))
                .extract()
                .<String>path("id");
        var taken = take(recipe).statusCode(201);
        taken.body("builtOn.edition", is(1), "builtOn.municipality", is("Testkommune " + giver.municipality.number));
        String rollout = taken.extract().path("id");
        String benefit = taken.extract().path("benefitIds[0]");

        var plan = taker.as(Role.LEADER)
                .queryParam("rolloutId", rollout)
                .get("/plan")
                .then()
                .statusCode(200);
        plan.body(
                "rollouts[0].units", contains("Takerens enhet"),
                "rollouts[0].needs.title", contains("For få på kvelden"),
                "goals", empty(),
                "rollouts[0].benefits.title", contains("Færre utrykninger"),
                "rollouts[0].benefits[0].owner", is("BENEFIT_OWNER of the tests"),
                "rollouts[0].benefits[0].overallOwner", nullValue(),
                "rollouts[0].benefits[0].risks[0].description", is("Gammel runde"),
                "rollouts[0].benefits[0].measuring", is("En halv time"),
                "rollouts[0].benefits[0].actions[0].description", is("Slutte med runden"),
                "rollouts[0].benefits[0].actions[0].due", is("2027-05-31"),
                "rollouts[0].benefits[0].actions[0].done", nullValue());
        plan.body(
                "rollouts[0].benefits[0].indicators[0].series[0].baseline", nullValue(),
                "rollouts[0].benefits[0].indicators[0].series[0].targets", empty(),
                "rollouts[0].benefits[0].indicators[0].measureFrom", is("2027-03"));
        taker.as(Role.LEADER)
                .get("/benefits/" + benefit + "/indicators")
                .then()
                .body("items[0].name", is("Utrykninger etter varsel"), "items[0].valuation.kind", is("NONE"));
        assertEquals(0, taker.number("select count(*) from measurement where municipality_id = %d"));
        taker.as(Role.LEADER)
                .get("/rollouts/" + rollout + "/built-on")
                .then()
                .body("recipeId", is(recipe), "title", is("Digitalt tilsyn"));
    }

    @Test
    void noNamesValuesIdsUnitsGoalsOrOtherRolloutsAreReadByOthers() {
        giver.municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts",
                Bodies.with(Bodies.rollout(giver.unit), "name", "Hemmelig innføring"));
        var recipe = publish(giver, Map.of()).extract().<String>path("id");
        var text = recipes(taker, recipe).statusCode(200).extract().asString();
        for (var secret : List.of(
                "of the tests",
                "Hemmelig",
                "Hjemmetjenesten",
                giver.municipality.number,
                giver.benefit.toString(),
                giver.rollout.toString(),
                giver.unit.toString(),
                giver.municipality.person(Role.BENEFIT_OWNER).toString(),
                "\"level\"",
                "\"baselineLevel\"")) {
            assertFalse(text.contains(secret), secret + " in " + text);
        }
        assertTrue(text.contains("Telling i logg"), "how the null-point was found");
        // What the API of the giver tells is still the giver's own.
        taker.anywhere(Role.LEADER)
                .get("/api/v1/municipalities/" + giver.municipality.number + "/rollouts/" + giver.rollout + "/recipe")
                .then()
                .statusCode(404);
    }

    @Test
    void figuresComeOnlyWhenChosenAndNeverOfPersons() {
        var recipe = publish(giver, Map.of("withFigures", true)).extract().<String>path("id");
        recipes(taker, recipe)
                .body("content.benefits[0].indicators[0].figures.baselineLevel", notNullValue())
                .body("content.benefits[0].indicators[0].figures.level", notNullValue());

        var counted = measured(Map.of("countsPersons", true, "valuation", Map.of("kind", "NONE")));
        var ofPersons = publish(counted, Map.of("withFigures", true)).extract().<String>path("id");
        recipes(taker, ofPersons)
                .body("content.benefits[0].indicators[0].figures", nullValue())
                .body("content.benefits[0].indicators[0].countsPersons", is(true));
    }

    @Test
    void aTextThatNamesAPersonOrAnAddressIsNotPublished() {
        problem(
                publish(giver, Map.of("whatWentWrong", "Spør leader OF the tests om det")),
                422,
                "recipe-names-a-person");
        problem(publish(giver, Map.of("whatToWatch", "Ring ola@example.no")), 422, "recipe-names-a-person");
        publish(giver, Map.of("contact", "Velferdsteknologi, ola@example.no")).statusCode(200);
    }

    @Test
    void aRecipeIsFrozenUntilTheNextEditionAndGoneWhenItIsWithdrawn() {
        var id = publish(giver, Map.of()).extract().<String>path("id");
        giver.municipality
                .as(Role.PROJECT_LEADER)
                .header("If-Match", "*")
                .body(Bodies.with(Bodies.rollout(giver.unit), "name", "Nytt navn"))
                .put("/rollouts/" + giver.rollout)
                .then()
                .statusCode(200);
        recipes(taker, id).body("edition", is(1), "content.title", is("Digitalt tilsyn"));
        publish(giver, Map.of()).statusCode(200);
        recipes(taker, id).body("edition", is(2), "content.title", is("Nytt navn"));

        giver.municipality
                .as(Role.LEADER)
                .body(Map.of("reason", "Vi gjør det annerledes"))
                .post("/rollouts/" + giver.rollout + "/recipe/withdraw")
                .then()
                .statusCode(200);
        recipes(taker, id).statusCode(404);
        problem(take(id), 404, "unknown-reference");
        listed(taker).body("items.id", not(hasItem(id)));
        giver.municipality
                .as(Role.LEADER)
                .get("/rollouts/" + giver.rollout + "/recipe")
                .then()
                .body("state", is("WITHDRAWN"), "withdrawnReason", is("Vi gjør det annerledes"));
    }

    @Test
    void onlyALeaderPublishesAndOnlyAProjectLeaderTakes() {
        for (var role : List.of(Role.PROJECT_LEADER, Role.BENEFIT_OWNER, Role.ADMINISTRATOR)) {
            problem(
                    giver.municipality
                            .as(role)
                            .body(Map.of())
                            .put("/rollouts/" + giver.rollout + "/recipe")
                            .then(),
                    403,
                    "forbidden");
        }
        var id = publish(giver, Map.of()).extract().<String>path("id");
        problem(
                taker.as(Role.LEADER)
                        .body(takeBody(id))
                        .post("/rollouts:from-recipe")
                        .then(),
                403,
                "forbidden");
        RestAssured.given().get("/api/v1/recipes").then().statusCode(401);
    }

    @Test
    void recipesAreFoundByTechnologyAndPreviewedBeforeTheyArePublished() {
        giver.municipality
                .as(Role.LEADER)
                .body(Map.of("withMunicipality", false))
                .post("/rollouts/" + giver.rollout + "/recipe/preview")
                .then()
                .statusCode(200)
                .body("title", is("Digitalt tilsyn"), "municipality", nullValue());
        assertEquals(0, giver.municipality.number("select count(*) from recipe where municipality_id = %d"));
        var id = publish(giver, Map.of()).extract().<String>path("id");
        listed(taker).body("items.id", hasItem(id));
        taker.anywhere(Role.LEADER)
                .queryParam("technology", "medicine-dispenser")
                .queryParam("limit", 200)
                .get("/api/v1/recipes")
                .then()
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void aProjectLeaderStartsFromARecipeOnItsPage() {
        var id = publish(giver, Map.of("whatToWatch", "Avtal med apoteket"))
                .extract()
                .<String>path("id");
        var browser = new Browser();
        browser.signIn(taker.credentials(Role.PROJECT_LEADER), "/");
        browser.get("/oppskrifter?teknologi=digital-supervision-home")
                .then()
                .statusCode(200)
                .body(containsString(id));
        var page = "/oppskrifter/" + id;
        browser.get(page).then().body(containsString("Avtal med apoteket"), not(containsString("of the tests</p>")));
        browser.post(page, "navn", "Tatt", "oppstart", "2027-03")
                .then()
                .statusCode(200)
                .body(containsString("role=\"alert\""), containsString("value=\"Tatt\""));
        browser.post(page, "navn", "Tatt", "oppstart", "2027-03", "enhet", unit.toString())
                .then()
                .statusCode(303);
        taker.as(Role.LEADER).get("/rollouts").then().body("items.name", contains("Tatt"));
        var leader = new Browser();
        leader.signIn(taker.credentials(Role.LEADER), "/");
        leader.get(page).then().statusCode(200).body(not(containsString("<form class=\"narrow")));
        leader.post(page, "navn", "Nei").then().statusCode(403);
    }

    private ValidatableResponse listed(Municipality municipality) {
        return municipality
                .anywhere(Role.LEADER)
                .queryParam("technology", "digital-supervision-home")
                .queryParam("limit", 200)
                .get("/api/v1/recipes")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse recipes(Municipality municipality, String id) {
        return municipality
                .anywhere(Role.PROJECT_LEADER)
                .get("/api/v1/recipes/" + id)
                .then();
    }

    private static ValidatableResponse publish(MeasuredBenefit giver, Map<String, Object> choices) {
        return giver.municipality
                .as(Role.LEADER)
                .header("If-Match", "*")
                .body(choices)
                .put("/rollouts/" + giver.rollout + "/recipe")
                .then();
    }

    private Map<String, Object> takeBody(String recipe) {
        return Map.of(
                "recipeId",
                recipe,
                "name",
                "Vårt tilsyn",
                "unitIds",
                List.of(unit),
                "plannedGoLive",
                "2027-03",
                "ownerId",
                taker.person(Role.BENEFIT_OWNER));
    }

    private ValidatableResponse take(String recipe) {
        return taker.as(Role.PROJECT_LEADER)
                .body(takeBody(recipe))
                .post("/rollouts:from-recipe")
                .then();
    }
}
