package no.nullpunkt.transfer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of transfers: a municipality finds those it offers and those it is offered. */
@ApplicationScoped
class Transfers implements PanacheRepositoryBase<Transfer, Key> {

    Transfer get(int municipalityId, UUID id) {
        return find("(municipalityId = ?1 or receivingId = ?1) and id = ?2", municipalityId, id)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    /** Which municipality gives. */
    int givingOf(int municipalityId, UUID id) {
        return getEntityManager()
                .createQuery("""
                        select municipalityId from Transfer
                        where (municipalityId = :municipality or receivingId = :municipality) and id = :id
                        """, Integer.class)
                .setParameter("municipality", municipalityId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    Transfer getForChange(int municipalityId, UUID id) {
        return find("(municipalityId = ?1 or receivingId = ?1) and id = ?2", municipalityId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(Problem::notFound);
    }

    Page<Transfer> page(int municipalityId, UUID after, int limit) {
        var rows = find("(municipalityId = ?1 or receivingId = ?1) and id > ?2 order by id", municipalityId, after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, transfer -> transfer.id.toString());
    }
}
