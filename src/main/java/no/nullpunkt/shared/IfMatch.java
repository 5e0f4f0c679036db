package no.nullpunkt.shared;

import java.util.function.Supplier;

/**
 * The {@code If-Match} of a request, which says what the caller believes to be changing.
 *
 * @param value the header as sent, or null
 */
public record IfMatch(String value) {

    /** The strong entity tag of a version. */
    public static String etag(Object version) {
        return "\"" + version + "\"";
    }

    /**
     * Passes when the caller has seen the present version.
     *
     * @throws Problem 428 without the header, 412 with the current state when it is another version
     */
    public void check(Object version, Supplier<?> current) {
        var etag = etag(version);
        if (value == null) {
            throw Problem.preconditionRequired(etag);
        }
        if (!value.strip().equals(etag) && !"*".equals(value.strip())) {
            throw Problem.stale(etag, current.get());
        }
    }
}
