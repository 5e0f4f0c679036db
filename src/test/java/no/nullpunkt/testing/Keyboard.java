package no.nullpunkt.testing;

import com.microsoft.playwright.Page;

/** Presses keys on a page, and counts them. */
public final class Keyboard {

    private final Page page;
    private final int mostTabs;
    private int count;

    /**
     * At the page's keys.
     *
     * @param mostTabs presses of the tab key after which a field counts as out of reach
     */
    public Keyboard(Page page, int mostTabs) {
        this.page = page;
        this.mostTabs = mostTabs;
    }

    /** On to the next field whose id begins so. */
    public Keyboard tabTo(String id) {
        for (var tabs = 0; tabs < mostTabs; tabs++) {
            press("Tab");
            if (((String) page.evaluate("document.activeElement.id")).startsWith(id)) {
                return this;
            }
        }
        throw new AssertionError("No way to " + id + " by the tab key");
    }

    public Keyboard type(String text) {
        page.keyboard().type(text);
        count += text.length();
        return this;
    }

    public Keyboard press(String key) {
        page.keyboard().press(key);
        count++;
        return this;
    }

    /** Sends the form. */
    public void enter() {
        page.waitForNavigation(() -> press("Enter"));
    }

    /** Keys pressed so far. */
    public int count() {
        return count;
    }
}
