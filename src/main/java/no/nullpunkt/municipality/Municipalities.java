package no.nullpunkt.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import org.hibernate.Session;

/** Queries of the municipality itself, for tuples, as in {@link no.nullpunkt.shared.Changes}. */
@ApplicationScoped
class Municipalities {

    record Named(String name, String county, boolean demonstration) {}

    private final Session session;

    Municipalities(Session session) {
        this.session = session;
    }

    Named get(int municipalityId) {
        var row = session.createNativeQuery(
                        "select name, county, demonstration from municipality where id = :municipality", Tuple.class)
                .setParameter("municipality", municipalityId)
                .getSingleResult();
        return new Named(row.get(0, String.class), row.get(1, String.class), row.get(2, Boolean.class));
    }
}
