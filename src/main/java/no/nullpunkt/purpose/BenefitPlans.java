package no.nullpunkt.purpose;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.shared.Key;

/** Queries of what plans say of benefits. */
@ApplicationScoped
class BenefitPlans implements PanacheRepositoryBase<BenefitPlan, Key> {

    /** What is said so far; nothing where nobody has written. */
    BenefitPlan of(int municipalityId, UUID benefitId) {
        return findByIdOptional(new Key(municipalityId, benefitId))
                .orElseGet(() -> new BenefitPlan(municipalityId, benefitId));
    }

    Optional<BenefitPlan> findForChange(int municipalityId, UUID benefitId) {
        return findByIdOptional(new Key(municipalityId, benefitId), LockModeType.PESSIMISTIC_WRITE);
    }

    List<BenefitPlan> listOf(int municipalityId, Set<UUID> benefitIds) {
        return list("municipalityId = ?1 and id in ?2 order by id", municipalityId, benefitIds);
    }

    boolean isNeedLinked(int municipalityId, UUID needId) {
        return count("municipalityId = ?1 and ?2 member of needIds", municipalityId, needId) > 0;
    }

    boolean isGoalLinked(int municipalityId, UUID goalId) {
        return count("municipalityId = ?1 and ?2 member of goalIds", municipalityId, goalId) > 0;
    }
}
