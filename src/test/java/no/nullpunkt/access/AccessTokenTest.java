package no.nullpunkt.access;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Keycloak;
import no.nullpunkt.testing.MeasuredBenefit;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.Waiting;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The API with tokens of a real Keycloak, and with tokens that only look like it. */
@QuarkusTest
class AccessTokenTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static Keycloak keycloak;

    @BeforeAll
    static void start() {
        keycloak = Keycloak.get();
    }

    private static int status(Municipality municipality, String token) {
        return municipality.withToken(token).get("/units").statusCode();
    }

    private static void assertRefused(Municipality municipality, String token) {
        var answer = municipality.withToken(token).get("/units").then();
        problem(answer, 401, "sign-in-required");
        assertEquals(
                List.of("Bearer realm=\"Nullpunkt\"", "Basic realm=\"Nullpunkt\", charset=\"UTF-8\""),
                answer.extract().headers().getValues("WWW-Authenticate"));
    }

    /** Someone known here and there, with a token that is good. */
    private static String known(Municipality municipality, Role role) {
        keycloak.addUser(municipality.email(role));
        return keycloak.accessTokenOf(municipality.email(role));
    }

    @Test
    void aPersonIsBoundByAVerifiedEMailAndThenKnownByTheSubject() {
        var municipality = Municipality.create();
        var subject = keycloak.addUser(municipality.email(Role.LEADER));
        var token = keycloak.accessTokenOf(municipality.email(Role.LEADER));

        given().auth()
                .oauth2(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("municipality", is(municipality.number), "grants.role", is(List.of("LEADER")));
        keycloak.admin(Keycloak.REALM)
                .body(Map.of("email", "changed@" + municipality.number + ".example", "emailVerified", true))
                .put("/users/" + subject)
                .then()
                .statusCode(204);

        assertEquals(200, status(municipality, token));
        municipality
                .as(Role.ADMINISTRATOR)
                .get("/people/" + municipality.person(Role.LEADER) + "/identities")
                .then()
                .statusCode(200)
                .body("items.subject", is(List.of(subject)), "items[0].boundBy", nullValue());
    }

    @Test
    void anUnverifiedEMailOpensNothing() {
        var municipality = Municipality.create();
        var email = municipality.email(Role.ADMINISTRATOR);
        keycloak.addUser(Keycloak.REALM, email, false, Map.of());

        problem(
                municipality
                        .withToken(keycloak.accessTokenOf(email))
                        .get("/units")
                        .then(),
                403,
                "email-not-verified");
    }

    @Test
    void whomNobodyHasAddedIsNotLetIn() {
        var municipality = Municipality.create();
        var email = "stranger@" + municipality.number + ".example";
        keycloak.addUser(email);

        problem(
                municipality
                        .withToken(keycloak.accessTokenOf(email))
                        .get("/units")
                        .then(),
                403,
                "not-added");
    }

    /** A new employee may be given the e-mail of one who left. */
    @Test
    void anEMailGivenToSomeoneNewIsNotTheOldOne() {
        var municipality = Municipality.create();
        var email = municipality.email(Role.LEADER);
        var old = keycloak.addUser(email);
        assertEquals(200, status(municipality, keycloak.accessTokenOf(email)));
        keycloak.admin(Keycloak.REALM).delete("/users/" + old).then().statusCode(204);

        keycloak.addUser(email);

        problem(
                municipality
                        .withToken(keycloak.accessTokenOf(email))
                        .get("/units")
                        .then(),
                403,
                "bound-to-another");
    }

    @Test
    void anAdministratorForgetsABindingAndTheNextSignInIsTheFirst() {
        var municipality = Municipality.create();
        var email = municipality.email(Role.LEADER);
        var old = keycloak.addUser(email);
        assertEquals(200, status(municipality, keycloak.accessTokenOf(email)));
        keycloak.admin(Keycloak.REALM).delete("/users/" + old).then().statusCode(204);
        keycloak.addUser(email);
        var identities = "/people/" + municipality.person(Role.LEADER) + "/identities";
        String id = municipality.as(Role.ADMINISTRATOR).get(identities).path("items[0].id");

        problem(
                municipality
                        .as(Role.ADMINISTRATOR)
                        .delete(identities + "/" + id)
                        .then(),
                428,
                "if-match-required");
        problem(
                municipality
                        .as(Role.LEADER)
                        .header("If-Match", "\"0\"")
                        .delete(identities + "/" + id)
                        .then(),
                403,
                "forbidden");
        municipality
                .as(Role.ADMINISTRATOR)
                .header("If-Match", "\"0\"")
                .delete(identities + "/" + id)
                .then()
                .statusCode(204);

        assertEquals(200, status(municipality, keycloak.accessTokenOf(email)));
    }

    @Test
    void onlyAdministratorsSeeAndSayWhomProvidersKnow() {
        var municipality = Municipality.create();
        var path = "/people/" + municipality.person(Role.INTEGRATION) + "/identities";
        for (var role : List.of(Role.LEADER, Role.PROJECT_LEADER, Role.BENEFIT_OWNER)) {
            problem(municipality.as(role).get(path).then(), 403, "forbidden");
            problem(
                    municipality
                            .as(role)
                            .body(Map.of("provider", "keycloak", "subject", "nightly-export"))
                            .post(path)
                            .then(),
                    403,
                    "forbidden");
        }
        problem(
                municipality
                        .as(Role.ADMINISTRATOR)
                        .body(Map.of("provider", "nobody", "subject", "x"))
                        .post(path)
                        .then(),
                422,
                "unknown-provider");
    }

    @Test
    void whoHasNoRoleIsToldSo() {
        var municipality = Municipality.create();
        var person = municipality.create(
                Role.ADMINISTRATOR, "/people", Map.of("name", "Ny", "email", "ny@" + municipality.number + ".example"));
        keycloak.addUser("ny@" + municipality.number + ".example");
        var token = keycloak.accessTokenOf("ny@" + municipality.number + ".example");

        given().auth()
                .oauth2(token)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("personId", is(person.toString()), "grants", hasSize(0));
        problem(municipality.withToken(token).get("/units").then(), 403, "no-role");
    }

    @Test
    void anotherMunicipalityIsNotThere() {
        var token = known(Municipality.create(), Role.ADMINISTRATOR);

        problem(Municipality.create().withToken(token).get("/units").then(), 404, "not-found");
    }

    @Test
    void whoHasLeftIsRefusedAtOnce() {
        var municipality = Municipality.create();
        var token = known(municipality, Role.BENEFIT_OWNER);
        assertEquals(200, status(municipality, token));

        municipality
                .as(Role.ADMINISTRATOR)
                .body(Map.of("reason", "Slutter"))
                .post("/people/" + municipality.person(Role.BENEFIT_OWNER) + "/end")
                .then()
                .statusCode(200);

        problem(municipality.withToken(token).get("/units").then(), 403, "not-added");
    }

    @Test
    void aRoleTakenBackIsGoneAtOnce() {
        var municipality = Municipality.create();
        var token = known(municipality, Role.LEADER);
        assertEquals(200, status(municipality, token));

        municipality.execute("select begin_change(%d, null, 'test'); delete from role_grant where municipality_id = %d "
                + "and role = 'LEADER'");

        problem(municipality.withToken(token).get("/units").then(), 403, "no-role");
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        var municipality = Municipality.create();
        keycloak.addUser(municipality.email(Role.LEADER));

        assertRefused(
                municipality,
                keycloak.tokensOf(Keycloak.REALM, "elsewhere", municipality.email(Role.LEADER))
                        .access());
    }

    @Test
    void aTokenOfAnotherIssuerIsRefusedThoughTheKeysAreTheSame() {
        var municipality = Municipality.create();
        keycloak.addUser(municipality.email(Role.LEADER));

        assertRefused(municipality, keycloak.accessTokenByOtherName(municipality.email(Role.LEADER)));
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        var municipality = Municipality.create();
        keycloak.addUser(municipality.email(Role.LEADER));

        assertRefused(
                municipality,
                keycloak.tokensOf(Keycloak.REALM, "tool", municipality.email(Role.LEADER))
                        .id());
    }

    @Test
    void anExpiredTokenIsRefused() {
        var municipality = Municipality.create();
        keycloak.addUser(municipality.email(Role.LEADER));
        var token = keycloak.tokensOf(Keycloak.REALM, "hasty", municipality.email(Role.LEADER))
                .access();
        var expires = Long.parseLong(Claims.of(token).text("exp").orElseThrow());

        Waiting.until(SOON, () -> Instant.now().getEpochSecond() > expires);

        assertRefused(municipality, token);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        var municipality = Municipality.create();
        var token = known(municipality, Role.ADMINISTRATOR);
        var payload = token.split("\\.")[1];
        var encoder = Base64.getUrlEncoder().withoutPadding();

        for (var algorithm : List.of("none", "None", "NONE", "")) {
            var header = encoder.encodeToString(
                    ("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}").getBytes(StandardCharsets.UTF_8));
            assertRefused(municipality, header + "." + payload + ".");
        }
        var parts = token.split("\\.");
        assertRefused(municipality, parts[0] + "." + parts[1] + ".");
        assertRefused(municipality, parts[0] + "." + parts[1]);
    }

    @Test
    void aTokenWithOtherClaimsThanWereSignedIsRefused() {
        var municipality = Municipality.create();
        keycloak.addUser(municipality.email(Role.LEADER));
        var parts = keycloak.accessTokenOf(municipality.email(Role.LEADER)).split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(municipality.email(Role.LEADER), municipality.email(Role.ADMINISTRATOR));

        assertRefused(
                municipality,
                parts[0] + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + "." + parts[2]);
    }

    /** What everyone may read is no secret to sign with. */
    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws JoseException {
        var municipality = Municipality.create();
        var token = known(municipality, Role.ADMINISTRATOR);
        var header = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        Map<String, Object> key = given().get(keycloak.base() + "/realms/nullpunkt/protocol/openid-connect/certs")
                .jsonPath()
                .getMap("keys.find { it.use == 'sig' }");
        var certificate = ((List<?>) key.get("x5c")).get(0).toString();
        var publicKey = keycloak.admin(Keycloak.REALM)
                .get("/keys")
                .jsonPath()
                .getString("keys.find { it.kid == '" + key.get("kid") + "' }.publicKey");
        var pem = "-----BEGIN PUBLIC KEY-----\n" + publicKey + "\n-----END PUBLIC KEY-----";
        assertEquals(true, header.contains((String) key.get("kid")), "the key that tokens are signed with");

        for (var secret : List.of(
                publicKey.getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(publicKey),
                pem.getBytes(StandardCharsets.UTF_8),
                certificate.getBytes(StandardCharsets.UTF_8))) {
            var forged = new JsonWebSignature();
            forged.setPayload(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
            forged.setHeader("alg", "HS256");
            forged.setKeyIdHeaderValue((String) key.get("kid"));
            forged.setKey(new HmacKey(secret));
            forged.setDoKeyValidation(false);
            assertRefused(municipality, forged.getCompactSerialization());
        }
    }

    @Test
    void whatIsNoTokenIsRefused() {
        var municipality = Municipality.create();
        for (var token : List.of("x", "a.b.c", "..", "....", "e30.e30.e30", "%00")) {
            assertRefused(municipality, token);
        }
    }

    @Test
    void keysAreRotatedAndWithdrawn() {
        var municipality = Municipality.create();
        var old = known(municipality, Role.LEADER);
        assertEquals(200, status(municipality, old));
        String realm = keycloak.admin(Keycloak.REALM).get("").path("id");

        var location = keycloak.admin(Keycloak.REALM)
                .body(Map.of(
                        "name", "newer",
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "parentId", realm,
                        "config", Map.of("priority", List.of("200"), "algorithm", List.of("RS256"))))
                .post("/components")
                .then()
                .statusCode(201);
        var rotated = keycloak.accessTokenOf(municipality.email(Role.LEADER));

        assertEquals(200, status(municipality, rotated), "a new key is read when it is first seen");
        assertEquals(200, status(municipality, old), "the old one still counts");

        Map<String, Object> component = keycloak.admin(Keycloak.REALM)
                .get("/components?type=org.keycloak.keys.KeyProvider")
                .jsonPath()
                .getMap("find { it.name == 'rsa-generated' }");
        keycloak.admin(Keycloak.REALM)
                .delete("/components/" + component.get("id"))
                .then()
                .statusCode(204);

        Waiting.until(SOON, () -> status(municipality, old) == 401);
        assertEquals(200, status(municipality, rotated));
        location.header("Location", containsString("components"));
    }

    @Test
    void aMachineWritesValuesAndNothingElse() {
        var measured = MeasuredBenefit.create();
        var municipality = measured.municipality;
        var token = keycloak.accessTokenOfMachine("nightly-export", "another secret of the tests");
        problem(municipality.withToken(token).get("/units").then(), 403, "not-added");

        var identities = "/people/" + municipality.person(Role.INTEGRATION) + "/identities";
        var subject = Map.of("provider", "keycloak", "subject", "nightly-export");
        municipality
                .as(Role.ADMINISTRATOR)
                .body(subject)
                .post(identities)
                .then()
                .statusCode(201)
                .header("Location", containsString(identities))
                .body("boundBy", is(municipality.person(Role.ADMINISTRATOR).toString()));
        problem(Municipality.create().as(Role.ADMINISTRATOR).get(identities).then(), 404, "not-found");

        municipality
                .withToken(token)
                .body(Bodies.measured("3"))
                .put(measured.value("2026-01"))
                .then()
                .statusCode(201);
        problem(
                municipality
                        .withToken(token)
                        .get(measured.value("2026-01") + "/history")
                        .then(),
                403,
                "forbidden");
        problem(
                municipality
                        .withToken(token)
                        .get("/results?from=2026-01&to=2026-01")
                        .then(),
                403,
                "forbidden");
        problem(municipality.withToken(token).get("/people").then(), 403, "forbidden");
        problem(
                municipality
                        .withToken(token)
                        .body(Bodies.baseline("3"))
                        .put(measured.series("/baseline"))
                        .then(),
                403,
                "forbidden");
        var other = Municipality.create();
        problem(other.withToken(token).get("/units").then(), 404, "not-found");
        problem(
                other.as(Role.ADMINISTRATOR)
                        .body(subject)
                        .post("/people/" + other.person(Role.INTEGRATION) + "/identities")
                        .then(),
                409,
                "identity-taken");
    }

    @Test
    void aProviderSpeaksForTheMunicipalitiesItNamesAndNoOther() {
        var own = Municipality.create();
        var other = Municipality.create();
        keycloak.addUser("municipal", own.email(Role.LEADER), true, Map.of("organisation", List.of(own.number)));
        keycloak.addUser("municipal", other.email(Role.LEADER), true, Map.of("organisation", List.of(own.number)));

        var theirs = keycloak.tokensOf("municipal", "tool", other.email(Role.LEADER));

        problem(other.withToken(theirs.access()).get("/units").then(), 403, "not-added");
    }

    @Test
    void rolesAreThoseOfTheProviderWhereItIsToldToGiveThem() {
        var municipality = Municipality.create();
        var email = municipality.email(Role.ADMINISTRATOR);
        var subject = keycloak.addUser("municipal", email, true, Map.of("organisation", List.of(municipality.number)));
        giveRole(subject, "gevinst-leder");

        municipality
                .withToken(keycloak.tokensOf("municipal", "tool", email).access())
                .get("/units")
                .then()
                .statusCode(200);

        assertRoles(municipality, Role.ADMINISTRATOR, "LEADER");

        giveRole(subject, "gevinst-prosjekt");
        municipality
                .withToken(keycloak.tokensOf("municipal", "tool", email).access())
                .get("/units")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(keycloak.tokensOf("municipal", "tool", email).access())
                .get("/api/v1/me")
                .then()
                .body("grants.role", hasItems("LEADER", "PROJECT_LEADER"), "grants", hasSize(2));
    }

    private static void assertRoles(Municipality municipality, Role person, String role) {
        municipality
                .as(Role.LEADER)
                .get("/people/" + municipality.person(person))
                .then()
                .statusCode(200)
                .body("grants.role", hasItem(role), "grants", hasSize(1));
    }

    private static void giveRole(String subject, String name) {
        Map<String, Object> role =
                keycloak.admin("municipal").get("/roles/" + name).jsonPath().getMap("");
        keycloak.admin("municipal")
                .body(List.of(role))
                .post("/users/" + subject + "/role-mappings/realm")
                .then()
                .statusCode(204);
    }

    /** Whatever is said, a unit's own grants stay the administrator's. */
    @Test
    void rolesInAUnitStayWhereTheProviderTellsRoles() {
        var municipality = Municipality.create();
        UUID unit = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Enhet"));
        var email = "eier@" + municipality.number + ".example";
        municipality.addPerson("eier", Role.BENEFIT_OWNER, unit);
        keycloak.addUser("municipal", email, true, Map.of("organisation", List.of(municipality.number)));

        given().auth()
                .oauth2(keycloak.tokensOf("municipal", "tool", email).access())
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("grants.role", is(List.of("BENEFIT_OWNER")), "grants.unitId", is(List.of(unit.toString())));
    }
}
