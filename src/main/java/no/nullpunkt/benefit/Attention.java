package no.nullpunkt.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.access.People;

/** What someone is to mend about benefits, found anew each time it is asked for. */
@ApplicationScoped
class Attention {

    enum Flag {
        /** More is booked than was measured. */
        OVERDRAWN,
        /** No owner is named, or the one named has left or is granted nothing; benefits given up need none. */
        WITHOUT_OWNER
    }

    private final Outcomes outcomes;
    private final People people;
    private final Benefits benefits;
    private final Clock clock;

    Attention(Outcomes outcomes, People people, Benefits benefits, Clock clock) {
        this.outcomes = outcomes;
        this.people = people;
        this.benefits = benefits;
        this.clock = clock;
    }

    /** The benefits of the municipality that bear a flag. */
    Set<UUID> bearing(int municipalityId, Flag flag) {
        return switch (flag) {
            case OVERDRAWN ->
                outcomes.overdrawn(municipalityId, Set.of(), clock.instant()).keySet();
            case WITHOUT_OWNER -> {
                var owners = people.whoMayHold(municipalityId);
                yield benefits.listCurrent(municipalityId).stream()
                        .filter(benefit -> benefit.isWithoutOwner(owners))
                        .map(benefit -> benefit.id)
                        .collect(Collectors.toSet());
            }
        };
    }

    /** Benefits with the flags they bear, in the order given. */
    List<BenefitResource.Shown> shown(int municipalityId, Collection<Benefit> some) {
        if (some.isEmpty()) {
            return List.of();
        }
        var ids = some.stream().map(benefit -> benefit.id).collect(Collectors.toSet());
        var overdrawn = outcomes.overdrawn(municipalityId, ids, clock.instant());
        var owners = people.whoMayHold(municipalityId);
        return some.stream()
                .map(benefit -> new BenefitResource.Shown(
                        BenefitResource.Response.of(benefit),
                        overdrawn.getOrDefault(benefit.id, List.of()),
                        benefit.isWithoutOwner(owners)))
                .toList();
    }
}
