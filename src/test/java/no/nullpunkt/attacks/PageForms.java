package no.nullpunkt.attacks;

import io.restassured.response.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Browser;
import no.nullpunkt.testing.Municipality;

/** Follows all links from the first page on, as somebody in a role, and finds every form on the way. */
final class PageForms {

    /** A form, with the names of its fields and what stands in them. */
    record Form(String page, String action, boolean posted, Map<String, String> values, List<String> texts) {}

    private static final int MOST_PAGES = 80;
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\shref=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL =
            Pattern.compile("<(input|textarea|select|button)\\b([^>]*)>(?:([^<]*)</textarea>)?", Pattern.DOTALL);

    private final Browser browser = new Browser();

    PageForms(Municipality municipality, Role role) {
        browser.signIn(municipality.credentials(role), "/");
    }

    Browser browser() {
        return browser;
    }

    /** Every page that links lead to, with what it answers; what is no page is left out, and so is the change of language. */
    void eachPage(BiConsumer<String, Response> visitor) {
        var seen = new TreeSet<String>(List.of("/"));
        var waiting = new ArrayDeque<String>(seen);
        for (int i = 0; i < MOST_PAGES && !waiting.isEmpty(); i++) {
            var address = waiting.remove();
            var answer = browser.get(address);
            if (String.valueOf(answer.contentType()).startsWith("text/html")) {
                visitor.accept(address, answer);
                var links = LINK.matcher(answer.asString());
                while (links.find()) {
                    var link = links.group(1).replace("&amp;", "&");
                    if (!link.startsWith("/sprak/") && !link.startsWith("/api") && seen.add(page(link))) {
                        waiting.add(link);
                    }
                }
            }
        }
    }

    /** The portfolio has an address for every figure at every time, and the same form at all of them. */
    private static String page(String link) {
        return link.startsWith("/portefolje") ? link.replaceAll("[?].*", "") : link;
    }

    List<Form> all() {
        var forms = new ArrayList<Form>();
        eachPage((address, page) -> forms.addAll(in(address, page.asString())));
        return forms;
    }

    static List<Form> in(String address, String page) {
        var forms = new ArrayList<Form>();
        var found = FORM.matcher(page);
        while (found.find()) {
            var action = attribute(found.group(1), "action");
            var values = new LinkedHashMap<String, String>();
            var texts = new ArrayList<String>();
            var controls = CONTROL.matcher(found.group(2));
            while (controls.find()) {
                var name = attribute(controls.group(2), "name");
                var type = attribute(controls.group(2), "type");
                if (name != null && (!"radio".equals(type) || !values.containsKey(name))) {
                    var value = attribute(controls.group(2), "value");
                    values.put(name, value == null ? "" : value);
                    if (controls.group(1).equals("textarea")
                            || controls.group(1).equals("input")
                                    && (type == null
                                            || List.of("text", "search", "email", "tel")
                                                    .contains(type))) {
                        texts.add(name);
                    }
                }
            }
            forms.add(new Form(
                    address,
                    action == null || action.isEmpty() ? address : action.replace("&amp;", "&"),
                    "post".equalsIgnoreCase(attribute(found.group(1), "method")),
                    values,
                    texts));
        }
        return forms;
    }

    /** Sends a form with one field filled in. */
    Response send(Form form, String field, String text) {
        var filled = new LinkedHashMap<>(form.values);
        filled.put(field, text);
        filled.remove("csrf-token");
        var flat = filled.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new);
        if (form.posted) {
            return browser.post(form.action, flat);
        }
        var query = new StringBuilder();
        filled.forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return browser.get(form.action.split("\\?")[0] + query);
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "=(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))")
                .matcher(tag);
        if (!found.find()) {
            return null;
        }
        return found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
    }
}
