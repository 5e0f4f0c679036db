package no.nullpunkt.benefit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the figures of a benefit answer when its checklist asks. */
public interface Outcomes {

    /**
     * How it has gone up to the last month that has ended.
     *
     * @param behind the indicators that ask for an explanation: BEHIND, OFF_TRACK or WORSE_THAN_BASELINE
     * @param unaccountedHours measured hours that are not booked to a use; negative when too many are
     * @param unaccountedNok the same for kroner
     */
    record Outcome(List<UUID> behind, BigDecimal unaccountedHours, BigDecimal unaccountedNok) {}

    /**
     * More is booked in a unit than was measured there, since something was corrected or lost after the booking.
     *
     * @param from the first month up to which more is booked than measured
     * @param hours how much more, in the month where it is the most; null where kroner are overdrawn
     */
    @Schema(name = "Overdraft")
    record Overdrawn(
            UUID unitId,
            @Schema(examples = "2026-03") YearMonth from,
            @Schema(nullable = true, examples = "12.5") BigDecimal hours,
            @Schema(nullable = true) BigDecimal nok) {}

    /**
     * Where benefits are overdrawn, by the benefit's id; those that are not are left out.
     *
     * @param benefitIds empty for all of the municipality
     */
    Map<UUID, List<Overdrawn>> overdrawn(int municipalityId, Set<UUID> benefitIds, Instant asOf);

    /**
     * How a benefit has gone.
     *
     * @param change the time of the change that asks; what was known then, counts
     */
    Outcome outcomeOf(int municipalityId, UUID benefitId, Instant change);
}
