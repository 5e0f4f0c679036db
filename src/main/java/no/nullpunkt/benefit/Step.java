package no.nullpunkt.benefit;

/**
 * Where a benefit stands in DFØ's four steps: identified (identifisere), planned (planlegge), executing (gjennomføre)
 * and documented (dokumentere), or given up.
 */
enum Step {
    IDENTIFIED,
    PLANNED,
    EXECUTING,
    DOCUMENTED,
    ABANDONED;

    /** The step that follows, or null where there is none. */
    Step next() {
        return switch (this) {
            case IDENTIFIED -> PLANNED;
            case PLANNED -> EXECUTING;
            case EXECUTING -> DOCUMENTED;
            case DOCUMENTED, ABANDONED -> null;
        };
    }
}
