package no.nullpunkt.kommit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Which sheets have been taken in. */
@ApplicationScoped
class KommitImports {

    private final Session session;

    KommitImports(Session session) {
        this.session = session;
    }

    /** The rollout that a sheet with the same content was made into. */
    Optional<UUID> findRollout(int municipalityId, byte[] content) {
        return session.createNativeQuery("""
                        select rollout_id from kommit_import
                        where municipality_id = :municipality and content_sha256 = :content
                        """, UUID.class)
                .setParameter("municipality", municipalityId)
                .setParameter("content", content)
                .uniqueResultOptional();
    }

    /** The rollout that another sheet was made into under the name. */
    Optional<UUID> findRolloutNamed(int municipalityId, String name) {
        return session.createNativeQuery("""
                        select rollout_id from kommit_import
                        where municipality_id = :municipality and rollout_name = :name
                        """, UUID.class)
                .setParameter("municipality", municipalityId)
                .setParameter("name", name)
                .uniqueResultOptional();
    }

    void keep(int municipalityId, byte[] content, UUID rolloutId, String rolloutName, UUID personId) {
        session.createNativeQuery("""
                        insert into kommit_import
                            (municipality_id, content_sha256, rollout_id, rollout_name, imported_by)
                        values (:municipality, :content, :rollout, :name, :person)
                        """)
                .setParameter("municipality", municipalityId)
                .setParameter("content", content)
                .setParameter("rollout", rolloutId)
                .setParameter("name", rolloutName)
                .setParameter("person", personId)
                .executeUpdate();
    }
}
