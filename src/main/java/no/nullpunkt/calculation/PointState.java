package no.nullpunkt.calculation;

/** How things stand at a cycle end. */
public enum PointState {
    MEASURED,
    NOT_MEASURED,
    NOT_APPLICABLE,
    /** The cycle has ended and nothing was recorded. */
    MISSING,
    /** The cycle has not ended and nothing was recorded yet. */
    NOT_YET_DUE;

    /** Whether a measurement belongs here: only then the point is counted as expected and has a plan. */
    public boolean isExpected() {
        return this == MEASURED || this == NOT_MEASURED || this == MISSING;
    }
}
