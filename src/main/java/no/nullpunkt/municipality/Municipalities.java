package no.nullpunkt.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Queries of the municipality itself. */
@ApplicationScoped
class Municipalities {

    record Named(String name, String county, Boolean demonstration) {}

    private final Session session;

    Municipalities(Session session) {
        this.session = session;
    }

    Named get(int municipalityId) {
        return (Named) session.createNativeQuery(
                        "select name, county, demonstration from municipality where id = :municipality", Named.class)
                .setParameter("municipality", municipalityId)
                .getSingleResult();
    }
}
