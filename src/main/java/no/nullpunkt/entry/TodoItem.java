package no.nullpunkt.entry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that a person owes.
 *
 * @param title of the indicator or action
 * @param indicatorId null for an action, as are unit and month; month also for a null-point
 * @param actionId null for everything but an action
 */
record TodoItem(
        Kind kind,
        LocalDate due,
        String title,
        UUID benefitId,
        UUID indicatorId,
        UUID unitId,
        YearMonth month,
        UUID actionId) {

    @Schema(name = "TodoKind")
    enum Kind {
        /** To enter a value, or say why it was not measured. */
        VALUE,
        /** To approve a null-point, by the owners of the benefit. */
        BASELINE_APPROVAL,
        /** To do what one is responsible for, a routine to stop included. */
        ACTION
    }

    static TodoItem of(Owed owed) {
        var series = owed.series();
        return new TodoItem(
                Kind.VALUE,
                owed.due(),
                series.name(),
                series.benefitId(),
                series.indicatorId(),
                series.unitId(),
                owed.month(),
                null);
    }

    /** Its place in the list: by due date, and no two the same. */
    String key() {
        return due + "/" + kind + "/" + (actionId == null ? indicatorId + "/" + unitId + "/" + month : actionId);
    }
}
