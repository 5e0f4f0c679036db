package no.nullpunkt.reminder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Queries of schedules. */
@ApplicationScoped
class Schedules implements PanacheRepositoryBase<Schedule, Integer> {

    /** The municipality's own, or the usual one. */
    Schedule of(int municipalityId) {
        return findByIdOptional(municipalityId).orElseGet(() -> Schedule.usual(municipalityId));
    }
}
