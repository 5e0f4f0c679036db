package no.nullpunkt.disposition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of dispositions. */
@ApplicationScoped
class Dispositions implements PanacheRepositoryBase<Disposition, Key> {

    Disposition getForChange(int municipalityId, UUID benefitId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .filter(disposition -> disposition.benefitId.equals(benefitId))
                .orElseThrow(Problem::notFound);
    }

    List<Disposition> listOf(int municipalityId, UUID benefitId, UUID unitId) {
        return list("municipalityId = ?1 and benefitId = ?2 and unitId = ?3", municipalityId, benefitId, unitId);
    }

    Page<Disposition> page(int municipalityId, UUID benefitId, UUID after, int limit) {
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
