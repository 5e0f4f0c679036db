package no.nullpunkt.benefit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of success stories. */
@ApplicationScoped
class SuccessStories implements PanacheRepositoryBase<SuccessStory, Key> {

    private static final String OF_BENEFIT = "municipalityId = :municipalityId and benefitId = :benefitId";

    Optional<SuccessStory> findOf(int municipalityId, UUID benefitId) {
        return find(OF_BENEFIT, of(municipalityId, benefitId)).firstResultOptional();
    }

    Optional<SuccessStory> findForChange(int municipalityId, UUID benefitId) {
        return find(OF_BENEFIT, of(municipalityId, benefitId))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    SuccessStory getForChange(int municipalityId, UUID benefitId) {
        return findForChange(municipalityId, benefitId).orElseThrow(Problem::notFound);
    }

    /**
     * A page of stories.
     *
     * @param state null for those in any
     */
    Page<SuccessStory> page(int municipalityId, SuccessStory.State state, UUID after, int limit) {
        var rows = find(
                        "municipalityId = :municipalityId and id > :after and (:state is null or state = :state) order by id",
                        Parameters.with("municipalityId", municipalityId)
                                .and("after", after)
                                .and("state", state))
                .range(0, limit)
                .list();
        return Page.of(rows, limit, story -> story.id.toString());
    }

    private static Parameters of(int municipalityId, UUID benefitId) {
        return Parameters.with("municipalityId", municipalityId).and("benefitId", benefitId);
    }
}
