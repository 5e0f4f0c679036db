package no.nullpunkt.access;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feature in which people hold responsibilities answers what somebody holds, and gives it to another. */
public interface Holdings {

    /**
     * One responsibility of one person.
     *
     * @param id of the benefit, rollout, indicator or action
     * @param benefitId the benefit it belongs to, null for a rollout
     * @param unitIds the units it concerns
     */
    @Schema(name = "Held")
    record Held(
            Responsibility kind,
            UUID id,

            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String name,

            @Schema(nullable = true) UUID benefitId,
            List<UUID> unitIds) {}

    List<Held> heldBy(int municipalityId, UUID personId);

    /** Gives what one person holds of this feature to another; what is not of this feature is passed over. */
    void give(int municipalityId, List<Held> held, UUID fromId, UUID toId);
}
