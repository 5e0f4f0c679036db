package no.nullpunkt.rollout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import no.nullpunkt.shared.Page;

/** Queries of a municipality's own technologies. */
@ApplicationScoped
class OwnTechnologies implements PanacheRepositoryBase<OwnTechnology, OwnTechnology.Key> {

    Optional<OwnTechnology> findForChange(int municipalityId, String code) {
        return findByIdOptional(new OwnTechnology.Key(municipalityId, code), LockModeType.PESSIMISTIC_WRITE);
    }

    Page<OwnTechnology> page(int municipalityId, String after, int limit) {
        var rows = find("municipalityId = ?1 and code > ?2 order by code", municipalityId, after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, technology -> technology.code);
    }
}
