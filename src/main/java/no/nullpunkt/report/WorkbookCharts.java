package no.nullpunkt.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import no.nullpunkt.results.Grouping;
import no.nullpunkt.results.Results;
import no.nullpunkt.shared.ExcelChart;

/** Charts of what was planned, measured and taken out, in hours or in kroner. */
final class WorkbookCharts {

    /** Those that are drawn; what is unaccounted for is seen between the last two. */
    static final List<WorkbookMeasure> MEASURES =
            List.of(WorkbookMeasure.PLANNED, WorkbookMeasure.MEASURED, WorkbookMeasure.TAKEN_OUT);

    private final WorkbookWords words;
    private final boolean inHours;

    WorkbookCharts(WorkbookWords words, boolean inHours) {
        this.words = words;
        this.inHours = inHours;
    }

    /** Whether there are any hours, or any kroner, to draw. */
    static boolean hasAny(WorkbookContent content, boolean inHours) {
        return MEASURES.stream()
                .anyMatch(measure -> measure.of(content.totalLine(), inHours).signum() != 0);
    }

    /**
     * A chart of groups.
     *
     * @param key of its texts
     * @param names of the groups, in words
     * @param name a measure's name as it stands in its cell
     * @param nameCell where that is
     * @param cells where a measure's figures stand
     */
    ExcelChart of(
            ExcelChart.Kind kind,
            String key,
            ExcelChart.Labels labels,
            List<String> names,
            List<Grouping.Line> groups,
            Function<WorkbookMeasure, String> name,
            Function<WorkbookMeasure, String> nameCell,
            Function<WorkbookMeasure, String> cells) {
        var lines = groups.stream()
                .map(group -> Results.Line.of(group.figures(), group.takenOut()))
                .toList();
        var series = MEASURES.stream()
                .map(measure -> new ExcelChart.Series(
                        name.apply(measure),
                        nameCell.apply(measure),
                        cells.apply(measure),
                        lines.stream().map(line -> measure.of(line, inHours)).toList()))
                .toList();
        var unit = words.word(inHours ? "short.hours" : "chart.nok");
        return new ExcelChart(
                kind,
                words.word("chart." + key + (inHours ? ".hours" : ".nok")),
                told(key, unit, names, lines),
                labels,
                words.word("chart." + key + ".labels"),
                unit,
                series);
    }

    private String told(String key, String unit, List<String> names, List<Results.Line> lines) {
        var measured = lines.stream()
                .map(line -> WorkbookMeasure.MEASURED.of(line, inHours))
                .toList();
        var most = measured.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        var whole = NumberFormat.getIntegerInstance(words.language().locale());
        return words.text("chart." + key + ".told", unit, names.get(measured.indexOf(most)), whole.format(most));
    }
}
