package no.nullpunkt.access;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.MailServer;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PasswordTest {

    private static final String GOOD = "fjorten fiskekaker til fredagen";
    private static final Pattern LINK = Pattern.compile("https://nullpunkt\\.example/nytt-passord\\?kode=([\\w-]+)");

    @Inject
    PasswordService passwords;

    @Inject
    Clock clock;

    private MailServer mailServer;
    private Municipality municipality;
    private String email;
    private String password;

    @BeforeEach
    void begin() {
        ((TestClock) clock).set(clock.instant());
        mailServer = MailServer.start();
        municipality = Municipality.create();
        var credentials = municipality.credentials(Role.LEADER).split(":", 2);
        email = credentials[0];
        password = credentials[1];
    }

    @AfterEach
    void end() {
        mailServer.close();
        ((TestClock) clock).reset();
    }

    private void later(Duration after) {
        ((TestClock) clock).set(clock.instant().plus(after));
    }

    private void send() {
        while (passwords.sendNext()) {
            continue;
        }
    }

    private static Response forgot(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/v1/password-resets");
    }

    private String mailedCode() {
        send();
        var mails = mailServer.receivedBy(email);
        var link = LINK.matcher(mails.get(mails.size() - 1).text());
        assertTrue(link.find(), mails.get(mails.size() - 1).text());
        return link.group(1);
    }

    private static Response set(String code, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("invitation", code, "password", password))
                .post("/api/v1/account");
    }

    private int signIn(String tried) {
        return given().auth().preemptive().basic(email, tried).get("/api/v1/me").statusCode();
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkThatWorksOnce() {
        forgot(email.toUpperCase(java.util.Locale.ROOT)).then().statusCode(204);
        var code = mailedCode();

        set(code, GOOD).then().statusCode(204);

        assertEquals(200, signIn(GOOD));
        assertEquals(401, signIn(password));
        problem(set(code, GOOD + "!").then(), 422, "invitation-invalid");
        assertEquals(200, signIn(GOOD));
    }

    @Test
    void whetherAnyoneHasTheEmailIsNotTold() {
        var known = forgot(email);
        var unknown = forgot("nobody@" + municipality.number + ".example");

        assertEquals(known.statusCode(), unknown.statusCode());
        assertEquals(known.asString(), unknown.asString());
        assertEquals(
                2,
                municipality.number(
                        "select count(*) from password_mail where email like '%" + municipality.number + ".example'"),
                "the same is written for both");
        send();
        assertEquals(1, mailServer.received().size());
        assertEquals(
                0,
                municipality.number(
                        "select count(*) from password_mail where email like '%" + municipality.number + ".example'"),
                "no e-mail is kept");
    }

    @Test
    void aLinkEndsAfterHalfAnHourAndWithTheNext() {
        forgot(email);
        var first = mailedCode();
        forgot(email);
        var second = mailedCode();
        assertNotEquals(first, second);
        set(first, GOOD).then().statusCode(422);

        later(Duration.ofMinutes(31));
        set(second, GOOD).then().statusCode(422);

        assertEquals(200, signIn(password));
    }

    @Test
    void ofManyWhoUseALinkAtOnceOneDoes() throws Exception {
        forgot(email);
        var code = mailedCode();
        var workers = Executors.newFixedThreadPool(12);
        var uses = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> set(code, GOOD + i).statusCode())
                .toList();
        var set = 0;
        for (var answer : workers.invokeAll(uses)) {
            set += answer.get() == 204 ? 1 : 0;
        }
        workers.shutdownNow();

        assertEquals(1, set);
    }

    @Test
    void nobodyIsFloodedWithMails() {
        for (var i = 0; i < 10; i++) {
            forgot(email).then().statusCode(204);
            send();
        }

        assertEquals(3, mailServer.receivedBy(email).size());
    }

    @Test
    void theCodeStandsNowhereInTheDatabase() {
        forgot(email);
        var code = mailedCode();

        assertEquals(
                0,
                municipality.number("select count(*) from password_link where municipality_id = %d and "
                        + "(encode(code_sha256, 'escape') like '%" + code + "%' or kind like '%" + code + "%')"));
        assertEquals(1, municipality.number("select count(*) from password_link where municipality_id = %d"));
    }

    @Test
    void aMailServerThatIsAwayIsTriedAgain() {
        forgot(email);
        mailServer.close();
        send();
        mailServer = MailServer.start();
        later(Duration.ofMinutes(2));

        set(mailedCode(), GOOD).then().statusCode(204);
    }

    @Test
    void toOpenTheLinkUsesNothingUpAndThePageSaysWhatIsWrong() {
        forgot(email);
        var code = mailedCode();
        var browser = new Browser();
        browser.get("/nytt-passord?kode=" + code).then().statusCode(200).body(containsString("gjentatt"));
        browser.get("/nytt-passord?kode=" + code).then().statusCode(200).body(containsString("gjentatt"));

        browser.post("/nytt-passord", "kode", code, "passord", GOOD, "gjentatt", "noe annet")
                .then()
                .statusCode(422)
                .body(containsString("ikke like"));
        browser.post("/nytt-passord", "kode", code, "passord", "passord2026!", "gjentatt", "passord2026!")
                .then()
                .statusCode(422)
                .body(containsString("mange prøver"), not(containsString("passord2026!")));
        browser.post("/nytt-passord", "kode", code, "passord", GOOD, "gjentatt", GOOD)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/logg-inn?satt=ja"));

        browser.get("/nytt-passord?kode=" + code).then().statusCode(200).body(containsString("for gammel"));
        assertEquals(200, signIn(GOOD));
    }

    /** Whoever has the mail is the owner, and need not wait for those who guess. */
    @Test
    void aLinkLeadsPastWhoeverGuesses() {
        for (var i = 0; i < 8; i++) {
            signIn("wrong " + i);
        }
        assertEquals(429, signIn(password));
        var browser = new Browser();
        browser.post("/glemt-passord", "epost", email).then().statusCode(200).body(containsString("Hvis " + email));
        browser.post("/nytt-passord", "kode", mailedCode(), "passord", GOOD, "gjentatt", GOOD);

        browser.signIn(email + ":" + GOOD, "/").then().statusCode(303);
    }

    @Test
    void anInvitationIsMailedAndToldToNobodyElse() {
        var person = municipality.create(
                Role.ADMINISTRATOR,
                "/people",
                Map.of("name", "Ny Kollega", "email", "ny@" + municipality.number + ".example"));
        email = "ny@" + municipality.number + ".example";

        municipality
                .as(Role.ADMINISTRATOR)
                .header("Accept-Language", "nn")
                .body(Map.of("mailed", true))
                .post("/people/" + person + "/invitation")
                .then()
                .statusCode(201)
                .body("mailed", is(true))
                .body("code", nullValue());
        var code = mailedCode();

        assertEquals(
                "Velkomen til Nullpunkt", mailServer.receivedBy(email).get(0).subject());
        set(code, GOOD).then().statusCode(204);
        assertEquals(200, signIn(GOOD));
        problem(
                municipality
                        .as(Role.ADMINISTRATOR)
                        .body(Map.of("mailed", true))
                        .post("/people/" + person + "/invitation")
                        .then(),
                409,
                "has-account");
    }

    @Test
    void onlyAnAdministratorInvites() {
        for (var role : new Role[] {Role.LEADER, Role.PROJECT_LEADER, Role.BENEFIT_OWNER}) {
            municipality
                    .as(role)
                    .post("/people/" + municipality.person(Role.LEADER) + "/invitation")
                    .then()
                    .statusCode(403);
        }
    }

    private Response change(String present, String wanted) {
        return municipality
                .anywhere(Role.LEADER)
                .body(Map.of("present", present, "password", wanted))
                .put("/api/v1/me/password");
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsItAndOtherSessionsEnd() {
        var here = new Browser();
        var elsewhere = new Browser();
        here.signIn(email + ":" + password, "/").then().statusCode(303);
        elsewhere.signIn(email + ":" + password, "/").then().statusCode(303);

        here.post("/konto/passord", "naa", "et annet", "passord", GOOD, "gjentatt", GOOD)
                .then()
                .statusCode(422)
                .body(containsString("ikke passordet du har nå"));
        here.post("/konto/passord", "naa", password, "passord", GOOD, "gjentatt", GOOD)
                .then()
                .statusCode(200)
                .body(containsString("Passordet er byttet"));

        here.get("/konto").then().statusCode(200);
        elsewhere.get("/konto").then().statusCode(303);
        assertEquals(401, signIn(password));
        assertEquals(200, signIn(GOOD));
    }

    @Test
    void aChangeEndsTheLinksThatWereMailed() {
        forgot(email);
        var code = mailedCode();

        change(password, GOOD).then().statusCode(204);

        set(code, "en helt annen setning").then().statusCode(422);
    }

    /** A browser left open is no way to guess at the password. */
    @Test
    void guessesAtThePresentPasswordCountToo() {
        for (var i = 0; i < 5; i++) {
            problem(change("wrong " + i, GOOD).then(), 422, "password-wrong");
        }

        problem(change(UUID.randomUUID().toString(), GOOD).then(), 429, "too-many-attempts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passord12345",
                "Passord2026!!",
                "SommerSommer2026",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "abcdefghijklmnop",
                "qwertyuiopåqwertyuiopå",
                "Nullpunkt-2026-Kommune",
                "LEADER of the tests"
            })
    void whatEverybodyTriesIsRefused(String common) {
        problem(change(password, common).then(), 422, "password-too-common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trollet i skogen",
                "blåbærsyltetøy på vaffel",
                "zK8#qPw2!mVx",
                "8439 1038 4857 2196",
                "        mellomrom       teller"
            })
    void anythingElseOfTwelveSignsIsTaken(String fine) {
        change(password, fine).then().statusCode(204);
        assertEquals(200, signInBytes(fine));
    }

    @Test
    void lengthIsCountedSoThatAllOfItCounts() {
        problem(change(password, "elleve tegn").then(), 422, "password-too-short");
        problem(change(password, "æøå".repeat(12) + "x").then(), 422, "password-too-long");
        change(password, "blåbærøl på æ " + "æøå".repeat(7)).then().statusCode(204);
    }

    /** One keyboard sends å as one sign, another as two. */
    @Test
    void thePasswordIsTheSameOnEveryKeyboard() {
        change(password, "blåbær på vaffelen").then().statusCode(204);

        assertEquals(200, signInBytes("bla\u030Abær pa\u030A vaffelen"));
    }

    /** By hand, for the library encodes in whatever charset the machine has. */
    private int signInBytes(String tried) {
        var credentials = (email + ":" + tried).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return given().header(
                        "Authorization",
                        "Basic " + java.util.Base64.getEncoder().encodeToString(credentials))
                .get("/api/v1/me")
                .statusCode();
    }
}
