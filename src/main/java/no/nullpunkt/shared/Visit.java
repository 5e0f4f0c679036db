package no.nullpunkt.shared;

import io.quarkus.arc.Arc;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.qute.TemplateGlobal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every page of a request is laid out with: the language, and who is signed in where. */
@RequestScoped
public class Visit {

    /** The cookie that remembers a chosen language. */
    public static final String LANGUAGE_COOKIE = "nullpunkt-language";

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final CsrfTokenParameterProvider formTokens;
    private final boolean demonstration;
    private String municipality;
    private String person;
    private boolean leading;

    Visit(
            HttpHeaders headers,
            UriInfo uri,
            CsrfTokenParameterProvider formTokens,
            @ConfigProperty(name = "nullpunkt.demonstration") boolean demonstration) {
        this.headers = headers;
        this.uri = uri;
        this.formTokens = formTokens;
        this.demonstration = demonstration;
    }

    /** Tells who is signed in, by name, in which municipality, and whether they lead projects there. */
    public void is(String municipalityName, String personName, boolean leadsProjects) {
        this.municipality = municipalityName;
        this.person = personName;
        this.leading = leadsProjects;
    }

    /** The language chosen, else the first of the browser's that is spoken here. */
    public Language language() {
        var chosen = headers.getCookies().get(LANGUAGE_COOKIE);
        return chosen == null ? Language.of(headers) : Language.of(chosen.getValue());
    }

    public Words words() {
        return new Words(language());
    }

    /** For the {@code lang} of the page. */
    public String tag() {
        return language().name().toLowerCase(Locale.ROOT);
    }

    /** The municipality's name; null when nobody is signed in. */
    public String municipality() {
        return municipality;
    }

    public String person() {
        return person;
    }

    /** Whether what only project leaders may do is to be shown. */
    public boolean leading() {
        return leading;
    }

    public boolean demonstration() {
        return demonstration;
    }

    /** The name of the field, and of the cookie, that show a form to be ours. */
    public String formTokenName() {
        return formTokens.getParameterName();
    }

    /** The browser's own, where it has one: a page made of a refused request is made before the filter has looked. */
    public String formToken() {
        var known = headers.getCookies().get(formTokens.getCookieName());
        return known == null ? formTokens.getToken() : known.getValue();
    }

    /** Whether a form posted carries the token of this browser. */
    public boolean isOurs(String token) {
        var known = headers.getCookies().get(formTokens.getCookieName());
        return known != null && known.getValue().equals(token);
    }

    /** The address of this page within the service, which a change of language comes back to. */
    public String address() {
        var request = uri.getRequestUri();
        return request.getRawPath() + (request.getRawQuery() == null ? "" : "?" + request.getRawQuery());
    }

    /** The same as the value of a parameter. */
    public String addressAsParameter() {
        return URLEncoder.encode(address(), StandardCharsets.UTF_8);
    }

    /** Whether htmx asks, for a part of a page that is there already. */
    public boolean isPart() {
        return headers.getHeaderString("HX-Request") != null;
    }

    /** What the templates know without being told. */
    @TemplateGlobal
    static class Globals {

        private Globals() {}

        static Visit visit() {
            return Arc.container().instance(Visit.class).get();
        }

        static Words t() {
            return visit().words();
        }
    }
}
