package no.nullpunkt.results;

import no.nullpunkt.shared.Language;

/**
 * A figure that may come first in a view. Kroner are those of benefits under the plan heading OWN_BUDGET alone; what is
 * saved elsewhere is told in hours.
 */
public enum KeyFigure {
    PLANNED_HOURS(Unit.HOURS),
    MEASURED_HOURS(Unit.HOURS),
    TAKEN_OUT_HOURS(Unit.HOURS),
    UNACCOUNTED_HOURS(Unit.HOURS),
    /** The measured hours as full-time positions. */
    FTE(Unit.FTE),
    /** Hours taken out for more users or for better quality. */
    HOURS_FOR_USERS(Unit.HOURS),
    HOURS_FOR_OTHER_TASKS(Unit.HOURS),
    PLANNED_NOK(Unit.NOK),
    /** Avoided costs. */
    MEASURED_NOK(Unit.NOK),
    TAKEN_OUT_NOK(Unit.NOK),
    UNACCOUNTED_NOK(Unit.NOK),
    /** Saved hours as kroner; beside the avoided costs and no part of them. */
    HOURS_IN_NOK(Unit.NOK),
    /** Indicators of quality that are better than before, of those of which it can be told. */
    QUALITY_BETTER(Unit.COUNT),
    /** Benefits that have reached their targets or are on track, of those that are not given up. */
    BENEFITS_ON_PLAN(Unit.COUNT),
    /** Values measured, of those expected. */
    VALUES_MEASURED(Unit.COUNT),
    /** Old routines stopped, of those to be stopped. */
    ROUTINES_ENDED(Unit.COUNT);

    /** What a figure counts. */
    public enum Unit {
        HOURS,
        NOK,
        FTE,
        /** So many of so many. */
        COUNT
    }

    private final Unit unit;

    KeyFigure(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** What people call it. */
    public String name(Language language) {
        return View.text(language, "figure-" + name());
    }

    /** What it is made of, in a sentence. */
    public String note(Language language) {
        return View.text(language, "note-" + name());
    }
}
