package no.nullpunkt.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import no.nullpunkt.shared.AcrossMunicipalities;
import org.hibernate.Session;

/** Queries of how many values each municipality owed past their due day when they were last counted. */
@ApplicationScoped
class OverdueCounts {

    private final Session session;

    OverdueCounts(Session session) {
        this.session = session;
    }

    /** The municipality whose count is the oldest, if it was made before the time given. */
    @AcrossMunicipalities("whichever municipality's count is the oldest is made anew")
    Optional<Integer> findOldest(Instant before) {
        return session.createNativeQuery("""
                        select municipality.id from municipality
                        left join overdue_count on municipality_id = municipality.id
                        where exists (select from series where municipality_id = municipality.id)
                            and coalesce(counted_at < :before, true)
                        order by counted_at nulls first, municipality.id limit 1
                        """, Integer.class)
                .setParameter("before", before)
                .uniqueResultOptional();
    }

    void put(int municipalityId, long overdueValues, Instant at) {
        session.createNativeQuery("""
                        insert into overdue_count (municipality_id, overdue_values, counted_at)
                        values (:municipality, :values, :at)
                        on conflict (municipality_id)
                        do update set overdue_values = excluded.overdue_values, counted_at = excluded.counted_at
                        """)
                .setParameter("municipality", municipalityId)
                .setParameter("values", overdueValues)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Of all municipalities together. */
    @AcrossMunicipalities("whoever operates the service is told of no municipality by itself")
    long sum() {
        return session.createNativeQuery("select coalesce(sum(overdue_values), 0) from overdue_count", Long.class)
                .getSingleResult();
    }
}
