package no.nullpunkt.indicator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.ValuationKind;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import org.hibernate.Session;

/** Queries of indicators. */
@ApplicationScoped
public class Indicators implements PanacheRepositoryBase<Indicator, Key> {

    private static final String MEASURED = """
            select series.id, indicator_id, unit_id, measurer_id, aggregation, frequency_months, valuation,
                counts_persons, left_on is not null as unit_leaves
            from series
            join indicator on indicator.municipality_id = series.municipality_id and indicator.id = indicator_id
            join unit on unit.municipality_id = series.municipality_id and unit.id = unit_id
            where series.municipality_id = :municipality
            """;

    /**
     * What the values of one indicator in one unit must answer to.
     *
     * @param unitLeaves whether the unit is another municipality's from some month on, so that it is to be asked which
     */
    public record Measured(
            long seriesId,
            UUID measurerId,
            Aggregation aggregation,
            int frequencyMonths,
            boolean valued,
            boolean countsPersons,
            boolean unitLeaves) {

        /** Whether a month ends a cycle; values belong nowhere else. */
        public boolean isCycleEnd(YearMonth month) {
            return month.getMonthValue() % frequencyMonths == 0;
        }

        /** The end of the cycle that holds the month. */
        public YearMonth cycleEnd(YearMonth month) {
            return month.plusMonths(Math.floorMod(-month.getMonthValue(), frequencyMonths));
        }
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
        return session()
                .createNativeQuery(MEASURED + " and indicator_id = :indicator and unit_id = :unit", Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("indicator", indicatorId)
                .setParameter("unit", unitId)
                .uniqueResultOptional()
                .map(Indicators::measured)
                .orElseThrow(() -> {
                    get(municipalityId, indicatorId);
                    return Problem.notMeasuredIn(unitId);
                });
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }

    List<Indicator> listOf(int municipalityId, List<UUID> benefitIds) {
        return list("municipalityId = ?1 and benefitId in ?2 order by id", municipalityId, benefitIds);
    }

    /** All series that any of the names may mean, in one query. */
    public NamedSeries listMeasured(int municipalityId, Collection<SeriesName> names) {
        var rows = session()
                .createNativeQuery(MEASURED + """
                         and (indicator_id = any (cast(:indicators as uuid[])) or series.id = any (cast(:keys as bigint[])))
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter(
                        "indicators", distinct(names, SeriesName::indicatorId).toArray(UUID[]::new))
                .setParameter("keys", distinct(names, SeriesName::key).toArray(Long[]::new))
                .getResultStream();
        return new NamedSeries(rows.map(Indicators::found).toList());
    }

    private static <T> Stream<T> distinct(Collection<SeriesName> names, Function<SeriesName, T> part) {
        return names.stream().map(part).filter(Objects::nonNull).distinct();
    }

    private static NamedSeries.Found found(Tuple row) {
        return new NamedSeries.Found(
                row.get("indicator_id", UUID.class), row.get("unit_id", UUID.class), measured(row));
    }

    private static Measured measured(Tuple row) {
        return new Measured(
                row.get("id", Long.class),
                row.get("measurer_id", UUID.class),
                Aggregation.valueOf(row.get("aggregation", String.class)),
                row.get("frequency_months", Short.class),
                ValuationKind.valueOf(row.get("valuation", String.class)) != ValuationKind.NONE,
                row.get("counts_persons", Boolean.class),
                row.get("unit_leaves", Boolean.class));
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
