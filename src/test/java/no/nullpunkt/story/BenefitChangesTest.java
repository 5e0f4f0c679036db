package no.nullpunkt.story;

import static no.nullpunkt.testing.Bodies.baseline;
import static no.nullpunkt.testing.Bodies.indicator;
import static no.nullpunkt.testing.Bodies.measured;
import static no.nullpunkt.testing.Bodies.targets;
import static no.nullpunkt.testing.Bodies.with;
import static no.nullpunkt.testing.Municipality.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.MeasuredBenefit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BenefitChangesTest {

    private static final String LEADER = "PROJECT_LEADER of the tests";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nb|rettet «Utrykninger etter varsel» i Hjemmetjenesten for mars 2026 fra 18,5 til 12: Talt på nytt",
                "nn|retta «Utrykninger etter varsel» i Hjemmetjenesten for mars 2026 frå 18,5 til 12: Talt på nytt",
                "en|corrected “Utrykninger etter varsel” in Hjemmetjenesten for March 2026 from 18.5 to 12: Talt på nytt"
            })
    void aCorrectionIsTold(String language, String sentence) {
        var it = MeasuredBenefit.create();
        put(it, Role.PROJECT_LEADER, it.value("2026-03"), measured("18.5"), null);
        put(it, Role.PROJECT_LEADER, it.value("2026-03"), with(measured("12"), "reason", "Talt på nytt"), "0");
        it.municipality
                .as(Role.LEADER)
                .header("Accept-Language", language)
                .get("/benefits/" + it.benefit + "/changes")
                .then()
                .statusCode(200)
                .body("items[0].text", is(LEADER + " " + sentence))
                .body("items[0].thing", is("VALUE"))
                .body("items[0].kind", is("CHANGED"))
                .body("items[0].by", is(LEADER))
                .body(
                        "items[0].byId",
                        is(it.municipality.person(Role.PROJECT_LEADER).toString()))
                .body("items[0].machine", is(false))
                .body("items[0].indicatorId", is(it.indicator.toString()))
                .body("items[0].unitId", is(it.unit.toString()))
                .body("items[0].month", is("2026-03"))
                .body("items[0].changes.field", contains("value"))
                .body("items[0].reason", is("Talt på nytt"))
                .body("items[1].kind", is("ADDED"))
                .body("items[1].changes[0].before", nullValue());
    }

    @Test
    void theWholeStoryIsToldTheLatestFirst() {
        var it = MeasuredBenefit.create();
        var m = it.municipality;
        var path = "/benefits/" + it.benefit;
        put(it, Role.PROJECT_LEADER, it.series("/baseline"), baseline("90"), null);
        m.as(Role.LEADER).post(it.series("/baseline/approve")).then().statusCode(200);
        put(it, Role.PROJECT_LEADER, it.series("/targets"), targets("2026-01", "30"), "0");
        put(it, Role.PROJECT_LEADER, it.series("/targets"), targets("2026-01", "25.5"), "1");
        m.as(Role.INTEGRATION)
                .body(measured("20"))
                .put(it.value("2026-01"))
                .then()
                .statusCode(201);
        m.as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .queryParam("reason", "Feil enhet")
                .delete(it.value("2026-01"))
                .then()
                .statusCode(204);
        put(it, Role.PROJECT_LEADER, it.value("2026-01"), measured("21"), null);
        put(
                it,
                Role.PROJECT_LEADER,
                "/indicators/" + it.indicator,
                with(with(indicator(it.unit), "valuation", Bodies.valuation("HOURS", "0.5")), "name", "Utrykninger"),
                "0");
        var action = m.create(
                Role.PROJECT_LEADER,
                path + "/actions",
                Map.of("kind", "STOP", "description", "Kveldsrunden", "due", "2026-03-31"));
        put(
                it,
                Role.PROJECT_LEADER,
                path + "/actions/" + action,
                Map.of("kind", "STOP", "description", "Kveldsrunden", "due", "2026-03-31", "done", "2026-03-15"),
                "0");
        var booking = m.create(
                Role.PROJECT_LEADER,
                path + "/dispositions",
                Map.of("month", "2026-01", "hours", 2.5, "category", "MORE_USERS"));
        m.as(Role.PROJECT_LEADER)
                .header("If-Match", "\"0\"")
                .queryParam("reason", "Bokført to ganger")
                .delete(path + "/dispositions/" + booking)
                .then()
                .statusCode(204);
        m.create(Role.PROJECT_LEADER, path + "/deviations", Map.of("cause", "TRAINING", "explanation", "Nye folk"));
        m.create(Role.LEADER, path + "/decisions", Map.of("kind", "ADJUST", "date", "2026-06-15"));
        put(
                it,
                Role.PROJECT_LEADER,
                "/rollouts/" + it.rollout,
                with(Bodies.rollout(it.unit), "goLive", "2026-02"),
                "0");
        put(
                it,
                Role.PROJECT_LEADER,
                path,
                with(
                        with(Bodies.benefit(m.person(Role.LEADER), m.person(Role.LEADER)), "attributionShare", 0.8),
                        "reason",
                        "Ny leder"),
                "0");
        m.as(Role.LEADER)
                .body(Map.of("to", "PLANNED"))
                .post(path + "/step")
                .then()
                .statusCode(200);

        List<String> told = changes(it, Map.of("limit", 200)).extract().path("items.text");
        assertEquals(
                List.of(
                        "LEADER of the tests endret gevinsten «Færre utrykninger» (steg fra Identifisert til Planlagt)",
                        LEADER + " endret gevinsten «Færre utrykninger» (gevinsteier fra BENEFIT_OWNER of the tests til"
                                + " LEADER of the tests; andel som tilskrives innføringen fra 1 til 0,8): Ny leder",
                        LEADER + " endret innføringen «Digitalt tilsyn» (oppstart fra januar 2026 til februar 2026)",
                        "LEADER of the tests la til beslutningen «Justere»",
                        LEADER + " la til avviket «Opplæring»",
                        LEADER + " tok bort bruken av gevinsten i Hjemmetjenesten fra januar 2026, «Flere brukere»:"
                                + " Bokført to ganger",
                        LEADER + " la til bruken av gevinsten i Hjemmetjenesten fra januar 2026, «Flere brukere»",
                        LEADER + " endret tiltaket «Kveldsrunden» (gjort satt til 15. mars 2026)",
                        LEADER + " la til tiltaket «Kveldsrunden»",
                        LEADER
                                + " endret indikatoren «Utrykninger» (navn fra Utrykninger etter varsel til Utrykninger)",
                        LEADER + " rettet det én enhet av «Utrykninger» er verdt fra januar 2026 fra 0,75 til 0,5",
                        LEADER + " førte «Utrykninger» i Hjemmetjenesten for januar 2026: 21",
                        LEADER
                                + " trakk tilbake «Utrykninger» i Hjemmetjenesten for januar 2026, som var 20: Feil enhet",
                        "INTEGRATION of the tests (maskin) førte «Utrykninger» i Hjemmetjenesten for januar 2026: 20",
                        LEADER + " rettet målet for «Utrykninger» i Hjemmetjenesten fra januar 2026 fra 30 til 25,5",
                        LEADER + " førte målet for «Utrykninger» i Hjemmetjenesten fra januar 2026: 30",
                        "LEADER of the tests godkjente nullpunktet for «Utrykninger» i Hjemmetjenesten: 90",
                        LEADER + " førte nullpunktet for «Utrykninger» i Hjemmetjenesten: 90",
                        LEADER + " la til målingen av «Utrykninger» i Hjemmetjenesten",
                        LEADER + " la til indikatoren «Utrykninger etter varsel»",
                        LEADER + " førte det én enhet av «Utrykninger» er verdt fra januar 2026: 0,75",
                        LEADER + " førte andelen til Digitalt tilsyn hjemme: 1",
                        LEADER + " la til gevinsten «Færre utrykninger»"),
                told);
    }

    @Test
    void pagesFollowEachOtherWithoutAGapOrARepeat() {
        var it = MeasuredBenefit.create();
        for (var month : List.of("2026-01", "2026-02", "2026-03", "2026-04")) {
            put(it, Role.PROJECT_LEADER, it.value(month), measured("3"), null);
        }
        List<Object> whole = changes(it, Map.of("limit", 200)).extract().path("items");
        var paged = new ArrayList<Object>();
        String cursor = null;
        do {
            var page = changes(it, cursor == null ? Map.of("limit", 2) : Map.of("limit", 2, "cursor", cursor));
            paged.addAll(page.extract().<List<Object>>path("items"));
            cursor = page.extract().path("next");
            put(it, Role.PROJECT_LEADER, it.value("2026-05"), measured(String.valueOf(paged.size())), versionOf(it));
        } while (cursor != null);
        assertEquals(whole, paged);
    }

    private static String versionOf(MeasuredBenefit it) {
        var etag = it.municipality.as(Role.LEADER).get(it.value("2026-05")).header("ETag");
        return etag == null ? null : etag.replace("\"", "");
    }

    @Test
    void anotherBenefitsChangesAreNotAmongThem() {
        var it = MeasuredBenefit.create();
        var other = it.municipality.create(
                Role.PROJECT_LEADER, "/rollouts/" + it.rollout + "/benefits", Map.of("title", "En annen"));
        changes(it, Map.of()).body("items.findAll { it.thing == 'BENEFIT' }.size()", is(1));
        it.municipality
                .as(Role.LEADER)
                .get("/benefits/" + other + "/changes")
                .then()
                .body("items.thing", everyItem(is(oneOf("BENEFIT", "SHARE"))));
        problem(
                it.municipality
                        .as(Role.LEADER)
                        .get("/benefits/" + UUID.randomUUID() + "/changes")
                        .then(),
                404,
                "not-found");
        problem(
                it.municipality
                        .as(Role.LEADER)
                        .queryParam("cursor", "xyz")
                        .get("/benefits/" + it.benefit + "/changes")
                        .then(),
                400,
                "unreadable-cursor");
    }

    @Test
    void smallCountsOfPersonsAreToldToThoseWhoMayEnterThem() {
        var it = MeasuredBenefit.create(Map.of("countsPersons", true, "valuation", Map.of("kind", "NONE")));
        put(it, Role.PROJECT_LEADER, it.series("/baseline"), baseline("90"), null);
        put(it, Role.PROJECT_LEADER, it.value("2025-12"), measured("40"), null);
        put(it, Role.PROJECT_LEADER, it.value("2026-01"), measured("40"), null);
        put(it, Role.PROJECT_LEADER, it.value("2026-01"), with(measured("3"), "reason", "Talte 3"), "0");
        var hidden = changes(it, Map.of());
        hidden.body("items[0].suppressed", is(true))
                .body("items[0].changes", empty())
                .body("items[0].reason", nullValue())
                .body(
                        "items[0].text",
                        is(LEADER + " rettet «Utrykninger etter varsel» i Hjemmetjenesten for januar 2026 (skjult)"))
                .body("items[1].suppressed", is(true))
                .body("items[2].month", is("2025-12"))
                .body("items[2].suppressed", is(false))
                .body("items[3].thing", is("BASELINE"))
                .body("items[3].suppressed", is(true));
        it.municipality
                .as(Role.BENEFIT_OWNER)
                .get("/benefits/" + it.benefit + "/changes")
                .then()
                .body("items[0].suppressed", is(false))
                .body("items[0].changes[0].after", is("3"))
                .body("items[0].reason", is("Talte 3"));
    }

    private static ValidatableResponse changes(MeasuredBenefit it, Map<String, ?> query) {
        return it.municipality
                .as(Role.LEADER)
                .queryParams(query)
                .get("/benefits/" + it.benefit + "/changes")
                .then()
                .statusCode(200);
    }

    private static void put(MeasuredBenefit it, Role role, String path, Map<String, Object> body, String version) {
        var request = it.municipality.as(role).body(body);
        (version == null ? request : request.header("If-Match", "\"" + version + "\""))
                .put(path)
                .then()
                .statusCode(oneOf(200, 201));
    }
}
