package no.nullpunkt.benefit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;

/** Queries of decisions. */
@ApplicationScoped
class Decisions implements PanacheRepositoryBase<Decision, Key> {

    long countOf(int municipalityId, UUID benefitId) {
        return count("municipalityId = ?1 and benefitId = ?2", municipalityId, benefitId);
    }

    Page<Decision> page(int municipalityId, UUID benefitId, UUID after, int limit) {
        var rows = find(
                        "municipalityId = ?1 and benefitId = ?2 and id > ?3 order by id",
                        municipalityId,
                        benefitId,
                        after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, each -> each.id.toString());
    }
}
