package no.nullpunkt.report;

import java.math.BigDecimal;
import no.nullpunkt.report.WorkbookBenefits.Column;
import no.nullpunkt.results.Results;

/** The four measures of a benefit in the order they come about, in hours and in kroner. */
enum WorkbookMeasure {
    PLANNED("measure.planned", "plannedHours", "plannedNok"),
    MEASURED("measure.measured", "hours", "nok"),
    TAKEN_OUT("measure.taken", "takenOutHours", "takenOutNok"),
    UNACCOUNTED("measure.unaccounted", "unaccountedHours", "unaccountedNok");

    private final String key;
    private final String hours;
    private final String nok;

    WorkbookMeasure(String key, String hours, String nok) {
        this.key = key;
        this.hours = hours;
        this.nok = nok;
    }

    /** Its line on the sheet of months; what is unaccounted for has none. */
    String line(boolean inHours) {
        var unit = inHours ? "HOURS" : "NOK";
        return switch (this) {
            case PLANNED -> "PLANNED_" + unit;
            case MEASURED -> unit;
            case TAKEN_OUT -> "TAKEN_" + unit;
            case UNACCOUNTED -> throw new IllegalStateException("No month's line");
        };
    }

    /** What the API calls it. */
    String figure(boolean inHours) {
        return inHours ? hours : nok;
    }

    String name(WorkbookWords words) {
        return words.word(key);
    }

    /** Its name with the unit it is counted in. */
    String name(boolean inHours, WorkbookWords words) {
        return name(words) + ", " + words.word(inHours ? "unit.hours" : "unit.nok");
    }

    BigDecimal of(Results.Line line, boolean inHours) {
        return switch (this) {
            case PLANNED -> inHours ? line.plannedHours() : line.plannedNok();
            case MEASURED -> inHours ? line.hours() : line.nok();
            case TAKEN_OUT -> inHours ? line.takenOutHours() : line.takenOutNok();
            case UNACCOUNTED -> inHours ? line.unaccountedHours() : line.unaccountedNok();
        };
    }

    /**
     * The cells it is the sum of: planned and measured on the sheet of data, taken out on the sheet of benefits.
     *
     * @throws IllegalStateException for what is unaccounted for, which is a difference
     */
    String cells(boolean inHours, WorkbookData data, WorkbookBenefits benefits) {
        return switch (this) {
            case PLANNED -> data.range(inHours ? WorkbookData.Column.PLANNED_HOURS : WorkbookData.Column.PLANNED_NOK);
            case MEASURED -> data.range(inHours ? WorkbookData.Column.HOURS : WorkbookData.Column.NOK);
            case TAKEN_OUT -> benefits.range(inHours ? Column.TAKEN_HOURS : Column.TAKEN_NOK);
            case UNACCOUNTED -> throw new IllegalStateException("Nothing adds up to it");
        };
    }

    /** The shares of a technology in the rows of those cells. */
    String shares(String technology, WorkbookData data, WorkbookBenefits benefits) {
        return this == TAKEN_OUT ? benefits.shares(technology) : data.shares(technology);
    }
}
