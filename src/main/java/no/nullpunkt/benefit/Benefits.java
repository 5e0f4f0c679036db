package no.nullpunkt.benefit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of benefits. */
@ApplicationScoped
public class Benefits implements PanacheRepositoryBase<Benefit, Key> {

    /** What other features need of a benefit. */
    public record Summary(UUID id, UUID rolloutId, UUID ownerId, UUID overallOwnerId) {}

    Benefit get(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id)).orElseThrow(Problem::notFound);
    }

    Benefit getForChange(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problem::notFound);
    }

    /**
     * What other features need of a benefit.
     *
     * @throws Problem 404 when the municipality has no such benefit
     */
    public Summary summaryOf(int municipalityId, UUID id) {
        var benefit = get(municipalityId, id);
        return new Summary(benefit.id, benefit.rolloutId, benefit.ownerId, benefit.overallOwnerId);
    }

    /** The same, and keeps others from changing the benefit or booking of it until the transaction ends. */
    public Summary lock(int municipalityId, UUID id) {
        var benefit = getForChange(municipalityId, id);
        return new Summary(benefit.id, benefit.rolloutId, benefit.ownerId, benefit.overallOwnerId);
    }

    Page<Benefit> page(int municipalityId, UUID rolloutId, UUID after, int limit) {
        var query = rolloutId == null
                ? find("municipalityId = ?1 and id > ?2 order by id", municipalityId, after)
                : find(
                        "municipalityId = ?1 and id > ?2 and rolloutId = ?3 order by id",
                        municipalityId,
                        after,
                        rolloutId);
        return Page.of(query.range(0, limit).list(), limit, benefit -> benefit.id.toString());
    }
}
