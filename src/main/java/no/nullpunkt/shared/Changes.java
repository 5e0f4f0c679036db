package no.nullpunkt.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Opens the change that stamps who, when and why on every row the transaction writes, and tells settled times.
 *
 * <p>Every request asks this, so it asks for tuples: Hibernate keeps a plan of a native query for one class anew each time
 * it is run (its key has no equals), and then looks through all of them.
 */
@ApplicationScoped
public class Changes {

    private final Session session;

    Changes(Session session) {
        this.session = session;
    }

    /**
     * Opens the change of the present transaction. Called before anything is read that the change depends on.
     *
     * @param personId who, or null for the service itself
     * @param reason why, or null
     * @return when
     */
    public Instant begin(int municipalityId, UUID personId, String reason) {
        return session.createNativeQuery("select begin_change(:municipality, :person, :reason)", Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .setParameter("reason", reason)
                .getSingleResult()
                .get(0, Instant.class);
    }

    /**
     * Lets one change at a time happen in a network of municipalities, until the transaction ends: so the times of these
     * changes are in the order in which they are seen. Called before the change is begun.
     */
    public void inNetwork(UUID networkId) {
        session.createNativeQuery("select pg_advisory_xact_lock(5, hashtext(:network))", Object.class)
                .setParameter("network", networkId.toString())
                .getSingleResult();
    }

    /** Waits for all changes of a municipality that are under way, and keeps others out until the transaction ends. */
    public void alone(int municipalityId) {
        session.createNativeQuery("select pg_advisory_xact_lock(1, :municipality)", Object.class)
                .setParameter("municipality", municipalityId)
                .getSingleResult();
    }

    /**
     * The same for a change that is to see all others and be seen by them: it waits for those under way, and those that
     * come wait until it has ended.
     */
    public Instant beginAlone(int municipalityId, UUID personId, String reason) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(1, :municipality)", Integer.class)
                .setParameter("municipality", municipalityId)
                .getSingleResult();
        return begin(municipalityId, personId, reason);
    }

    /**
     * A time for which every answer is final: all changes of the municipality begun before it have ended, and all that
     * come are later. Called outside changes, for it waits for them. Instants of the database have microseconds.
     *
     * @param asOf the time asked about, or null for now
     * @throws Problem 422 when it is later than now
     */
    public Instant settled(int municipalityId, Instant asOf) {
        var now = settledNow(municipalityId);
        if (asOf == null) {
            return now;
        }
        var known = asOf.truncatedTo(ChronoUnit.MICROS);
        if (known.isAfter(now)) {
            throw Problem.rule("as-of-in-future").at("?asOf", "as-of-in-future");
        }
        return known;
    }

    private Instant settledNow(int municipalityId) {
        return session.createNativeQuery("select settled_now(:municipality)", Tuple.class)
                .setParameter("municipality", municipalityId)
                .getSingleResult()
                .get(0, Instant.class);
    }
}
