package no.nullpunkt.portfolio;

import java.util.List;
import no.nullpunkt.results.View;

/** A part of the page; which come, and in which order, is the view's. */
enum Section {
    /** The view's key figures, as tiles. */
    TILES,
    /** The same in sentences. */
    SENTENCES,
    /** Quality, before and now. */
    EFFECTS,
    /** What freed time was used for. */
    USES,
    /** Planned, measured, taken out and unaccounted for, gathered as asked. */
    FIGURES,
    /** The same by month. */
    MONTHS,
    STATUSES,
    /** Deviations, and what is to be decided. */
    MATTERS,
    /** What is missing and who owes it. */
    MISSING,
    EARLY_WINS,
    /** Benefits with no owner or null-point, open routines, and what is overdrawn. */
    WATCH;

    static List<Section> of(View view) {
        return switch (view) {
            case POLITICIANS ->
                List.of(SENTENCES, EFFECTS, FIGURES, MATTERS, EARLY_WINS, USES, STATUSES, MONTHS, MISSING, WATCH);
            case ADMINISTRATION ->
                List.of(TILES, FIGURES, MATTERS, MISSING, WATCH, STATUSES, MONTHS, USES, EARLY_WINS, EFFECTS);
            case STAFF ->
                List.of(SENTENCES, EFFECTS, USES, WATCH, EARLY_WINS, FIGURES, MONTHS, STATUSES, MATTERS, MISSING);
        };
    }
}
