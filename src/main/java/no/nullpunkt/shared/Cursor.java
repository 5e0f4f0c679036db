package no.nullpunkt.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The opaque place in a list after which the next page begins: the sort key of the last row seen. */
public final class Cursor {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private Cursor() {}

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The key to read after; empty text at the start of the list. */
    public static String decode(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** The id to read after; below every id at the start of the list. */
    public static UUID decodeId(String cursor) {
        var key = decode(cursor);
        try {
            return key.isEmpty() ? BEFORE_ALL : UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** The same for a list with the latest first: above every id at the start of the list. */
    public static UUID decodeIdBefore(String cursor) {
        var id = decodeId(cursor);
        return id.equals(BEFORE_ALL) ? AFTER_ALL : id;
    }

    /** 400: a cursor that does not tell a place in the list. */
    public static Problem unreadable() {
        return Problem.notUnderstood("unreadable-cursor").at("?cursor", "unreadable-cursor");
    }
}
