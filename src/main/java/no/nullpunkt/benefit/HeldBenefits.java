package no.nullpunkt.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Holdings;
import no.nullpunkt.access.Responsibility;
import no.nullpunkt.rollout.Rollouts;

/** Benefits and their actions, as people hold them. */
@ApplicationScoped
class HeldBenefits implements Holdings {

    private final Benefits benefits;
    private final Actions actions;
    private final Rollouts rollouts;

    HeldBenefits(Benefits benefits, Actions actions, Rollouts rollouts) {
        this.benefits = benefits;
        this.actions = actions;
        this.rollouts = rollouts;
    }

    @Override
    public List<Held> heldBy(int municipalityId, UUID personId) {
        var held = new ArrayList<Held>();
        for (var benefit : benefits.heldBy(municipalityId, personId)) {
            if (personId.equals(benefit.ownerId)) {
                held.add(held(Responsibility.OWNER, benefit));
            }
            if (personId.equals(benefit.overallOwnerId)) {
                held.add(held(Responsibility.OVERALL_OWNER, benefit));
            }
            if (personId.equals(benefit.askerId)) {
                held.add(held(Responsibility.ASKER, benefit));
            }
        }
        for (var action : actions.openOf(municipalityId, personId)) {
            var benefit = benefits.get(municipalityId, action.benefitId);
            held.add(new Held(Responsibility.ACTION, action.id, action.description, benefit.id, unitsOf(benefit)));
        }
        return held;
    }

    private Held held(Responsibility kind, Benefit benefit) {
        return new Held(kind, benefit.id, benefit.title, benefit.id, unitsOf(benefit));
    }

    private List<UUID> unitsOf(Benefit benefit) {
        return rollouts.summaryOf(benefit.municipalityId, benefit.rolloutId).unitIds();
    }

    @Override
    public void give(int municipalityId, List<Held> held, UUID fromId, UUID toId) {
        for (var each : held) {
            switch (each.kind()) {
                case OWNER, OVERALL_OWNER, ASKER ->
                    benefits.getForChange(municipalityId, each.id()).give(each.kind(), fromId, toId);
                case ACTION -> {
                    var action = actions.getForChange(municipalityId, each.benefitId(), each.id());
                    if (fromId.equals(action.responsibleId)) {
                        action.responsibleId = toId;
                    }
                }
                case ROLLOUT_LEADER, MEASURER -> {}
            }
        }
        benefits.flush();
    }
}
