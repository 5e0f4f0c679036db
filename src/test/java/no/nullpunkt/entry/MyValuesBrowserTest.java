package no.nullpunkt.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Bodies;
import no.nullpunkt.testing.Chromium;
import no.nullpunkt.testing.Keyboard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** My values as people meet it. */
@QuarkusTest
class MyValuesBrowserTest {

    private static Chromium chromium;

    @Inject
    Clock clock;

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

    @Test
    void aMonthIsEnteredWithTheMouse() {
        var owned = new OwnedValues(clock);
        var page = signedIn(owned, Role.BENEFIT_OWNER, Chromium.DESKTOP, true);
        Chromium.show(page, "my-values-desktop");

        field(page, "Utrykninger etter varsel").fill("58");
        card(page, "Utrykninger etter varsel").getByText("Lagre denne").click();
        assertThat(card(page, "Utrykninger etter varsel")).containsText("Lagret");
        field(page, "Planlagte tilsyn").fill("1 100,5");
        field(page, "Feilmedisinering").fill("0");
        assertThat(card(page, "Planlagte tilsyn")).containsText("Forstått som");
        card(page, "Medisinbesøk").getByLabel("Ikke målt").check();
        card(page, "Medisinbesøk").getByLabel("Begrunnelse").fill("Fagsystemet var nede");
        field(page, "Netter med uro").fill("96");
        field(page, "Netter i alt").fill("620");
        field(page, "Netter i alt").blur();
        assertThat(card(page, "Våkne netter")).containsText("15,4839");
        Chromium.show(page, "my-values-understood");
        save(page).click();

        assertThat(page.getByText("Lagre denne").first()).not().isVisible();
        Chromium.show(page, "my-values-receipt");
        stands(owned, "Utrykninger etter varsel", "58");
        stands(owned, "Planlagte tilsyn", "1100.5");
        stands(owned, "Feilmedisinering", "0");
        owned.municipality
                .as(Role.LEADER)
                .get(owned.value("Medisinbesøk"))
                .then()
                .body("status", is("NOT_MEASURED"))
                .body("reason", is("Fagsystemet var nede"));
    }

    @Test
    void aMonthIsEnteredByKeyboardAlone() {
        var owned = new OwnedValues(clock);
        var page = signedIn(owned, Role.BENEFIT_OWNER, Chromium.DESKTOP, true);
        var keys = new Keyboard(page, 40);
        var began = System.nanoTime();

        keys.tabTo("verdi-")
                .type("561")
                .tabTo("verdi-")
                .type("3")
                .tabTo("verdi-")
                .type("58")
                .tabTo("verdi-")
                .type("1101");
        keys.tabTo("teller-").type("96").tabTo("nevner-").type("620").tabTo("save");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        keys.press("Enter");
        page.getByText("Lagret").nth(4).waitFor();

        System.out.printf(
                "Five values by keyboard: %d keystrokes, %.1f seconds%n",
                keys.count(), (System.nanoTime() - began) / 1e9);
        stands(owned, "Utrykninger etter varsel", "58");
        stands(owned, "Feilmedisinering", "3");
    }

    @Test
    void aMonthIsEnteredWithoutScript() {
        var owned = new OwnedValues(clock);
        var page = signedIn(owned, Role.BENEFIT_OWNER, Chromium.DESKTOP, false);
        assertThat(page.getByText("Lagre denne").first()).not().isVisible();

        field(page, "Utrykninger etter varsel").fill("58");
        field(page, "Planlagte tilsyn").fill("1\u00a0100,5");
        field(page, "Medisinbesøk").fill("femhundre");
        save(page).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("ikke et tall vi forstår");
        Chromium.show(page, "my-values-errors");
        field(page, "Medisinbesøk").fill("561");
        save(page).click();
        assertThat(card(page, "Medisinbesøk")).containsText("Forstått som");
        save(page).click();

        assertThat(card(page, "Medisinbesøk")).containsText("Lagret");
        stands(owned, "Planlagte tilsyn", "1100.5");
        stands(owned, "Medisinbesøk", "561");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCouldMeanTwoThingsOrIsUnusualIsAskedAbout(boolean script) {
        var owned = new OwnedValues(clock);
        var page = signedIn(owned, Role.BENEFIT_OWNER, Chromium.DESKTOP, script);

        field(page, "Planlagte tilsyn").fill("1.100");
        field(page, "Utrykninger etter varsel").fill("625");
        field(page, "Utrykninger etter varsel").blur();
        if (!script) {
            save(page).click();
        }
        card(page, "Planlagte tilsyn")
                .getByLabel("1 100", new Locator.GetByLabelOptions().setExact(true))
                .check();
        assertThat(card(page, "Utrykninger etter varsel")).containsText("ti ganger mer enn");
        if (script) {
            assertThat(card(page, "Planlagte tilsyn")).containsText("Forstått som");
            Chromium.show(page, "my-values-questions");
        }
        card(page, "Utrykninger etter varsel").getByLabel("Ja, det stemmer").fill("Strømbrudd i tre uker");
        save(page).click();
        if (!script) {
            save(page).click();
        }

        assertThat(card(page, "Planlagte tilsyn")).containsText("Lagret");
        stands(owned, "Planlagte tilsyn", "1100");
        stands(owned, "Utrykninger etter varsel", "625");
        owned.municipality
                .as(Role.LEADER)
                .get(owned.value("Utrykninger etter varsel"))
                .then()
                .body("reason", is("Strømbrudd i tre uker"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoPeopleWhoEnterTheSameValueSeeBothAndChoose(boolean script) {
        var owned = new OwnedValues(clock);
        var page = signedIn(owned, Role.BENEFIT_OWNER, Chromium.DESKTOP, script);
        owned.municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.measured("57"))
                .put(owned.value("Utrykninger etter varsel"))
                .then()
                .statusCode(201);
        var card = card(page, "Utrykninger etter varsel");

        field(page, "Utrykninger etter varsel").fill("58");
        field(page, "Utrykninger etter varsel").blur();
        if (script) {
            assertThat(card).containsText("Forstått som");
        } else {
            save(page).click();
        }
        save(page).click();

        assertThat(card).containsText("Noen andre har ført dette");
        assertThat(card).containsText("57");
        assertThat(card).containsText("PROJECT_LEADER of the tests");
        Chromium.show(page, "my-values-conflict");
        card.getByLabel("ditt").check();
        save(page).click();
        assertThat(card).containsText("Lagret");
        stands(owned, "Utrykninger etter varsel", "58");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionThatRunsOutWhileTypingLosesNothing(boolean script) {
        var owned = new OwnedValues(clock);
        var page = signedIn(owned, Role.BENEFIT_OWNER, Chromium.DESKTOP, script);
        field(page, "Utrykninger etter varsel").fill("58");
        Chromium.loseSession(page);
        field(page, "Planlagte tilsyn").fill("1 100,5");
        if (script) {
            card(page, "Utrykninger etter varsel")
                    .getByText("Logg inn", new Locator.GetByTextOptions().setExact(true))
                    .click();
        } else {
            save(page).click();
        }

        assertThat(page.locator("#passord")).isVisible();
        assertThat(page.getByText("er tatt vare på")).isVisible();
        Chromium.show(page, "session-over");
        Chromium.signIn(page, owned.municipality, Role.BENEFIT_OWNER);

        assertThat(page.getByText("Ingenting av det er lagret ennå")).isVisible();
        assertThat(field(page, "Utrykninger etter varsel")).hasValue("58");
        assertThat(field(page, "Planlagte tilsyn")).hasValue("1 100,5");
        save(page).click();
        assertThat(card(page, "Planlagte tilsyn")).containsText("Lagret");
        stands(owned, "Planlagte tilsyn", "1100.5");
    }

    @Test
    void aSavedValueIsCorrected() {
        var owned = new OwnedValues(clock);
        owned.municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.measured("1100.25"))
                .put(owned.value("Planlagte tilsyn"))
                .then()
                .statusCode(201);
        var page = signedIn(owned, Role.BENEFIT_OWNER, Chromium.DESKTOP, false);

        card(page, "Planlagte tilsyn")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Rett"))
                .click();
        assertThat(field(page, "Planlagte tilsyn")).hasValue("1100,25");
        field(page, "Planlagte tilsyn").fill("1099");
        save(page).click();
        save(page).click();

        assertThat(card(page, "Planlagte tilsyn")).containsText("Lagret");
        stands(owned, "Planlagte tilsyn", "1099");
    }

    @Test
    void nothingIsWiderThanANarrowWindow() {
        var owned = new OwnedValues(clock);
        var page = signedIn(owned, Role.BENEFIT_OWNER, Chromium.NARROW, true);
        Chromium.show(page, "my-values-narrow");
        Chromium.assertNoSidewaysScroll(page, "My values");

        field(page, "Planlagte tilsyn").fill("1.100");
        field(page, "Planlagte tilsyn").blur();
        assertThat(card(page, "Planlagte tilsyn")).containsText("Hva mente du");
        Chromium.assertNoSidewaysScroll(page, "My values with a question");
        page.navigate("/logg-inn");
        Chromium.assertNoSidewaysScroll(page, "Sign in");
        Chromium.show(page, "sign-in-narrow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void axeFindsNothing(String language) {
        var owned = new OwnedValues(clock);
        var page = chromium.open(Chromium.DESKTOP, true, language);
        page.navigate("/");
        Chromium.assertAccessible(page, "Sign in");
        page.navigate("/finnes-ikke");
        Chromium.assertAccessible(page, "Not there");
        page.navigate("/tilgjengelighet");
        Chromium.assertAccessible(page, "Accessibility statement");
        page.navigate("/");
        Chromium.signIn(page, owned.municipality, Role.BENEFIT_OWNER);
        Chromium.assertAccessible(page, "My values");
        var inputs = page.locator("input[inputmode=decimal]");
        for (var i = 0; i < inputs.count(); i++) {
            inputs.nth(i)
                    .fill(List.of("1.100", "femti", "100000", "3", "0", "5").get(i));
        }
        page.locator("#save").click();
        page.locator("#summary").waitFor();
        Chromium.assertAccessible(page, "My values with errors and questions");
        Chromium.show(page, "my-values-errors-" + language);
        owned.municipality
                .as(Role.PROJECT_LEADER)
                .body(Bodies.measured("57"))
                .put(owned.value("Medisinbesøk"))
                .then()
                .statusCode(201);
        page.navigate("/");
        Chromium.assertAccessible(page, "My values with a receipt");
        page.navigate("/gevinster/" + owned.benefit);
        page.locator("summary").first().click();
        Chromium.assertAccessible(page, "Benefit");
        Chromium.show(page, "benefit-" + language);
        page.setViewportSize(Chromium.NARROW, 900);
        Chromium.assertNoSidewaysScroll(page, "Benefit");
        Chromium.show(page, "benefit-narrow");
    }

    private Page signedIn(OwnedValues owned, Role role, int width, boolean script) {
        var page = chromium.open(width, script);
        page.navigate("/");
        Chromium.signIn(page, owned.municipality, role);
        return page;
    }

    private static Locator card(Page page, String name) {
        return page.locator(
                ".value",
                new Page.LocatorOptions().setHas(page.locator("h3", new Page.LocatorOptions().setHasText(name))));
    }

    private static Locator field(Page page, String label) {
        return page.locator("input[inputmode=decimal]", new Page.LocatorOptions())
                .and(page.getByLabel(label));
    }

    private static Locator save(Page page) {
        return page.locator("#save");
    }

    private static void stands(OwnedValues owned, String name, String value) {
        var number = owned.municipality
                .as(Role.LEADER)
                .get(owned.value(name))
                .path("value")
                .toString();
        assertEquals(0, new BigDecimal(value).compareTo(new BigDecimal(number)), name + " is " + number);
    }
}
