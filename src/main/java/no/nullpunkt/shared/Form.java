package no.nullpunkt.shared;

import java.util.List;
import java.util.Map;

/** The fields of a form as they were posted. */
public record Form(Map<String, List<String>> fields) {

    /** Of a page that is opened, where nothing was posted. */
    public static final Form NONE = new Form(Map.of());

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The text of a field, the first where there are several; null where there is none. */
    public String get(String name) {
        return has(name) ? fields.get(name).get(0) : null;
    }

    /** The text of a field without the spaces around it; empty where there is none. */
    public String text(String name) {
        return has(name) ? get(name).strip() : "";
    }
}
