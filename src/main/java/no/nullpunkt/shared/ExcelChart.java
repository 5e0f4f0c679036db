package no.nullpunkt.shared;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A native chart linked to cells, which carries their figures too, so that a previewer draws it. Series differ by
 * lightness, and by pattern or dash and marker, beside their colour; a figure that is not there is a gap and never 0.
 *
 * @param alternative what the chart tells, for those who do not see it, and where its figures stand
 * @param labels along the axis that is no number's
 * @param labelsTitle what those are, in words
 * @param unit what the figures are counted in, in words
 * @param series one to three, the one that matters most last in a chart of lines and second in one of bars
 */
public record ExcelChart(
        Kind kind,
        String title,
        String alternative,
        Labels labels,
        String labelsTitle,
        String unit,
        List<Series> series) {

    /** How figures are drawn: in the course of time, as standing bars, or as lying ones for labels that are long. */
    public enum Kind {
        LINES,
        COLUMNS,
        BARS
    }

    /**
     * Cells with labels.
     *
     * @param cells as a formula on another sheet writes them
     * @param contents texts or months
     */
    public record Labels(String cells, List<?> contents) {

        public static Labels texts(String cells, List<String> texts) {
            return new Labels(cells, List.copyOf(texts));
        }

        public static Labels months(String cells, List<YearMonth> months) {
            return new Labels(cells, List.copyOf(months));
        }

        boolean areMonths() {
            return contents.stream().anyMatch(YearMonth.class::isInstance);
        }
    }

    /**
     * Cells with figures.
     *
     * @param nameCell where the name stands
     * @param figures what the cells hold, in the order of the labels; null where a cell is empty
     */
    public record Series(String name, String nameCell, String cells, List<BigDecimal> figures) {}

    /** Those that are there, of all series. */
    Stream<BigDecimal> figures() {
        return series.stream().flatMap(each -> each.figures().stream()).filter(Objects::nonNull);
    }
}
