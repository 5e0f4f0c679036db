package no.nullpunkt.plan;

import io.quarkus.qute.TemplateExtension;
import no.nullpunkt.shared.Formats;

/** What the plan's codes are called, in the language of the visit. */
@TemplateExtension
final class PlanFormats {

    private PlanFormats() {}

    static String stepSaid(Plan.Benefit benefit) {
        return Formats.label("step-" + benefit.step());
    }

    static String headingSaid(Plan.Benefit benefit) {
        return Formats.label("planHeading-" + (benefit.planHeading() == null ? "none" : benefit.planHeading()));
    }

    static String typeSaid(Plan.Benefit benefit) {
        return Formats.label("type-" + (benefit.type() == null ? "none" : benefit.type()));
    }

    static String likelihoodSaid(Plan.Risk risk) {
        return Formats.label("risk-" + risk.likelihood());
    }

    static String consequenceSaid(Plan.Risk risk) {
        return Formats.label("risk-" + risk.consequence());
    }

    static String kindSaid(Plan.Action action) {
        return Formats.label("action-" + action.kind());
    }

    static String frequencySaid(Plan.Indicator indicator) {
        return Formats.label("every-" + indicator.frequencyMonths());
    }
}
