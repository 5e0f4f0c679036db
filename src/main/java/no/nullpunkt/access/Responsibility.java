package no.nullpunkt.access;

/** What a person can hold: a benefit as its owner, overall owner or asker, a rollout, a series to measure, an action. */
public enum Responsibility {
    OWNER,
    OVERALL_OWNER,
    ASKER,
    ROLLOUT_LEADER,
    MEASURER,
    /** Only while the action is open. */
    ACTION
}
