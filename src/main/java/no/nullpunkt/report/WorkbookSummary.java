package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.LINE;
import static no.nullpunkt.shared.ExcelLook.TENTHS;
import static no.nullpunkt.shared.ExcelLook.TOTAL;
import static no.nullpunkt.shared.ExcelLook.WHOLE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Status;
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
    private static final double HEIGHT = 16.5;
    private static final String EMPTY = "";

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
    private final List<WorkbookCheck> checks = new ArrayList<>();

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
    }

    /** The figures that the sheet shows, to be checked. */
    List<WorkbookCheck> checks() {
        return checks;
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
        writeTiles(4, "hours", WHOLE, hours());
        sheet.at(7, 6);
        writeTiles(8, "nok", WHOLE, nok());
        writeFte(4);
        writeOwnBudget(8);
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

    /** The four measures in the order they come about, in hours or kroner. */
    private record Four(String planned, String measured, String taken, BigDecimal[] figures) {}

    private Four hours() {
        return new Four(
                "SUM(" + data.range(WorkbookData.Column.PLANNED_HOURS) + ")",
                "SUM(" + data.range(WorkbookData.Column.HOURS) + ")",
                "SUM(" + benefits.range(WorkbookBenefits.Column.TAKEN_HOURS) + ")",
                new BigDecimal[] {
                    total.plannedHours(),
                    total.hours(),
                    content.takenOut().hours(),
                    total.hours().subtract(content.takenOut().hours())
                });
    }

    private Four nok() {
        return new Four(
                "SUM(" + data.range(WorkbookData.Column.PLANNED_NOK) + ")",
                "SUM(" + data.range(WorkbookData.Column.NOK) + ")",
                "SUM(" + benefits.range(WorkbookBenefits.Column.TAKEN_NOK) + ")",
                new BigDecimal[] {
                    total.plannedNok(),
                    total.nok(),
                    content.takenOut().nok(),
                    total.nok().subtract(content.takenOut().nok())
                });
    }

    private void writeTiles(int row, String unit, String format, Four four) {
        for (int line = 0; line < 3; line++) {
            sheet.at(row + line, line == 1 ? 30 : 17);
            for (int column = LABEL; column <= LAST_FIGURE; column++) {
                sheet.blank(column, tile(line));
            }
        }
        var figureRow = row + 1;
        sheet.at(figureRow, 30).text(LABEL, words.word("unit." + unit), tile(1));
        sheet.at(row + 2, 17).text(LABEL, words.word("unit." + unit + ".note"), tile(2));
        var names = List.of("planned", "measured", "taken", "unaccounted");
        var formulas = List.of(
                four.planned(), four.measured(), four.taken(), address(3, figureRow) + "-" + address(5, figureRow));
        for (int i = 0; i < names.size(); i++) {
            int column = FIRST_FIGURE + 2 * i;
            var name = words.word("measure." + names.get(i));
            sheet.at(row, 17).heading(column, name, tile(0));
            sheet.mergeDown(column, column + 1, 1);
            figure(
                    figureRow,
                    30,
                    column,
                    formulas.get(i),
                    four.figures()[i],
                    tile(1).as(format),
                    name + ", " + words.word("unit." + unit));
            sheet.mergeDown(column, column + 1, 1);
            sheet.at(row + 2, 17);
            if (i == 1) {
                share(
                        column,
                        address(3, figureRow),
                        address(1, figureRow),
                        four.figures()[1],
                        four.figures()[0],
                        "share.ofPlanned");
            } else if (i > 1) {
                share(
                        column,
                        address(column, figureRow),
                        address(3, figureRow),
                        four.figures()[i],
                        four.figures()[1],
                        "share.ofMeasured");
            }
            sheet.mergeDown(column, column + 1, 1);
        }
    }

    private static ExcelLook tile(int line) {
        return ExcelLook.text(
                List.of(Part.TILE_LABEL, Part.TILE_FIGURE, Part.TILE_NOTE).get(line));
    }

    private static String address(int column, int row) {
        return ExcelSheet.address(column, row);
    }

    /** A part of a whole in per cent, with what it is of as words of its format; empty where there is no whole. */
    private void share(
            int column, String partCell, String wholeCell, BigDecimal part, BigDecimal whole, String wordsOfFormat) {
        var formula = "IF(" + wholeCell + ">0," + partCell + "/" + wholeCell + ",\"\")";
        var look = ExcelLook.text(Part.TILE_NOTE).as("0 %\" " + words.word(wordsOfFormat) + "\"");
        if (whole.signum() > 0) {
            sheet.formula(column, formula, part.divide(whole, MathContext.DECIMAL64), look);
        } else {
            sheet.formula(column, formula, EMPTY, look);
        }
    }

    private void writeFte(int row) {
        sheet.at(row, 17).text(MATTERS, words.word("fte"), tile(0));
        sheet.mergeDown(MATTERS, LAST_COLUMN, 1);
        sheet.blank(LAST_COLUMN, tile(0));
        var period = content.snapshot().period();
        var hoursPerFte =
                content.snapshot().portfolio().parameters().hoursPerFte().at(period.to());
        var noteCell = address(MATTERS, row + 2);
        if (hoursPerFte.isPresent()) {
            var formula = address(3, row + 1) + "*12/(" + noteCell + "*" + period.months() + ")";
            figure(row + 1, 30, MATTERS, formula, content.total().fte(), tile(1).as(TENTHS), words.word("fte"));
            sheet.at(row + 2, 17)
                    .number(
                            MATTERS,
                            hoursPerFte.get(),
                            tile(2).as(format(hoursPerFte.get()) + "\" " + words.word("fte.note") + "\""));
        } else {
            sheet.at(row + 1, 30).text(MATTERS, "–", tile(1));
            sheet.at(row + 2, 17).text(MATTERS, words.word("fte.unknown"), tile(2));
        }
        sheet.at(row + 1, 30).blank(LAST_COLUMN, tile(1));
        sheet.mergeDown(MATTERS, LAST_COLUMN, 1);
        sheet.at(row + 2, 17).blank(LAST_COLUMN, tile(2));
        sheet.mergeDown(MATTERS, LAST_COLUMN, 1);
    }

    private static String format(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? WHOLE : ExcelLook.HUNDREDTHS;
    }

    private void writeOwnBudget(int row) {
        sheet.at(row, 17).text(MATTERS, words.word("ownBudget"), tile(0));
        sheet.blank(LAST_COLUMN, tile(0));
        sheet.mergeDown(MATTERS, LAST_COLUMN, 1);
        figure(
                row + 1,
                30,
                MATTERS,
                "SUM(" + data.range(WorkbookData.Column.OWN_BUDGET_NOK) + ")",
                total.ownBudgetNok(),
                tile(1).as(WHOLE),
                words.word("ownBudget"));
        sheet.blank(LAST_COLUMN, tile(1));
        sheet.mergeDown(MATTERS, LAST_COLUMN, 1);
        sheet.at(row + 2, 17).text(MATTERS, words.word("ownBudget.note"), tile(2));
        sheet.blank(LAST_COLUMN, tile(2));
        sheet.mergeDown(MATTERS, LAST_COLUMN, 1);
    }

    /** Answers the number of the last row. */
    private int writeTechnologies(int row) {
        sheet.at(row, 24).heading(LABEL, words.word("summary.byTechnology"), ExcelLook.HEADING);
        sheet.at(row + 1, HEIGHT).blank(LABEL, ExcelLook.text(Part.GROUP_HEADER));
        var measures = List.of("planned", "measured", "taken", "unaccounted");
        for (int i = 0; i < measures.size(); i++) {
            sheet.heading(
                    FIRST_FIGURE + 2 * i, words.word("measure." + measures.get(i)), ExcelLook.text(Part.GROUP_HEADER));
            sheet.merge(FIRST_FIGURE + 2 * i, FIRST_FIGURE + 2 * i + 1, ExcelLook.text(Part.GROUP_HEADER));
        }
        sheet.at(row + 2, HEIGHT).text(LABEL, words.word("technology"), ExcelLook.HEADER);
        for (int column = FIRST_FIGURE; column <= LAST_FIGURE; column++) {
            sheet.text(column, words.word(column % 2 == 1 ? "short.hours" : "short.nok"), ExcelLook.NUMBER_HEADER);
        }
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

    private void writeTechnology(int row, Grouping.Line line) {
        sheet.at(row, HEIGHT).text(LABEL, line.name(), LINE);
        var figures = line.figures();
        var exact = List.of(
                figures.plannedHours(),
                figures.plannedNok(),
                figures.hours(),
                figures.nok(),
                line.takenOut().hours(),
                line.takenOut().nok(),
                figures.hours().subtract(line.takenOut().hours()),
                figures.nok().subtract(line.takenOut().nok()));
        var formulas = List.of(
                shared(WorkbookData.Column.PLANNED_HOURS, line),
                shared(WorkbookData.Column.PLANNED_NOK, line),
                shared(WorkbookData.Column.HOURS, line),
                shared(WorkbookData.Column.NOK, line),
                shared(WorkbookBenefits.Column.TAKEN_HOURS, line),
                shared(WorkbookBenefits.Column.TAKEN_NOK, line),
                address(3, row) + "-" + address(5, row),
                address(4, row) + "-" + address(6, row));
        for (int i = 0; i < exact.size(); i++) {
            figure(
                    row,
                    HEIGHT,
                    FIRST_FIGURE + i,
                    formulas.get(i),
                    exact.get(i),
                    LINE.as(WHOLE),
                    line.name() + ", " + measure(i));
        }
    }

    private String measure(int figure) {
        return words.word("measure."
                        + List.of("planned", "measured", "taken", "unaccounted").get(figure / 2)) + ", "
                + words.word(figure % 2 == 0 ? "unit.hours" : "unit.nok");
    }

    private String shared(WorkbookData.Column column, Grouping.Line technology) {
        return "SUMPRODUCT(" + data.range(column) + "," + data.shares(technology.key()) + ")";
    }

    private String shared(WorkbookBenefits.Column column, Grouping.Line technology) {
        return "SUMPRODUCT(" + benefits.range(column) + "," + benefits.shares(technology.key()) + ")";
    }

    private void writeTechnologyTotal(int row, int first) {
        sheet.at(row, HEIGHT).text(LABEL, words.word("total"), TOTAL);
        var hours = hours().figures();
        var nok = nok().figures();
        for (int i = 0; i < LAST_FIGURE; i++) {
            int column = FIRST_FIGURE + i;
            var formula = "SUM(" + address(column, first) + ":" + address(column, row - 1) + ")";
            figure(
                    row,
                    HEIGHT,
                    column,
                    formula,
                    i % 2 == 0 ? hours[i / 2] : nok[i / 2],
                    TOTAL.as(WHOLE),
                    words.word("total") + ", " + measure(i));
        }
    }

    /** Answers the number of the last row. */
    private int writeStatuses(int row) {
        sheet.at(row, 24).heading(LABEL, words.word("summary.statuses"), ExcelLook.HEADING);
        int next = row + 1;
        for (var status : BEST_FIRST) {
            sheet.at(next, HEIGHT).text(LABEL, words.of(status), LINE);
            var formula = "COUNTIFS(" + benefits.range(WorkbookBenefits.Column.ROW) + ",\"" + benefits.benefitRow()
                    + "\"," + benefits.range(WorkbookBenefits.Column.STATUS) + "," + address(LABEL, next) + ")";
            var count = content.byBenefit().values().stream()
                    .filter(line -> line.figures().status() == status)
                    .count();
            figure(next++, HEIGHT, FIRST_FIGURE, formula, BigDecimal.valueOf(count), LINE.as(WHOLE), words.of(status));
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
        figure(row, HEIGHT, SECOND_BLOCK_FIGURE, formula, exact, LINE.as(WHOLE), name);
        sheet.merge(SECOND_BLOCK_FIGURE, LAST_FIGURE, LINE);
    }

    private void figure(
            int row, double points, int column, String formula, BigDecimal exact, ExcelLook look, String name) {
        sheet.at(row, points).formula(column, formula, exact, look);
        checks.add(new WorkbookCheck(sheet.name() + ": " + name, sheet.cell(column, row), exact));
    }
}
