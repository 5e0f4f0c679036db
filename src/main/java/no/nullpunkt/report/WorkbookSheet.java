package no.nullpunkt.report;

import java.util.EnumSet;
import java.util.List;

/** The sheets, in the order of their tabs. */
public enum WorkbookSheet {
    SUMMARY,
    BENEFITS,
    MONTHS,
    TRENDS,
    DATA,
    MISSING,
    CONTROL,
    ABOUT,
    /** Only in a report that supersedes another. */
    CHANGES;

    static List<WorkbookSheet> of(WorkbookContent content) {
        return content.changes().isPresent()
                ? List.of(values())
                : List.copyOf(EnumSet.complementOf(EnumSet.of(CHANGES)));
    }

    /** The name on the tab. */
    String name(WorkbookWords words) {
        return words.of("sheet", name());
    }
}
