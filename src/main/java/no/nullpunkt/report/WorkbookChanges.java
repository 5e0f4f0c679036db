package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.CELL;
import static no.nullpunkt.shared.ExcelLook.GENERAL;
import static no.nullpunkt.shared.ExcelLook.HEADER;
import static no.nullpunkt.shared.ExcelLook.HUNDREDTHS;
import static no.nullpunkt.shared.ExcelLook.NUMBER_HEADER;
import static no.nullpunkt.shared.ExcelLook.PERCENT;
import static no.nullpunkt.shared.ExcelLook.WHOLE;
import static no.nullpunkt.shared.ExcelLook.WRAPPED;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.report.Differences.Amounts;
import no.nullpunkt.report.Differences.Input;
import no.nullpunkt.report.Differences.Pair;
import no.nullpunkt.results.Results;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;

/** What is another now than in the report that is superseded: first the benefits, then what was changed, then each figure. */
final class WorkbookChanges {

    /** In every table a name, what of it, and that before and after; the rest belongs to what was changed. */
    private static final List<Integer> WIDTHS = List.of(38, 30, 22, 22, 14, 34, 26, 22, 22, 44);

    private static final int BEFORE = 2;
    private static final int AFTER = 3;
    private static final int DIFFERENCE = 4;

    private static final Set<String> COUNTS =
            Set.of("expected", "measured", "notMeasured", "missing", "notApplicable", "notYetDue", "withoutBaseline");

    /** What the codes of a field are called, by the field. */
    private static final Map<String, String> LABELS = Map.of(
            "type", "type",
            "planHeading", "planHeading",
            "step", "step",
            "role", "role",
            "aggregation", "aggregation",
            "value", "state",
            "status", "status");

    private static final Pattern CODE = Pattern.compile("[A-Z]+(_[A-Z]+)*");
    private static final Pattern CATEGORY = Pattern.compile("(.*, )([A-Z_]+)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Differences changes;
    private final WorkbookWords words;
    private final ExcelSheet sheet;

    WorkbookChanges(Differences changes, WorkbookWords words, ExcelSheet sheet) {
        this.changes = changes;
        this.words = words;
        this.sheet = sheet;
    }

    void write(String footer) {
        sheet.rowOf(30.0).heading(0, words.text("changes.title", changes.sinceNumber()), ExcelLook.TITLE);
        sheet.row().heading(0, words.text("changes.note", words.instant(changes.since())), ExcelLook.SUBTITLE);
        heading("changes.benefits");
        header(NUMBER_HEADER, "NAME", "FIGURE", "BEFORE", "AFTER", "DIFFERENCE");
        write(words.word("total"), changes.total());
        changes.benefits().forEach(pair -> write(pair.title(), pair));
        heading("changes.inputs");
        header(HEADER, "NAME", "FIELD", "BEFORE", "AFTER", "MONTH", "INDICATOR", "UNIT", "WHEN", "WHO", "WHY");
        changes.inputs().forEach(this::write);
        if (changes.inputs().isEmpty()) {
            sheet.row().text(0, words.word("changes.none"), CELL);
        }
        heading("changes.figures");
        header(NUMBER_HEADER, "NAME", "FIGURE", "BEFORE", "AFTER", "DIFFERENCE", "GATHERED");
        changes.figures().forEach(this::write);
        if (changes.figures().isEmpty()) {
            sheet.row().text(0, words.word("changes.none"), CELL);
        }
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.widen(column, WIDTHS.get(column));
        }
        sheet.withoutGridlines();
        sheet.print(ExcelSheet.Paper.A4, 0, footer);
    }

    private void heading(String key) {
        sheet.skip();
        sheet.rowOf(22.0).heading(0, words.word(key), ExcelLook.HEADING);
    }

    /** What stands above before, after and difference is numbers in some tables and all kinds of things in another. */
    private void header(ExcelLook compared, String... names) {
        sheet.row();
        for (int column = 0; column < names.length; column++) {
            var look = column >= BEFORE && column <= DIFFERENCE ? compared : HEADER;
            sheet.text(column, words.of("changes", names[column]), look);
        }
    }

    private void write(String name, Pair pair) {
        amount(name, "plannedHours", before(pair).plannedHours(), after(pair).plannedHours());
        amount(name, "hours", before(pair).hours(), after(pair).hours());
        amount(name, "takenOutHours", before(pair).takenOutHours(), after(pair).takenOutHours());
        amount(name, "plannedNok", before(pair).plannedNok(), after(pair).plannedNok());
        amount(name, "nok", before(pair).nok(), after(pair).nok());
        amount(name, "takenOutNok", before(pair).takenOutNok(), after(pair).takenOutNok());
        if (pair.id() != null) {
            figure(name, "status", text(before(pair).status()), text(after(pair).status()));
        }
    }

    private static Amounts before(Pair pair) {
        return pair.before() == null ? NOTHING : pair.before();
    }

    private static Amounts after(Pair pair) {
        return pair.after() == null ? NOTHING : pair.after();
    }

    private static final Amounts NOTHING = new Amounts(null, null, null, null, null, null, null);

    private static String text(Status status) {
        return status == null ? null : status.name();
    }

    private void amount(String name, String figure, BigDecimal before, BigDecimal after) {
        if (!isNothing(before) || !isNothing(after)) {
            figure(name, figure, text(before), text(after));
        }
    }

    private static boolean isNothing(BigDecimal amount) {
        return amount == null || amount.signum() == 0;
    }

    private static String text(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private void write(Differences.Figure figure) {
        var name = figure.name() == null ? words.word("total") : figure.name();
        figure(name, figure.figure(), figure.before(), figure.after());
        sheet.text(DIFFERENCE + 1, words.of("gathered", figure.groupBy()), WRAPPED);
    }

    private void figure(String name, String figure, String before, String after) {
        var called = figure.startsWith("nokByPlanHeading.")
                ? words.word("figure.nok") + ", " + words.label("planHeading", planHeading(figure))
                : words.of("figure", figure);
        var format = format(figure);
        row(name, called);
        cell(BEFORE, figure, before, format);
        cell(AFTER, figure, after, format);
        if (isNumber(before) && isNumber(after)) {
            int row = sheet.rowNumber();
            sheet.formula(
                    DIFFERENCE,
                    ExcelSheet.address(AFTER, row) + "-" + ExcelSheet.address(BEFORE, row),
                    new BigDecimal(after).subtract(new BigDecimal(before)),
                    CELL.as(format));
        } else {
            sheet.blank(DIFFERENCE, CELL);
        }
    }

    private static String format(String figure) {
        if (figure.equals("achievement")) {
            return PERCENT;
        }
        return COUNTS.contains(figure) ? WHOLE : HUNDREDTHS;
    }

    private static String planHeading(String figure) {
        var code = figure.substring(figure.indexOf('.') + 1);
        return code.equals(Results.NO_HEADING) ? "none" : code;
    }

    private void write(Input input) {
        var at = words.instant(input.at());
        row(
                input.benefit(),
                words.of("field", input.kind() + "." + input.field()),
                lines(input.indicator(), 5),
                lines(input.unit(), 6),
                lines(at, 7),
                lines(input.by(), 8),
                lines(input.reason(), 9));
        if (input.suppressed()) {
            sheet.text(BEFORE, words.word("changes.hidden"), CELL);
            sheet.text(AFTER, words.word("changes.hidden"), CELL);
        } else {
            cell(BEFORE, input.field(), input.before(), GENERAL);
            cell(AFTER, input.field(), input.after(), GENERAL);
        }
        if (input.month() == null) {
            sheet.blank(4, CELL);
        } else {
            sheet.month(4, input.month(), CELL);
        }
        sheet.text(5, input.indicator(), WRAPPED);
        sheet.text(6, input.unit(), WRAPPED);
        sheet.text(7, at, WRAPPED);
        sheet.text(8, input.by(), WRAPPED);
        sheet.text(9, input.reason(), WRAPPED);
    }

    /** Begins a row as high as its texts need: a name, what of it, and the lines that what follows takes. */
    private void row(String name, String what, int... others) {
        int lines = IntStream.concat(IntStream.of(lines(name, 0), lines(what, 1)), IntStream.of(others))
                .max()
                .getAsInt();
        sheet.rowOf(lines).text(0, name, WRAPPED);
        sheet.text(1, what, WRAPPED);
    }

    private static int lines(String text, int column) {
        return text == null ? 1 : ExcelText.lines(text, WIDTHS.get(column) - 3);
    }

    private void cell(int column, String field, String text, String format) {
        if (isNumber(text)) {
            sheet.number(column, new BigDecimal(text), CELL.as(format));
        } else {
            sheet.text(column, text == null ? null : told(field, text), WRAPPED);
        }
    }

    private static boolean isNumber(String text) {
        return text != null && NUMBER.matcher(text).matches();
    }

    /** A code in words. */
    private String told(String field, String text) {
        if (LABELS.containsKey(field) && CODE.matcher(text).matches()) {
            return words.label(LABELS.get(field), text);
        }
        if (text.equals("true") || text.equals("false")) {
            return words.yesOrNo(Boolean.parseBoolean(text));
        }
        var booked = CATEGORY.matcher(text);
        return field.equals("booked") && booked.matches()
                ? booked.group(1) + words.label("category", booked.group(2))
                : text;
    }
}
