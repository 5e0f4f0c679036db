package no.nullpunkt.report;

/** The sheets, in the order of their tabs. */
enum WorkbookSheet {
    SUMMARY,
    BENEFITS,
    MONTHS,
    DATA,
    MISSING,
    CONTROL,
    ABOUT;

    /** The name on the tab. */
    String name(WorkbookWords words) {
        return words.of("sheet", name());
    }
}
