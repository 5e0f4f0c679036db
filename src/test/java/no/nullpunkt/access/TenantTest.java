package no.nullpunkt.access;

import static no.nullpunkt.testing.Municipality.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * Asks every operation of the contract as nobody, as someone of another municipality, and with another municipality's
 * ids. The operations are read from the document that is served, so a new one is asked too.
 */
@QuarkusTest
class TenantTest {

    private static final String TENANT = "/api/v1/municipalities/{number}";

    private record Asked(String method, String path) {}

    @TestFactory
    List<DynamicTest> everyOperationOfAMunicipality() throws IOException {
        var theirs = MeasuredBenefit.create();
        theirs.municipality
                .as(Role.BENEFIT_OWNER)
                .body(Bodies.measured("3"))
                .put(theirs.value("2026-01"))
                .then()
                .statusCode(201);
        var own = Municipality.create();
        var tests = new ArrayList<DynamicTest>();
        for (var asked : operations()) {
            var there = fill(asked.path, theirs, theirs.municipality.number);
            var here = fill(asked.path, theirs, own.number);
            tests.add(DynamicTest.dynamicTest(
                    asked + " by nobody",
                    () -> assertEquals(
                            401,
                            RestAssured.given()
                                    .contentType("application/json")
                                    .body("{}")
                                    .request(asked.method, there)
                                    .statusCode())));
            for (var role : Role.values()) {
                tests.add(DynamicTest.dynamicTest(
                        asked + " of another municipality by its " + role,
                        () -> problem(
                                own.anywhere(role)
                                        .body("{}")
                                        .request(asked.method, there)
                                        .then(),
                                404,
                                "not-found")));
            }
            if (asked.path.substring(TENANT.length()).contains("{")
                    && !asked.path.contains("/parameters/")
                    && !asked.path.contains("/technologies/")
                    && !asked.path.contains("/imports/")) {
                tests.add(DynamicTest.dynamicTest(
                        asked + " with another municipality's ids", () -> assertNothingFound(own, asked, here)));
            }
        }
        assertTrue(tests.size() > 200, "operations were found");
        return tests;
    }

    /** Valid bodies are needed to come past validation, so what is asserted is that nothing is ever found. */
    private static void assertNothingFound(Municipality own, Asked asked, String path) {
        var body = bodyOf(asked);
        for (var role : List.of(Role.PROJECT_LEADER, Role.ADMINISTRATOR, Role.LEADER, Role.BENEFIT_OWNER)) {
            var status = own.anywhere(role)
                    .header("If-Match", "\"0\"")
                    .queryParam("reason", "prøve")
                    .body(body)
                    .request(asked.method, path)
                    .statusCode();
            assertTrue(status == 404 || status == 403, asked + " by " + role + " answered " + status);
        }
        var mighty = asked.path.contains("/people")
                        || asked.path.contains("/transfers")
                        || asked.path.contains("/networks") && !asked.path.contains("/shares")
                        || asked.path.contains("/units/{id}")
                ? Role.ADMINISTRATOR
                : asked.path.endsWith("/decisions")
                                || asked.path.endsWith("/reopen")
                                || asked.path.endsWith("/issue")
                                || asked.path.contains("/shares")
                                || asked.path.endsWith("/success-story/approve")
                        ? Role.LEADER
                        : Role.PROJECT_LEADER;
        problem(
                own.anywhere(mighty)
                        .header("If-Match", "\"0\"")
                        .queryParam("reason", "prøve")
                        .body(body)
                        .request(asked.method, path)
                        .then(),
                404,
                "not-found");
    }

    private static Object bodyOf(Asked asked) {
        var unit = UUID.randomUUID();
        var path = asked.path.substring(TENANT.length());
        if (asked.method.equals("GET") || asked.method.equals("DELETE")) {
            return "";
        }
        return switch (path.replaceAll("\\{[^}]*}", "_")) {
            case "/units/_" -> Map.of("name", "Enhet");
            case "/people/_" -> Map.of("name", "Navn");
            case "/rollouts/_/close" -> Map.of("on", "2026-01-01");
            case "/rollouts/_/reopen", "/transfers/_/decline", "/networks/_/leave", "/networks/_/members/_/remove" ->
                Map.of("reason", "Prøve");
            case "/networks/_/invite" -> Map.of("county", "03");
            case "/networks/_/readers" -> Map.of("municipality", "0301", "email", "navn@kommune.example");
            case "/people/_/hand-over" -> Map.of("toId", UUID.randomUUID(), "reason", "Slutter");
            case "/people/_/end", "/people/_/return", "/people/_/erase" -> Map.of("reason", "Slutter");
            case "/people/_/grants" -> Map.of("role", "LEADER");
            case "/rollouts/_" -> Bodies.rollout(unit);
            case "/rollouts/_/costs" ->
                Map.of("month", "2026-01", "kind", "RUNNING", "nok", 5, "description", "Lisens");
            case "/rollouts/_/benefits", "/benefits/_" -> Map.of("title", "Gevinst");
            case "/rollouts/_/benefits:from-catalogue" -> Map.of("indicatorCodes", List.of("DH1"));
            case "/benefits/_/step" -> Map.of("to", "PLANNED");
            case "/benefits/_/conclusion" -> Map.of("conclusion", "Ferdig");
            case "/benefits/_/actions", "/benefits/_/actions/_" ->
                Map.of("kind", "STOP", "description", "Rutine", "due", "2026-01-01");
            case "/benefits/_/success-story" -> Map.of("title", "Roligere", "text", "Kveldene er roligere.");
            case "/benefits/_/success-story/withdraw" -> Map.of("reason", "Kan kjennes igjen");
            case "/benefits/_/deviations" -> Map.of("cause", "DATA", "explanation", "Feil");
            case "/benefits/_/decisions" -> Map.of("kind", "ADJUST", "date", "2026-01-01");
            case "/benefits/_/dispositions" ->
                Map.of("unitId", unit, "month", "2026-01", "hours", 1, "category", "MORE_USERS");
            case "/benefits/_/indicators", "/indicators/_" -> Bodies.indicator(unit);
            case "/indicators/_/units/_" -> Map.of();
            case "/technologies/_" -> Map.of("name", "Egen");
            case "/indicators/_/units/_/baseline" -> Bodies.baseline("3");
            case "/indicators/_/units/_/targets" -> Bodies.targets("2026-01", "3");
            case "/indicators/_/units/_/values/_" -> Bodies.measured("3");
            case "/closed-months/_/reopen" -> Map.of("reason", "Rettes");
            case "/people/_/invitation" -> Map.of("mailed", false);
            case "/reports/_/issue",
                    "/indicators/_/units/_/baseline/approve",
                    "/benefits/_/owner:accept",
                    "/networks/_/join",
                    "/networks/_/shares/_",
                    "/benefits/_/success-story/approve",
                    "/transfers/_/accept" -> "";
            default -> throw new AssertionError("Give the test a body for " + asked);
        };
    }

    private static String fill(String path, MeasuredBenefit theirs, String number) {
        return path.replace("{number}", number)
                .replace("{rolloutId}", theirs.rollout.toString())
                .replace("{benefitId}", theirs.benefit.toString())
                .replace("{indicatorId}", theirs.indicator.toString())
                .replace("{unitId}", theirs.unit.toString())
                .replace("{month}", "2026-01")
                .replace("{from}", "2026-01")
                .replace("/units/{id}", "/units/" + theirs.unit)
                .replace("/rollouts/{id}", "/rollouts/" + theirs.rollout)
                .replace("/benefits/{id}", "/benefits/" + theirs.benefit)
                .replace("/indicators/{id}", "/indicators/" + theirs.indicator)
                .replace("/people/{id}", "/people/" + theirs.municipality.person(Role.BENEFIT_OWNER))
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    @SuppressWarnings("unchecked")
    private static List<Asked> operations() throws IOException {
        Map<String, Object> document;
        try (InputStream served = RestAssured.get("/openapi").asInputStream()) {
            document = new Yaml().load(served);
        }
        var operations = new ArrayList<Asked>();
        ((Map<String, Map<String, Object>>) document.get("paths")).forEach((path, item) -> {
            if (path.startsWith(TENANT)) {
                item.keySet().stream()
                        .filter(key ->
                                List.of("get", "put", "post", "delete", "patch").contains(key))
                        .forEach(method -> operations.add(new Asked(method.toUpperCase(Locale.ROOT), path)));
            }
        });
        return operations;
    }
}
