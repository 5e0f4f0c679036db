package no.nullpunkt.calculation;

/** The kind of benefit: saved time, avoided cost or quality. */
public enum BenefitType {
    TIME_SAVED,
    AVOIDED_COST,
    QUALITY
}
