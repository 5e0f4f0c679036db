package no.nullpunkt.indicator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Chromium;
import no.nullpunkt.testing.Keyboard;
import no.nullpunkt.testing.Municipality;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rollout registered as a project leader does it. */
@QuarkusTest
class RegisterBrowserTest {

    private static Chromium chromium;

    private Municipality municipality;

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

    @BeforeEach
    void create() {
        municipality = Municipality.create();
        municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten øst"));
        municipality.create(Role.ADMINISTRATOR, "/units", Map.of("name", "Hjemmetjenesten vest"));
    }

    /** Three indicators in two units: as many presses as a minute or two of typing. */
    @Test
    void aRolloutIsRegisteredByKeyboardAlone() {
        var page = signedIn(Chromium.DESKTOP, "nb");
        var keys = new Keyboard(page, 60);

        keys.tabTo("teknologi-digital-supervision-home").press("Space");
        keys.tabTo("enhet-").press("Space").tabTo("enhet-").press("Space");
        keys.tabTo("navn").type("Digitalt tilsyn natt").tabTo("planlagt").type("2027-01");
        keys.enter();
        keys.tabTo("indikator-DH1").press("Space").tabTo("indikator-DH2").press("Space");
        keys.tabTo("indikator-DH3")
                .press("Space")
                .tabTo("eier")
                .type("ben")
                .tabTo("overordnet")
                .type("lea");
        keys.tabTo("neste").enter();
        keys.tabTo("from").type("2026-01").tabTo("to").type("2026-03");
        keys.tabTo("method").type("Logg fra responssenteret").tabTo("quality").type("M");
        for (var number = 0; number < 2; number++) {
            keys.tabTo("numerator-DH1").type("251").tabTo("denominator-DH1").type("12");
        }
        keys.tabTo("verdsett-DH1").type("i t").tabTo("belop-DH1").type("0,75");
        keys.enter();
        Chromium.show(page, "register-keyboard-summary");
        keys.tabTo("neste").enter();

        assertThat(page.locator("h1")).containsText("Innføringen er registrert");
        System.out.println("A rollout by keyboard: " + keys.count() + " keystrokes");
        assertTrue(keys.count() < 300, "few enough for five minutes at one a second");
        municipality.as(Role.LEADER).get("/benefits").then().body("items.size()", Matchers.greaterThan(0));
        assertThat(page.locator("main a[href^='/gevinster/']").first()).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"nb, 320", "nn, 320", "en, 320", "nb, 1280"})
    void axeFindsNothingInAnyStepAndNothingIsTooWide(String language, int width) {
        var page = signedIn(width, language);
        look(page, "empty", language, width);
        next(page);
        look(page, "refused", language, width);
        page.locator("#teknologi-digital-supervision-home").check();
        page.locator("#teknologi-medicine-dispenser").check();
        page.locator("[name=enhet]").first().check();
        page.fill("#navn", "Digitalt tilsyn");
        page.fill("#planlagt", "2027-01");
        look(page, "rollout", language, width);
        next(page);
        for (var code : new String[] {"DH1", "DH2", "MD1", "MD2"}) {
            page.locator("#indikator-" + code).check();
        }
        look(page, "indicators", language, width);
        next(page);
        numbers(page).first().fill("mange");
        next(page);
        look(page, "null-points-refused", language, width);
        for (var number : numbers(page).all()) {
            number.fill("12");
        }
        page.locator("#from").fill("2026-01");
        page.locator("#to").fill("2026-03");
        page.locator("#method").fill("Telling");
        page.locator("#quality").selectOption("MEASURED");
        look(page, "null-points", language, width);
        next(page);
        look(page, "summary", language, width);
        next(page);
        assertThat(page.locator("main a[href^='/gevinster/']").first()).isVisible();
        look(page, "registered", language, width);
    }

    @Test
    void theSummaryOfErrorsHasFocusAndLeadsToTheField() {
        var page = signedIn(Chromium.DESKTOP, "nb");
        next(page);
        assertThat(page.locator("#summary")).isFocused();
        page.locator("#summary a[href='#navn']").click();
        assertThat(page.locator("#navn")).isFocused();
    }

    private static Locator numbers(Page page) {
        return page.locator("[name^=value-], [name^=weight-], [name^=numerator-], [name^=denominator-]");
    }

    private Page signedIn(int width, String language) {
        var page = chromium.open(width, true, language);
        page.navigate(RegisterPages.PATH);
        Chromium.signIn(page, municipality, Role.PROJECT_LEADER);
        return page;
    }

    private static void next(Page page) {
        page.locator("#neste").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    private static void look(Page page, String what, String language, int width) {
        var where = "register-" + what + "-" + language + "-" + width;
        Chromium.show(page, where);
        Chromium.assertAccessible(page, where);
        Chromium.assertNoSidewaysScroll(page, where);
    }
}
