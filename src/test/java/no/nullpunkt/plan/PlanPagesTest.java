package no.nullpunkt.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Chromium;
import no.nullpunkt.testing.MeasuredBenefit;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan, and the page where it is written, as people meet them. */
@QuarkusTest
class PlanPagesTest {

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void axeFindsNothingAndNothingIsTooWide(String language) {
        var measured = planned();
        String recipe = measured.municipality
                .as(Role.LEADER)
                .header("If-Match", "*")
                .body(Map.of("whatToWatch", "Vent ikke med nullpunktet", "contact", "Tjenestekontoret"))
                .put("/rollouts/" + measured.rollout + "/recipe")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        for (var width : List.of(Chromium.DESKTOP, Chromium.NARROW)) {
            var page = chromium.open(width, true, language);
            page.navigate("/gevinstplan");
            Chromium.signIn(page, measured.municipality, Role.PROJECT_LEADER);
            assertEquals(1, page.locator("svg[role=img]").count());
            for (var address : List.of(
                    "/gevinstplan", "/innforinger/" + measured.rollout + "/plan", "/gevinster/" + measured.benefit)) {
                page.navigate(address);
                page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
                Chromium.assertAccessible(page, address + " " + width);
                Chromium.assertNoSidewaysScroll(page, address + " " + width);
                Chromium.show(
                        page,
                        "plan" + address.replaceAll("[0-9a-f-]{36}", "one").replace('/', '-') + "-" + width + "-"
                                + language);
            }
            page.context().close();
        }
    }

    /** The browser measures what the layout has only reckoned with: its font is another on every machine. */
    @Test
    void textsOfTheMapStayInTheirBoxes() {
        var measured = planned();
        var page = chromium.open(Chromium.DESKTOP, true);
        page.navigate("/gevinstplan");
        Chromium.signIn(page, measured.municipality, Role.LEADER);
        var outside = page.evaluate("""
                () => [...document.querySelectorAll('.map text:not(.layer)')].filter(text => {
                    const t = text.getBBox();
                    return ![...document.querySelectorAll('.map rect')].some(rect => {
                        const r = rect.getBBox();
                        return t.x >= r.x && t.x + t.width <= r.x + r.width && t.y >= r.y && t.y + t.height <= r.y + r.height;
                    });
                }).map(text => text.textContent)
                """);
        assertEquals(List.of(), outside);
    }

    @Test
    void theDocumentTellsWhatTheApiTells() throws IOException {
        var measured = planned();
        var plan = measured.municipality.as(Role.LEADER).get("/plan").then().statusCode(200);
        String asOf = plan.extract().path("asOf");
        byte[] first = document(measured, asOf);
        assertEquals(List.of(), differences(first, document(measured, asOf)));
        try (var document = new XWPFDocument(new ByteArrayInputStream(first))) {
            var text = document.getTables().stream()
                    .map(XWPFTable::getText)
                    .toList()
                    .toString();
            List<Object> told = plan.extract()
                    .path(
                            "rollouts.benefits.flatten().collect { [it.title, it.owner, it.step == 'IDENTIFIED' ? 'Identifisert' "
                                    + ": it.step] + it.actions.description + it.indicators.name + it.risks.description }.flatten()");
            assertTrue(told.size() > 5);
            told.forEach(each -> assertTrue(text.contains(String.valueOf(each)), String.valueOf(each)));
        }
    }

    private static byte[] document(MeasuredBenefit measured, String asOf) {
        return measured.municipality
                .as(Role.LEADER)
                .queryParam("asOf", asOf)
                .get("/plan/document")
                .then()
                .statusCode(200)
                .contentType(PlanDocument.MEDIA_TYPE)
                .extract()
                .asByteArray();
    }

    private static List<Integer> differences(byte[] one, byte[] other) {
        assertEquals(one.length, other.length);
        return IntStream.range(0, one.length)
                .filter(i -> one[i] != other[i])
                .boxed()
                .toList();
    }

    private static MeasuredBenefit planned() {
        var measured = MeasuredBenefit.create();
        var municipality = measured.municipality;
        UUID need = municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts/" + measured.rollout + "/needs",
                Map.of("title", "Nattevaktene rekker ikke alle som trenger tilsyn, og kjører langt mellom hver"));
        UUID goal = municipality.create(
                Role.PROJECT_LEADER, "/goals", Map.of("title", "Flere bor trygt hjemme", "source", "Kommuneplanen"));
        municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + measured.benefit + "/actions",
                Map.of("kind", "STOP", "description", "Slutte med faste runder om natten", "due", "2026-03-31"));
        municipality
                .as(Role.PROJECT_LEADER)
                .body(Map.of(
                        "needIds", List.of(need),
                        "goalIds", List.of(goal),
                        "dependencies", "Ny turnus",
                        "risks",
                                List.of(Map.of(
                                        "description", "Rundene fortsetter",
                                        "likelihood", "HIGH",
                                        "consequence", "MEDIUM"))))
                .put("/benefits/" + measured.benefit + "/plan")
                .then()
                .statusCode(200);
        municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.baseline("90.88"))
                .put(measured.series("/baseline"))
                .then()
                .statusCode(201);
        municipality
                .as(Role.BENEFIT_OWNER)
                .body(Map.of("title", "Roligere netter", "text", "Brukerne sover."))
                .put("/benefits/" + measured.benefit + "/success-story")
                .then()
                .statusCode(201);
        return measured;
    }
}
