package no.nullpunkt.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of saved mappings. */
@ApplicationScoped
class SavedMappings implements PanacheRepositoryBase<SavedMapping, SavedMapping.Key> {

    SavedMapping get(int municipalityId, String name) {
        return findByIdOptional(new SavedMapping.Key(municipalityId, name)).orElseThrow(Problem::notFound);
    }

    Optional<SavedMapping> findForChange(int municipalityId, String name) {
        return findByIdOptional(new SavedMapping.Key(municipalityId, name), LockModeType.PESSIMISTIC_WRITE);
    }

    Page<SavedMapping> page(int municipalityId, String after, int limit) {
        var rows = find("municipalityId = ?1 and name > ?2 order by name", municipalityId, after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, saved -> saved.name);
    }
}
