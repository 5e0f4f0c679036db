package no.nullpunkt.reminder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Queries of preferences. */
@ApplicationScoped
class Preferences implements PanacheRepositoryBase<Preference, Preference.Key> {

    /** The person's own, or what holds without. */
    Preference of(int municipalityId, UUID personId) {
        return findByIdOptional(new Preference.Key(municipalityId, personId))
                .orElseGet(() -> Preference.usual(municipalityId, personId));
    }
}
