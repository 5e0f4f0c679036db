package no.nullpunkt.calculation;

import java.util.Comparator;
import java.util.stream.Stream;

/** How an indicator or a benefit goes, declared worst first: a benefit is as good as its worst indicator. */
public enum Status {
    WORSE_THAN_BASELINE,
    OFF_TRACK,
    BEHIND,
    NOT_MEASURED,
    NO_BASELINE,
    NO_TARGET,
    ON_TRACK,
    REACHED,
    NOT_STARTED;

    /** The worst of them, {@link #NOT_STARTED} when there is none. */
    public static Status worst(Stream<Status> statuses) {
        return statuses.min(Comparator.naturalOrder()).orElse(NOT_STARTED);
    }
}
