package no.nullpunkt.indicator;

import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.access.Caller;

/** Which counts of persons are so small that they are hidden from a caller who may not enter them. */
public interface SmallCounts {

    /** Whether the values of the month's year are hidden, as they stand now. Asked after they were read. */
    boolean hideValues(Caller caller, UUID indicatorId, UUID unitId, YearMonth month);

    /** The same of the null-points of a series. */
    boolean hideNullPoint(Caller caller, UUID indicatorId, UUID unitId);
}
