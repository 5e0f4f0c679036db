package no.nullpunkt.measurement;

import java.util.Locale;

/** What entering a value does to the one that stands. */
public enum Effect {
    CREATED,
    UPDATED,
    UNCHANGED;

    /** The label under which it is counted. */
    String counted() {
        return name().toLowerCase(Locale.ROOT);
    }
}
