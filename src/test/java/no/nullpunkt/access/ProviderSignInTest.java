package no.nullpunkt.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Chromium;
import no.nullpunkt.testing.Keycloak;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in to the pages by a real Keycloak, as a browser does it. */
@QuarkusTest
class ProviderSignInTest {

    private static final String SECRET = "a secret of the tests, and of no one else";

    private static Keycloak keycloak;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        keycloak = Keycloak.get();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void leadBack() {
        keycloak.leadBackTo(pages());
    }

    private static String pages() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    private static void choose(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logg inn med Keycloak"))
                .click();
    }

    private static void signInThere(Page page, String email) {
        page.fill("#username", email);
        page.fill("#password", Keycloak.PASSWORD);
        page.click("#kc-login");
    }

    private static Municipality withUser(Role role) {
        var municipality = Municipality.create();
        keycloak.addUser(municipality.email(role));
        return municipality;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPersonSignsInAndOut(boolean script) {
        var municipality = withUser(Role.LEADER);
        var page = chromium.open(Chromium.DESKTOP, script);

        page.navigate("/?maned=2026-01");
        choose(page);
        signInThere(page, municipality.email(Role.LEADER));

        page.waitForURL(url -> url.endsWith("/?maned=2026-01"));
        assertThat(page.getByText("Testkommune " + municipality.number)).isVisible();
        var kept = page.context().cookies().stream().map(cookie -> cookie.name).toList();
        assertTrue(kept.stream().noneMatch(name -> name.startsWith("q_session")), kept.toString());

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logg ut"))
                .click();
        page.waitForURL(Pattern.compile(".*/logg-inn$"));
        choose(page);
        assertThat(page.locator("#kc-login")).isVisible();
        page.navigate("/");
        page.waitForURL(Pattern.compile(".*/logg-inn.*"));
    }

    @Test
    void theProviderIsAskedWithProofKeyStateAndNonce() {
        var page = chromium.open(Chromium.DESKTOP, true);
        page.navigate("/logg-inn");

        var asked = page.waitForRequest(Pattern.compile(".*/protocol/openid-connect/auth.*"), () -> choose(page));

        var parameters = parametersOf(asked.url());
        assertEquals("S256", parameters.get("code_challenge_method"));
        assertEquals(43, parameters.get("code_challenge").length());
        assertEquals("code", parameters.get("response_type"));
        assertTrue(parameters.get("state").length() >= 32
                && parameters.get("nonce").length() >= 32);
        assertTrue(parameters.get("scope").contains("openid"));
        assertEquals("nullpunkt", parameters.get("client_id"));
    }

    private static String askedBy(Browser browser, String onwards) {
        return browser.get("/logg-inn/keycloak?videre=" + URLEncoder.encode(onwards, StandardCharsets.UTF_8))
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
    }

    private static void assertNotSignedIn(Browser browser) {
        browser.get("/").then().statusCode(303);
    }

    /** Even with the secret of the client. */
    @Test
    void aCodeThatWasStolenIsWorthNothingWithoutItsProof() {
        var municipality = withUser(Role.LEADER);
        var back = Keycloak.signIn(askedBy(new Browser(), "/"), municipality.email(Role.LEADER));

        given().formParams(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        parametersOf(back).get("code"),
                        "redirect_uri",
                        pages() + "/logg-inn/keycloak",
                        "client_id",
                        "nullpunkt",
                        "client_secret",
                        SECRET))
                .post(keycloak.base() + "/realms/nullpunkt/protocol/openid-connect/token")
                .then()
                .statusCode(400)
                .body("error", is("invalid_grant"), "error_description", containsString("PKCE"));
    }

    @Test
    void theProviderItselfDemandsTheProof() {
        var asked = askedBy(new Browser(), "/").replaceAll("&code_challenge(_method)?=[^&]*", "");

        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(asked)
                .then()
                .statusCode(302)
                .header("Location", containsString("error=invalid_request"));
    }

    /** So that nobody can be signed in as someone else, and enter values in their name. */
    @Test
    void theWayBackIsForTheBrowserThatWentOut() {
        var municipality = withUser(Role.LEADER);
        var back = Keycloak.signIn(askedBy(new Browser(), "/"), municipality.email(Role.LEADER));
        var other = new Browser();
        var onTheWay = new Browser();
        askedBy(onTheWay, "/");

        for (var browser : List.of(other, onTheWay)) {
            browser.get(back).then().statusCode(302).header("Location", startsWith(keycloak.base()));
            assertNotSignedIn(browser);
        }
    }

    @Test
    void theWayBackIsGoneOnce() {
        var municipality = withUser(Role.LEADER);
        var browser = new Browser();
        var back = Keycloak.signIn(askedBy(browser, "/"), municipality.email(Role.LEADER));
        var cookies = new Browser(browser);

        browser.get(back).then().statusCode(302);

        cookies.get(back).then().statusCode(401);
        assertNotSignedIn(cookies);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "javascript:alert(1)",
                "/;url=https://evil.example/"
            })
    void signInLeadsNowhereElse(String onwards) {
        var municipality = withUser(Role.LEADER);
        var browser = new Browser();
        var back = Keycloak.signIn(askedBy(browser, onwards), municipality.email(Role.LEADER));

        var again = browser.get(back).then().statusCode(302).extract().header("Location");
        var refresh = browser.get(again).then().statusCode(200).extract().header("Refresh");

        assertTrue(refresh.matches("0; url=/(;url=.*)?"), refresh);
        browser.get("/").then().statusCode(200);
    }

    @Test
    void whoGivesUpThereCanTryAgainHere() {
        var page = chromium.open(Chromium.DESKTOP, true);
        page.navigate("/logg-inn");
        var asked = page.waitForRequest(Pattern.compile(".*/protocol/openid-connect/auth.*"), () -> choose(page));
        page.waitForLoadState();

        var answer = page.navigate("/logg-inn/keycloak?error=access_denied&state="
                + parametersOf(asked.url()).get("state"));

        assertEquals(401, answer.status());
        assertThat(page.getByText("ble ikke fullført")).isVisible();
        choose(page);
        assertThat(page.locator("#kc-login")).isVisible();
    }

    @Test
    void whomNobodyHasAddedIsToldSoAndCanSignInAsSomeoneElse() {
        var municipality = withUser(Role.LEADER);
        var stranger = "stranger@" + municipality.number + ".example";
        keycloak.addUser(stranger);
        var page = chromium.open(Chromium.NARROW, true);
        page.navigate("/logg-inn");
        choose(page);

        signInThere(page, stranger);

        assertThat(page.getByText("ingen kommune her har lagt deg til")).isVisible();
        Chromium.assertAccessible(page, "not recognised");
        Chromium.show(page, "not-recognised");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logg ut av Keycloak"))
                .click();
        page.waitForURL(Pattern.compile(".*/logg-inn$"));
        choose(page);
        signInThere(page, municipality.email(Role.LEADER));
        page.waitForURL(url -> url.endsWith("/"));
    }

    @Test
    void whoHasNoRoleIsToldSo() {
        var municipality = Municipality.create();
        var email = "ny@" + municipality.number + ".example";
        municipality.create(Role.ADMINISTRATOR, "/people", Map.of("name", "Ny", "email", email));
        keycloak.addUser(email);
        var page = chromium.open(Chromium.DESKTOP, true);
        page.navigate("/");
        choose(page);

        signInThere(page, email);

        assertThat(page.getByText("har ingen rolle ennå")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"1280, nb", "320, nn", "320, en"})
    void bothWaysStandOnThePage(int width, String language) {
        var page = chromium.open(width, true, language);
        page.navigate("/logg-inn");

        assertThat(page.locator("#passord")).isVisible();
        assertThat(page.locator(".ways a")).hasCount(1);
        Chromium.assertAccessible(page, "sign-in " + language);
        Chromium.assertNoSidewaysScroll(page, "sign-in " + language);
        Chromium.show(page, "sign-in-" + width + "-" + language);
    }

    @Test
    void onlyProvidersForPagesHaveOne() {
        for (var name : new String[] {"municipal", "nobody", "x/y"}) {
            given().accept("text/html")
                    .redirects()
                    .follow(false)
                    .get("/logg-inn/" + name)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void whatWasTypedWhenTheSessionRanOutIsSentOnAfterSignInBesideIt() {
        var municipality = withUser(Role.PROJECT_LEADER);
        var email = municipality.email(Role.PROJECT_LEADER);
        var page = chromium.open(Chromium.DESKTOP, true);
        page.navigate("/registrer");
        choose(page);
        signInThere(page, email);
        var name = page.locator("input[type=text]").first();
        name.fill("Medisindispensere i hele kommunen");
        Chromium.loseSession(page);
        page.locator("main form button").last().click();
        assertThat(page.getByText("er tatt vare på")).isVisible();
        Chromium.show(page, "session-over-provider");

        var beside = page.waitForPopup(() -> choose(page));
        beside.waitForURL(url -> url.endsWith("/innlogget"));
        assertThat(beside.getByText("Lukk dette vinduet")).isVisible();
        beside.close();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fortsett"))
                .click();

        assertThat(page.locator("input[type=text]").first()).hasValue("Medisindispensere i hele kommunen");
    }

    private static Map<String, String> parametersOf(String address) {
        return Arrays.stream(URI.create(address).getQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }
}
