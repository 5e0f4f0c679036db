package no.nullpunkt.access;

/** What a person is granted in a municipality; some of them also in a unit of it and below. */
public enum Role {
    ADMINISTRATOR,
    PROJECT_LEADER,
    BENEFIT_OWNER,
    /** Reads, downloads, issues reports. */
    LEADER,
    /** A machine that writes values and does nothing else. */
    INTEGRATION;

    /** Whether it means anything in a unit; the others are of the whole municipality or nothing. */
    boolean isGrantedInUnits() {
        return this == BENEFIT_OWNER || this == INTEGRATION;
    }
}
