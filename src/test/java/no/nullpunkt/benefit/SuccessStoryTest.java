package no.nullpunkt.benefit;

import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.BenefitStory.Success;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.Reader;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuccessStoryTest {

    private static final Period YEAR = new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 12));

    @Inject
    Snapshots snapshots;

    @Inject
    Reach reach;

    private MeasuredBenefit measured;
    private String path;

    @BeforeEach
    void measure() {
        measured = MeasuredBenefit.create();
        reach.is(measured.municipality.id());
        path = "/benefits/" + measured.benefit + "/success-story";
    }

    @Test
    void whatIsApprovedIsShownUntilTheNextIsApproved() {
        write(Role.BENEFIT_OWNER, "*", "Kveldene er roligere.").statusCode(201).body("state", is("DRAFT"));
        assertNull(shown(null));
        var unapproved = now();

        approve("\"0\"").statusCode(200).body("state", is("APPROVED"), "approvedText", is("Kveldene er roligere."));
        assertEquals("Kveldene er roligere.", shown(null).text());
        var approved = now();

        write(Role.PROJECT_LEADER, "\"1\"", "Nettene også.")
                .statusCode(200)
                .body("state", is("DRAFT"), "text", is("Nettene også."), "approvedText", is("Kveldene er roligere."));
        assertEquals("Kveldene er roligere.", shown(null).text());
        approve("\"2\"").statusCode(200);
        assertEquals("Nettene også.", shown(null).text());

        assertNull(shown(unapproved));
        assertEquals("Kveldene er roligere.", shown(approved).text());
        measured.municipality
                .as(Role.LEADER)
                .queryParam("asOf", approved.toString())
                .get(path)
                .then()
                .body("text", is("Kveldene er roligere."), "state", is("APPROVED"));
        measured.municipality
                .as(Role.LEADER)
                .get(path + "/history")
                .then()
                .body("items.state.state", contains("APPROVED", "DRAFT", "APPROVED", "DRAFT"));
    }

    @Test
    void aLeaderApprovesWhatTheLeaderHasRead() {
        write(Role.BENEFIT_OWNER, "*", "Først").statusCode(201);
        write(Role.BENEFIT_OWNER, "\"0\"", "Så").statusCode(200);

        problem(approve("\"0\""), 412, "stale").body("current.text", is("Så"));
        problem(measured.municipality.as(Role.LEADER).post(path + "/approve").then(), 428, "if-match-required");
        approve("\"1\"").statusCode(200);
        approve("\"1\"").statusCode(200).body("version", is(2));
    }

    @Test
    void aWithdrawnStoryIsShownNoMoreAndSaysWhy() {
        write(Role.BENEFIT_OWNER, "*", "Kveldene er roligere.").statusCode(201);
        approve("\"0\"").statusCode(200);

        withdraw(Role.BENEFIT_OWNER, "Kan kjennes igjen")
                .statusCode(200)
                .body(
                        "state",
                        is("WITHDRAWN"),
                        "approvedText",
                        nullValue(),
                        "withdrawnReason",
                        is("Kan kjennes igjen"));
        assertNull(shown(null));
        problem(approve("\"2\""), 409, "story-withdrawn");
        write(Role.BENEFIT_OWNER, "\"2\"", "Kveldene er roligere.")
                .statusCode(200)
                .body("state", is("DRAFT"));
        measured.municipality
                .as(Role.LEADER)
                .get("/benefits/" + measured.benefit + "/changes")
                .then()
                .body("items.text", hasItem(containsString("Kan kjennes igjen")));
    }

    @Test
    void onlyItsOwnersWriteAndOnlyLeadersApprove() {
        problem(write(Role.ADMINISTRATOR, "*", "Nei"), 403, "forbidden");
        write(Role.BENEFIT_OWNER, "*", "Ja").statusCode(201);
        problem(
                measured.municipality
                        .as(Role.PROJECT_LEADER)
                        .header("If-Match", "\"0\"")
                        .post(path + "/approve")
                        .then(),
                403,
                "forbidden");
        problem(withdraw(Role.ADMINISTRATOR, "Nei"), 403, "forbidden");
        withdraw(Role.LEADER, "Ikke nå").statusCode(200);
    }

    @Test
    void aStoryIsShortAndHoldsNoBirthNumber() {
        problem(write(Role.BENEFIT_OWNER, "*", "x".repeat(1501)), 422, "invalid");
        problem(write(Role.BENEFIT_OWNER, "*", "Hun med 010190 00083 er glad."), 422, "invalid");
    }

    @Test
    void leadersFindWhatWaitsForThem() {
        write(Role.BENEFIT_OWNER, "*", "Kveldene er roligere.").statusCode(201);
        measured.municipality
                .as(Role.LEADER)
                .queryParam("state", "DRAFT")
                .get("/success-stories")
                .then()
                .body("items.benefitId", contains(measured.benefit.toString()));
        measured.municipality
                .as(Role.LEADER)
                .queryParam("state", "APPROVED")
                .get("/success-stories")
                .then()
                .body("items.size()", is(0));
    }

    @Test
    void theStoryIsWrittenAndApprovedOnThePageOfTheBenefit() {
        var page = "/gevinster/" + measured.benefit;
        var owner = signedIn(Role.BENEFIT_OWNER);
        owner.get(page).then().body(containsString("Ikke skriv navn, fødselsnummer"));
        owner.post(page + "/suksess", "gjor", "skriv", "tittel", "", "tekst", "Kveldene er roligere.")
                .then()
                .statusCode(200)
                .body(containsString("role=\"alert\""), containsString(">Kveldene er roligere.</textarea>"));
        owner.post(page + "/suksess", "gjor", "skriv", "tittel", "Ro", "tekst", "Kveldene er roligere.")
                .then()
                .statusCode(303);
        owner.get(page).then().body(not(containsString("value=\"godkjenn\"")));
        owner.post(page + "/suksess", "gjor", "godkjenn", "versjon", "0").then().statusCode(403);

        var leader = signedIn(Role.LEADER);
        leader.get(page).then().body(containsString("value=\"godkjenn\""), not(containsString("<textarea")));
        leader.post(page + "/suksess", "gjor", "godkjenn", "versjon", "0")
                .then()
                .statusCode(303);
        leader.get(page).then().body(containsString("<blockquote"), containsString("Kveldene er roligere."));
        leader.post(page + "/suksess", "gjor", "trekk", "grunn", "Kan kjennes igjen")
                .then()
                .statusCode(303);
        leader.get(page).then().body(containsString("Kan kjennes igjen"), not(containsString("<blockquote")));
    }

    private Browser signedIn(Role role) {
        var browser = new Browser();
        browser.signIn(measured.municipality.credentials(role), "/");
        return browser;
    }

    private Success shown(Instant asOf) {
        var municipality = measured.municipality;
        var snapshot = snapshots.read(municipality.id(), municipality.number, YEAR, asOf, Filter.NONE, Reader.EVERYONE);
        return snapshots
                .stories(municipality.id(), snapshot)
                .get(measured.benefit)
                .success();
    }

    private Instant now() {
        return snapshots
                .read(measured.municipality.id(), "", YEAR, null, Filter.NONE, Reader.EVERYONE)
                .asOf();
    }

    private ValidatableResponse write(Role role, String ifMatch, String text) {
        return measured.municipality
                .as(role)
                .header("If-Match", ifMatch)
                .body(Map.of("title", "Ro på kvelden", "text", text))
                .put(path)
                .then();
    }

    private ValidatableResponse approve(String ifMatch) {
        return measured.municipality
                .as(Role.LEADER)
                .header("If-Match", ifMatch)
                .post(path + "/approve")
                .then();
    }

    private ValidatableResponse withdraw(Role role, String reason) {
        return measured.municipality
                .as(role)
                .body(Map.of("reason", reason))
                .post(path + "/withdraw")
                .then();
    }
}
