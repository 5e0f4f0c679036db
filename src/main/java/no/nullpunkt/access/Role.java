package no.nullpunkt.access;

/** What a person is granted in a municipality, or in a unit of it and below. */
public enum Role {
    ADMINISTRATOR,
    PROJECT_LEADER,
    BENEFIT_OWNER,
    /** Reads, downloads, issues reports. */
    LEADER,
    /** A machine that writes values and does nothing else. */
    INTEGRATION
}
