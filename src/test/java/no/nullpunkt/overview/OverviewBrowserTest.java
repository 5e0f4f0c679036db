package no.nullpunkt.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of networks as people meet them. */
@QuarkusTest
class OverviewBrowserTest {

    private static Chromium chromium;
    private static Sharing host;
    private static UUID network;

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

    /** Six that share, so that there is a distribution, and one waits. */
    private static void share() {
        if (host != null) {
            return;
        }
        host = new Sharing("90");
        network = host.network();
        host.shares(network, "TERTIAL", "2026-T1");
        for (var value : List.of("80", "70", "61", "50", "40")) {
            new Sharing(value).joins(network, host).shares(network, "TERTIAL", "2026-T1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void axeFindsNothingAndNothingIsTooWide(String language) {
        share();
        var address = "/oversikt?nettverk=" + network + "&fra=2026-01&til=2026-04&etter=";
        for (var wide : new boolean[] {false, true}) {
            var page = chromium.open(wide ? Chromium.DESKTOP : Chromium.NARROW, true, language);
            page.navigate(address + "municipality");
            Chromium.signIn(page, host.municipality, Role.LEADER);
            for (var groupBy : List.of("municipality", "indicator")) {
                page.navigate(address + groupBy);
                assertThat(page.locator("tfoot")).isVisible();
                page.locator("details summary").click();
                Chromium.assertAccessible(page, "Overview by " + groupBy);
                Chromium.assertNoSidewaysScroll(page, "Overview by " + groupBy);
                Chromium.show(page, "overview-" + groupBy + (wide ? "-wide-" : "-narrow-") + language);
            }
            page.navigate("/nettverk/" + network + "/deling");
            Chromium.assertAccessible(page, "Sharing");
            Chromium.assertNoSidewaysScroll(page, "Sharing");
            Chromium.show(page, "overview-sharing" + (wide ? "-wide-" : "-narrow-") + language);
        }
        var page = chromium.open(Chromium.NARROW, true, language);
        page.navigate("/nettverk");
        Chromium.signIn(page, host.municipality, Role.ADMINISTRATOR);
        Chromium.assertAccessible(page, "Networks");
        Chromium.assertNoSidewaysScroll(page, "Networks");
        Chromium.show(page, "overview-networks-narrow-" + language);
    }
}
