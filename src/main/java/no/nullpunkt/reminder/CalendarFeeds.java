package no.nullpunkt.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.shared.Secret;
import org.hibernate.Session;

/** Queries of calendars' addresses. */
@ApplicationScoped
class CalendarFeeds {

    private final Session session;
    private final Recipients recipients;
    private final Reach reach;

    CalendarFeeds(Session session, Recipients recipients, Reach reach) {
        this.session = session;
        this.recipients = recipients;
        this.reach = reach;
    }

    /** Since when a person's calendar is shown. */
    Optional<Instant> find(int municipalityId, UUID personId) {
        return session.createNativeQuery("""
                        select created_at from calendar_feed
                        where municipality_id = :municipality and person_id = :person
                        """, Instant.class)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .uniqueResultOptional();
    }

    /** Whose calendar an address shows, as long as they have a role here. */
    Optional<Recipient> findReader(String token) {
        return findHolder(token).flatMap(holder -> {
            int municipalityId = holder.get("municipality_id", Integer.class);
            reach.is(municipalityId);
            return recipients.find(municipalityId, holder.get("person_id", UUID.class));
        });
    }

    @AcrossMunicipalities("the secret of the address is all that is known of whoever reads the calendar")
    Optional<Tuple> findHolder(String token) {
        return session.createNativeQuery(
                        "select municipality_id, person_id from calendar_feed where token_sha256 = :token", Tuple.class)
                .setParameter("token", Secret.sha256(token))
                .uniqueResultOptional();
    }

    void put(int municipalityId, UUID personId, String token, Instant at) {
        session.createNativeQuery("""
                        insert into calendar_feed (municipality_id, person_id, token_sha256, created_at)
                        values (:municipality, :person, :token, :at)
                        on conflict (municipality_id, person_id)
                        do update set token_sha256 = excluded.token_sha256, created_at = excluded.created_at
                        """)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .setParameter("token", Secret.sha256(token))
                .setParameter("at", at)
                .executeUpdate();
    }

    void delete(int municipalityId, UUID personId) {
        session.createNativeQuery(
                        "delete from calendar_feed where municipality_id = :municipality and person_id = :person")
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .executeUpdate();
    }
}
