package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.TENTHS;
import static no.nullpunkt.shared.ExcelLook.WHOLE;

import java.math.BigDecimal;
import java.math.MathContext;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelLook.Part;
import no.nullpunkt.shared.ExcelSheet;

/** The large figures at the head of the summary: a row of tiles for hours and one for kroner. */
final class WorkbookTiles {

    private static final ExcelLook NAME = ExcelLook.text(Part.TILE_LABEL);
    private static final ExcelLook FIGURE = ExcelLook.text(Part.TILE_FIGURE);
    private static final ExcelLook REMARK = ExcelLook.text(Part.TILE_NOTE);
    private static final double SMALL = 17;
    private static final double LARGE = 30;
    private static final double GAP = 6;
    private static final int ROWS = 3;

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final WorkbookData data;
    private final WorkbookBenefits benefits;
    private final WorkbookFigures figures;

    WorkbookTiles(
            WorkbookContent content,
            WorkbookWords words,
            ExcelSheet sheet,
            WorkbookData data,
            WorkbookBenefits benefits,
            WorkbookFigures figures) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
        this.data = data;
        this.benefits = benefits;
        this.figures = figures;
    }

    /**
     * Writes from a row down: a name in the first column, a tile on every two columns after it, and one at the side.
     *
     * @return the number of the last row
     */
    int write(int row, int sideColumn, int lastColumn) {
        writeBand(row, true);
        writeFte(row, sideColumn, lastColumn);
        sheet.at(row + ROWS, GAP);
        int second = row + ROWS + 1;
        writeBand(second, false);
        tile(
                second,
                sideColumn,
                lastColumn,
                words.word("ownBudget"),
                () -> figures.put(
                        sideColumn,
                        "SUM(" + data.range(WorkbookData.Column.OWN_BUDGET_NOK) + ")",
                        content.total().figures().ownBudgetNok(),
                        FIGURE.as(WHOLE),
                        words.word("ownBudget")),
                () -> sheet.heading(sideColumn, words.word("ownBudget.note"), REMARK));
        return second + ROWS - 1;
    }

    private void writeBand(int row, boolean inHours) {
        var unit = inHours ? "unit.hours" : "unit.nok";
        tile(
                row,
                0,
                0,
                null,
                () -> sheet.heading(0, words.word(unit), FIGURE),
                () -> sheet.heading(0, words.word(unit + ".note"), REMARK));
        for (var measure : WorkbookMeasure.values()) {
            int column = WorkbookSummary.column(measure, true);
            tile(
                    row,
                    column,
                    column + 1,
                    measure.name(words),
                    () -> figures.put(
                            column,
                            formula(measure, row + 1, inHours),
                            figure(measure, inHours),
                            FIGURE.as(WHOLE),
                            measure.name(inHours, words)),
                    () -> writeShare(measure, row + 1, inHours));
        }
    }

    private BigDecimal figure(WorkbookMeasure measure, boolean inHours) {
        return measure.of(content.totalLine(), inHours);
    }

    private String formula(WorkbookMeasure measure, int row, boolean inHours) {
        return measure == WorkbookMeasure.UNACCOUNTED
                ? cell(WorkbookMeasure.MEASURED, row) + "-" + cell(WorkbookMeasure.TAKEN_OUT, row)
                : "SUM(" + measure.cells(inHours, data, benefits) + ")";
    }

    private static String cell(WorkbookMeasure measure, int row) {
        return ExcelSheet.address(WorkbookSummary.column(measure, true), row);
    }

    /** What part the measure is of the one it came from, with the words as part of its format. */
    private void writeShare(WorkbookMeasure measure, int figureRow, boolean inHours) {
        int column = WorkbookSummary.column(measure, true);
        switch (measure) {
            case PLANNED -> sheet.blank(column, REMARK);
            case MEASURED -> writeShare(measure, WorkbookMeasure.PLANNED, "share.ofPlanned", figureRow, inHours);
            default -> writeShare(measure, WorkbookMeasure.MEASURED, "share.ofMeasured", figureRow, inHours);
        }
    }

    private void writeShare(
            WorkbookMeasure part, WorkbookMeasure whole, String wordsOfFormat, int figureRow, boolean inHours) {
        int column = WorkbookSummary.column(part, true);
        var formula = "IF(" + cell(whole, figureRow) + ">0," + cell(part, figureRow) + "/" + cell(whole, figureRow)
                + ",\"\")";
        var look = REMARK.as("0 %" + literal(wordsOfFormat));
        var exactWhole = figure(whole, inHours);
        if (exactWhole.signum() > 0) {
            sheet.formula(column, formula, figure(part, inHours).divide(exactWhole, MathContext.DECIMAL64), look);
        } else {
            sheet.formula(column, formula, "", look);
        }
    }

    /** Words after a number, as its format writes them. */
    private String literal(String key) {
        return "\" " + words.word(key) + "\"";
    }

    private void writeFte(int row, int column, int lastColumn) {
        var period = content.snapshot().period();
        var hoursPerFte =
                content.snapshot().portfolio().parameters().hoursPerFte().at(period.to());
        var name = words.word("fte");
        if (hoursPerFte.isEmpty()) {
            tile(
                    row,
                    column,
                    lastColumn,
                    name,
                    () -> sheet.heading(column, "–", FIGURE),
                    () -> sheet.heading(column, words.word("fte.unknown"), REMARK));
            return;
        }
        var hours = cell(WorkbookMeasure.MEASURED, row + 1);
        var formula = hours + "*12/(" + ExcelSheet.address(column, row + 2) + "*" + period.months() + ")";
        tile(
                row,
                column,
                lastColumn,
                name,
                () -> figures.put(column, formula, content.total().fte(), FIGURE.as(TENTHS), name),
                () -> sheet.number(
                        column, hoursPerFte.get(), REMARK.as(format(hoursPerFte.get()) + literal("fte.note"))));
    }

    private static String format(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? WHOLE : ExcelLook.HUNDREDTHS;
    }

    private void tile(int row, int column, int lastColumn, String name, Runnable figure, Runnable remark) {
        sheet.at(row, SMALL).heading(column, name, NAME);
        sheet.merge(column, lastColumn, NAME);
        sheet.at(row + 1, LARGE);
        figure.run();
        sheet.merge(column, lastColumn, FIGURE);
        sheet.at(row + 2, SMALL);
        remark.run();
        sheet.merge(column, lastColumn, REMARK);
    }
}
