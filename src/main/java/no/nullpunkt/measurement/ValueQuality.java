package no.nullpunkt.measurement;

/** How a value came about. */
public enum ValueQuality {
    MEASURED,
    SAMPLE,
    ESTIMATE
}
