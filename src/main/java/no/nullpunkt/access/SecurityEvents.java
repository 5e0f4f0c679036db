package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import no.nullpunkt.access.SecurityEvent.Kind;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import org.hibernate.Session;

/** Queries of security events. */
@ApplicationScoped
class SecurityEvents {

    /** One that was kept. */
    record Kept(UUID id, Instant at, String kindCode, UUID personId, UUID byId, String detail) {

        Kind kind() {
            return Kind.valueOf(kindCode);
        }
    }

    private final Session session;

    SecurityEvents(Session session) {
        this.session = session;
    }

    void add(SecurityEvent event, Instant at) {
        session.createNativeQuery("""
                        insert into security_event (municipality_id, id, at, kind, person_id, by_id, detail)
                        values (:municipality, :id, :at, :kind, :person, :by, :detail)
                        """)
                .setParameter("municipality", event.municipalityId())
                .setParameter("id", Key.newId())
                .setParameter("at", at)
                .setParameter("kind", event.kind().name())
                .setParameter("person", event.personId())
                .setParameter("by", event.byId())
                .setParameter("detail", event.detail())
                .executeUpdate();
    }

    /** The latest first. */
    Page<Kept> page(int municipalityId, UUID before, int limit) {
        var rows = session.createNativeQuery("""
                        select id, at, kind, person_id, by_id, detail from security_event
                        where municipality_id = :municipality and id < :before
                        order by id desc limit :limit
                        """, Kept.class)
                .setParameter("municipality", municipalityId)
                .setParameter("before", before)
                .setParameter("limit", limit + 1)
                .getResultList();
        return Page.of(rows, limit, event -> event.id().toString());
    }

    int deleteBefore(Instant before) {
        return session.createNativeQuery("delete from security_event where at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
