package no.nullpunkt.measurement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Queries of values. */
@ApplicationScoped
class Measurements implements PanacheRepositoryBase<Measurement, Measurement.Key> {

    Optional<Measurement> find(int municipalityId, long seriesId, YearMonth month) {
        return findByIdOptional(new Measurement.Key(municipalityId, seriesId, month.atDay(1)));
    }

    Optional<Measurement> findForChange(int municipalityId, long seriesId, YearMonth month) {
        return findByIdOptional(
                new Measurement.Key(municipalityId, seriesId, month.atDay(1)), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Every version of a value with who and when, the latest first. */
    List<Tuple> history(int municipalityId, long seriesId, YearMonth month) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select v.version, v.status, v.value, v.weight, v.numerator, v.denominator, v.quality, v.comment,
                            v.reason, v.machine, v.changed_at, v.changed_by, person.name
                        from measurement_versions v
                        left join person on person.municipality_id = v.municipality_id and person.id = v.changed_by
                        where v.municipality_id = :municipality and v.series_id = :series and v.month = :month
                        order by v.version desc
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("series", seriesId)
                .setParameter("month", month.atDay(1))
                .getResultList();
    }
}
