package no.nullpunkt.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    Attention(Outcomes outcomes, People people, Benefits benefits) {
        this.outcomes = outcomes;
        this.people = people;
        this.benefits = benefits;
    }

    /** The benefits of the municipality that bear a flag. */
    Set<UUID> bearing(int municipalityId, Flag flag, Instant now) {
        return switch (flag) {
            case OVERDRAWN -> outcomes.overdrawn(municipalityId, Set.of(), now).keySet();
            case WITHOUT_OWNER -> {
                var holders = people.whoCouldHold(municipalityId, now);
                yield benefits.listCurrent(municipalityId).stream()
                        .filter(benefit -> benefit.isWithoutOwner(holders))
                        .map(benefit -> benefit.id)
                        .collect(Collectors.toSet());
            }
        };
    }

    /**
     * Benefits with what was to be mended about them, in the order given.
     *
     * @param at the time they are told of, which has settled
     */
    List<BenefitResource.Shown> shown(int municipalityId, List<BenefitResource.Response> some, Instant at) {
        if (some.isEmpty()) {
            return List.of();
        }
        var ids = some.stream().map(BenefitResource.Response::id).collect(Collectors.toSet());
        var overdrawn = outcomes.overdrawn(municipalityId, ids, at);
        var holders = people.whoCouldHold(municipalityId, at);
        return some.stream()
                .map(benefit -> new BenefitResource.Shown(
                        benefit,
                        overdrawn.getOrDefault(benefit.id(), List.of()),
                        Benefit.isWithoutOwner(benefit.step(), benefit.ownerId(), holders)))
                .toList();
    }
}
