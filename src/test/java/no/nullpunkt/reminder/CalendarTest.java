package no.nullpunkt.reminder;

import static io.restassured.RestAssured.given;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.access.Role;
import no.nullpunkt.shared.Secret;
import no.nullpunkt.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarTest {

    private static final String FEED = "/calendar-feed";

    @Inject
    TestClock clock;

    @BeforeEach
    void stopClock() {
        clock.setLocal("2026-11-22T08:00");
    }

    @AfterEach
    void startClock() {
        clock.reset();
    }

    @Test
    void whatIsOwedAndWhatFallsDueWithinAYearIsShown() {
        var owing = Owing.nothing();
        var indicator = owing.indicator("Utrykninger", "2026-08");
        owing.indicator("Nøkler", "2026-09", 3);
        owing.enter(indicator, "2026-09");
        owing.enter(indicator, "2026-11");

        var events = events(owing, address(owing));

        var dates = events.stream().map(CalendarTest::date).toList();
        assertEquals(LocalDate.of(2026, 9, 10), dates.get(0));
        assertEquals(LocalDate.of(2026, 11, 10), dates.get(1));
        assertEquals(LocalDate.of(2027, 1, 10), dates.get(2));
        assertEquals(LocalDate.of(2027, 12, 10), dates.get(dates.size() - 1));
        assertEquals(2 + 12, events.size());
        var december = events.get(2);
        assertEquals("Før 2 tall for desember 2026", december.getSummary().getValue());
        assertEquals(
                "- Utrykninger, Hjemmetjenesten\n- Nøkler, Hjemmetjenesten (for oktober 2026 til desember 2026)",
                december.getDescription().getValue());
        assertEquals(
                "https://nullpunkt.example/?kommune=" + owing.municipality.number + "&maned=2026-12",
                december.getUrl().getValue());
        assertFalse(december.getDateStart().getValue().hasTime());
        assertEquals(
                events.size(),
                events.stream().map(each -> each.getUid().getValue()).distinct().count());
    }

    @Test
    void anEventKeepsItsNameWhenItsContentChanges() {
        var owing = Owing.nothing();
        var indicator = owing.indicator("Utrykninger", "2026-10");
        owing.indicator("Besøk", "2026-10");
        var address = address(owing);
        var before = events(owing, address).get(0);

        owing.enter(indicator, "2026-10");
        clock.setLocal("2026-11-23T08:00");
        var after = events(owing, address).get(0);

        assertEquals(before.getUid().getValue(), after.getUid().getValue());
        assertEquals("Før ett tall for oktober 2026", after.getSummary().getValue());
    }

    @Test
    void linesAreFoldedWithinBytesAndWhatPeopleWriteStaysText() {
        var owing = Owing.nothing();
        var name = "Tall; med, alt\\ og \nEND:VEVENT " + "æøå€".repeat(30);
        owing.indicator(name, "2026-10");

        var address = address(owing);
        var written = read(address).statusCode(200).extract().asByteArray();

        var text = new String(written, StandardCharsets.UTF_8);
        assertFalse(text.contains("\ufffd"), "no character is cut in two");
        for (var line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\n"), line);
        }
        assertTrue(text.endsWith("END:VCALENDAR\r\n"));
        var shown = "- " + name.replaceAll("\\s+", " ") + ", Hjemmetjenesten";
        assertEquals(shown, events(owing, address).get(0).getDescription().getValue());
    }

    @Test
    void whoHasReadItNeedNotReadItAgain() {
        var owing = Owing.nothing();
        var indicator = owing.indicator("Utrykninger", "2026-10");
        var address = address(owing);
        var etag = read(address)
                .contentType("text/calendar;charset=UTF-8")
                .header("Cache-Control", startsWith("private"))
                .extract()
                .header("ETag");

        given().header("If-None-Match", etag)
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .body(is(""));
        owing.enter(indicator, "2026-10");
        given().header("If-None-Match", etag)
                .get(address)
                .then()
                .statusCode(200)
                .header("ETag", not(etag));
    }

    @Test
    void itIsWrittenInTheLanguageOfItsReader() {
        var owing = Owing.from("2026-10");
        owing.prefers(Role.BENEFIT_OWNER, "EN", true);

        assertEquals(
                "Enter one figure for October 2026",
                events(owing, address(owing)).get(0).getSummary().getValue());
    }

    @Test
    void anAddressIsToldOnceAndEndsWithTheNextOne() {
        var owing = Owing.from("2026-10");
        problem(owing.municipality.as(Role.BENEFIT_OWNER).get(FEED).then(), 404, "not-found");
        var first = address(owing);
        owing.municipality
                .as(Role.BENEFIT_OWNER)
                .get(FEED)
                .then()
                .statusCode(200)
                .body("createdAt", is("2026-11-22T07:00:00Z"))
                .body("size()", is(1));
        var second = address(owing);

        problem(read(first), 404, "not-found");
        read(second).statusCode(200);
        for (var times = 0; times < 2; times++) {
            owing.municipality.as(Role.BENEFIT_OWNER).delete(FEED).then().statusCode(204);
        }
        problem(read(second), 404, "not-found");
        problem(read("/api/v1/calendars/" + Secret.make() + ".ics"), 404, "not-found");
    }

    @Test
    void whoHasLeftShowsNothing() {
        var owing = Owing.from("2026-10");
        var address = address(owing);

        owing.revoke(Role.BENEFIT_OWNER);

        problem(read(address), 404, "not-found");
    }

    @Test
    void onlyADigestOfTheSecretIsKept() {
        var owing = Owing.from("2026-10");
        var address = address(owing);
        var token = address.replaceAll(".*/|\\.ics", "");

        assertEquals(32, token.length());
        assertEquals(
                1, owing.municipality.number("select count(*) from calendar_feed where municipality_id = %d"), "kept");
        assertEquals(
                0,
                owing.municipality.number("select count(*) from calendar_feed where municipality_id = %d"
                        + " and strpos(to_jsonb(calendar_feed)::text, '" + token + "') > 0"));
    }

    private static String address(Owing owing) {
        String address = owing.municipality
                .as(Role.BENEFIT_OWNER)
                .post(FEED)
                .then()
                .statusCode(200)
                .extract()
                .path("address");
        assertTrue(address.startsWith("https://nullpunkt.example/api/v1/calendars/"), address);
        return address.substring("https://nullpunkt.example".length());
    }

    private static ValidatableResponse read(String address) {
        return given().get(address).then();
    }

    /** Reads as a calendar program does, and finds nothing to object to. */
    private static List<VEvent> events(Owing owing, String address) {
        var text = new String(read(address).statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
        var warnings = new ArrayList<List<ParseWarning>>();
        ICalendar calendar = Biweekly.parse(text).warnings(warnings).first();
        assertEquals(List.of(List.of()), warnings);
        assertTrue(
                calendar.validate(ICalVersion.V2_0).isEmpty(),
                () -> calendar.validate(ICalVersion.V2_0).toString());
        assertTrue(calendar.getNames().get(0).getValue().contains("Testkommune " + owing.municipality.number));
        return calendar.getEvents();
    }

    private static LocalDate date(VEvent event) {
        var start = event.getDateStart().getValue().getRawComponents();
        return LocalDate.of(start.getYear(), start.getMonth(), start.getDate());
    }
}
