package no.nullpunkt.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.People;
import no.nullpunkt.indicator.SeriesResource.SeriesResponse;
import no.nullpunkt.indicator.SeriesResource.TargetPoint;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Sets what belongs to one indicator in one unit: its targets and who measures. */
@ApplicationScoped
public class SeriesService {

    private final Indicators indicators;
    private final SeriesRepository seriesRepository;
    private final People people;
    private final ClosedMonths closedMonths;

    SeriesService(Indicators indicators, SeriesRepository seriesRepository, People people, ClosedMonths closedMonths) {
        this.indicators = indicators;
        this.seriesRepository = seriesRepository;
        this.people = people;
        this.closedMonths = closedMonths;
    }

    @Transactional
    public SeriesResponse setTargets(
            Caller caller, UUID indicatorId, UUID unitId, IfMatch ifMatch, List<TargetPoint> points, String reason) {
        caller.mustLeadProjects();
        caller.beginChange(reason);
        var series = series(caller, indicatorId, unitId);
        var wanted = new LinkedHashMap<LocalDate, BigDecimal>();
        for (var i = 0; i < points.size(); i++) {
            if (wanted.put(points.get(i).from().atDay(1), points.get(i).value()) != null) {
                throw Problem.ruleAt("/points/" + i + "/from", "twice-in-list");
            }
        }
        if (!areSame(series.targets, wanted)) {
            if (!series.targets.isEmpty()) {
                ifMatch.check(series.version, () -> SeriesResponse.of(series));
            }
            var watch = closedMonths.of(caller.municipalityId()).watch(month -> holding(series.targets, month));
            series.targets.keySet().retainAll(wanted.keySet());
            series.targets.putAll(wanted);
            watch.mustExplain(month -> holding(series.targets, month), reason);
            seriesRepository.flush();
        }
        return SeriesResponse.of(series);
    }

    /** The amount that holds in a month, if any, whatever its scale. */
    static Optional<BigDecimal> holding(Map<LocalDate, BigDecimal> amounts, YearMonth month) {
        return amounts.entrySet().stream()
                .filter(each -> !each.getKey().isAfter(month.atDay(1)))
                .max(Map.Entry.comparingByKey())
                .map(each -> each.getValue().stripTrailingZeros());
    }

    /** Amounts are the same when their values are, whatever their scale. */
    static boolean areSame(Map<LocalDate, BigDecimal> present, Map<LocalDate, BigDecimal> wanted) {
        return present.keySet().equals(wanted.keySet())
                && wanted.entrySet().stream()
                        .allMatch(each -> present.get(each.getKey()).compareTo(each.getValue()) == 0);
    }

    @Transactional
    public SeriesResponse setMeasurer(Caller caller, UUID indicatorId, UUID unitId, IfMatch ifMatch, UUID measurerId) {
        caller.mustLeadProjects();
        caller.beginChange();
        var series = series(caller, indicatorId, unitId);
        people.mustBeHere(caller.municipalityId(), new People.Naming("/measurerId", series.measurerId, measurerId));
        if (!Objects.equals(series.measurerId, measurerId)) {
            ifMatch.check(series.version, () -> SeriesResponse.of(series));
            series.measurerId = measurerId;
            seriesRepository.flush();
        }
        return SeriesResponse.of(series);
    }

    private Series series(Caller caller, UUID indicatorId, UUID unitId) {
        return seriesRepository.getForChange(indicators.get(caller.municipalityId(), indicatorId), unitId);
    }
}
