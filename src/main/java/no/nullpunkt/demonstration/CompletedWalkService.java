package no.nullpunkt.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/** Remembers which walks are done in a municipality. */
@ApplicationScoped
class CompletedWalkService {

    private final Session session;

    CompletedWalkService(Session session) {
        this.session = session;
    }

    @Transactional
    boolean isCompleted(int municipalityId, String walk) {
        return (Boolean) session.createNativeQuery("""
                        select exists (
                            select 1 from completed_walk where municipality_id = :municipality and walk = :walk)
                        """, Boolean.class)
                .setParameter("municipality", municipalityId)
                .setParameter("walk", walk)
                .getSingleResult();
    }

    @Transactional
    void complete(int municipalityId, String walk) {
        session.createNativeQuery("""
                        insert into completed_walk (municipality_id, walk) values (:municipality, :walk)
                        on conflict do nothing
                        """)
                .setParameter("municipality", municipalityId)
                .setParameter("walk", walk)
                .executeUpdate();
    }
}
