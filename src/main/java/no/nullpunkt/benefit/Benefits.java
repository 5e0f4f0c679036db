package no.nullpunkt.benefit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
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

    List<Benefit> heldBy(int municipalityId, UUID personId) {
        return list(
                "municipalityId = ?1 and (ownerId = ?2 or overallOwnerId = ?2 or askerId = ?2) order by id",
                municipalityId,
                personId);
    }

    List<Benefit> listOfRollout(int municipalityId, UUID rolloutId) {
        return list("municipalityId = ?1 and rolloutId = ?2 order by id", municipalityId, rolloutId);
    }

    /** A benefit by its title. */
    public record Titled(UUID id, String title) {}

    public List<Titled> titlesOf(int municipalityId, UUID rolloutId) {
        return listOfRollout(municipalityId, rolloutId).stream()
                .map(benefit -> new Titled(benefit.id, benefit.title))
                .toList();
    }

    /** Those that are not given up. */
    List<Benefit> listCurrent(int municipalityId) {
        return list("municipalityId = ?1 and step <> ?2 order by id", municipalityId, Step.ABANDONED);
    }

    /**
     * A page of benefits.
     *
     * @param rolloutId null for those of all rollouts
     * @param among null for all
     */
    Page<Benefit> page(int municipalityId, UUID rolloutId, Set<UUID> among, UUID after, int limit) {
        var query = new StringBuilder("municipalityId = :municipalityId and id > :after");
        var parameters = Parameters.with("municipalityId", municipalityId).and("after", after);
        if (rolloutId != null) {
            query.append(" and rolloutId = :rolloutId");
            parameters.and("rolloutId", rolloutId);
        }
        if (among != null) {
            query.append(" and id in :among");
            parameters.and("among", among);
        }
        var rows = find(query.append(" order by id").toString(), parameters)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, benefit -> benefit.id.toString());
    }
}
