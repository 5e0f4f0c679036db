package no.nullpunkt.report;

import static no.nullpunkt.shared.ExcelLook.STRONG;
import static no.nullpunkt.shared.ExcelLook.WHOLE;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.BenefitFacts;
import no.nullpunkt.results.Missing;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;

/** What the summary says in words: what did not go as planned and why, and what is asked for and of whom. */
final class WorkbookMatters {

    private static final int MOST_DEVIATIONS = 5;
    private static final int MOST_PEOPLE = 4;
    private static final int MOST_LINES = 3;
    static final double WIDTH = 62;
    private static final Set<Status> NOT_AS_PLANNED =
            EnumSet.of(Status.WORSE_THAN_BASELINE, Status.OFF_TRACK, Status.BEHIND);

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;
    private final WorkbookBenefits benefits;
    private final WorkbookMissing missing;
    private int row;
    private int column;
    private double line;

    WorkbookMatters(
            WorkbookContent content,
            WorkbookWords words,
            ExcelSheet sheet,
            WorkbookBenefits benefits,
            WorkbookMissing missing) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
        this.benefits = benefits;
        this.missing = missing;
    }

    /** Writes from a row down in two columns: a number's and a text's, or the other way round for screen readers. */
    void write(int firstRow, int firstColumn, double lineHeight) {
        row = firstRow;
        column = firstColumn;
        line = lineHeight;
        sheet.at(row++, 24).heading(column, words.word("matters.deviations"), ExcelLook.HEADING);
        writeDeviations();
        row++;
        sheet.at(row++, line).heading(column, words.word("matters.asked"), ExcelLook.HEADING);
        writeAsked();
        sheet.at(row, line);
    }

    private void writeDeviations() {
        var all = content.snapshot().benefits().values().stream()
                .filter(this::isMatter)
                .sorted(Comparator.comparing(
                        facts -> content.benefit(facts.id()).figures().status(),
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        for (var facts : all.subList(0, Math.min(MOST_DEVIATIONS, all.size()))) {
            writeDeviation(facts);
        }
        if (all.isEmpty()) {
            sentence(words.word("matters.noDeviations"));
        } else if (all.size() > MOST_DEVIATIONS) {
            sentence(words.text("matters.moreDeviations", all.size() - MOST_DEVIATIONS));
        }
    }

    private boolean isMatter(BenefitFacts facts) {
        var line = content.benefit(facts.id());
        return NOT_AS_PLANNED.contains(line.figures().status())
                || line.takenOut().overdrawn()
                || !content.story(facts.id()).deviations().isEmpty();
    }

    private void writeDeviation(BenefitFacts facts) {
        var line = content.benefit(facts.id());
        var achievement = line.figures().achievement();
        var name = words.of(line.figures().status()) + " · " + facts.title()
                + (achievement == null ? "" : " (" + words.percent(achievement) + ")");
        sheet.at(row++, this.line).heading(column, ExcelText.cut(name, WIDTH, 1), STRONG);
        var explained = new ArrayList<String>();
        content.snapshot().overdraftsOf(facts.id()).forEach(overdraft -> explained.add(words.of(overdraft)));
        content.story(facts.id())
                .deviations()
                .forEach(each -> explained.add(words.of("cause", each.cause()) + ": " + each.explanation()));
        content.withoutDeviation(facts.id())
                .ifPresent(reason -> explained.add(words.text("benefits.withoutDeviation", reason)));
        sentence(explained.isEmpty() ? words.word("matters.unexplained") : String.join(" ", explained));
    }

    private void writeAsked() {
        int before = row;
        writePeople();
        for (var kind :
                List.of(Missing.Kind.OWNER, Missing.Kind.BASELINE, Missing.Kind.APPROVAL, Missing.Kind.TARGET)) {
            var count =
                    missing.all().stream().filter(each -> each.kind() == kind).count();
            asked(count, count(kind), words.text("asked." + kind, count));
        }
        var routines = content.snapshot().benefits().keySet().stream()
                .mapToLong(id -> content.story(id).openRoutines())
                .sum();
        asked(
                routines,
                "SUM(" + benefits.range(WorkbookBenefits.Column.OPEN_ROUTINES) + ")",
                words.text("asked.ROUTINES", routines));
        asked(WorkbookBenefits.Remark.LATE_BASELINE);
        asked(WorkbookBenefits.Remark.OVERDRAWN);
        var waivers = content.snapshot().benefits().keySet().stream()
                .mapToLong(id -> content.story(id).waivers().size())
                .sum();
        asked(waivers, null, words.text("asked.WAIVERS", waivers));
        if (row == before) {
            sentence(words.word("matters.nothingAsked"));
        }
    }

    /** Missing values by whoever owes them, those with the most first. */
    private void writePeople() {
        var values = new LinkedHashMap<String, List<Missing>>();
        missing.all().stream()
                .filter(each -> each.kind() == Missing.Kind.VALUE)
                .forEach(each -> values.computeIfAbsent(WorkbookMissing.id(each.who()), added -> new ArrayList<>())
                        .add(each));
        var people = values.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .toList();
        var named = people.subList(0, Math.min(MOST_PEOPLE, people.size()));
        int first = row;
        for (var person : named) {
            var owed = person.getValue();
            var formula = "COUNTIFS(" + missing.range(WorkbookMissing.Column.WHO_ID) + ",\"" + person.getKey() + "\","
                    + missing.range(WorkbookMissing.Column.KIND) + ",\"" + missing.word(Missing.Kind.VALUE)
                    + "\")";
            var who = owed.get(0).who();
            var oldest = words.month(
                    owed.stream().map(Missing::due).min(YearMonth::compareTo).orElseThrow());
            asked(
                    owed.size(),
                    formula,
                    who == null
                            ? words.text("asked.valuesOfNobody", owed.size(), oldest)
                            : words.text("asked.values", owed.size(), who.name(), oldest));
        }
        if (people.size() > named.size()) {
            var rest = people.subList(named.size(), people.size()).stream()
                    .mapToLong(entry -> entry.getValue().size())
                    .sum();
            asked(
                    rest,
                    count(Missing.Kind.VALUE) + "-SUM(" + ExcelSheet.address(countColumn(), first) + ":"
                            + ExcelSheet.address(countColumn(), row - 1) + ")",
                    words.text("asked.valuesOfOthers", rest, people.size() - named.size()));
        }
    }

    private String count(Missing.Kind kind) {
        return "COUNTIFS(" + missing.range(WorkbookMissing.Column.KIND) + ",\"" + missing.word(kind) + "\")";
    }

    private void asked(WorkbookBenefits.Remark remark) {
        long count = benefits.count(remark);
        asked(
                count,
                "COUNTIFS(" + benefits.range(WorkbookBenefits.Column.REMARKS) + ",\"*" + words.remark(remark) + "*\")",
                words.text("asked." + remark, count));
    }

    /** A line of what is asked for, when there is any of it; without a formula the number stands as it is. */
    private void asked(long count, String formula, String text) {
        if (count == 0) {
            return;
        }
        int textColumn = sheet.isAccessible() ? column : column + 1;
        int lines = begin(text, WIDTH - 8);
        if (formula == null) {
            sheet.number(countColumn(), count, STRONG.as(WHOLE));
        } else {
            sheet.formula(countColumn(), formula, BigDecimal.valueOf(count), STRONG.as(WHOLE));
        }
        sheet.heading(textColumn, text, ExcelLook.NOTE);
        sheet.mergeDown(textColumn, textColumn, lines);
        row += lines;
    }

    private void sentence(String text) {
        var shown = ExcelText.cut(text.replaceAll("\\s+", " "), WIDTH, MOST_LINES);
        int lines = begin(shown, WIDTH);
        sheet.heading(column, shown, ExcelLook.NOTE);
        sheet.mergeDown(column, column + 1, lines);
        row += lines;
    }

    private int countColumn() {
        return sheet.isAccessible() ? column + 1 : column;
    }

    /** Begins rows with room for a text, or one row of the same height. Answers how many. */
    private int begin(String text, double width) {
        int lines = ExcelText.lines(text, width);
        int rows = sheet.isAccessible() ? 1 : lines;
        sheet.at(row, sheet.isAccessible() ? lines * line : line);
        return rows;
    }
}
