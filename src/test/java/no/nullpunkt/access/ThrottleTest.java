package no.nullpunkt.access;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.TestClock;
import org.apache.http.conn.params.ConnRoutePNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guesses at passwords. Each test guesses from addresses of its own: this machine has a network of them. */
@QuarkusTest
class ThrottleTest {

    private static final AtomicInteger NEXT_HOST = new AtomicInteger(1);
    private static final Instant BEGIN = Instant.parse("2026-10-05T07:00:00Z");

    @Inject
    Clock clock;

    private final String attackers = "127.3.0." + NEXT_HOST.getAndIncrement();
    private final String owners = "127.3.1." + NEXT_HOST.getAndIncrement();
    private Municipality municipality;
    private String email;
    private String password;

    @BeforeEach
    void someone() {
        municipality = Municipality.create();
        var credentials = municipality.credentials(Role.LEADER).split(":", 2);
        email = credentials[0];
        password = credentials[1];
        testClock().set(BEGIN);
    }

    @AfterEach
    void timeGoesOn() {
        testClock().reset();
    }

    private TestClock testClock() {
        return (TestClock) clock;
    }

    private void later(Duration after) {
        testClock().set(clock.instant().plus(after));
    }

    private static RequestSpecification from(String address) {
        try {
            return given().config(RestAssured.config()
                    .httpClient(HttpClientConfig.httpClientConfig()
                            .setParam(ConnRoutePNames.LOCAL_ADDRESS, InetAddress.getByName(address))));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response tryFrom(String address, String tried) {
        return from(address).auth().preemptive().basic(email, tried).get("/api/v1/me");
    }

    private void guessFrom(String address, int times) {
        for (var i = 0; i < times; i++) {
            tryFrom(address, "wrong " + UUID.randomUUID());
        }
    }

    @Test
    void whoeverGuessesWaitsAndThenIsHeardAgain() {
        for (var i = 0; i < 5; i++) {
            tryFrom(attackers, "wrong " + i).then().statusCode(401);
        }

        problem(tryFrom(attackers, password).then(), 429, "too-many-attempts").header("Retry-After", is("1"));

        later(Duration.ofSeconds(1));
        tryFrom(attackers, "wrong again").then().statusCode(401);
        tryFrom(attackers, password).then().statusCode(429).header("Retry-After", is("2"));
        later(Duration.ofSeconds(2));
        tryFrom(attackers, password).then().statusCode(200);
        tryFrom(attackers, "wrong").then().statusCode(401);
    }

    /** Else somebody who keeps knocking would keep the door shut for ever. */
    @Test
    void whatIsRefusedUnheardMakesNobodyWaitLonger() {
        guessFrom(attackers, 50);

        tryFrom(attackers, password).then().statusCode(429).header("Retry-After", is("1"));
    }

    @Test
    void anEmailThatNobodyHasIsAnsweredJustTheSame() {
        var known = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            known.add(told(tryFrom(attackers, "wrong " + i)));
        }
        email = "nobody@" + municipality.number + ".example";
        for (var i = 0; i < 7; i++) {
            unknown.add(told(tryFrom(attackers, "wrong " + i)));
        }

        assertEquals(known, unknown);
    }

    private static String told(Response response) {
        return response.statusCode() + " " + response.getHeader("Retry-After") + " " + response.asString();
    }

    @Test
    void anAttackerElsewhereDoesNotShutTheOwnerOut() {
        tryFrom(owners, password).then().statusCode(200);
        later(Duration.ofMinutes(2));

        guessFrom(attackers, 30);

        tryFrom(attackers, password).then().statusCode(429);
        tryFrom(owners, password).then().statusCode(200);
    }

    /** What was right a moment ago is remembered for programs; nobody may try against that either. */
    @Test
    void whoGuessesWhereAProgramIsAtWorkIsNotHeardEither() {
        tryFrom(owners, password).then().statusCode(200);

        guessFrom(owners, 5);

        tryFrom(owners, password).then().statusCode(429);
    }

    /** A whole municipality has one address: there a browser stands for itself. */
    @Test
    void anAttackerBehindTheSameAddressDoesNotShutOutABrowserThatIsKnown() {
        var known = new Browser();
        known.signIn(email + ":" + password, "/").then().statusCode(303);
        var colleague = new Browser();
        for (var i = 0; i < 8; i++) {
            colleague.signIn(email + ":wrong " + i, "/");
        }

        new Browser()
                .signIn(email + ":" + password, "/")
                .then()
                .statusCode(429)
                .body(
                        containsString("Vent 1 minutter"),
                        containsString("/glemt-passord"),
                        not(containsString(password)));
        known.signIn(email + ":" + password, "/").then().statusCode(303);
    }

    @Test
    void manyMachinesTogetherGuessNoFasterThanOne() {
        var heard = 0;
        for (var i = 0; i < 60; i++) {
            heard += tryFrom("127.3.2." + (i + 1), "wrong " + i).statusCode() == 401 ? 1 : 0;
        }

        assertEquals(20, heard);
        tryFrom("127.3.2.200", password).then().statusCode(429);
    }

    @Test
    void onePasswordIsNotTriedOnManyPeople() {
        var heard = 0;
        for (var i = 0; i < 130; i++) {
            email = "person" + i + "@" + municipality.number + ".example";
            heard += tryFrom(attackers, "Sommer2026!!").statusCode() == 401 ? 1 : 0;
        }

        assertEquals(100, heard);
    }

    /** Whoever works behind the address from which many are guessed at, and has signed in there before, notices nothing. */
    @Test
    void colleaguesOfOneWhoTriesManyPeopleSignInAsBefore() {
        tryFrom(owners, password).then().statusCode(200);
        later(Duration.ofMinutes(2));
        var own = email;
        for (var i = 0; i < 130; i++) {
            email = "other" + i + "@" + municipality.number + ".example";
            tryFrom(owners, "Sommer2026!!");
        }

        email = own;
        tryFrom(owners, password).then().statusCode(200);
    }

    @Test
    void guessesSentAtOnceCountLikeGuessesInARow() throws Exception {
        var guesses = IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(
                        i -> () -> tryFrom(attackers, "at once " + i).statusCode())
                .toList();

        assertEquals(5, together(guesses, 401));
    }

    @Test
    void aProgramThatSendsManyRequestsAtOnceIsOneAttempt() throws Exception {
        var requests = IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(
                        i -> () -> tryFrom(owners, password).statusCode())
                .toList();

        assertEquals(40, together(requests, 200));
    }

    private static long together(java.util.List<Callable<Integer>> requests, int status) throws Exception {
        var workers = Executors.newFixedThreadPool(requests.size());
        try {
            var found = 0;
            for (Future<Integer> answer : workers.invokeAll(requests)) {
                found += answer.get() == status ? 1 : 0;
            }
            return found;
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void aDayWithoutFailuresIsForgotten() {
        guessFrom(attackers, 5);
        later(Duration.ofDays(1).plusSeconds(1));

        for (var i = 0; i < 5; i++) {
            tryFrom(attackers, "wrong " + i).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SOURCE, 4, PT0S",
        "SOURCE, 5, PT1S",
        "SOURCE, 8, PT8S",
        "SOURCE, 50, PT15M",
        "SOURCE, 100, PT24H",
        "ACCOUNT, 19, PT0S",
        "ACCOUNT, 20, PT1S",
        "ACCOUNT, 40, PT1H",
        "ACCOUNT, 2000000000, PT24H",
        "ADDRESS, 99, PT0S",
        "ADDRESS, 2000000000, PT1M"
    })
    void waitsDouble(Bucket bucket, int failures, Duration wait) {
        assertEquals(wait, bucket.waitAfter(failures));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.17, 192.0.2.17, 192.0.2.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0, 2001:db8:1:0:0:0:0:0/48"
    })
    void anAddressIsKeptRoughly(String address, String shared, String network) {
        assertEquals(shared, Source.shared(address));
        assertEquals(network, Device.network(address));
    }

    @Test
    void whatFailedIsToldToTheAdministratorWithoutWhoItWasTriedWith() {
        guessFrom(attackers, 5);

        var told = municipality.as(Role.ADMINISTRATOR).get("/security-events?limit=6");

        told.then()
                .statusCode(200)
                .body("items.kind.findAll { it == 'SIGN_IN_FAILED' }.size()", is(4))
                .body("items[1].kind", is("SIGN_IN_THROTTLED"))
                .body("items[1].personId", is(municipality.person(Role.LEADER).toString()))
                .body("items[0].kind", is("SIGNED_IN"));
        assertTrue(!told.asString().contains("@") && !told.asString().contains("127."), told.asString());
    }
}
