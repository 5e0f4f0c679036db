package no.nullpunkt.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.Language;

/** The leadership's workbook: the figures of a snapshot, to present from, to look into and to check. */
final class Workbook {

    private Workbook() {}

    /**
     * Makes the workbook, whole, so that nothing can fail while it is sent. The caller writes and closes it.
     *
     * @param accessible without frozen panes, filters and merged cells
     */
    static ExcelBook of(WorkbookContent content, Language language, boolean accessible) {
        var words = new WorkbookWords(language);
        var snapshot = content.snapshot();
        var title = words.text("summary.title", snapshot.municipality());
        var book = new ExcelBook(language, title, words.period(snapshot.period()), snapshot.asOf(), accessible);
        book.describe(words.text("about.description", words.instant(snapshot.asOf())));
        try {
            fill(book, content, words);
        } catch (RuntimeException e) {
            book.close();
            throw e;
        }
        return book;
    }

    private static void fill(ExcelBook book, WorkbookContent content, WorkbookWords words) {
        var snapshot = content.snapshot();
        var footer = words.text("summary.title", snapshot.municipality()) + " · " + words.period(snapshot.period())
                + " · " + words.instant(snapshot.asOf());
        var sheets = new EnumMap<WorkbookSheet, ExcelSheet>(WorkbookSheet.class);
        var views = new EnumMap<View, ExcelSheet>(View.class);
        if (content.report() == null) {
            addViews(book, content, words, views);
        }
        for (var sheet : WorkbookSheet.of(content)) {
            sheets.put(sheet, book.sheet(sheet.name(words)));
            if (sheet == WorkbookSheet.SUMMARY && content.report() != null) {
                addViews(book, content, words, views);
            }
        }
        var data = new WorkbookData(content, words, sheets.get(WorkbookSheet.DATA));
        var benefits = new WorkbookBenefits(content, words, sheets.get(WorkbookSheet.BENEFITS));
        var months = new WorkbookMonths(content, words, sheets.get(WorkbookSheet.MONTHS));
        var missing = new WorkbookMissing(content, words, sheets.get(WorkbookSheet.MISSING));
        var summary = new WorkbookSummary(content, words, sheets.get(WorkbookSheet.SUMMARY), data, benefits);

        data.write(footer);
        benefits.write(footer);
        months.write(data, footer);
        missing.write(footer);
        new WorkbookTrends(content, words, sheets.get(WorkbookSheet.TRENDS)).write(months, footer);
        summary.write(missing, months, footer);
        var checks = new ArrayList<>(summary.checks());
        views.forEach((view, sheet) -> {
            var page = new WorkbookView(view, content, words, sheet, data, benefits);
            page.write(summary, months, missing, footer);
            checks.addAll(page.checks());
        });
        checks.addAll(benefits.checks());
        checks.addAll(months.checks());
        new WorkbookControl(content, words, sheets.get(WorkbookSheet.CONTROL), checks).write(footer);
        new WorkbookAbout(content, words, sheets.get(WorkbookSheet.ABOUT)).write(footer);
        content.changes()
                .ifPresent(changes ->
                        new WorkbookChanges(changes, words, sheets.get(WorkbookSheet.CHANGES)).write(footer));
    }

    /** A report has all views after its summary; whoever asked for one has it first. */
    private static void addViews(
            ExcelBook book, WorkbookContent content, WorkbookWords words, Map<View, ExcelSheet> views) {
        content.views().forEach(view -> views.put(view, book.sheet(view.name(words.language()))));
    }

    /** What the file is called. */
    static String fileName(String number, Period period) {
        return "nullpunkt-" + number + "-" + period.from() + "-" + period.to() + ".xlsx";
    }
}
