package no.nullpunkt.benefit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
     * How a benefit has gone.
     *
     * @param change the time of the change that asks; what was known then, counts
     */
    Outcome outcomeOf(int municipalityId, UUID benefitId, Instant change);
}
