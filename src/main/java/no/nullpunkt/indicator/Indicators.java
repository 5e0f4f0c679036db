package no.nullpunkt.indicator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of indicators. */
@ApplicationScoped
public class Indicators implements PanacheRepositoryBase<Indicator, Key> {

    /** What the values of one indicator in one unit must answer to. */
    public record Measured(
            long seriesId,
            UUID measurerId,
            Aggregation aggregation,
            int frequencyMonths,
            boolean valued,
            boolean countsPersons) {

        /** Whether a month ends a cycle; values belong nowhere else. */
        public boolean isCycleEnd(YearMonth month) {
            return month.getMonthValue() % frequencyMonths == 0;
        }

        /** The end of the cycle that holds the month. */
        public YearMonth cycleEnd(YearMonth month) {
            return month.plusMonths(Math.floorMod(-month.getMonthValue(), frequencyMonths));
        }
    }

    private final SeriesRepository series;

    Indicators(SeriesRepository series) {
        this.series = series;
    }

    Indicator get(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id)).orElseThrow(Problem::notFound);
    }

    Indicator getForChange(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problem::notFound);
    }

    /**
     * What the values of an indicator in a unit must answer to.
     *
     * @throws Problem 404 when there is no such indicator, or it is not measured in the unit
     */
    public Measured measuredIn(int municipalityId, UUID indicatorId, UUID unitId) {
        var indicator = get(municipalityId, indicatorId);
        var inUnit = series.get(indicator, unitId);
        return new Measured(
                inUnit.id,
                inUnit.measurerId,
                indicator.aggregation,
                indicator.frequencyMonths,
                indicator.valuation != ValuationKind.NONE,
                indicator.countsPersons);
    }

    Page<Indicator> page(int municipalityId, UUID benefitId, UUID after, int limit) {
        var rows = find(
                        "municipalityId = ?1 and benefitId = ?2 and id > ?3 order by id",
                        municipalityId,
                        benefitId,
                        after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, indicator -> indicator.id.toString());
    }
}
