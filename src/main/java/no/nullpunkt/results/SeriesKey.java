package no.nullpunkt.results;

import java.util.UUID;
import no.nullpunkt.calculation.Point;

/** One indicator in one unit. */
public record SeriesKey(UUID indicatorId, UUID unitId) {

    public static SeriesKey of(Point point) {
        return new SeriesKey(point.indicatorId(), point.unitId());
    }
}
