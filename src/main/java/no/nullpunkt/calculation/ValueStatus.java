package no.nullpunkt.calculation;

/** What was recorded for a cycle. Nothing recorded is no value at all, and never zero. */
public enum ValueStatus {
    /** A number; zero is one. */
    MEASURED,
    /** Should have been measured and was not. */
    NOT_MEASURED,
    /** There was nothing to measure; the cycle is not expected. */
    NOT_APPLICABLE
}
