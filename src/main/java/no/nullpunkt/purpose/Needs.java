package no.nullpunkt.purpose;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of needs. */
@ApplicationScoped
class Needs implements PanacheRepositoryBase<Need, Key> {

    Need getForChange(int municipalityId, UUID rolloutId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .filter(need -> need.rolloutId.equals(rolloutId))
                .orElseThrow(Problem::notFound);
    }

    List<Need> listOf(int municipalityId, UUID rolloutId) {
        return list("municipalityId = ?1 and rolloutId = ?2 order by id", municipalityId, rolloutId);
    }

    Page<Need> page(int municipalityId, UUID rolloutId, UUID after, int limit) {
        var rows = find(
                        "municipalityId = ?1 and rolloutId = ?2 and id > ?3 order by id",
                        municipalityId,
                        rolloutId,
                        after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, need -> need.id.toString());
    }

    /** Whether the rollout has no such need. */
    boolean lacks(int municipalityId, UUID rolloutId, UUID id) {
        return count("municipalityId = ?1 and rolloutId = ?2 and id = ?3", municipalityId, rolloutId, id) == 0;
    }
}
