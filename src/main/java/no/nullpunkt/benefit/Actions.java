package no.nullpunkt.benefit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of actions. */
@ApplicationScoped
class Actions implements PanacheRepositoryBase<Action, Key> {

    Page<Action> page(int municipalityId, UUID benefitId, UUID after, int limit) {
        var rows = find(
                        "municipalityId = ?1 and benefitId = ?2 and id > ?3 order by id",
                        municipalityId,
                        benefitId,
                        after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, each -> each.id.toString());
    }

    /** The action, when it belongs to the benefit. */
    Action getForChange(int municipalityId, UUID benefitId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .filter(action -> action.benefitId.equals(benefitId))
                .orElseThrow(Problem::notFound);
    }

    /** What a person has to do that is not done yet. */
    List<Action> openOf(int municipalityId, UUID personId) {
        return list(
                "municipalityId = ?1 and responsibleId = ?2 and done is null order by id", municipalityId, personId);
    }

    /** What remains to be done for a benefit. */
    List<Action> openOfBenefit(int municipalityId, UUID benefitId) {
        return list("municipalityId = ?1 and benefitId = ?2 and done is null order by id", municipalityId, benefitId);
    }

    long countAdopting(int municipalityId, UUID benefitId) {
        return count(
                "municipalityId = ?1 and benefitId = ?2 and kind = ?3", municipalityId, benefitId, Action.Kind.ADOPT);
    }

    long countOpenRoutines(int municipalityId, UUID benefitId) {
        return count(
                "municipalityId = ?1 and benefitId = ?2 and kind = ?3 and done is null",
                municipalityId,
                benefitId,
                Action.Kind.STOP);
    }
}
