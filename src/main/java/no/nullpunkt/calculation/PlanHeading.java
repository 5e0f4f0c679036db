package no.nullpunkt.calculation;

/** The heading of the benefit plan that a benefit stands under. */
public enum PlanHeading {
    /** Effect on the municipality's own budget; the only heading where hours also become kroner. */
    OWN_BUDGET,
    /** Freed time or money used for something else in the same organisation. */
    ALTERNATIVE_USE,
    /** Priced effect elsewhere in the public sector: not the municipality's money. */
    OTHER_PUBLIC,
    /** Effects that are not priced. */
    NON_PRICED
}
