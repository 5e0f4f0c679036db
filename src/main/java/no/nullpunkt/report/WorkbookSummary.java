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
import no.nullpunkt.shared.ExcelChart;
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
    private static final int SECOND_BESIDE = 3;
    private static final int MATTERS = 10;
    private static final int LAST_COLUMN = 11;
    private static final int LAST_OF_FIRST_CHART = 5;
    private static final int LEAST_CHART_ROWS = 10;
    private static final int MOST_CHART_ROWS = 17;
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

    /** Where names and figures stand of what is no technology's. */
    private record Block(int labelColumn, int figureColumn, int lastColumn) {}

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final WorkbookData data;
    private final WorkbookBenefits benefits;
    private final Figures total;
    private final WorkbookFigures figures;
    private final Block second;
    private int firstTechnology;

    WorkbookSummary(
            WorkbookContent content,
            WorkbookWords words,
            ExcelSheet sheet,
            WorkbookData data,
            WorkbookBenefits benefits) {
        this.content = content;
        this.words = words;
        this.sheet = sheet.inAnyOrder();
        this.second = sheet.isAccessible()
                ? new Block(LABEL, FIRST_FIGURE, FIRST_FIGURE)
                : new Block(SECOND_BESIDE, SECOND_BESIDE + 4, LAST_FIGURE);
        this.data = data;
        this.benefits = benefits;
        this.total = content.total().figures();
        this.figures = new WorkbookFigures(sheet);
    }

    /** The figures that the sheet shows, to be checked. */
    List<WorkbookCheck> checks() {
        return figures.checks();
    }

    private int lastColumn() {
        return sheet.isAccessible() ? LAST_FIGURE : LAST_COLUMN;
    }

    /** The column of a measure's hours or kroner. */
    static int column(WorkbookMeasure measure, boolean inHours) {
        return FIRST_FIGURE + 2 * measure.ordinal() + (inHours ? 0 : 1);
    }

    void write(WorkbookMissing missing, WorkbookMonths months, String footer) {
        var snapshot = content.snapshot();
        sheet.at(1, 34).heading(LABEL, words.text("summary.title", snapshot.municipality()), ExcelLook.TITLE);
        sheet.at(2, 18)
                .heading(
                        LABEL,
                        words.text("summary.subtitle", words.period(snapshot.period()), words.instant(snapshot.asOf())),
                        ExcelLook.SUBTITLE);
        sheet.at(3, 8);
        int last = sheet.isAccessible() ? writeInOneColumn(missing) : writeSideBySide(missing);
        int below = writeCharts(last + 2, months);
        sheet.at(below, HEIGHT);
        sheet.heading(LABEL, words.word("summary.note"), ExcelLook.FINE);
        sheet.withoutGridlines();
        if (sheet.isAccessible()) {
            sheet.print(ExcelSheet.Paper.A4, 0, footer);
        } else {
            sheet.printOnePage(ExcelSheet.Paper.A4, lastColumn(), footer);
        }
    }

    /** A page to print. Answers the number of the last row. */
    private int writeSideBySide(WorkbookMissing missing) {
        new WorkbookTiles(content, words, sheet, data, benefits, figures).write(4, MATTERS, LAST_COLUMN);
        sheet.at(11, 10);
        int row = writeTechnologies(12);
        int end = Math.max(writeStatuses(row + 1), writePlanHeadings(row + 1));
        new WorkbookMatters(content, words, sheet, benefits, missing).write(12, MATTERS, HEIGHT);
        sheet.fit(LABEL, 31, 60);
        for (int column = FIRST_FIGURE; column <= LAST_FIGURE; column++) {
            sheet.fit(column, 12, 30);
        }
        sheet.widen(LAST_FIGURE + 1, 3).widen(MATTERS, 8).widen(LAST_COLUMN, 56);
        return Math.max(end, sheet.rowNumber());
    }

    /** The same one below the other, since a screen reader reads rows across. Answers the number of the last row. */
    private int writeInOneColumn(WorkbookMissing missing) {
        int row = new WorkbookTiles(content, words, sheet, data, benefits, figures).writeTable(4);
        row = writeTechnologies(row + 2);
        row = writeStatuses(row + 2);
        row = writePlanHeadings(row + 2);
        new WorkbookMatters(content, words, sheet, benefits, missing).write(row + 2, LABEL, HEIGHT);
        sheet.widen(LABEL, WorkbookMatters.WIDTH + 3);
        for (int column = FIRST_FIGURE; column <= LAST_FIGURE; column++) {
            sheet.fit(column, 14, 30);
        }
        return sheet.rowNumber();
    }

    /** Answers the number of the last row. */
    private int writeTechnologies(int row) {
        sheet.at(row, 24).heading(LABEL, words.word("summary.byTechnology"), ExcelLook.HEADING);
        firstTechnology = sheet.isAccessible() ? writeHeader(row + 1) : writeGroupedHeader(row + 1);
        int next = firstTechnology;
        for (var line : content.byTechnology().values()) {
            writeTechnology(next++, line);
        }
        if (next == firstTechnology) {
            sheet.at(next++, HEIGHT).text(LABEL, words.word("summary.noTechnology"), LINE);
        }
        writeTechnologyTotal(next, firstTechnology);
        return next;
    }

    /** Two rows, measures above units. Answers the number of the row below. */
    private int writeGroupedHeader(int row) {
        var group = ExcelLook.text(Part.GROUP_HEADER);
        sheet.at(row, HEIGHT).blank(LABEL, group);
        for (var measure : WorkbookMeasure.values()) {
            sheet.at(row, HEIGHT).heading(column(measure, true), measure.name(words), group);
            sheet.merge(column(measure, true), column(measure, false), group);
            sheet.at(row + 1, HEIGHT).text(column(measure, true), words.word("short.hours"), ExcelLook.NUMBER_HEADER);
            sheet.text(column(measure, false), words.word("short.nok"), ExcelLook.NUMBER_HEADER);
        }
        sheet.text(LABEL, words.word("technology"), ExcelLook.HEADER);
        return row + 2;
    }

    /** One row. Answers the number of the row below. */
    private int writeHeader(int row) {
        sheet.at(row, 3 * HEIGHT).text(LABEL, words.word("technology"), ExcelLook.HEADER);
        for (var measure : WorkbookMeasure.values()) {
            for (var inHours : HOURS_AND_KRONER) {
                sheet.text(column(measure, inHours), measure.name(inHours, words), ExcelLook.NUMBER_HEADER);
            }
        }
        return row + 1;
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

    /** Hours side by side, or kroner where there are no hours. Answers the number of the row below. */
    private int writeCharts(int row, WorkbookMonths months) {
        boolean inHours = WorkbookCharts.hasAny(content, true);
        if (!inHours && !WorkbookCharts.hasAny(content, false)) {
            return row - 1;
        }
        int rows = Math.min(
                MOST_CHART_ROWS, LEAST_CHART_ROWS + content.byTechnology().size());
        for (int each = row; each < row + rows; each++) {
            sheet.at(each, HEIGHT);
        }
        int middle = sheet.isAccessible() ? LABEL : LAST_OF_FIRST_CHART;
        sheet.chart(byTechnology(inHours), LABEL, row, middle, row + rows - 1);
        sheet.chart(months.chart(inHours), middle + 1, row, lastColumn(), row + rows - 1);
        return row + rows;
    }

    /** Planned, measured and taken out by technology, for this sheet or another. */
    ExcelChart byTechnology(boolean inHours) {
        var groups = List.copyOf(content.byTechnology().values());
        int last = firstTechnology + groups.size() - 1;
        return new WorkbookCharts(words, inHours)
                .of(
                        ExcelChart.Kind.BARS,
                        "byTechnology",
                        ExcelChart.Labels.texts(
                                sheet.range(LABEL, firstTechnology, last),
                                groups.stream().map(Grouping.Line::name).toList()),
                        groups.stream().map(Grouping.Line::name).toList(),
                        groups,
                        measure -> sheet.isAccessible() ? measure.name(inHours, words) : measure.name(words),
                        measure -> sheet.isAccessible()
                                ? sheet.cell(column(measure, inHours), firstTechnology - 1)
                                : sheet.cell(column(measure, true), firstTechnology - 2),
                        measure -> sheet.range(column(measure, inHours), firstTechnology, last));
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
        sheet.at(row, 24).heading(second.labelColumn(), words.word("summary.byPlanHeading"), ExcelLook.HEADING);
        int next = row + 1;
        for (var entry : content.total().nokByPlanHeading().entrySet()) {
            var formula = "SUMIFS(" + data.range(WorkbookData.Column.NOK) + ","
                    + data.range(WorkbookData.Column.PLAN_HEADING_CODE) + ",\"" + WorkbookWords.code(entry.getKey())
                    + "\")";
            second(next++, words.of(entry.getKey()), formula, entry.getValue());
        }
        if (next == row + 1) {
            sheet.at(next++, HEIGHT).heading(second.labelColumn(), words.word("summary.noPlanHeading"), LINE);
        }
        next++;
        sheet.at(next++, HEIGHT).heading(second.labelColumn(), words.word("summary.values"), ExcelLook.HEADING);
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
        sheet.at(row, HEIGHT).heading(second.labelColumn(), name, LINE);
        sheet.merge(second.labelColumn(), second.figureColumn() - 1, LINE);
        figures.put(second.figureColumn(), formula, exact, LINE.as(WHOLE), name);
        sheet.merge(second.figureColumn(), second.lastColumn(), LINE);
    }
}
