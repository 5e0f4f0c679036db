package no.nullpunkt.calculation;

/** What an indicator is to its benefit. All roles count in hours and kroner; a driver counts in no status. */
public enum IndicatorRole {
    TIME_SAVED,
    AVOIDED_COST,
    QUALITY,
    /** New work or another drawback that came with the technology; its gain is negative and nets the benefit. */
    DISBENEFIT,
    /** Something that must happen first, such as users with the technology; leaves the benefit's status alone. */
    DRIVER
}
