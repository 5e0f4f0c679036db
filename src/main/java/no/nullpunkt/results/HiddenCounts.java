package no.nullpunkt.results;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import no.nullpunkt.access.Caller;
import no.nullpunkt.indicator.Indicators;
import no.nullpunkt.indicator.SmallCounts;

/** Answers for one series, where its values and null-points are read by themselves, by the rule of all figures. */
@ApplicationScoped
class HiddenCounts implements SmallCounts {

    /** Later than anything recorded: what is hidden now hangs on all of it. */
    private static final Instant NOW = Instant.parse("9999-12-31T00:00:00Z");

    private final DataSource dataSource;
    private final Indicators indicators;
    private final SuppressionThreshold threshold;

    HiddenCounts(DataSource dataSource, Indicators indicators, SuppressionThreshold threshold) {
        this.dataSource = dataSource;
        this.indicators = indicators;
        this.threshold = threshold;
    }

    @Override
    public boolean hideValues(Caller caller, UUID indicatorId, UUID unitId, YearMonth month) {
        return of(caller, indicatorId, unitId).hides(new SeriesKey(indicatorId, unitId), month);
    }

    @Override
    public boolean hideNullPoint(Caller caller, UUID indicatorId, UUID unitId) {
        return of(caller, indicatorId, unitId).hidesNullPoint(new SeriesKey(indicatorId, unitId));
    }

    private Suppression of(Caller caller, UUID indicatorId, UUID unitId) {
        var measured = indicators.measuredIn(caller.municipalityId(), indicatorId, unitId);
        if (!measured.countsPersons() || caller.mayEnterValues(unitId, measured.measurerId())) {
            return Suppression.NOTHING;
        }
        var asked = new CountRows.Asked(
                measured.seriesId(), new SeriesKey(indicatorId, unitId), measured.aggregation(), null);
        try (var reading = new Reading(dataSource, caller.municipalityId(), NOW)) {
            var series = new CountRows(reading).series(List.of(asked), caller::mayEnterValues);
            return new Suppression(series, threshold.count(), NOW);
        }
    }
}
