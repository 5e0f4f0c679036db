package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.TENTHS;
import static no.nullpunkt.shared.ExcelLook.WHOLE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelLook.Part;
import no.nullpunkt.shared.ExcelSheet;

/**
 * The large figures at the head of the summary: a row of tiles for hours and one for kroner, or a plain table of the same
 * for screen readers.
 */
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
                () -> putOwnBudget(sideColumn, FIGURE),
                () -> sheet.heading(sideColumn, words.word("ownBudget.note"), REMARK));
        return second + ROWS - 1;
    }

    /**
     * Writes the same as a table from a row down, its header first.
     *
     * @return the number of the last row
     */
    int writeTable(int row) {
        sheet.at(row, 2 * SMALL).text(0, words.word("summary.keyFigures"), ExcelLook.HEADER);
        for (var measure : WorkbookMeasure.values()) {
            sheet.text(column(measure), measure.name(words), ExcelLook.NUMBER_HEADER);
        }
        writeTableRow(row + 1, true);
        writeTableRow(row + 2, false);
        sheet.at(row + 3, SMALL).text(0, words.word("about.hoursPerFte"), ExcelLook.LINE);
        var hoursPerFte = hoursPerFte();
        if (hoursPerFte.isEmpty()) {
            sheet.text(1, words.word("about.notSet"), ExcelLook.LINE);
        } else {
            sheet.number(1, hoursPerFte.get(), ExcelLook.LINE.as(format(hoursPerFte.get())));
            sheet.at(row + 4, SMALL).text(0, words.word("fte"), ExcelLook.LINE);
            figures.put(
                    1, fte(row + 1, 1, row + 3), content.total().fte(), ExcelLook.LINE.as(TENTHS), words.word("fte"));
            name("fte", 1, row + 4);
        }
        sheet.at(row + 5, SMALL).text(0, words.word("ownBudget"), ExcelLook.LINE);
        putOwnBudget(1, ExcelLook.LINE);
        return row + 5;
    }

    private void writeTableRow(int row, boolean inHours) {
        sheet.at(row, SMALL).text(0, words.word(inHours ? "unit.hours" : "unit.nok"), ExcelLook.LINE);
        for (var measure : WorkbookMeasure.values()) {
            figures.put(
                    column(measure),
                    formula(measure, row, inHours),
                    figure(measure, inHours),
                    ExcelLook.LINE.as(WHOLE),
                    measure.name(inHours, words));
            name(measure.figure(inHours), column(measure), row);
        }
    }

    /** Where a measure's hours and kroner stand, one above the other. */
    private int column(WorkbookMeasure measure) {
        return sheet.isAccessible() ? 1 + measure.ordinal() : WorkbookSummary.column(measure, true);
    }

    private void putOwnBudget(int column, ExcelLook look) {
        figures.put(
                column,
                "SUM(" + data.range(WorkbookData.Column.OWN_BUDGET_NOK) + ")",
                content.total().figures().ownBudgetNok(),
                look.as(WHOLE),
                words.word("ownBudget"));
        name("ownBudgetNok", column, sheet.rowNumber());
    }

    /** Names a cell after the figure as the API calls it, in every language, so that formulas elsewhere keep working. */
    private void name(String figure, int column, int row) {
        sheet.name(named(figure), column, row);
    }

    /** What the cell of a figure is called, for formulas elsewhere. */
    static String named(String figure) {
        return "Nullpunkt_" + figure;
    }

    static String named(WorkbookMeasure measure, boolean inHours) {
        return named(measure.figure(inHours));
    }

    private Optional<BigDecimal> hoursPerFte() {
        return content.snapshot()
                .portfolio()
                .parameters()
                .hoursPerFte()
                .at(content.snapshot().period().to());
    }

    private String fte(int hoursRow, int assumptionColumn, int assumptionRow) {
        return cell(WorkbookMeasure.MEASURED, hoursRow) + "*12/("
                + ExcelSheet.address(assumptionColumn, assumptionRow) + "*"
                + content.snapshot().period().months() + ")";
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
            int column = column(measure);
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
            name(measure.figure(inHours), column, row + 1);
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

    private String cell(WorkbookMeasure measure, int row) {
        return ExcelSheet.address(column(measure), row);
    }

    /** What part the measure is of the one it came from, with the words as part of its format. */
    private void writeShare(WorkbookMeasure measure, int figureRow, boolean inHours) {
        int column = column(measure);
        switch (measure) {
            case PLANNED -> sheet.blank(column, REMARK);
            case MEASURED -> writeShare(measure, WorkbookMeasure.PLANNED, "share.ofPlanned", figureRow, inHours);
            default -> writeShare(measure, WorkbookMeasure.MEASURED, "share.ofMeasured", figureRow, inHours);
        }
    }

    private void writeShare(
            WorkbookMeasure part, WorkbookMeasure whole, String wordsOfFormat, int figureRow, boolean inHours) {
        int column = column(part);
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
        var hoursPerFte = hoursPerFte();
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
        var formula = fte(row + 1, column, row + 2);
        tile(
                row,
                column,
                lastColumn,
                name,
                () -> figures.put(column, formula, content.total().fte(), FIGURE.as(TENTHS), name),
                () -> sheet.number(
                        column, hoursPerFte.get(), REMARK.as(format(hoursPerFte.get()) + literal("fte.note"))));
        name("fte", column, row + 1);
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
