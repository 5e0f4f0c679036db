package no.nullpunkt.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Chromium;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts in whatever people can name and write: on no page they become anything but the letters they are. */
@QuarkusTest
class ScriptAttackTest {

    private static final String ATTACK =
            "\"'></textarea></title><script>ran=1</script><img src=x onerror=ran=1><svg onload=ran=1>{7*7}{{7*7}}&#60;b&#62;";

    @Inject
    Clock clock;

    private Municipality municipality;

    @BeforeEach
    void writeItEverywhere() {
        municipality = Municipality.create();
        var month = YearMonth.now(clock).minusMonths(1);
        var unit = municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", ATTACK, "kind", ATTACK));
        municipality.execute("select begin_change(%d, null, 'test'); update person set name = '"
                + ATTACK.replace("'", "''") + "' where municipality_id = %d");
        var rollout = municipality.create(
                Role.PROJECT_LEADER,
                "/rollouts",
                Bodies.with(Bodies.with(Bodies.rollout(unit), "name", ATTACK), "description", ATTACK));
        var owner = municipality.person(Role.BENEFIT_OWNER);
        var body = Bodies.benefit(owner, municipality.person(Role.LEADER));
        for (var field : List.of("title", "description", "attributionNote")) {
            body = Bodies.with(body, field, ATTACK);
        }
        body = Bodies.with(Bodies.with(body, "beneficiaries", List.of(ATTACK)), "assumptions", List.of(ATTACK));
        var benefit = municipality.create(Role.PROJECT_LEADER, "/rollouts/" + rollout + "/benefits", body);
        var indicator = Bodies.indicator(unit);
        for (var field : List.of("name", "unit", "dataSource")) {
            indicator = Bodies.with(indicator, field, ATTACK);
        }
        var id = municipality.create(
                Role.PROJECT_LEADER,
                "/benefits/" + benefit + "/indicators",
                Bodies.with(indicator, "measureFrom", month.minusMonths(1).toString()));
        var series = "/indicators/" + id + "/units/" + unit;
        put(series + "/baseline", Bodies.with(Bodies.with(Bodies.baseline("9"), "method", ATTACK), "reason", ATTACK));
        put(series + "/values/" + month.minusMonths(1), Bodies.with(Bodies.measured("3"), "comment", ATTACK));
        put(series + "/values/" + month, Map.of("status", "NOT_MEASURED", "reason", ATTACK));
        create(
                "/benefits/" + benefit + "/deviations",
                Map.of("cause", "DATA", "explanation", ATTACK, "action", ATTACK));
        create("/benefits/" + benefit + "/actions", Map.of("kind", "STOP", "description", ATTACK, "due", "2026-01-01"));
        create(
                "/benefits/" + benefit + "/dispositions",
                Map.of(
                        "unitId",
                        unit,
                        "month",
                        month.minusMonths(1).toString(),
                        "hours",
                        1,
                        "category",
                        "MORE_USERS",
                        "note",
                        ATTACK,
                        "decisionReference",
                        ATTACK));
        municipality.create(
                Role.LEADER,
                "/benefits/" + benefit + "/decisions",
                Map.of("kind", "ADJUST", "date", "2026-01-01", "note", ATTACK, "reference", ATTACK));
    }

    private void put(String path, Object body) {
        assertTrue(municipality.as(Role.PROJECT_LEADER).body(body).put(path).statusCode() < 300, path);
    }

    private void create(String path, Object body) {
        municipality.create(Role.PROJECT_LEADER, path, body);
    }

    @Test
    void nothingRunsOnAnyPage() {
        var found = new ArrayList<String>();
        int shown = 0;
        try (var chromium = new Chromium()) {
            for (var role : List.of(Role.PROJECT_LEADER, Role.LEADER, Role.BENEFIT_OWNER)) {
                var addresses = new ArrayList<String>();
                new PageForms(municipality, role).eachPage((address, page) -> {
                    if (!address.startsWith("/api-docs")) {
                        addresses.add(address);
                    }
                    if (page.asString().contains("<script>ran")
                            || page.asString().contains("<img src=x")
                            || page.asString().contains(">49")) {
                        found.add(role + " " + address + " holds it unescaped");
                    }
                });
                var page = chromium.open(Chromium.DESKTOP, true);
                page.onDialog(dialog -> found.add(role + " was asked: " + dialog.message()));
                page.navigate("/logg-inn");
                Chromium.signIn(page, municipality, role);
                for (var address : addresses) {
                    shown += look(page, role + " " + address, address, found);
                }
            }
        }
        assertEquals(List.of(), found);
        assertTrue(shown > 5, "it was shown on " + shown + " pages only");
    }

    private static int look(Page page, String what, String address, List<String> found) {
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        var ran = page.evaluate(
                "typeof ran !== 'undefined' || document.querySelectorAll('script:not([src]), [onerror], [onload]').length > 0");
        if (Boolean.TRUE.equals(ran)) {
            found.add(what + " ran it");
        }
        return page.content().contains("ran=1") ? 1 : 0;
    }

    /** Whose policy lets only its own script run. */
    @Test
    void theDocumentationOfTheApiWorksUnderItsPolicy() {
        try (var chromium = new Chromium()) {
            var page = chromium.open(Chromium.DESKTOP, true);
            page.navigate("/api-docs");
            page.waitForSelector(".opblock");
        }
    }

    /** Neither as a word of the address nor as what was typed and comes back. */
    @Test
    void nothingRunsThatIsSentBack() {
        var browser = new PageForms(municipality, Role.BENEFIT_OWNER).browser();
        var encoded = java.net.URLEncoder.encode(ATTACK, java.nio.charset.StandardCharsets.UTF_8);
        for (var address : List.of(
                "/logg-inn?videre=/" + encoded,
                "/?maned=" + encoded,
                "/?alle=" + encoded,
                "/" + encoded.replace("+", "%20"),
                "/gevinster/" + encoded.replace("+", "%20"),
                "/sprak/" + encoded.replace("+", "%20"))) {
            assertTrue(!browser.get(address).asString().contains("<script>ran"), address);
        }
        for (var form : PageForms.in("/", browser.get("/").asString())) {
            for (var field : form.values().keySet()) {
                form.values().put(field, ATTACK);
            }
            assertTrue(
                    !browser.post(
                                    form.action(),
                                    form.values().entrySet().stream()
                                            .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                                            .toArray(String[]::new))
                            .asString()
                            .contains("<script>ran"),
                    form.action());
        }
        assertTrue(!browser.signIn("nobody@nowhere.example:wrong", "/" + ATTACK, "skrevet-for", "ja", ATTACK, ATTACK)
                .asString()
                .contains("<script>ran"));
    }
}
