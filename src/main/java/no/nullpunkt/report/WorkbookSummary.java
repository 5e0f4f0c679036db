package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.LINE;
import static no.nullpunkt.shared.ExcelLook.TOTAL;
import static no.nullpunkt.shared.ExcelLook.WHOLE;

import java.math.BigDecimal;
import java.util.List;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.Grouping;
import no.nullpunkt.results.Results;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelLook.Part;
import no.nullpunkt.shared.ExcelSheet;

/**
 * The page leaders present from: on the left figures, each a formula over the other sheets that carries what it comes
 * to, on the right what needs words ({@link WorkbookMatters}). One page lying, however it is filled.
 */
final class WorkbookSummary {

    private static final int LABEL = 0;
    private static final int FIRST_FIGURE = 1;
    private static final int LAST_FIGURE = 8;
    private static final int SECOND_BLOCK = 3;
    private static final int SECOND_BLOCK_FIGURE = 7;
    private static final int MATTERS = 10;
    private static final int LAST_COLUMN = 11;
    private static final List<Boolean> HOURS_AND_KRONER = List.of(true, false);
    private static final double HEIGHT = 16.5;

    private static final List<Status> BEST_FIRST = List.of(
            Status.REACHED,
            Status.ON_TRACK,
            Status.BEHIND,
            Status.OFF_TRACK,
            Status.WORSE_THAN_BASELINE,
            Status.NO_TARGET,
            Status.NO_BASELINE,
            Status.NOT_MEASURED,
            Status.NOT_STARTED);

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final WorkbookData data;
    private final WorkbookBenefits benefits;
    private final Figures total;
    private final WorkbookFigures figures;

    WorkbookSummary(
            WorkbookContent content,
            WorkbookWords words,
            ExcelSheet sheet,
            WorkbookData data,
            WorkbookBenefits benefits) {
        this.content = content;
        this.words = words;
        this.sheet = sheet.inAnyOrder();
        this.data = data;
        this.benefits = benefits;
        this.total = content.total().figures();
        this.figures = new WorkbookFigures(sheet);
    }

    /** The figures that the sheet shows, to be checked. */
    List<WorkbookCheck> checks() {
        return figures.checks();
    }

    /** The column of a measure's hours or kroner. */
    static int column(WorkbookMeasure measure, boolean inHours) {
        return FIRST_FIGURE + 2 * measure.ordinal() + (inHours ? 0 : 1);
    }

    void write(WorkbookMissing missing, String footer) {
        var snapshot = content.snapshot();
        sheet.at(1, 34).heading(LABEL, words.text("summary.title", snapshot.municipality()), ExcelLook.TITLE);
        sheet.at(2, 18)
                .heading(
                        LABEL,
                        words.text("summary.subtitle", words.period(snapshot.period()), words.instant(snapshot.asOf())),
                        ExcelLook.SUBTITLE);
        sheet.at(3, 8);
        new WorkbookTiles(content, words, sheet, data, benefits, figures).write(4, MATTERS, LAST_COLUMN);
        sheet.at(11, 10);
        int row = writeTechnologies(12);
        int end = Math.max(writeStatuses(row + 1), writePlanHeadings(row + 1));
        new WorkbookMatters(content, words, sheet, benefits, missing).write(12, MATTERS, HEIGHT);
        sheet.at(Math.max(end, sheet.rowNumber()) + 1, HEIGHT);
        sheet.heading(LABEL, words.word("summary.note"), ExcelLook.FINE);
        sheet.fit(LABEL, 31, 60);
        for (int column = FIRST_FIGURE; column <= LAST_FIGURE; column++) {
            sheet.fit(column, 12, 20);
        }
        sheet.widen(LAST_FIGURE + 1, 3).widen(MATTERS, 8).widen(LAST_COLUMN, 56);
        sheet.withoutGridlines();
        sheet.printOnePage(ExcelSheet.Paper.A4, LAST_COLUMN, footer);
    }

    /** Answers the number of the last row. */
    private int writeTechnologies(int row) {
        sheet.at(row, 24).heading(LABEL, words.word("summary.byTechnology"), ExcelLook.HEADING);
        sheet.at(row + 1, HEIGHT).blank(LABEL, ExcelLook.text(Part.GROUP_HEADER));
        var group = ExcelLook.text(Part.GROUP_HEADER);
        for (var measure : WorkbookMeasure.values()) {
            sheet.at(row + 1, HEIGHT).heading(column(measure, true), measure.name(words), group);
            sheet.merge(column(measure, true), column(measure, false), group);
            sheet.at(row + 2, HEIGHT).text(column(measure, true), words.word("short.hours"), ExcelLook.NUMBER_HEADER);
            sheet.text(column(measure, false), words.word("short.nok"), ExcelLook.NUMBER_HEADER);
        }
        sheet.text(LABEL, words.word("technology"), ExcelLook.HEADER);
        int first = row + 3;
        int next = first;
        for (var line : content.byTechnology().values()) {
            writeTechnology(next++, line);
        }
        if (next == first) {
            sheet.at(next++, HEIGHT).text(LABEL, words.word("summary.noTechnology"), LINE);
        }
        writeTechnologyTotal(next, first);
        return next;
    }

    private void writeTechnology(int row, Grouping.Line technology) {
        sheet.at(row, HEIGHT).text(LABEL, technology.name(), LINE);
        var line = Results.Line.of(technology.figures(), technology.takenOut());
        for (var measure : WorkbookMeasure.values()) {
            for (var inHours : HOURS_AND_KRONER) {
                figures.put(
                        column(measure, inHours),
                        formula(measure, inHours, technology.key(), row),
                        measure.of(line, inHours),
                        LINE.as(WHOLE),
                        technology.name() + ", " + measure.name(inHours, words));
            }
        }
    }

    private String formula(WorkbookMeasure measure, boolean inHours, String technology, int row) {
        if (measure == WorkbookMeasure.UNACCOUNTED) {
            return ExcelSheet.address(column(WorkbookMeasure.MEASURED, inHours), row) + "-"
                    + ExcelSheet.address(column(WorkbookMeasure.TAKEN_OUT, inHours), row);
        }
        return "SUMPRODUCT(" + measure.cells(inHours, data, benefits) + "," + measure.shares(technology, data, benefits)
                + ")";
    }

    private void writeTechnologyTotal(int row, int first) {
        sheet.at(row, HEIGHT).text(LABEL, words.word("total"), TOTAL);
        for (var measure : WorkbookMeasure.values()) {
            for (var inHours : HOURS_AND_KRONER) {
                int column = column(measure, inHours);
                figures.put(
                        column,
                        "SUM(" + ExcelSheet.address(column, first) + ":" + ExcelSheet.address(column, row - 1) + ")",
                        measure.of(content.totalLine(), inHours),
                        TOTAL.as(WHOLE),
                        words.word("total") + ", " + measure.name(inHours, words));
            }
        }
    }

    /** Answers the number of the last row. */
    private int writeStatuses(int row) {
        sheet.at(row, 24).heading(LABEL, words.word("summary.statuses"), ExcelLook.HEADING);
        int next = row + 1;
        for (var status : BEST_FIRST) {
            sheet.at(next, HEIGHT).text(LABEL, words.of(status), LINE);
            var formula = "COUNTIFS(" + benefits.range(WorkbookBenefits.Column.ROW) + ",\"" + benefits.benefitRow()
                    + "\"," + benefits.range(WorkbookBenefits.Column.STATUS) + "," + ExcelSheet.address(LABEL, next)
                    + ")";
            var count = content.byBenefit().values().stream()
                    .filter(line -> line.figures().status() == status)
                    .count();
            figures.put(FIRST_FIGURE, formula, BigDecimal.valueOf(count), LINE.as(WHOLE), words.of(status));
            next++;
        }
        return next - 1;
    }

    /** Kroner by plan heading, and below them how many values the figures rest on. Answers the number of the last row. */
    private int writePlanHeadings(int row) {
        sheet.at(row, 24).heading(SECOND_BLOCK, words.word("summary.byPlanHeading"), ExcelLook.HEADING);
        int next = row + 1;
        for (var entry : content.total().nokByPlanHeading().entrySet()) {
            var formula = "SUMIFS(" + data.range(WorkbookData.Column.NOK) + ","
                    + data.range(WorkbookData.Column.PLAN_HEADING_CODE) + ",\"" + WorkbookWords.code(entry.getKey())
                    + "\")";
            second(next++, words.of(entry.getKey()), formula, entry.getValue());
        }
        if (next == row + 1) {
            sheet.at(next++, HEIGHT).heading(SECOND_BLOCK, words.word("summary.noPlanHeading"), LINE);
        }
        next++;
        sheet.at(next++, HEIGHT).heading(SECOND_BLOCK, words.word("summary.values"), ExcelLook.HEADING);
        second(
                next++,
                words.word("count.expected"),
                count("MEASURED") + "+" + count("NOT_MEASURED") + "+" + count("MISSING"),
                total.expected());
        second(next++, words.word("count.measured"), count("MEASURED"), total.measured());
        second(next++, words.word("count.notMeasured"), count("NOT_MEASURED"), total.notMeasured());
        second(next++, words.word("count.missing"), count("MISSING"), total.missing());
        second(next++, words.word("count.notApplicable"), count("NOT_APPLICABLE"), total.notApplicable());
        second(next++, words.word("count.notYetDue"), count("NOT_YET_DUE"), total.notYetDue());
        // Approved or not is said of every null-point, and text is found by formulas everywhere, unlike empty cells.
        second(
                next++,
                words.word("count.withoutBaseline"),
                count("MEASURED") + "-COUNTIFS(" + data.range(WorkbookData.Column.STATE_CODE) + ",\"MEASURED\","
                        + data.range(WorkbookData.Column.BASELINE_APPROVED) + ",\"*\")",
                total.withoutBaseline());
        return next - 1;
    }

    private String count(String state) {
        return "COUNTIFS(" + data.range(WorkbookData.Column.STATE_CODE) + ",\"" + state + "\")";
    }

    private void second(int row, String name, String formula, int count) {
        second(row, name, formula, BigDecimal.valueOf(count));
    }

    private void second(int row, String name, String formula, BigDecimal exact) {
        sheet.at(row, HEIGHT).heading(SECOND_BLOCK, name, LINE);
        sheet.merge(SECOND_BLOCK, SECOND_BLOCK_FIGURE - 1, LINE);
        figures.put(SECOND_BLOCK_FIGURE, formula, exact, LINE.as(WHOLE), name);
        sheet.merge(SECOND_BLOCK_FIGURE, LAST_FIGURE, LINE);
    }
}
