package no.nullpunkt.results;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.PlanHeading;

/**
 * What people know a benefit by. People who have not been named are null, and so is any text not written.
 *
 * @param rolloutClosed the day it was handed to the line, or null
 * @param ownerStands whether there is an owner who has not left and is granted something
 * @param goLive the month the rollout went live, else is planned to; null when neither is known
 * @param type null until it is planned, as is the plan heading
 * @param step IDENTIFIED, PLANNED, EXECUTING, DOCUMENTED or ABANDONED
 */
public record BenefitFacts(
        UUID id,
        String title,
        Named rollout,
        LocalDate rolloutClosed,
        YearMonth goLive,
        BenefitType type,
        PlanHeading planHeading,
        String step,
        boolean expected,
        Named owner,
        boolean ownerStands,
        Named overallOwner,
        Named asker,
        List<String> beneficiaries,
        List<String> assumptions,
        String attributionNote,
        String abandonedReason,
        String conclusion,
        String unaccountedNote) {

    public BenefitFacts {
        beneficiaries = List.copyOf(beneficiaries);
        assumptions = List.copyOf(assumptions);
    }

    /** Whether it was given up. */
    public boolean isAbandoned() {
        return step.equals("ABANDONED");
    }
}
