package no.nullpunkt.calculation;

/** What a gain is turned into by its dated amount per unit. */
public enum ValuationKind {
    NONE,
    HOURS,
    NOK
}
