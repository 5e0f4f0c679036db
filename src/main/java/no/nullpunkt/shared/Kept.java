package no.nullpunkt.shared;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A thing under history as the API tells it: a row, and the rows that belong to it. It is read into the very record
 * that tells it as it stands now, whose fields are the columns in camel case unless they are told otherwise here.
 *
 * @param table where it is kept, under {@code keep_versions}
 * @param type the record it is read into
 * @param parts elements as JSON, by the table of the rows that belong to it
 * @param told SQL by the field it gives; {@code kept} is the row, and {@code part.items} the elements of a part
 */
public record Kept<T>(String table, Class<T> type, Map<String, Part> parts, Map<String, String> told) {

    record Part(String key, String element) {}

    public static <T> Kept<T> of(String table, Class<T> type) {
        return new Kept<>(table, type, Map.of(), Map.of());
    }

    /** With the rows of another table whose key is the id of this one. */
    public Kept<T> with(String part, String key, String element) {
        return new Kept<>(table, type, and(parts, part, new Part(key, element)), told);
    }

    public Kept<T> telling(String field, String sql) {
        return new Kept<>(table, type, parts, and(told, field, sql));
    }

    private static <V> Map<String, V> and(Map<String, V> present, String key, V value) {
        var all = new LinkedHashMap<>(present);
        all.put(key, value);
        return all;
    }
}
