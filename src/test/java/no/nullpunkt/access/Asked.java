package no.nullpunkt.access;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is right, to be sent by one or another: what stands in its path, query and body. */
final class Asked {

    final Map<String, Object> ids = new HashMap<>();
    final Map<String, Object> query = new HashMap<>();
    final Map<String, String> form = new LinkedHashMap<>();
    Object body;
    String contentType = "application/json";

    /** Whether only a redirect says that what was sent was done. */
    boolean doneByRedirect;

    /** Whether other municipalities may do it too with an id of this one, once they know it. */
    boolean openToOthers;

    /** Whether it is handed on to a provider of identities, who is away as long as no test starts one. */
    boolean byProvider;

    /** Whether the browser is not to be used again. */
    boolean endsSession;

    static Asked plain() {
        return new Asked();
    }

    static Asked body(Object body) {
        var asked = new Asked();
        asked.body = body;
        return asked;
    }

    static Asked form(String... namesAndValues) {
        var asked = new Asked();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            asked.form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return asked;
    }

    /** What stands in the path for a name, instead of what usually does. */
    Asked at(String name, Object value) {
        ids.put(name, value);
        return this;
    }

    Asked query(String name, Object value) {
        query.put(name, value);
        return this;
    }

    Asked as(String type) {
        contentType = type;
        return this;
    }

    Asked doneByRedirect() {
        doneByRedirect = true;
        return this;
    }

    Asked byProvider() {
        byProvider = true;
        return this;
    }

    Asked openToOthers() {
        openToOthers = true;
        return this;
    }

    Asked endsSession() {
        endsSession = true;
        return this;
    }
}
