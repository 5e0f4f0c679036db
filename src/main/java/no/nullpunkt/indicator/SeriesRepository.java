package no.nullpunkt.indicator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.Problem;
import org.hibernate.Session;

/** Queries of series. */
@ApplicationScoped
class SeriesRepository implements PanacheRepositoryBase<Series, Series.Key> {

    List<Series> listOf(int municipalityId, List<UUID> indicatorIds) {
        return list("municipalityId = ?1 and indicatorId in ?2 order by indicatorId, id", municipalityId, indicatorIds);
    }

    List<Series> listMeasuredBy(int municipalityId, UUID personId) {
        return list("municipalityId = ?1 and measurerId = ?2 order by id", municipalityId, personId);
    }

    Series get(Indicator indicator, UUID unitId) {
        return get(indicator, unitId, LockModeType.NONE);
    }

    Series getForChange(Indicator indicator, UUID unitId) {
        return get(indicator, unitId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Series get(Indicator indicator, UUID unitId, LockModeType lock) {
        return find(
                        "municipalityId = ?1 and indicatorId = ?2 and unitId = ?3",
                        indicator.municipalityId,
                        indicator.id,
                        unitId)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> Problem.notMeasuredIn(unitId));
    }

    /** The name of another valued indicator that measures the same hours in the unit. */
    Optional<String> findOverlapping(Indicator indicator, UUID unitId, String overlapGroup) {
        return getEntityManager()
                .unwrap(Session.class)
                .createQuery("""
                        select i.name from Series s join Indicator i
                            on i.municipalityId = s.municipalityId and i.id = s.indicatorId
                        where s.municipalityId = :municipality and s.unitId = :unit
                            and s.overlapGroup = :group and s.indicatorId <> :indicator
                        """, String.class)
                .setParameter("municipality", indicator.municipalityId)
                .setParameter("unit", unitId)
                .setParameter("group", overlapGroup)
                .setParameter("indicator", indicator.id)
                .getResultStream()
                .findFirst();
    }

    /** Whether anything has been measured in a series, a null-point or a value. */
    boolean isMeasured(Series series) {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (select 1 from baseline where municipality_id = :municipality and series_id = :id)
                            or exists (select 1 from measurement where municipality_id = :municipality and series_id = :id)
                        """, Boolean.class)
                .setParameter("municipality", series.municipalityId)
                .setParameter("id", series.id)
                .getSingleResult();
    }

    long nextId() {
        return (Long) getEntityManager()
                .createNativeQuery("select nextval(pg_get_serial_sequence('series', 'id'))", Long.class)
                .getSingleResult();
    }
}
