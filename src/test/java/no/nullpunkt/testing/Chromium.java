package no.nullpunkt.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Role;

/** A real browser: Debian's Chromium, steered by Playwright. Tests are skipped, aloud, where it is missing. */
public final class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int TIMEOUT = 20_000;

    /** Widths in CSS pixels; 320 is also a desktop at 400 % zoom. */
    public static final int DESKTOP = 1280;

    public static final int NARROW = 320;

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        if (!Files.isExecutable(EXECUTABLE)) {
            System.err.println("SKIPPED: " + EXECUTABLE + " is missing, so no page is tried in a browser");
        }
        assumeTrue(Files.isExecutable(EXECUTABLE), "Chromium is missing");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    /** A window of someone's own, with no cookies. */
    public Page open(int width, boolean script) {
        return open(width, script, "nb");
    }

    public Page open(int width, boolean script, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(RestAssured.baseURI + ":" + RestAssured.port)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(language));
        context.setDefaultTimeout(TIMEOUT);
        return context.newPage();
    }

    /** Signs in by the page where one is sent. */
    public static void signIn(Page page, Municipality municipality, Role role) {
        var credentials = municipality.credentials(role).split(":", 2);
        page.fill("#epost", credentials[0]);
        page.fill("#passord", credentials[1]);
        page.press("#passord", "Enter");
        page.waitForURL(url -> !url.contains("/logg-inn"));
    }

    /** The session runs out, and nothing else. */
    public static void loseSession(Page page) {
        var kept = page.context().cookies().stream()
                .filter(cookie -> !cookie.name.equals("nullpunkt-session"))
                .map(cookie -> new Cookie(cookie.name, cookie.value)
                        .setDomain(cookie.domain)
                        .setPath(cookie.path))
                .toList();
        page.context().clearCookies();
        page.context().addCookies(kept);
    }

    public static void assertAccessible(Page page, String where) {
        var found = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertEquals(List.of(), found, where);
    }

    public static void assertNoSidewaysScroll(Page page, String where) {
        var tooWide = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertEquals(0, Math.max(0, tooWide), where + " is wider than the window by so many pixels");
    }

    /** For people to look at. */
    public static void show(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
