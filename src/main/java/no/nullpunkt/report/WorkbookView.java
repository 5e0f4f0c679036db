package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.CELL;
import static no.nullpunkt.shared.ExcelLook.TENTHS;
import static no.nullpunkt.shared.ExcelLook.WHOLE;
import static no.nullpunkt.shared.ExcelLook.WRAPPED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Course;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Booking;
import no.nullpunkt.results.Effect;
import no.nullpunkt.results.KeyFigure;
import no.nullpunkt.results.KeyFigures;
import no.nullpunkt.results.TakenOut;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.ExcelChart;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;

/**
 * The page of one view: the same figures, those first that matter to its readers, in their words. Each is a formula over
 * the other sheets, so that no view has figures of its own.
 */
final class WorkbookView {

    private static final int NAME = 0;
    private static final int FIGURE = 1;
    private static final int OF = 2;
    private static final int WORDS = 3;
    private static final double NAME_WIDTH = 44;
    private static final double NUMBER_WIDTH = 15;
    private static final double WIDEST_NUMBER = 36;
    /** The unit after a number, which its format writes. */
    private static final double LONGEST_UNIT = 8;

    private static final double WORDS_WIDTH = 62;
    private static final double ROW = 16.5;
    private static final double HEADING = 24;
    private static final int CHART_ROWS = 13;
    private static final int MOST_SUCCESSES = 3;
    private static final int MOST_LINES = 8;

    private final View view;
    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final WorkbookData data;
    private final WorkbookBenefits benefits;
    private final WorkbookFigures figures;

    WorkbookView(
            View view,
            WorkbookContent content,
            WorkbookWords words,
            ExcelSheet sheet,
            WorkbookData data,
            WorkbookBenefits benefits) {
        this.view = view;
        this.content = content;
        this.words = words;
        this.sheet = sheet.inAnyOrder();
        this.data = data;
        this.benefits = benefits;
        this.figures = new WorkbookFigures(sheet);
    }

    /** The figures that the sheet shows, to be checked. */
    List<WorkbookCheck> checks() {
        return figures.checks();
    }

    void write(WorkbookSummary summary, WorkbookMonths months, WorkbookMissing missing, String footer) {
        var snapshot = content.snapshot();
        var language = words.language();
        sheet.at(1, 34).heading(NAME, words.text("summary.title", snapshot.municipality()), ExcelLook.TITLE);
        sheet.at(2, 20)
                .heading(NAME, words.text("view.lead", view.name(language), view.lead(language)), ExcelLook.HEADING);
        sheet.at(3, 18)
                .heading(
                        NAME,
                        words.text("summary.subtitle", words.period(snapshot.period()), words.instant(snapshot.asOf())),
                        ExcelLook.SUBTITLE);
        int row = writeKeyFigures(5) + 1;
        switch (view) {
            case POLITICIANS -> writeCharts(writeSuccesses(writeEffects(row)) + 2, summary, months);
            case ADMINISTRATION -> writeMatters(row, missing, summary, months);
            case STAFF -> writeCharts(writeSuccesses(writeUses(writeEffects(row) + 1)) + 2, summary, months);
        }
        sheet.widen(NAME, sheet.isAccessible() ? WorkbookMatters.WIDTH + 3 : NAME_WIDTH)
                .fit(FIGURE, NUMBER_WIDTH, WIDEST_NUMBER)
                .widen(OF, NUMBER_WIDTH)
                .widen(WORDS, WORDS_WIDTH);
        sheet.withoutGridlines();
        if (sheet.isAccessible()) {
            sheet.print(ExcelSheet.Paper.A4, 0, footer);
        } else {
            sheet.printOnePage(ExcelSheet.Paper.A4, WORDS, footer);
        }
    }

    /** Answers the number of the last row, as those below do. */
    private int writeKeyFigures(int row) {
        var language = words.language();
        var all = KeyFigures.of(content.snapshot(), content.rollup(), content.stories());
        sheet.at(row, ROW).text(NAME, words.word("view.FIGURE"), ExcelLook.HEADER);
        sheet.text(FIGURE, words.word("view.AMOUNT"), ExcelLook.NUMBER_HEADER);
        sheet.text(OF, words.word("view.OF"), ExcelLook.NUMBER_HEADER);
        sheet.text(WORDS, words.word("view.WORDS"), ExcelLook.HEADER);
        int next = row + 1;
        for (var figure : view.keyFigures()) {
            var told = view == View.ADMINISTRATION ? figure.note(language) : all.sentence(figure, language);
            begin(next, figure.name(language), told);
            sheet.text(NAME, figure.name(language), WRAPPED);
            put(figure, all.amount(figure));
            sheet.text(WORDS, told, WRAPPED);
            next++;
        }
        for (var note : notes(all)) {
            sheet.at(next++, ROW).heading(NAME, note, ExcelLook.FINE);
        }
        return next - 1;
    }

    /** Begins a row with room for its texts. */
    private void begin(int row, String name, String told) {
        int lines = Math.max(ExcelText.lines(name, NAME_WIDTH - 3), ExcelText.lines(told, WORDS_WIDTH - 3));
        sheet.at(row, ROW + (lines - 1) * 12.75);
    }

    private List<String> notes(KeyFigures all) {
        var notes = new ArrayList<String>();
        notes.add(View.text(words.language(), view.showsNok() ? "nok-own-budget" : "nok-none"));
        if (view.showsNok() && all.nokLeftOut() > 0) {
            notes.add(View.text(words.language(), "nok-left-out", all.nokLeftOut()));
        }
        return notes;
    }

    private void put(KeyFigure figure, KeyFigures.Amount amount) {
        var name = figure.name(words.language());
        if (amount.number() == null) {
            sheet.text(FIGURE, View.text(words.language(), "unknown"), ExcelLook.text(ExcelLook.Part.MARK));
            sheet.blank(OF, CELL);
            return;
        }
        var look = CELL.as(
                switch (figure.unit()) {
                    case HOURS -> WHOLE + literal("short.hours");
                    case NOK -> WHOLE + literal("short.nok");
                    case FTE -> TENTHS + literal("view.fte");
                    case COUNT -> WHOLE;
                });
        figures.put(FIGURE, formula(figure), amount.number(), look, name);
        sheet.note(FIGURE, ExcelText.width(amount.number(), look.format()) + LONGEST_UNIT);
        if (figure.unit() == KeyFigure.Unit.COUNT) {
            figures.put(
                    OF,
                    formulaOfAll(figure),
                    BigDecimal.valueOf(amount.of()),
                    CELL.as(WHOLE),
                    name + ", " + words.word("view.OF"));
        } else {
            sheet.blank(OF, CELL);
        }
    }

    private String literal(String key) {
        return "\" " + words.word(key) + "\"";
    }

    private String formula(KeyFigure figure) {
        return switch (figure) {
            case PLANNED_HOURS -> WorkbookTiles.named(WorkbookMeasure.PLANNED, true);
            case MEASURED_HOURS -> WorkbookTiles.named(WorkbookMeasure.MEASURED, true);
            case TAKEN_OUT_HOURS -> WorkbookTiles.named(WorkbookMeasure.TAKEN_OUT, true);
            case UNACCOUNTED_HOURS -> WorkbookTiles.named(WorkbookMeasure.UNACCOUNTED, true);
            case FTE -> WorkbookTiles.named("fte");
            case HOURS_IN_NOK -> WorkbookTiles.named("ownBudgetNok");
            case HOURS_FOR_USERS ->
                Booking.FOR_USERS.stream()
                        .map(category -> "SUM(" + benefits.used(category) + ")")
                        .collect(Collectors.joining("+"));
            case HOURS_FOR_OTHER_TASKS -> "SUM(" + benefits.used("OTHER_TASKS") + ")";
            case PLANNED_NOK -> ownBudget(WorkbookData.Column.PLANNED_NOK);
            case MEASURED_NOK -> ownBudget(WorkbookData.Column.NOK);
            case TAKEN_OUT_NOK -> takenOutNok();
            case UNACCOUNTED_NOK -> ownBudget(WorkbookData.Column.NOK) + "-" + takenOutNok();
            case QUALITY_BETTER ->
                "COUNTIFS(" + benefits.range(WorkbookBenefits.Column.QUALITY) + ",\"" + words.of(Course.BETTER) + "\")";
            case BENEFITS_ON_PLAN ->
                Stream.of(Status.values())
                        .filter(KeyFigures.ON_PLAN::contains)
                        .map(status -> alive() + "," + benefits.range(WorkbookBenefits.Column.STATUS) + ",\""
                                + words.of(status) + "\")")
                        .collect(Collectors.joining("+"));
            case VALUES_MEASURED -> states("MEASURED");
            case ROUTINES_ENDED -> "SUM(" + benefits.range(WorkbookBenefits.Column.ENDED_ROUTINES) + ")";
        };
    }

    /** How many there are in all of what is counted. */
    private String formulaOfAll(KeyFigure figure) {
        return switch (figure) {
            case QUALITY_BETTER -> "COUNTIFS(" + benefits.range(WorkbookBenefits.Column.QUALITY) + ",\"*\")";
            case BENEFITS_ON_PLAN -> alive() + ")";
            case VALUES_MEASURED -> states("MEASURED") + "+" + states("NOT_MEASURED") + "+" + states("MISSING");
            case ROUTINES_ENDED ->
                formula(figure) + "+SUM(" + benefits.range(WorkbookBenefits.Column.OPEN_ROUTINES) + ")";
            default -> throw new IllegalArgumentException(figure + " is no count");
        };
    }

    private String ownBudget(WorkbookData.Column column) {
        return "SUMIFS(" + data.range(column) + "," + data.range(WorkbookData.Column.PLAN_HEADING_CODE) + ",\""
                + WorkbookWords.code(PlanHeading.OWN_BUDGET) + "\")";
    }

    private String takenOutNok() {
        return "SUMIFS(" + benefits.range(WorkbookBenefits.Column.TAKEN_NOK) + ","
                + benefits.range(WorkbookBenefits.Column.PLAN_HEADING) + ",\"" + words.of(PlanHeading.OWN_BUDGET)
                + "\")";
    }

    /** A count of benefits that are not given up, to be ended. */
    private String alive() {
        return "COUNTIFS(" + benefits.range(WorkbookBenefits.Column.ROW) + ",\"" + benefits.benefitRow() + "\","
                + benefits.range(WorkbookBenefits.Column.STEP) + ",\"<>" + words.label("step", "ABANDONED") + "\"";
    }

    private String states(String state) {
        return "COUNTIFS(" + data.range(WorkbookData.Column.STATE_CODE) + ",\"" + state + "\")";
    }

    /** What became of quality: each indicator of it, before and now. */
    private int writeEffects(int row) {
        sheet.at(row, HEADING).heading(NAME, words.word("view.quality"), ExcelLook.HEADING);
        sheet.at(row + 1, ROW).text(NAME, words.word("view.INDICATOR"), ExcelLook.HEADER);
        sheet.text(FIGURE, words.word("view.BEFORE"), ExcelLook.NUMBER_HEADER);
        sheet.text(OF, words.word("view.NOW"), ExcelLook.NUMBER_HEADER);
        sheet.text(WORDS, words.word("view.COURSE"), ExcelLook.HEADER);
        int next = row + 2;
        for (var effect : Effect.of(content.snapshot(), content.rollup())) {
            write(effect, next++);
        }
        if (next == row + 2) {
            sheet.at(next++, ROW).heading(NAME, words.word("view.noQuality"), ExcelLook.NOTE);
        }
        return next - 1;
    }

    private void write(Effect effect, int row) {
        var facts = content.snapshot().indicators().get(effect.indicator().id());
        var course = effect.course() == null ? words.word("view.noCourse") : words.of(effect.course());
        var told = words.text("view.course", course, facts.unit());
        begin(row, facts.name(), told);
        sheet.text(NAME, facts.name(), WRAPPED);
        var figures = effect.figures();
        var format = ExcelLook.formatOf(Stream.of(figures.baselineLevel(), figures.level())
                .filter(Objects::nonNull)
                .toList());
        level(FIGURE, figures.baselineLevel(), figures.suppressed(), format);
        level(OF, figures.level(), figures.suppressed(), format);
        sheet.text(WORDS, told, WRAPPED);
    }

    private void level(int column, BigDecimal level, boolean hidden, String format) {
        if (level == null && hidden) {
            sheet.text(column, WorkbookWords.HIDDEN, ExcelLook.text(ExcelLook.Part.MARK));
        } else {
            sheet.number(column, level, CELL.as(format));
        }
    }

    /** What the hours taken out were used for. */
    private int writeUses(int row) {
        sheet.at(row, HEADING).heading(NAME, words.word("view.uses"), ExcelLook.HEADING);
        var uses = TakenOut.byCategory(content.snapshot(), content.rollup());
        int next = row + 1;
        for (var category : Booking.CATEGORIES) {
            var name = words.label("category", category);
            sheet.at(next++, ROW).text(NAME, name, ExcelLook.LINE);
            var hours = uses.getOrDefault(category, TakenOut.NOTHING).hours();
            figures.put(
                    FIGURE,
                    "SUM(" + benefits.used(category) + ")",
                    hours,
                    ExcelLook.LINE.as(WHOLE + literal("short.hours")),
                    name);
        }
        return next - 1;
    }

    /** What benefits meant to people, as approved, if anything is. */
    private int writeSuccesses(int row) {
        var successes = content.stories().values().stream()
                .map(BenefitStory::success)
                .filter(Objects::nonNull)
                .limit(MOST_SUCCESSES)
                .toList();
        if (successes.isEmpty()) {
            return row;
        }
        int next = row + 1;
        sheet.at(next++, HEADING).heading(NAME, words.word("view.successes"), ExcelLook.HEADING);
        for (var success : successes) {
            var told = ExcelText.cut(success.text(), WORDS_WIDTH - 3, MOST_LINES);
            begin(next++, success.title(), told);
            sheet.text(NAME, success.title(), WRAPPED);
            sheet.blank(FIGURE, WRAPPED);
            sheet.blank(OF, WRAPPED);
            sheet.text(WORDS, told, WRAPPED);
        }
        return next - 1;
    }

    /** Deviations and what is asked for, beside the charts or above them. */
    private void writeMatters(int row, WorkbookMissing missing, WorkbookSummary summary, WorkbookMonths months) {
        var matters = new WorkbookMatters(content, words, sheet, benefits, missing);
        if (sheet.isAccessible()) {
            matters.write(row, NAME, ROW);
            writeCharts(sheet.rowNumber() + 2, summary, months);
        } else {
            matters.write(row, OF, ROW);
            writeChart(() -> summary.byTechnology(true), NAME, FIGURE, row);
            writeChart(() -> months.chart(true), NAME, FIGURE, row + CHART_ROWS);
        }
    }

    private void writeCharts(int row, WorkbookSummary summary, WorkbookMonths months) {
        writeChart(() -> summary.byTechnology(true), NAME, FIGURE, row);
        writeChart(() -> months.chart(true), OF, WORDS, row);
    }

    private void writeChart(Supplier<ExcelChart> chart, int firstColumn, int lastColumn, int row) {
        if (!WorkbookCharts.hasAny(content, true)) {
            return;
        }
        sheet.chart(chart.get(), firstColumn, row, lastColumn, row + CHART_ROWS - 1);
        for (int each = row; each < row + CHART_ROWS; each++) {
            sheet.at(each, ROW);
        }
    }
}
