package no.nullpunkt.purpose;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of goals. */
@ApplicationScoped
class Goals implements PanacheRepositoryBase<Goal, Key> {

    Goal get(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id)).orElseThrow(Problem::notFound);
    }

    Goal getForChange(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problem::notFound);
    }

    List<Goal> listOf(int municipalityId) {
        return list("municipalityId = ?1 order by title, id", municipalityId);
    }

    Page<Goal> page(int municipalityId, UUID after, int limit) {
        var rows = find("municipalityId = ?1 and id > ?2 order by id", municipalityId, after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, goal -> goal.id.toString());
    }

    /** Whether no goal of the municipality is the one. */
    boolean lacks(int municipalityId, UUID id) {
        return count("municipalityId = ?1 and id = ?2", municipalityId, id) == 0;
    }
}
