package no.nullpunkt.portfolio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.ArrayList;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.CalculatedByHand;
import no.nullpunkt.testing.Chromium;
import no.nullpunkt.testing.Keyboard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The portfolio as leaders meet it: with charts and without, by keyboard, on a narrow window and on paper. */
@QuarkusTest
class PortfolioBrowserTest {

    private static final String ADDRESS = "/portefolje?" + CalculatedByHand.PERIOD;

    private static Chromium chromium;
    private static CalculatedByHand it;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    /** Once, but not before the service can be reached. */
    @BeforeEach
    void create() {
        if (it == null) {
            it = new CalculatedByHand();
        }
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"nb, 1280", "nn, 1280", "en, 1280", "nb, 320", "nn, 320", "en, 320"})
    void axeFindsNothingInAnyViewAndNothingIsTooWide(String language, int width) {
        var page = signedIn(width, true, language, ADDRESS);
        var refused = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                refused.add(message.text());
            }
        });
        for (var view : new String[] {"politicians", "administration", "staff"}) {
            page.navigate(ADDRESS + "&view=" + view + "&groupBy=" + (view.equals("staff") ? "unit" : "benefit"));
            page.locator(".filters").evaluate("element => element.open = true");
            waitForCharts(page);
            look(page, view, language, width);
        }
        page.navigate("/portefolje/tall?" + CalculatedByHand.PERIOD + "&figure=unaccountedHours");
        look(page, "terms", language, width);
        assertEquals(0, refused.size(), refused.toString());
    }

    /** The content security policy allows neither evaluation nor styles, and is not in the charts' way. */
    @Test
    void chartsAreDrawnFromTheTablesAndTellWhatTheyShow() {
        var page = signedIn(Chromium.DESKTOP, true, "nb", ADDRESS);
        waitForCharts(page);
        var chart = page.locator(".chart-place").first();
        assertThat(chart).hasAttribute("role", "img");
        assertThat(chart.locator("svg")).containsText("40,5");
        var said = page.locator("#" + chart.getAttribute("aria-labelledby"));
        assertThat(said).containsText("Digitalt tilsyn hjemme, 40,5 timer av 90 planlagte");
    }

    @Test
    void withoutScriptThePageIsWholeAndHasNoEmptyFrames() {
        var page = signedIn(Chromium.DESKTOP, false, "nb", ADDRESS);
        assertThat(page.locator("#table-figures")).containsText("40,5");
        assertThat(page.locator(".chart-place").first()).isEmpty();
        page.locator(".filters summary").click();
        page.locator("#groupBy").selectOption("unit");
        page.locator("#filter").click();
        page.waitForLoadState(LoadState.LOAD);
        assertTrue(page.url().contains("groupBy=unit"), page.url());
        assertThat(page.locator("#table-figures")).containsText("Nord");
        Chromium.show(page, "portfolio-without-script");
    }

    @Test
    void aFigureIsOpenedByKeyboardAlone() {
        var page = signedIn(Chromium.DESKTOP, true, "nb", ADDRESS + "&view=politicians");
        var keys = new Keyboard(page, 40);
        while (!String.valueOf(page.evaluate("document.activeElement.getAttribute('href')"))
                .contains("figure=takenOutHours")) {
            keys.press("Tab");
            assertTrue(keys.count() < 40, "the second sentence is within reach");
        }
        keys.enter();
        assertThat(page.locator("#sum")).hasText("12");
        assertThat(page.locator("h1")).containsText("Timer tatt ut");
    }

    @Test
    void onPaperThereAreFiguresAndChartsAndNothingToPress() {
        var page = signedIn(Chromium.DESKTOP, true, "nb", ADDRESS + "&view=politicians");
        waitForCharts(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".filters")).isHidden();
        assertThat(page.locator(".chart-place svg").first()).isVisible();
        var pdf = page.pdf(new Page.PdfOptions()
                .setPath(Path.of("target", "screenshots", "portfolio.pdf"))
                .setPreferCSSPageSize(true));
        assertTrue(pdf.length > 10_000, "something is on the paper");
    }

    private static Page signedIn(int width, boolean script, String language, String address) {
        var page = chromium.open(width, script, language);
        page.navigate(address);
        Chromium.signIn(page, it.municipality, Role.LEADER);
        return page;
    }

    private static void waitForCharts(Page page) {
        for (var chart : page.locator("figure.chart-of").all()) {
            chart.scrollIntoViewIfNeeded();
            chart.locator("svg").waitFor();
        }
    }

    private static void look(Page page, String what, String language, int width) {
        var where = "portfolio-" + what + "-" + language + "-" + width;
        Chromium.show(page, where);
        Chromium.assertAccessible(page, where);
        Chromium.assertNoSidewaysScroll(page, where);
    }
}
