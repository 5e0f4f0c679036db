package no.nullpunkt.measurement;

/** What entering a value does to the one that stands. */
public enum Effect {
    CREATED,
    UPDATED,
    UNCHANGED
}
