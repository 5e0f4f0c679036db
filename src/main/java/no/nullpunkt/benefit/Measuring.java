package no.nullpunkt.benefit;

import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** What the indicators of a benefit answer when its checklist asks. */
public interface Measuring {

    /**
     * How the measuring is planned.
     *
     * @param approvedBaselines whether some indicator has an approved null-point in every unit
     * @param targets whether some indicator has a target in every unit
     * @param baselinesInTime whether no null-point that counts was measured after go-live
     */
    record Plan(boolean approvedBaselines, boolean targets, boolean baselinesInTime) {}

    Plan planOf(int municipalityId, UUID benefitId);

    /** The first month anything of the benefit is measured; empty without indicators. */
    Optional<YearMonth> measuredFrom(int municipalityId, UUID benefitId);

    /** Measures nothing of the benefit after a month; what ends before stays as it is. */
    void stopAfter(int municipalityId, UUID benefitId, YearMonth last);
}
