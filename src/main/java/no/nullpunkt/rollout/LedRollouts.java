package no.nullpunkt.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Holdings;
import no.nullpunkt.access.Responsibility;

/** Rollouts, as people lead them. */
@ApplicationScoped
class LedRollouts implements Holdings {

    private final Rollouts rollouts;

    LedRollouts(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    @Override
    public List<Held> heldBy(int municipalityId, UUID personId) {
        return rollouts.listLedBy(municipalityId, personId).stream()
                .map(rollout -> new Held(
                        Responsibility.ROLLOUT_LEADER, rollout.id, rollout.name, null, List.copyOf(rollout.units)))
                .toList();
    }

    @Override
    public void give(int municipalityId, List<Held> held, UUID fromId, UUID toId) {
        for (var each : held) {
            if (each.kind() == Responsibility.ROLLOUT_LEADER) {
                var rollout = rollouts.getForChange(municipalityId, each.id());
                if (fromId.equals(rollout.leaderId)) {
                    rollout.leaderId = toId;
                }
            }
        }
        rollouts.flush();
    }
}
