package no.nullpunkt.recipe;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.recipe.Recipe.State;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;

/** Queries of recipes. Those that are published are read by all municipalities; the rest is each one's own. */
@ApplicationScoped
class Recipes implements PanacheRepositoryBase<Recipe, Key> {

    private static final String FOR_ALL = "a leader has published it for all municipalities";

    Optional<Recipe> findOf(int municipalityId, UUID rolloutId) {
        return find("municipalityId = ?1 and rolloutId = ?2", municipalityId, rolloutId)
                .firstResultOptional();
    }

    Optional<Recipe> findForChange(int municipalityId, UUID rolloutId) {
        return find("municipalityId = ?1 and rolloutId = ?2", municipalityId, rolloutId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** One that any municipality has published. */
    @AcrossMunicipalities(FOR_ALL)
    Optional<Recipe> findPublished(UUID id) {
        return find("id = ?1 and state = ?2", id, State.PUBLISHED).firstResultOptional();
    }

    /**
     * A page of what any municipality has published.
     *
     * @param technology a code, or null for all
     */
    @AcrossMunicipalities(FOR_ALL)
    Page<Recipe> publishedPage(String technology, UUID after, int limit) {
        var parameters = Parameters.with("state", State.PUBLISHED).and("after", after);
        var query = technology == null
                ? find("state = :state and id > :after order by id", parameters)
                : find(
                        "state = :state and id > :after and array_contains(technologies, :technology) order by id",
                        parameters.and("technology", technology));
        return Page.of(query.range(0, limit).list(), limit, recipe -> recipe.id.toString());
    }
}
