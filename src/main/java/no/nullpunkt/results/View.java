package no.nullpunkt.results;

import static no.nullpunkt.results.KeyFigure.BENEFITS_ON_PLAN;
import static no.nullpunkt.results.KeyFigure.FTE;
import static no.nullpunkt.results.KeyFigure.HOURS_FOR_OTHER_TASKS;
import static no.nullpunkt.results.KeyFigure.HOURS_FOR_USERS;
import static no.nullpunkt.results.KeyFigure.HOURS_IN_NOK;
import static no.nullpunkt.results.KeyFigure.MEASURED_HOURS;
import static no.nullpunkt.results.KeyFigure.MEASURED_NOK;
import static no.nullpunkt.results.KeyFigure.PLANNED_HOURS;
import static no.nullpunkt.results.KeyFigure.PLANNED_NOK;
import static no.nullpunkt.results.KeyFigure.QUALITY_BETTER;
import static no.nullpunkt.results.KeyFigure.ROUTINES_ENDED;
import static no.nullpunkt.results.KeyFigure.TAKEN_OUT_HOURS;
import static no.nullpunkt.results.KeyFigure.TAKEN_OUT_NOK;
import static no.nullpunkt.results.KeyFigure.UNACCOUNTED_HOURS;
import static no.nullpunkt.results.KeyFigure.UNACCOUNTED_NOK;
import static no.nullpunkt.results.KeyFigure.VALUES_MEASURED;

import java.util.List;
import java.util.Locale;
import no.nullpunkt.shared.Choice;
import no.nullpunkt.shared.Language;

/** Whom the same figures are told to: which come first, and in which words. */
public enum View {
    /** What it did for inhabitants and for the budget, in plain sentences. */
    POLITICIANS(List.of(
            QUALITY_BETTER,
            HOURS_FOR_USERS,
            TAKEN_OUT_NOK,
            MEASURED_NOK,
            HOURS_IN_NOK,
            MEASURED_HOURS,
            BENEFITS_ON_PLAN)),
    /** Figures, deviations, coverage, what is missing and who owes it. */
    ADMINISTRATION(List.of(
            PLANNED_HOURS,
            MEASURED_HOURS,
            TAKEN_OUT_HOURS,
            UNACCOUNTED_HOURS,
            FTE,
            PLANNED_NOK,
            MEASURED_NOK,
            TAKEN_OUT_NOK,
            UNACCOUNTED_NOK,
            HOURS_IN_NOK,
            BENEFITS_ON_PLAN,
            VALUES_MEASURED)),
    /** Quality, time for users, routines ended, and what freed time was used for. No kroner. */
    STAFF(List.of(
            QUALITY_BETTER, HOURS_FOR_USERS, ROUTINES_ENDED, MEASURED_HOURS, HOURS_FOR_OTHER_TASKS, UNACCOUNTED_HOURS));

    private final List<KeyFigure> keyFigures;

    View(List<KeyFigure> keyFigures) {
        this.keyFigures = keyFigures;
    }

    /** As written in an address; ADMINISTRATION where nothing is. */
    public static View parse(String written) {
        return Choice.of("view", written, View.class).orElse(ADMINISTRATION);
    }

    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The figures that come first, the most important one at the head. */
    public List<KeyFigure> keyFigures() {
        return keyFigures;
    }

    /** Whether it tells kroner at all. */
    public boolean showsNok() {
        return keyFigures.stream().anyMatch(figure -> figure.unit() == KeyFigure.Unit.NOK);
    }

    /** Whom it is for. */
    public String name(Language language) {
        return text(language, "view-" + name());
    }

    /** What it tells, in a sentence. */
    public String lead(Language language) {
        return text(language, "lead-" + name());
    }

    /** Says of which benefits kroner are shown. */
    public static String ownBudgetOnly(Language language) {
        return text(language, "nok-own-budget");
    }

    /** Says of how many benefits kroner are left out. */
    public static String nokLeftOut(int benefits, Language language) {
        return text(language, "nok-left-out", benefits);
    }

    /** Says that no kroner are shown. */
    public static String noNok(Language language) {
        return text(language, "nok-none");
    }

    /** A text of the views' own bundle. */
    static String text(Language language, String key, Object... arguments) {
        return language.text("views", key, arguments);
    }
}
