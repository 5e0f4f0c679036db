package no.nullpunkt.rollout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;

/** Queries of costs. */
@ApplicationScoped
class Costs implements PanacheRepositoryBase<Cost, Key> {

    Page<Cost> page(int municipalityId, UUID rolloutId, UUID after, int limit) {
        var rows = find(
                        "municipalityId = ?1 and rolloutId = ?2 and id > ?3 order by id",
                        municipalityId,
                        rolloutId,
                        after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, cost -> cost.id.toString());
    }
}
