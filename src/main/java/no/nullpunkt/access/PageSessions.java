package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Secret;
import org.hibernate.Session;

/**
 * Queries of sessions. A row is a session that was not ended; whether it has run out is asked with the times. Every page
 * asks, and so for a tuple, as in {@link no.nullpunkt.shared.Changes}.
 */
@ApplicationScoped
class PageSessions {

    /** A session in use. */
    record InUse(int municipalityId, UUID personId, Instant seenAt) {

        Holder holder() {
            return new Holder(municipalityId, personId);
        }
    }

    private final Session database;

    PageSessions(Session database) {
        this.database = database;
    }

    void add(Holder holder, String token, Device device, Instant at) {
        database.createNativeQuery("""
                        insert into page_session
                            (municipality_id, id, person_id, token_sha256, began_at, seen_at, browser, network)
                        values (:municipality, :id, :person, :token, :at, :at, :browser, :network)
                        """)
                .setParameter("municipality", holder.municipalityId())
                .setParameter("id", Key.newId())
                .setParameter("person", holder.personId())
                .setParameter("token", Secret.sha256(token))
                .setParameter("at", at)
                .setParameter("browser", device.browser())
                .setParameter("network", device.network())
                .executeUpdate();
    }

    /** The session with the secret, if it was used since one time and begun since another. */
    Optional<InUse> find(String token, Instant usedSince, Instant begunSince) {
        return database.createNativeQuery("""
                        select municipality_id, person_id, seen_at from page_session
                        where token_sha256 = :token and seen_at > :used and began_at > :begun
                        """, Tuple.class)
                .setParameter("token", Secret.sha256(token))
                .setParameter("used", usedSince)
                .setParameter("begun", begunSince)
                .uniqueResultOptional()
                .map(row -> new InUse(row.get(0, Integer.class), row.get(1, UUID.class), row.get(2, Instant.class)));
    }

    void see(Holder holder, String token, Instant at) {
        database.createNativeQuery("""
                        update page_session set seen_at = :at
                        where municipality_id = :municipality and token_sha256 = :token
                        """)
                .setParameter("municipality", holder.municipalityId())
                .setParameter("token", Secret.sha256(token))
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Those of a person that have not run out, the one used last first. */
    List<PageSession> list(Holder holder, String token, Instant usedSince, Instant begunSince) {
        return database.createNativeQuery("""
                        select id, began_at, seen_at, browser, network, token_sha256 = :token as current
                        from page_session
                        where municipality_id = :municipality and person_id = :person
                            and seen_at > :used and began_at > :begun
                        order by seen_at desc, id desc
                        """, PageSession.class)
                .setParameter("municipality", holder.municipalityId())
                .setParameter("person", holder.personId())
                .setParameter("token", Secret.sha256(token))
                .setParameter("used", usedSince)
                .setParameter("begun", begunSince)
                .getResultList();
    }

    /** @return whose it was, empty where there was none */
    Optional<Holder> delete(String token) {
        return database.createNativeQuery("""
                        delete from page_session where token_sha256 = :token returning municipality_id, person_id
                        """, Holder.class)
                .setParameter("token", Secret.sha256(token))
                .uniqueResultOptional();
    }

    /** @return whether there was one */
    boolean delete(Holder holder, UUID id) {
        return database.createNativeQuery("""
                                delete from page_session
                                where municipality_id = :municipality and person_id = :person and id = :id
                                """)
                        .setParameter("municipality", holder.municipalityId())
                        .setParameter("person", holder.personId())
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    int deleteBefore(Instant usedSince, Instant begunSince) {
        return database.createNativeQuery("delete from page_session where seen_at <= :used or began_at <= :begun")
                .setParameter("used", usedSince)
                .setParameter("begun", begunSince)
                .executeUpdate();
    }

    /**
     * Ends all sessions of a person but one.
     *
     * @param kept the secret of the one that goes on, or empty
     * @return how many there were
     */
    int deleteOthers(Holder holder, String kept) {
        return database.createNativeQuery("""
                        delete from page_session
                        where municipality_id = :municipality and person_id = :person and token_sha256 <> :kept
                        """)
                .setParameter("municipality", holder.municipalityId())
                .setParameter("person", holder.personId())
                .setParameter("kept", Secret.sha256(kept))
                .executeUpdate();
    }
}
