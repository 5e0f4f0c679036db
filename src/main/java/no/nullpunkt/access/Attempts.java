package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import no.nullpunkt.shared.Secret;
import org.hibernate.Session;

/**
 * Queries of what failed, and of where people are known. Every sign-in asks, and so for tuples, as in
 * {@link no.nullpunkt.shared.Changes}.
 */
@ApplicationScoped
class Attempts {

    /** How much has failed, and when the last did. */
    record Count(int failures, Instant lastAt) {

        private static Count of(Tuple row) {
            return new Count(row.get(0, Integer.class), row.get(1, Instant.class));
        }
    }

    private final Session session;

    Attempts(Session session) {
        this.session = session;
    }

    /** What has been counted, locked until the transaction ends: of two attempts at once one waits for the other. */
    Count lock(Bucket.Counted counted, Instant now) {
        session.createNativeQuery("""
                        insert into sign_in_failure (bucket_sha256, failures, last_at) values (:key, 0, :now)
                        on conflict do nothing
                        """)
                .setParameter("key", counted.key())
                .setParameter("now", now)
                .executeUpdate();
        return Count.of(session.createNativeQuery("""
                        select failures, last_at from sign_in_failure where bucket_sha256 = :key for update
                        """, Tuple.class)
                .setParameter("key", counted.key())
                .getSingleResult());
    }

    Optional<Count> find(Bucket.Counted counted) {
        return session.createNativeQuery(
                        "select failures, last_at from sign_in_failure where bucket_sha256 = :key", Tuple.class)
                .setParameter("key", counted.key())
                .uniqueResultOptional()
                .map(Count::of);
    }

    void count(Bucket.Counted counted, int failures, Instant at) {
        session.createNativeQuery("""
                        update sign_in_failure set failures = :failures, last_at = :at where bucket_sha256 = :key
                        """)
                .setParameter("failures", failures)
                .setParameter("at", at)
                .setParameter("key", counted.key())
                .executeUpdate();
    }

    void forget(Bucket.Counted counted) {
        session.createNativeQuery("delete from sign_in_failure where bucket_sha256 = :key")
                .setParameter("key", counted.key())
                .executeUpdate();
    }

    /** Takes one failure back. */
    void takeBack(Bucket.Counted counted) {
        session.createNativeQuery("""
                        update sign_in_failure set failures = greatest(failures - 1, 0) where bucket_sha256 = :key
                        """).setParameter("key", counted.key()).executeUpdate();
    }

    /** @param holder null where nobody has the e-mail, so that the same is asked of the database then */
    boolean isKnown(Holder holder, String place, Instant since) {
        return session.createNativeQuery("""
                        select count(*) from known_source
                        where municipality_id = :municipality and person_id = :person
                            and source_sha256 = :place and seen_at > :since
                        """, Long.class)
                        .setParameter("municipality", holder == null ? null : holder.municipalityId())
                        .setParameter("person", holder == null ? null : holder.personId())
                        .setParameter("place", Secret.sha256(place))
                        .setParameter("since", since)
                        .getSingleResult()
                > 0;
    }

    /** @return whether the place was not known, or not seen since a time */
    boolean know(Holder holder, String place, Instant at, Instant since) {
        return session.createNativeQuery("""
                                insert into known_source (municipality_id, person_id, source_sha256, seen_at)
                                values (:municipality, :person, :place, :at)
                                on conflict (municipality_id, person_id, source_sha256)
                                    do update set seen_at = excluded.seen_at where known_source.seen_at < :since
                                """)
                        .setParameter("municipality", holder.municipalityId())
                        .setParameter("person", holder.personId())
                        .setParameter("place", Secret.sha256(place))
                        .setParameter("at", at)
                        .setParameter("since", since)
                        .executeUpdate()
                > 0;
    }

    void forgetPlacesOf(Holder holder) {
        session.createNativeQuery(
                        "delete from known_source where municipality_id = :municipality and person_id = :person")
                .setParameter("municipality", holder.municipalityId())
                .setParameter("person", holder.personId())
                .executeUpdate();
    }

    int deleteBefore(Instant failed, Instant seen) {
        return session.createNativeQuery("delete from sign_in_failure where last_at < :failed")
                        .setParameter("failed", failed)
                        .executeUpdate()
                + session.createNativeQuery("delete from known_source where seen_at < :seen")
                        .setParameter("seen", seen)
                        .executeUpdate();
    }
}
