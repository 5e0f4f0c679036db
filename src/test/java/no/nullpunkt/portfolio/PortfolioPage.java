package no.nullpunkt.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Municipality;

/** Reads a page of the portfolio as a browser without JavaScript gets it. */
final class PortfolioPage {

    /** A figure on the page and the address it opens at, which may be null. */
    record Figure(BigDecimal number, String link) {}

    private static final Pattern ROW =
            Pattern.compile("<tr[^>]*><th scope=\"row\"[^>]*>(.*?)</th>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);
    private static final Pattern DATA =
            Pattern.compile("(?:<a href=\"([^\"]*)\">)?<data value=\"([^\"]*)\"", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]*)\" rel=\"next\"");

    private final Browser browser = new Browser();

    PortfolioPage(Municipality municipality, Role role) {
        browser.signIn(municipality.credentials(role), "/");
    }

    Browser browser() {
        return browser;
    }

    String get(String address) {
        var answer = browser.get(address);
        assertEquals(200, answer.statusCode(), address);
        return answer.asString();
    }

    /** The rows of a table by their names, the sum last; null where a cell holds no figure. */
    static Map<String, List<Figure>> table(String page, String id) {
        var start = page.indexOf("<table class=\"table figures\" id=\"table-" + id + "\"");
        var table = page.substring(start, page.indexOf("</table>", start));
        var rows = new LinkedHashMap<String, List<Figure>>();
        ROW.matcher(table).results().forEach(row -> {
            var cells = new ArrayList<Figure>();
            CELL.matcher(row.group(2)).results().forEach(cell -> cells.add(figure(cell.group(1))));
            rows.put(row.group(1).replaceAll("<[^>]*>", "").strip(), cells);
        });
        return rows;
    }

    private static Figure figure(String html) {
        var data = DATA.matcher(html);
        return data.find() ? new Figure(new BigDecimal(data.group(2)), address(data.group(1))) : null;
    }

    /** Every figure on the page that can be opened. */
    static List<Figure> openFigures(String page) {
        return DATA.matcher(page)
                .results()
                .filter(data -> data.group(1) != null && data.group(1).startsWith("/portefolje/tall"))
                .map(data -> new Figure(new BigDecimal(data.group(2)), address(data.group(1))))
                .toList();
    }

    /** The figure at the head of its terms, and all terms of all pages added up. */
    void assertAddsUp(Figure figure) {
        var added = BigDecimal.ZERO;
        for (var address = figure.link(); address != null; ) {
            var page = get(address);
            var sum = Pattern.compile("<data value=\"([^\"]*)\" id=\"sum\"").matcher(page);
            assertEquals(true, sum.find());
            assertSame(figure.number(), new BigDecimal(sum.group(1)), "at the head of " + address);
            var terms =
                    Pattern.compile("<data value=\"([^\"]*)\" class=\"term\"").matcher(page);
            while (terms.find()) {
                added = added.add(new BigDecimal(terms.group(1)));
            }
            var next = NEXT.matcher(page);
            address = next.find() ? address(next.group(1)) : null;
        }
        assertSame(figure.number(), added, "the terms of " + figure.link());
    }

    static void assertSame(BigDecimal expected, BigDecimal actual, String what) {
        assertEquals(0, expected.compareTo(actual), what + " is " + actual + " and not " + expected);
    }

    private static String address(String html) {
        return html == null ? null : html.replace("&amp;", "&");
    }
}
