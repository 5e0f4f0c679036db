package no.nullpunkt.access;

import static no.nullpunkt.testing.Chromium.assertAccessible;
import static no.nullpunkt.testing.Chromium.assertNoSidewaysScroll;
import static no.nullpunkt.testing.Chromium.show;
import static no.nullpunkt.testing.Chromium.signIn;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import no.nullpunkt.testing.Chromium;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages around an account, in a real browser. */
@QuarkusTest
class AccountBrowserTest {

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Page signedIn(Municipality municipality, int width, boolean script, String language) {
        var page = chromium.open(width, script, language);
        page.navigate("/konto");
        signIn(page, municipality, Role.LEADER);
        return page;
    }

    @ParameterizedTest
    @CsvSource({"1280, nb", "320, nn", "320, en"})
    void theAccountIsThereForEveryone(int width, String language) {
        var municipality = Municipality.create();
        signedIn(municipality, Chromium.DESKTOP, true, language);
        var page = signedIn(municipality, width, true, language);

        assertTrue(page.url().endsWith("/konto"), page.url());
        assertAccessible(page, "/konto");
        assertNoSidewaysScroll(page, "/konto");
        show(page, "account-" + width + "-" + language);
    }

    /** Without JavaScript. */
    @Test
    void aPasswordIsChangedAndWhatIsWrongIsTold() {
        var municipality = Municipality.create();
        var page = signedIn(municipality, Chromium.NARROW, false, "nb");
        page.fill("#naa", municipality.credentials(Role.LEADER).split(":", 2)[1]);
        page.fill("#passord", "passordpassord");
        page.fill("#gjentatt", "passordpassord");
        page.press("#gjentatt", "Enter");
        assertTrue(page.textContent("#feil").contains("mange prøver"));
        show(page, "account-refused");

        page.fill("#naa", municipality.credentials(Role.LEADER).split(":", 2)[1]);
        page.fill("#passord", "trollet i skogen");
        page.fill("#gjentatt", "trollet i skogen");
        page.press("#gjentatt", "Enter");

        assertTrue(page.textContent("[role=status]").contains("Passordet er byttet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/glemt-passord", "/nytt-passord?kode=ukjent", "/logg-inn?satt=ja"})
    void whoeverIsOutsideFindsTheWayIn(String path) {
        var page = chromium.open(Chromium.NARROW, true);
        page.navigate(path);

        assertAccessible(page, path);
        assertNoSidewaysScroll(page, path);
    }
}
