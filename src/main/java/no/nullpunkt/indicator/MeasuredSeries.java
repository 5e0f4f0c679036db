package no.nullpunkt.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Holdings;
import no.nullpunkt.access.Responsibility;

/** Series, as people measure them. */
@ApplicationScoped
class MeasuredSeries implements Holdings {

    private final Indicators indicators;
    private final SeriesRepository seriesRepository;

    MeasuredSeries(Indicators indicators, SeriesRepository seriesRepository) {
        this.indicators = indicators;
        this.seriesRepository = seriesRepository;
    }

    @Override
    public List<Held> heldBy(int municipalityId, UUID personId) {
        return seriesRepository.listMeasuredBy(municipalityId, personId).stream()
                .map(series -> {
                    var indicator = indicators.get(municipalityId, series.indicatorId);
                    return new Held(
                            Responsibility.MEASURER,
                            indicator.id,
                            indicator.name,
                            indicator.benefitId,
                            List.of(series.unitId));
                })
                .toList();
    }

    @Override
    public void give(int municipalityId, List<Held> held, UUID fromId, UUID toId) {
        for (var each : held) {
            if (each.kind() == Responsibility.MEASURER) {
                var series = seriesRepository.getForChange(
                        indicators.get(municipalityId, each.id()),
                        each.unitIds().get(0));
                if (fromId.equals(series.measurerId)) {
                    series.measurerId = toId;
                }
            }
        }
        seriesRepository.flush();
    }
}
