package no.nullpunkt.rollout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of rollouts. */
@ApplicationScoped
public class Rollouts implements PanacheRepositoryBase<Rollout, Key> {

    /** What other features need of a rollout; goLive is the planned one until it has happened, and null without any. */
    public record Summary(YearMonth goLive, List<String> technologies, List<UUID> unitIds) {}

    Rollout get(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id)).orElseThrow(Problem::notFound);
    }

    Rollout getForChange(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problem::notFound);
    }

    /**
     * What other features need of a rollout.
     *
     * @throws Problem 404 when the municipality has no such rollout
     */
    public Summary summaryOf(int municipalityId, UUID id) {
        var rollout = get(municipalityId, id);
        return new Summary(rollout.goLiveSoFar(), List.copyOf(rollout.technologies), List.copyOf(rollout.units));
    }

    /**
     * What a rollout is called.
     *
     * @throws Problem 404 when the municipality has no such rollout
     */
    public String nameOf(int municipalityId, UUID id) {
        return get(municipalityId, id).name;
    }

    /** Whether the municipality has a rollout of the name, in whatever case. */
    public boolean isNamed(int municipalityId, String name) {
        return count("municipalityId = ?1 and lower(name) = lower(?2)", municipalityId, name.strip()) > 0;
    }

    /**
     * Closes a rollout.
     *
     * @throws Problem 404 when the municipality has no such rollout, 409 when it is closed already
     */
    public void close(int municipalityId, UUID id, LocalDate on) {
        var rollout = getForChange(municipalityId, id);
        if (rollout.closed != null) {
            throw Problem.conflict("rollout-closed", rollout.closed);
        }
        rollout.closed = on;
        flush();
    }

    /**
     * Opens a closed rollout again; one that goes on stays as it is.
     *
     * @throws Problem 404 when the municipality has no such rollout
     */
    public void reopen(int municipalityId, UUID id) {
        getForChange(municipalityId, id).closed = null;
        flush();
    }

    List<Rollout> listLedBy(int municipalityId, UUID personId) {
        return list("municipalityId = ?1 and leaderId = ?2 order by id", municipalityId, personId);
    }

    Page<Rollout> page(int municipalityId, UUID after, int limit) {
        var rows = find("municipalityId = ?1 and id > ?2 order by id", municipalityId, after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, rollout -> rollout.id.toString());
    }
}
