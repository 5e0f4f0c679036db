package no.nullpunkt.reminder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of reminders as people meet it. */
@QuarkusTest
class ReminderBrowserTest {

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
        var owing = Owing.from("2026-10");
        var page = chromium.open(Chromium.NARROW, true, language);
        page.navigate(ReminderPages.PATH);
        Chromium.signIn(page, owing.municipality, Role.BENEFIT_OWNER);
        Chromium.assertAccessible(page, "Reminders");

        page.locator("#epost-nei").check();
        page.locator("main .btn-primary").click();
        assertThat(page.locator("[role=status]")).isVisible();
        assertThat(page.locator("#epost-nei")).isChecked();
        page.locator("button[value=ny]").click();
        assertThat(page.locator("main [href*='/api/v1/calendars/']")).isVisible();

        Chromium.assertAccessible(page, "Reminders with an address");
        Chromium.assertNoSidewaysScroll(page, "Reminders with an address");
        Chromium.show(page, "reminders-narrow-" + language);
    }
}
