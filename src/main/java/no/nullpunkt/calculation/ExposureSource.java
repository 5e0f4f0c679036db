package no.nullpunkt.calculation;

/** Where an exposure was found: at the point itself, at an earlier one, or with the null-point. */
public enum ExposureSource {
    OWN,
    CARRIED,
    BASELINE
}
