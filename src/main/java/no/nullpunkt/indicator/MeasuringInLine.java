package no.nullpunkt.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nullpunkt.benefit.LineMeasuring;
import no.nullpunkt.shared.Problem;

/** Goes on measuring a benefit when its rollout is closed. */
@ApplicationScoped
class MeasuringInLine implements LineMeasuring {

    private final Indicators indicators;
    private final SeriesRepository seriesRepository;

    MeasuringInLine(Indicators indicators, SeriesRepository seriesRepository) {
        this.indicators = indicators;
        this.seriesRepository = seriesRepository;
    }

    @Override
    public List<Series> seriesOf(int municipalityId, List<UUID> benefitIds) {
        var measured = indicators.listOf(municipalityId, benefitIds).stream()
                .collect(Collectors.toMap(indicator -> indicator.id, Function.identity()));
        return seriesRepository.listOf(municipalityId, List.copyOf(measured.keySet())).stream()
                .map(series -> {
                    var indicator = measured.get(series.indicatorId);
                    return new Series(
                            indicator.benefitId, indicator.id, series.unitId, series.measurerId, indicator.measureTo);
                })
                .toList();
    }

    @Override
    public void name(int municipalityId, List<UUID> benefitIds, UUID indicatorId, UUID unitId, UUID measurerId) {
        var indicator = indicators.get(municipalityId, indicatorId);
        if (!benefitIds.contains(indicator.benefitId)) {
            throw Problem.notFound();
        }
        seriesRepository.getForChange(indicator, unitId).measurerId = measurerId;
    }

    @Override
    public void endWith(int municipalityId, List<UUID> benefitIds, YearMonth until) {
        for (var indicator : indicators.listOf(municipalityId, benefitIds)) {
            if (indicator.measureTo == null || indicator.measureTo.isAfter(until)) {
                indicator.measureTo = until.isBefore(indicator.measureFrom) ? indicator.measureFrom : until;
            }
        }
    }
}
