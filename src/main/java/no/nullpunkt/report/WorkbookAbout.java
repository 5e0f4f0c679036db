package no.nullpunkt.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.shared.ExcelLook;
import no.nullpunkt.shared.ExcelSheet;
import no.nullpunkt.shared.ExcelText;

/** What the words and figures mean, what they rest on, and what is assumed. */
final class WorkbookAbout {

    private static final double TERM_WIDTH = 34;
    private static final double TEXT_WIDTH = 104;
    private static final List<String> DEFINITIONS = List.of(
            "baseline",
            "target",
            "value",
            "gain",
            "planned",
            "level",
            "achievement",
            "hours",
            "nok",
            "fte",
            "ownBudget",
            "taken",
            "unaccounted",
            "technology",
            "missing",
            "zero",
            "hidden");
    private static final List<Status> STATUSES = List.of(
            Status.NOT_STARTED,
            Status.NOT_MEASURED,
            Status.NO_BASELINE,
            Status.WORSE_THAN_BASELINE,
            Status.NO_TARGET,
            Status.REACHED,
            Status.ON_TRACK,
            Status.BEHIND,
            Status.OFF_TRACK);

    private final WorkbookContent content;
    private final WorkbookWords words;
    private final ExcelSheet sheet;

    WorkbookAbout(WorkbookContent content, WorkbookWords words, ExcelSheet sheet) {
        this.content = content;
        this.words = words;
        this.sheet = sheet;
    }

    void write(String footer) {
        sheet.rowOf(30.0).heading(0, words.word("about.title"), ExcelLook.TITLE);
        sheet.row().heading(0, words.word("about.note"), ExcelLook.SUBTITLE);
        heading("about.workbook");
        line(words.word("control.municipality"), content.snapshot().municipality());
        line(words.word("control.period"), words.period(content.snapshot().period()));
        line(words.word("about.asOf"), words.instant(content.snapshot().asOf()));
        line(words.word("about.language"), words.word("about.language.name"));
        line(words.word("about.version"), "Nullpunkt " + content.version());
        heading("about.sheets");
        for (var each : WorkbookSheet.of(content)) {
            line(each.name(words), words.word("about.sheet." + each));
        }
        line(words.word("about.names"), words.word("about.names.text"));
        heading("about.definitions");
        DEFINITIONS.forEach(each -> line(words.word("about.term." + each), words.word("about.text." + each)));
        heading("about.statuses");
        STATUSES.forEach(status -> line(words.of(status), words.of("about.status", status.name())));
        line(words.word("about.ofBenefit"), words.word("about.ofBenefit.text"));
        heading("about.assumptions");
        writeAssumptions();
        heading("about.sources");
        writeSources();
        sheet.widen(0, TERM_WIDTH).widen(1, TEXT_WIDTH);
        sheet.withoutGridlines();
        sheet.print(ExcelSheet.Paper.A4, 0, footer);
    }

    private void writeAssumptions() {
        var parameters = content.snapshot().portfolio().parameters();
        line(words.word("about.hoursPerFte"), dated(parameters.hoursPerFte(), "about.hoursPerFte.text"));
        line(words.word("about.hourlyCost"), dated(parameters.hourlyCost(), "about.hourlyCost.text"));
        for (var benefit : content.snapshot().portfolio().benefits()) {
            var facts = content.facts(benefit.id());
            facts.assumptions().forEach(assumption -> line(facts.title(), words.text("about.assumption", assumption)));
            if (benefit.attributionShare().compareTo(BigDecimal.ONE) != 0) {
                var share = words.text("about.attribution", words.percent(benefit.attributionShare()));
                line(facts.title(), facts.attributionNote() == null ? share : share + " " + facts.attributionNote());
            }
        }
    }

    private String dated(Dated numbers, String key) {
        if (numbers.byMonth().isEmpty()) {
            return words.word("about.notSet");
        }
        var format = NumberFormat.getInstance(words.language().locale());
        return String.join(
                "\n",
                numbers.byMonth().entrySet().stream()
                        .map(entry -> words.text(key, format.format(entry.getValue()), words.month(entry.getKey())))
                        .toList());
    }

    private void writeSources() {
        line(words.word("about.guidance"), words.word("about.guidance.text"));
        content.snapshot().indicators().values().stream()
                .filter(facts -> Objects.nonNull(facts.dataSource()))
                .forEach(facts -> line(facts.name(), facts.dataSource()));
    }

    private void heading(String key) {
        sheet.skip();
        sheet.rowOf(22.0).heading(0, words.word(key), ExcelLook.HEADING);
    }

    private void line(String term, String text) {
        sheet.rowOf(Math.max(ExcelText.lines(term, TERM_WIDTH - 2), ExcelText.lines(text, TEXT_WIDTH - 3)));
        sheet.text(0, term, ExcelLook.WRAPPED);
        sheet.text(1, text, ExcelLook.WRAPPED);
    }
}
