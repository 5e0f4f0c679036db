package no.nullpunkt.report;

import java.util.List;

/**
 * What is told of a benefit beside its figures.
 *
 * @param openRoutines how many old routines are still to be stopped
 */
public record BenefitStory(List<Waiver> waivers, List<Deviation> deviations, int openRoutines) {

    public static final BenefitStory NOTHING = new BenefitStory(List.of(), List.of(), 0);

    /** An item of a checklist that was passed over, with a reason that stays visible. */
    public record Waiver(String item, String reason, String by) {}

    /**
     * Why it did not go as planned.
     *
     * @param cause TECHNOLOGY, TRAINING, ROUTINE_NOT_ENDED, VOLUME, DATA, EXTERNAL or ESTIMATE_WRONG
     * @param remedy what is done about it, or null
     */
    public record Deviation(String cause, String explanation, String remedy) {}

    public BenefitStory {
        waivers = List.copyOf(waivers);
        deviations = List.copyOf(deviations);
    }
}
