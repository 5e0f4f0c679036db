package no.nullpunkt.report;

import java.util.ArrayList;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.Language;

/** The leadership's workbook: the figures of a snapshot, to present from, to look into and to check. */
final class Workbook {

    private Workbook() {}

    /**
     * Makes the workbook, whole, so that nothing can fail while it is sent. The caller writes and closes it.
     *
     * @param accessible without frozen panes and filters
     */
    static ExcelBook of(WorkbookContent content, Language language, boolean accessible) {
        var words = new WorkbookWords(language);
        var snapshot = content.snapshot();
        var title = words.text("summary.title", snapshot.municipality());
        var period = words.period(snapshot.period());
        var book = new ExcelBook(language, title, period, snapshot.asOf(), accessible);
        var footer = snapshot.municipality() + " · " + period + " · " + words.instant(snapshot.asOf());

        var summarySheet = book.sheet(WorkbookSheet.SUMMARY.name(words));
        var benefits = new WorkbookBenefits(content, words, book.sheet(WorkbookSheet.BENEFITS.name(words)));
        var months = new WorkbookMonths(content, words, book.sheet(WorkbookSheet.MONTHS.name(words)));
        var data = new WorkbookData(content, words, book.sheet(WorkbookSheet.DATA.name(words)));
        var missing = new WorkbookMissing(content, words, book.sheet(WorkbookSheet.MISSING.name(words)));
        var controlSheet = book.sheet(WorkbookSheet.CONTROL.name(words));
        var about = new WorkbookAbout(content, words, book.sheet(WorkbookSheet.ABOUT.name(words)));
        var summary = new WorkbookSummary(content, words, summarySheet, data, benefits);

        data.write(footer);
        benefits.write(footer);
        months.write(data, footer);
        missing.write(footer);
        summary.write(missing, footer);
        var checks = new ArrayList<>(summary.checks());
        checks.addAll(benefits.checks());
        checks.addAll(months.checks());
        new WorkbookControl(content, words, controlSheet, checks).write(footer);
        about.write(footer);
        return book;
    }

    /** What the file is called. */
    static String fileName(String number, Period period) {
        return "nullpunkt-" + number + "-" + period.from() + "-" + period.to() + ".xlsx";
    }
}
