package no.nullpunkt.indicator;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.indicator.Indicators.Measured;
import no.nullpunkt.shared.Problem;

/** Several series, found by whatever name is used of them. */
public final class NamedSeries {

    /** A series, and what its values must answer to. */
    public record Found(UUID indicatorId, UUID unitId, Measured measured) {}

    private final Map<SeriesName, Found> byName = new HashMap<>();
    private final Set<UUID> indicators = new HashSet<>();

    NamedSeries(Collection<Found> all) {
        for (var found : all) {
            byName.put(new SeriesName(null, found.indicatorId(), found.unitId()), found);
            byName.put(new SeriesName(found.measured().seriesId(), null, null), found);
            indicators.add(found.indicatorId());
        }
    }

    /**
     * The series of a name.
     *
     * @throws Problem 404 when there is none, 422 when the name is not whole
     */
    public Found get(SeriesName name) {
        return name.key() == null ? byIndicatorAndUnit(name) : byKey(name);
    }

    /** The series of an indicator in a unit, where it is measured there. */
    public Optional<Found> find(SeriesName name) {
        return Optional.ofNullable(byName.get(name));
    }

    private Found byKey(SeriesName name) {
        var found = byName.get(new SeriesName(name.key(), null, null));
        var isOther = found != null
                && (name.indicatorId() != null && !name.indicatorId().equals(found.indicatorId())
                        || name.unitId() != null && !name.unitId().equals(found.unitId()));
        if (found == null || isOther) {
            throw Problem.unknown("/series", name.key().toString());
        }
        return found;
    }

    private Found byIndicatorAndUnit(SeriesName name) {
        if (name.indicatorId() == null) {
            throw Problem.ruleAt("/indicatorId", "field-missing");
        }
        if (name.unitId() == null) {
            throw Problem.ruleAt("/unitId", "field-missing");
        }
        var found = byName.get(name);
        if (found != null) {
            return found;
        }
        throw indicators.contains(name.indicatorId())
                ? Problem.notMeasuredIn(name.unitId())
                : Problem.unknown("/indicatorId", name.indicatorId());
    }
}
