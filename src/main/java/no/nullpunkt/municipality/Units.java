package no.nullpunkt.municipality;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of units. */
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, Key> {

    /** A unit as others know one. */
    public record Named(UUID id, String name) {}

    /** The units that are the municipality's still, by name. */
    public List<Named> listHere(int municipalityId) {
        return list("municipalityId = ?1 and leftOn is null order by name, id", municipalityId).stream()
                .map(unit -> new Named(unit.id, unit.name))
                .toList();
    }

    Unit get(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id)).orElseThrow(Problem::notFound);
    }

    Unit getForChange(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problem::notFound);
    }

    /**
     * Passes when the unit is still the municipality's in the month.
     *
     * @throws Problem 409 that tells where it has gone
     */
    public void mustBeHere(int municipalityId, UUID id, YearMonth month) {
        var unit = get(municipalityId, id);
        if (unit.leftOn != null && !month.isBefore(unit.leftOn)) {
            var gone = (String) getEntityManager()
                    .createNativeQuery("""
                            select municipality.name from unit
                            join transfer on transfer.municipality_id = unit.municipality_id and transfer.id = left_by
                            join municipality on municipality.id = receiving_id
                            where unit.municipality_id = :municipality and unit.id = :id
                            """, String.class)
                    .setParameter("municipality", municipalityId)
                    .setParameter("id", id)
                    .getSingleResult();
            throw Problem.conflict("unit-moved", unit.name, gone, unit.leftOn)
                    .at("/month", "unit-moved", unit.name, gone, unit.leftOn);
        }
    }

    /** Passes when the municipality has the unit; otherwise 404 at the pointer. */
    public void mustExist(int municipalityId, String pointer, UUID id) {
        if (findByIdOptional(new Key(municipalityId, id)).isEmpty()) {
            throw Problem.unknown(pointer, id);
        }
    }

    Page<Unit> page(int municipalityId, UUID after, int limit) {
        var rows = find("municipalityId = ?1 and id > ?2 order by id", municipalityId, after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, unit -> unit.id.toString());
    }

    /** Whether one unit lies at or below another. */
    boolean isAtOrBelow(int municipalityId, UUID id, UUID above) {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        with recursive up as (
                            select id, parent_id from unit where municipality_id = :municipality and id = :id
                            union
                            select unit.id, unit.parent_id from unit join up on unit.id = up.parent_id
                            where unit.municipality_id = :municipality
                        )
                        select exists (select 1 from up where id = :above)
                        """, Boolean.class)
                .setParameter("municipality", municipalityId)
                .setParameter("id", id)
                .setParameter("above", above)
                .getSingleResult();
    }

    /**
     * Passes when the municipality has all the units.
     *
     * @param pointer the JSON pointer of the list of ids
     * @throws Problem 404 naming the first it does not have
     */
    public void mustExist(int municipalityId, List<UUID> ids, String pointer) {
        if (ids.isEmpty()) {
            return;
        }
        var known = new HashSet<>(getEntityManager()
                .createQuery("select id from Unit where municipalityId = :municipality and id in :ids", UUID.class)
                .setParameter("municipality", municipalityId)
                .setParameter("ids", ids)
                .getResultList());
        for (var i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                throw Problem.unknown(pointer + "/" + i, ids.get(i));
            }
        }
    }
}
