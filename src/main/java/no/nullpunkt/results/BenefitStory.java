package no.nullpunkt.results;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is told of a benefit beside its figures.
 *
 * @param openRoutines how many old routines are still to be stopped
 * @param endedRoutines how many have been
 * @param success what a leader has approved to be shown, or null
 */
public record BenefitStory(
        List<Waiver> waivers,
        List<Deviation> deviations,
        List<Decision> decisions,
        int openRoutines,
        int endedRoutines,
        Success success) {

    public static final BenefitStory NOTHING = new BenefitStory(List.of(), List.of(), List.of(), 0, 0, null);

    /** What the benefit meant, in a few words, as it was approved. */
    @Schema(name = "ToldSuccess")
    public record Success(
            @Schema(examples = "Kveldene ble roligere") String title,

            @Schema(
                    examples =
                            "Brukerne tar medisinene selv, og kveldsvakta rekker et besøk til hos dem som trenger det.")
            String text,

            Instant approved) {}

    /** An item of a checklist that was passed over, with a reason that stays visible. */
    @Schema(name = "ReportedWaiver")
    public record Waiver(
            @Schema(examples = "BASELINE_BEFORE_GO_LIVE") String item,

            @Schema(examples = "Brukerne er for få til å måle før oppstart.")
            String reason,

            @Schema(nullable = true) String by) {}

    /**
     * Why it did not go as planned.
     *
     * @param cause TECHNOLOGY, TRAINING, ROUTINE_NOT_ENDED, VOLUME, DATA, EXTERNAL or ESTIMATE_WRONG
     * @param remedy what is done about it, or null
     * @param recorded when it was written down
     */
    @Schema(name = "ReportedDeviation")
    public record Deviation(
            @Schema(examples = "ROUTINE_NOT_ENDED") String cause,

            @Schema(examples = "Kveldsbesøkene fortsatte ved siden av dispenseren.")
            String explanation,

            @Schema(nullable = true, examples = "Vedtakene gjennomgås innen mai.")
            String remedy,

            Instant recorded) {}

    /**
     * What the line organisation decided to do further.
     *
     * @param kind CONTINUE, ADJUST, STOP_MEASURING or TAKE_MORE_OUT
     */
    @Schema(name = "ReportedDecision")
    public record Decision(
            @Schema(examples = "CONTINUE") String kind,
            LocalDate date,

            @Schema(nullable = true, examples = "Sak 26/123")
            String reference,

            @Schema(nullable = true) String note) {}

    public BenefitStory {
        waivers = List.copyOf(waivers);
        deviations = List.copyOf(deviations);
        decisions = List.copyOf(decisions);
    }
}
