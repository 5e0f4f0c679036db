package no.nullpunkt.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A bounded part of a list.
 *
 * @param next the cursor of the part that follows, or null at the end
 */
public record Page<T>(List<T> items, String next) {

    public static final String DEFAULT_LIMIT = "50";
    public static final int MAX_LIMIT = 200;

    /** Of rows read with one more than the limit, to know whether there are more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(List.copyOf(items), Cursor.encode(key.apply(items.get(limit - 1))));
    }

    public <R> Page<R> map(Function<? super T, R> mapping) {
        return new Page<>(items.stream().map(mapping).<R>map(r -> r).toList(), next);
    }
}
