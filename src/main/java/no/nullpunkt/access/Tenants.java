package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Which municipality a number means. A number that has been replaced goes on meaning the one that had it last. Every
 * request asks, and so for tuples, as in {@link no.nullpunkt.shared.Changes}.
 */
@ApplicationScoped
public class Tenants {

    private final Session session;
    private final Clock clock;

    Tenants(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** The municipality that has the number today, else the last that had it. */
    public Optional<Integer> findByNumber(String number) {
        return session.createNativeQuery("""
                        select municipality_id from municipality_number
                        where number = :number and valid_from <= :today
                        order by valid_from desc limit 1
                        """, Tuple.class)
                .setParameter("number", number)
                .setParameter("today", LocalDate.now(clock))
                .uniqueResultOptional()
                .map(row -> row.get(0, Integer.class));
    }

    /** The number of a municipality, the latest where it has had several. */
    public String numberOf(int municipalityId) {
        return session.createNativeQuery("""
                        select number from municipality_number where municipality_id = :municipality
                        order by valid_from desc limit 1
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .getSingleResult()
                .get(0, String.class);
    }
}
