package no.nullpunkt.overview;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.shared.Page;

/** Queries of what a municipality shares. */
@ApplicationScoped
class ReportShares implements PanacheRepositoryBase<ReportShare, ReportShare.Key> {

    Optional<ReportShare> findForChange(int municipalityId, UUID networkId, UUID reportId) {
        return findByIdOptional(
                new ReportShare.Key(municipalityId, networkId, reportId), LockModeType.PESSIMISTIC_WRITE);
    }

    Page<ReportShare> page(int municipalityId, UUID networkId, UUID after, int limit) {
        var rows = find(
                        "municipalityId = ?1 and networkId = ?2 and reportId > ?3 order by reportId",
                        municipalityId,
                        networkId,
                        after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, share -> share.reportId.toString());
    }

    /** What is told of a municipality that has been a member since then, by report. */
    Map<UUID, ReportShare> standing(int municipalityId, UUID networkId, Instant joinedAt) {
        return find(
                        "municipalityId = ?1 and networkId = ?2 and state = ?3 and sharedAt > ?4",
                        municipalityId,
                        networkId,
                        ReportShare.State.SHARED,
                        joinedAt)
                .stream()
                .collect(Collectors.toMap(share -> share.reportId, share -> share));
    }

    /** Whether a municipality shares anything with a network that it has been a member of since then. */
    boolean stand(int municipalityId, UUID networkId, Instant joinedAt) {
        return count(
                        "municipalityId = ?1 and networkId = ?2 and state = ?3 and sharedAt > ?4",
                        municipalityId,
                        networkId,
                        ReportShare.State.SHARED,
                        joinedAt)
                > 0;
    }
}
