package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.CELL;
import static no.nullpunkt.shared.ExcelLook.GENERAL;
import static no.nullpunkt.shared.ExcelLook.PERCENT;
import static no.nullpunkt.shared.ExcelLook.TENTHS;
import static no.nullpunkt.shared.ExcelLook.TOTAL;
import static no.nullpunkt.shared.ExcelLook.WHOLE;
import static no.nullpunkt.shared.ExcelLook.WRAPPED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Benefit;
import no.nullpunkt.calculation.Course;
import no.nullpunkt.calculation.Figures;
import no.nullpunkt.calculation.Indicator;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.BenefitFacts;
import no.nullpunkt.results.BenefitStory;
import no.nullpunkt.results.Booking;
import no.nullpunkt.results.Effect;
import no.nullpunkt.results.Row;
import no.nullpunkt.results.SeriesKey;
import no.nullpunkt.results.TakenOut;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelMark;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;

/**
 * A row for every benefit, and below one with several indicators a row for each of them. Hours and kroner stand on the
 * benefits' rows only, so that a column may be added up as it is.
 */
final class WorkbookBenefits {

    /** The columns, left to right; after them comes one for each technology's share of the benefit. */
    enum Column {
        ROW(11),
        BENEFIT(28),
        INDICATOR(24),
        ROLLOUT(17),
        TYPE(12),
        PLAN_HEADING(17),
        STEP(14),
        OWNER(16),
        MEASURED_IN(13),
        BASELINE(9, GENERAL),
        TARGET(9, GENERAL),
        BASELINE_LEVEL(10, GENERAL),
        LEVEL(9, GENERAL),
        ACHIEVEMENT(10, PERCENT),
        STATUS(18),
        PLANNED_HOURS(9, TENTHS),
        HOURS(9, TENTHS),
        TAKEN_HOURS(9, TENTHS),
        UNACCOUNTED_HOURS(12, TENTHS),
        PLANNED_NOK(9, WHOLE),
        NOK(9, WHOLE),
        TAKEN_NOK(9, WHOLE),
        UNACCOUNTED_NOK(12, WHOLE),
        REMARKS(18),
        EXPLANATION(44),
        WAIVERS(28),
        OWN_BUDGET_NOK(12, WHOLE),
        OPEN_ROUTINES(11, WHOLE),
        ENDED_ROUTINES(11, WHOLE),
        QUALITY(16),
        BUDGET_REDUCED(12, TENTHS),
        POSITION_NOT_FILLED(12, TENTHS),
        MORE_USERS(12, TENTHS),
        BETTER_QUALITY(12, TENTHS),
        OTHER_TASKS(12, TENTHS);

        private final int width;
        private final String format;

        Column(int width) {
            this(width, null);
        }

        Column(int width, String format) {
            this.width = width;
            this.format = format;
        }
    }

    /** What is wrong or worth knowing of a benefit, told in a few words and counted on the summary. */
    enum Remark {
        LATE_BASELINE,
        BASELINE_NOT_APPROVED,
        OVERDRAWN,
        UNEXPECTED
    }

    private static final Set<Column> AMOUNTS = amounts();
    private static final Set<Column> LONG_TEXTS = EnumSet.of(
            Column.BENEFIT,
            Column.INDICATOR,
            Column.ROLLOUT,
            Column.TYPE,
            Column.PLAN_HEADING,
            Column.STEP,
            Column.OWNER,
            Column.MEASURED_IN,
            Column.STATUS,
            Column.QUALITY,
            Column.REMARKS,
            Column.EXPLANATION,
            Column.WAIVERS);
    private static final int HEADER_ROW = 4;
    private static final double WIDEST_NUMBER = 30;

    private static Set<Column> amounts() {
        var amounts = EnumSet.range(Column.PLANNED_HOURS, Column.UNACCOUNTED_NOK);
        amounts.add(Column.OWN_BUDGET_NOK);
        return amounts;
    }

    /** What a benefit's hours were taken out for. */
    private record Use(UUID benefitId, String category) {}

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final List<String> technologies;
    private final int lastRow;
    private final Map<UUID, Course> courses;
    private final Map<Use, TakenOut> uses;
    private final List<WorkbookCheck> checks = new ArrayList<>();

    WorkbookBenefits(WorkbookContent content, WorkbookWords words, ExcelSheet sheet) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
        this.technologies = content.technologies();
        this.courses = new HashMap<>();
        Effect.of(content.snapshot(), content.rollup())
                .forEach(effect -> courses.put(effect.indicator().id(), effect.course()));
        this.uses = TakenOut.sums(
                content.snapshot().bookings(),
                booking -> Map.of(new Use(booking.benefitId(), booking.category()), BigDecimal.ONE));
        int rows = benefits().stream()
                .mapToInt(benefit -> 1 + indicatorRows(benefit).size())
                .sum();
        this.lastRow = HEADER_ROW + Math.max(1, rows);
    }

    private List<Benefit> benefits() {
        return content.snapshot().portfolio().benefits();
    }

    private static List<Indicator> indicatorRows(Benefit benefit) {
        return benefit.indicators().size() > 1 ? benefit.indicators() : List.of();
    }

    /** The rows of a column, for a formula on another sheet. */
    String range(Column column) {
        return sheet.range(column.ordinal(), HEADER_ROW + 1, lastRow);
    }

    /** A technology's shares of the benefits; null for benefits without a technology. */
    String shares(String technology) {
        return sheet.range(Column.values().length + technologies.indexOf(technology), HEADER_ROW + 1, lastRow);
    }

    /** Where the hours taken out for something stand. */
    String used(String category) {
        return range(Column.valueOf(category));
    }

    String benefitRow() {
        return words.word("benefits.row.benefit");
    }

    /** The sums that the sheet shows, to be checked. */
    List<WorkbookCheck> checks() {
        return checks;
    }

    void write(String footer) {
        sheet.rowOf(30.0).heading(0, words.word("benefits.title"), ExcelLook.TITLE);
        sheet.row().heading(0, words.word("benefits.note"), ExcelLook.SUBTITLE);
        sheet.skip();
        writeHeader();
        for (var benefit : benefits()) {
            writeBenefit(benefit);
            indicatorRows(benefit).forEach(indicator -> writeIndicator(benefit, indicator));
        }
        if (benefits().isEmpty()) {
            sheet.row().text(0, words.word("benefits.none"), CELL);
        }
        writeTotal();
        for (var column : Column.values()) {
            if (column.format == null) {
                sheet.widen(column.ordinal(), column.width);
            } else {
                sheet.fit(column.ordinal(), column.width, WIDEST_NUMBER);
            }
        }
        writeMarks();
        sheet.freeze(2, HEADER_ROW);
        sheet.filter(HEADER_ROW, lastRow, lastColumn());
        sheet.withoutGridlines();
        sheet.print(ExcelSheet.Paper.A3, HEADER_ROW, footer);
        sheet.printTo(Column.WAIVERS.ordinal());
    }

    private void writeMarks() {
        mark(ExcelMark.GOOD, Status.REACHED, Status.ON_TRACK);
        mark(ExcelMark.WARNING, Status.BEHIND, Status.NO_TARGET, Status.NO_BASELINE, Status.NOT_MEASURED);
        mark(ExcelMark.BAD, Status.OFF_TRACK, Status.WORSE_THAN_BASELINE);
        sheet.signs(Column.ACHIEVEMENT.ordinal(), HEADER_ROW + 1, lastRow, 0.5, 0.9);
        for (var column : List.of(Column.UNACCOUNTED_HOURS, Column.UNACCOUNTED_NOK)) {
            var first = ExcelSheet.inRow(column.ordinal(), HEADER_ROW + 1);
            sheet.mark(ExcelMark.BAD, column.ordinal(), HEADER_ROW + 1, lastRow, "N(" + first + ")<0");
        }
    }

    private void mark(ExcelMark mark, Status... statuses) {
        var cell = ExcelSheet.inRow(Column.STATUS.ordinal(), HEADER_ROW + 1);
        var condition = Stream.of(statuses)
                .map(status -> cell + "=\"" + words.of(status) + "\"")
                .collect(Collectors.joining(",", "OR(", ")"));
        sheet.mark(mark, Column.STATUS.ordinal(), HEADER_ROW + 1, lastRow, condition);
    }

    private int lastColumn() {
        return Column.values().length + technologies.size() - 1;
    }

    private void writeHeader() {
        sheet.rowOf(Stream.of(Column.values())
                .mapToInt(column -> headerLines(header(column), column.width))
                .max()
                .orElse(1));
        for (var column : Column.values()) {
            sheet.text(
                    column.ordinal(),
                    header(column),
                    column.format == null ? ExcelLook.HEADER : ExcelLook.NUMBER_HEADER);
        }
        for (int i = 0; i < technologies.size(); i++) {
            int column = Column.values().length + i;
            sheet.text(
                    column,
                    words.text("benefits.share", content.technology(technologies.get(i))),
                    ExcelLook.NUMBER_HEADER);
            sheet.widen(column, 15);
        }
    }

    private String header(Column column) {
        return Booking.CATEGORIES.contains(column.name())
                ? words.text("benefits.USE", words.label("category", column.name()))
                : words.word("benefits." + column);
    }

    /** A column is never narrower than the longest word of its header. */
    private static int headerLines(String header, double width) {
        return ExcelText.lines(header, Math.max(width - 3, ExcelText.widestWord(header) + 1));
    }

    private void writeBenefit(Benefit benefit) {
        var facts = content.facts(benefit.id());
        var story = content.story(benefit.id());
        var line = content.benefit(benefit.id());
        var figures = line.figures();
        var takenOut = line.takenOut();
        var row = new Row();
        row.text(Column.ROW, benefitRow());
        row.text(Column.BENEFIT, facts.title());
        row.text(Column.INDICATOR, indicatorNames(benefit));
        row.text(
                Column.ROLLOUT,
                facts.rolloutClosed() == null
                        ? facts.rollout().name()
                        : words.text(
                                "benefits.closedRollout",
                                facts.rollout().name(),
                                facts.rolloutClosed().toString()));
        row.text(Column.TYPE, words.of(facts.type()));
        row.text(Column.PLAN_HEADING, words.of(facts.planHeading()));
        row.text(Column.STEP, words.label("step", facts.step()));
        row.text(
                Column.OWNER,
                facts.owner() == null ? words.word("nobody") : facts.owner().name());
        if (benefit.indicators().size() == 1) {
            measuring(row, benefit.indicators().get(0), figures);
        }
        row.text(Column.STATUS, words.of(figures.status()));
        row.number(Column.PLANNED_HOURS, figures.plannedHours());
        row.number(Column.HOURS, figures.hours());
        row.number(Column.TAKEN_HOURS, takenOut.hours());
        row.number(Column.UNACCOUNTED_HOURS, figures.hours().subtract(takenOut.hours()));
        row.number(Column.PLANNED_NOK, figures.plannedNok());
        row.number(Column.NOK, figures.nok());
        row.number(Column.TAKEN_NOK, takenOut.nok());
        row.number(Column.UNACCOUNTED_NOK, figures.nok().subtract(takenOut.nok()));
        row.number(Column.OWN_BUDGET_NOK, figures.ownBudgetNok());
        row.number(Column.OPEN_ROUTINES, BigDecimal.valueOf(story.openRoutines()));
        row.number(Column.ENDED_ROUTINES, BigDecimal.valueOf(story.endedRoutines()));
        for (var category : Booking.CATEGORIES) {
            var use = uses.get(new Use(benefit.id(), category));
            row.number(Column.valueOf(category), use == null ? BigDecimal.ZERO : use.hours());
        }
        row.text(Column.REMARKS, remarks(benefit).stream().map(words::remark).collect(Collectors.joining("; ")));
        row.text(Column.EXPLANATION, explanation(facts, story));
        row.text(Column.WAIVERS, waivers(story));
        row.write(technology -> WorkbookData.share(benefit, technology));
    }

    private String indicatorNames(Benefit benefit) {
        return switch (benefit.indicators().size()) {
            case 0 -> words.word("benefits.noIndicator");
            case 1 ->
                content.snapshot()
                        .indicators()
                        .get(benefit.indicators().get(0).id())
                        .name();
            default -> words.text("benefits.indicators", benefit.indicators().size());
        };
    }

    private void writeIndicator(Benefit benefit, Indicator indicator) {
        var facts = content.snapshot().indicators().get(indicator.id());
        var figures = content.byIndicator().get(indicator.id().toString()).figures();
        var row = new Row();
        row.text(Column.ROW, words.word("benefits.row.indicator"));
        row.text(Column.BENEFIT, content.facts(benefit.id()).title());
        row.text(Column.INDICATOR, facts.name());
        row.text(Column.TYPE, words.of(indicator.role()));
        measuring(row, indicator, figures);
        row.text(Column.STATUS, words.of(figures.status()));
        row.write(technology -> null);
    }

    private void measuring(Row row, Indicator indicator, Figures figures) {
        row.text(
                Column.MEASURED_IN,
                content.snapshot().indicators().get(indicator.id()).unit());
        var to = content.snapshot().period().to();
        var hidesBaseline = indicator.series().stream()
                .map(series -> new SeriesKey(indicator.id(), series.unitId()))
                .anyMatch(content.snapshot().suppression()::hidesNullPoint);
        if (hidesBaseline) {
            row.text(Column.BASELINE, WorkbookWords.HIDDEN);
        } else {
            row.stated(Column.BASELINE, indicator.series(), indicator::shownBaseline);
        }
        row.stated(
                Column.TARGET,
                indicator.series(),
                series -> series.targets().at(to).orElse(null));
        row.figure(Column.BASELINE_LEVEL, figures, figures.baselineLevel());
        row.figure(Column.LEVEL, figures, figures.level());
        row.figure(Column.ACHIEVEMENT, figures, figures.achievement());
        var course = courses.get(indicator.id());
        if (course != null) {
            row.text(Column.QUALITY, words.of(course));
        }
    }

    /** How many benefits bear a remark. */
    long count(Remark remark) {
        return benefits().stream()
                .filter(benefit -> remarks(benefit).contains(remark))
                .count();
    }

    private Set<Remark> remarks(Benefit benefit) {
        var remarks = EnumSet.noneOf(Remark.class);
        for (var indicator : benefit.indicators()) {
            for (var series : indicator.series()) {
                var key = new SeriesKey(indicator.id(), series.unitId());
                var baseline = content.snapshot().series().get(key).baseline();
                if (baseline != null && baseline.late()) {
                    remarks.add(Remark.LATE_BASELINE);
                }
                if (baseline != null && !baseline.approved()) {
                    remarks.add(Remark.BASELINE_NOT_APPROVED);
                }
            }
        }
        if (content.benefit(benefit.id()).takenOut().overdrawn()) {
            remarks.add(Remark.OVERDRAWN);
        }
        if (!content.facts(benefit.id()).expected()) {
            remarks.add(Remark.UNEXPECTED);
        }
        return remarks;
    }

    /** What was said of how it goes, one matter a line. */
    private String explanation(BenefitFacts facts, BenefitStory story) {
        var lines = new ArrayList<String>();
        content.snapshot().overdraftsOf(facts.id()).forEach(overdraft -> lines.add(words.of(overdraft)));
        story.deviations().forEach(deviation -> {
            lines.add(words.of("cause", deviation.cause()) + ": " + deviation.explanation());
            if (deviation.remedy() != null) {
                lines.add(words.text("benefits.remedy", deviation.remedy()));
            }
        });
        content.withoutDeviation(facts.id())
                .ifPresent(reason -> lines.add(words.text("benefits.withoutDeviation", reason)));
        story.decisions().forEach(decision -> lines.add(decision(decision)));
        if (facts.unaccountedNote() != null) {
            lines.add(words.text("benefits.unaccountedNote", facts.unaccountedNote()));
        }
        if (facts.conclusion() != null) {
            lines.add(words.text("benefits.conclusion", facts.conclusion()));
        }
        if (facts.abandonedReason() != null) {
            lines.add(words.text("benefits.abandoned", facts.abandonedReason()));
        }
        return String.join("\n", lines);
    }

    private String decision(BenefitStory.Decision decision) {
        var said = Stream.of(decision.reference(), decision.note())
                .filter(Objects::nonNull)
                .map(text -> ". " + text)
                .collect(Collectors.joining());
        return words.text("benefits.decision", decision.date().toString(), words.of("decision", decision.kind()))
                + said;
    }

    private String waivers(BenefitStory story) {
        return story.waivers().stream()
                .map(waiver -> words.of("item", waiver.item()) + ": " + waiver.reason()
                        + (waiver.by() == null ? "" : " (" + waiver.by() + ")"))
                .collect(Collectors.joining("\n"));
    }

    private void writeTotal() {
        sheet.row();
        for (var column : Column.values()) {
            sheet.blank(column.ordinal(), TOTAL);
        }
        sheet.text(0, words.word("total"), TOTAL);
        for (var column : AMOUNTS) {
            var figure = sum(column);
            sheet.formula(column.ordinal(), "SUM(" + range(column) + ")", figure, TOTAL.as(column.format));
            checks.add(new WorkbookCheck(
                    sheet.name() + ": " + header(column), sheet.cell(column.ordinal(), sheet.rowNumber()), figure));
        }
    }

    private BigDecimal sum(Column column) {
        var total = content.total().figures();
        return switch (column) {
            case PLANNED_HOURS -> total.plannedHours();
            case HOURS -> total.hours();
            case TAKEN_HOURS -> content.takenOut().hours();
            case UNACCOUNTED_HOURS -> total.hours().subtract(content.takenOut().hours());
            case PLANNED_NOK -> total.plannedNok();
            case NOK -> total.nok();
            case TAKEN_NOK -> content.takenOut().nok();
            case UNACCOUNTED_NOK -> total.nok().subtract(content.takenOut().nok());
            case OWN_BUDGET_NOK -> total.ownBudgetNok();
            default -> throw new IllegalArgumentException(column.name());
        };
    }

    /** A row whose height is known only when all its texts are. */
    private final class Row {

        private final Map<Column, Object> cells = new EnumMap<>(Column.class);

        void text(Column column, String text) {
            cells.put(column, text == null ? "" : text);
        }

        void number(Column column, BigDecimal number) {
            if (number != null) {
                cells.put(column, number);
            }
        }

        /** A figure that may be hidden. */
        void figure(Column column, Figures figures, BigDecimal number) {
            if (number == null && figures.suppressed()) {
                text(column, WorkbookWords.HIDDEN);
            } else {
                number(column, number);
            }
        }

        /** What was stated for a series, where all series of the indicator that have any agree; else a word. */
        void stated(Column column, List<Series> series, Function<Series, BigDecimal> number) {
            var different = series.stream()
                    .map(number)
                    .filter(Objects::nonNull)
                    .map(BigDecimal::stripTrailingZeros)
                    .distinct()
                    .toList();
            if (different.size() == 1) {
                number(column, different.get(0));
            } else if (different.size() > 1) {
                text(column, words.word("benefits.byUnit"));
            }
        }

        void write(Function<String, BigDecimal> share) {
            int lines = LONG_TEXTS.stream()
                    .filter(column -> cells.get(column) instanceof String)
                    .mapToInt(column -> ExcelText.lines((String) cells.get(column), column.width - 3))
                    .max()
                    .orElse(1);
            sheet.rowOf(Math.min(lines, 30));
            for (var column : Column.values()) {
                var value = cells.get(column);
                if (value instanceof BigDecimal number) {
                    sheet.number(column.ordinal(), number, CELL.as(formatOf(column, number)));
                } else {
                    sheet.text(column.ordinal(), (String) value, look(column));
                }
            }
            for (int i = 0; i < technologies.size(); i++) {
                sheet.number(Column.values().length + i, share.apply(technologies.get(i)), CELL.as(PERCENT));
            }
        }

        private ExcelLook look(Column column) {
            if (column.format != null) {
                return CELL.as(column.format);
            }
            return LONG_TEXTS.contains(column) ? WRAPPED : CELL;
        }

        /** Every row has its own unit. */
        private String formatOf(Column column, BigDecimal number) {
            if (!GENERAL.equals(column.format)) {
                return column.format;
            }
            return ExcelLook.formatOf(List.of(number));
        }
    }
}
