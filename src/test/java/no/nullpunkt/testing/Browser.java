package no.nullpunkt.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks for pages as a browser without JavaScript does: it keeps cookies, sends forms, and follows no redirect. */
public final class Browser {

    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser() {}

    /** One that has the same cookies now, and goes on apart. */
    public Browser(Browser other) {
        cookies.putAll(other.cookies);
    }

    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    public Response get(String address) {
        return keep(request().urlEncodingEnabled(false).get(address));
    }

    /** Posts a form with the token that pages carry. */
    public Response post(String address, String... namesAndValues) {
        if (!cookies.containsKey("csrf-token")) {
            get("/logg-inn");
        }
        var request = request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", cookies.get("csrf-token"));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            request.formParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        return keep(request.post(address));
    }

    /**
     * Fills in the sign-in page and sends it.
     *
     * @param credentials e-mail and password, with a colon between
     */
    public Response signIn(String credentials, String onwards, String... more) {
        var colon = credentials.indexOf(':');
        var form = new String[6 + more.length];
        form[0] = "epost";
        form[1] = credentials.substring(0, colon);
        form[2] = "passord";
        form[3] = credentials.substring(colon + 1);
        form[4] = "videre";
        form[5] = onwards;
        System.arraycopy(more, 0, form, 6, more.length);
        return post("/logg-inn", form);
    }

    private RequestSpecification request() {
        return given().cookies(cookies)
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .redirects()
                .follow(false);
    }

    private Response keep(Response response) {
        response.getDetailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0
                    || cookie.getValue() == null
                    || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return response;
    }
}
