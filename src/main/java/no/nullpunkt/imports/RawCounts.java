package no.nullpunkt.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.imports.Mapping.Part;
import no.nullpunkt.imports.Mapping.Take;
import no.nullpunkt.indicator.NamedSeries;
import no.nullpunkt.indicator.SeriesName;
import no.nullpunkt.measurement.EnteredRow;
import no.nullpunkt.measurement.EnteredValue;
import no.nullpunkt.measurement.Place.Spot;
import no.nullpunkt.shared.CsvFile;
import no.nullpunkt.shared.MonthText;
import no.nullpunkt.shared.NumberText;
import no.nullpunkt.shared.NumberText.DecimalSign;
import no.nullpunkt.shared.Problem;

/** The rows of a raw file, added up series by series and cycle by cycle. */
final class RawCounts {

    /** Decimals of a mean, as many as a value may have. */
    private static final int DECIMALS = 20;

    /** What rows are told of that no series takes. */
    record Unmapped(String unit, String code) {}

    /** A mapped indicator in a mapped unit, where it is measured. */
    private record Series(Mapping.Indicator indicator, Mapping.Unit unit, NamedSeries.Found found) {}

    private final CsvFile file;
    private final Mapping mapping;
    private final YearMonth from;
    private final YearMonth now;
    private final DecimalSign sign;
    private final List<Series> series;
    private final Map<String, Integer> columns = new HashMap<>();

    private final Map<Series, TreeMap<YearMonth, Sums>> sums = new LinkedHashMap<>();
    private final Map<Unmapped, Integer> unmapped = new LinkedHashMap<>();
    private final List<EnteredRow> unreadable = new ArrayList<>();
    private int rowsRead;
    private int rowsNotEnded;
    private YearMonth first;
    private YearMonth last;

    private RawCounts(
            CsvFile file, Mapping mapping, NamedSeries measured, YearMonth from, YearMonth now, DecimalSign sign) {
        this.file = file;
        this.mapping = mapping;
        this.from = from;
        this.now = now;
        this.series = mapping.indicators().stream()
                .flatMap(indicator -> mapping.units().stream()
                        .flatMap(unit -> measured
                                .find(new SeriesName(null, indicator.indicatorId(), unit.unitId()))
                                .map(found -> new Series(indicator, unit, found))
                                .stream()))
                .toList();
        series.forEach(each -> sums.put(each, new TreeMap<>()));
        named().forEach(this::findColumn);
        this.sign = sign == null
                ? file.shownSign(numbers().map(Part::column).map(columns::get).toList())
                : sign;
    }

    /**
     * Reads a file by a mapping.
     *
     * @param from months before are left out; null for none
     * @param now the present month: cycles that have not ended before it are left out
     * @param sign the decimal sign; null where the file is to show it
     * @throws Problem 400 when the file lacks a column that the mapping names
     */
    static RawCounts of(
            CsvFile file, Mapping mapping, NamedSeries measured, YearMonth from, YearMonth now, DecimalSign sign) {
        var counts = new RawCounts(file, mapping, measured, from, now, sign);
        file.lines(counts::add);
        if (mapping.zeroWithoutRows()) {
            counts.fillWithZero();
        }
        return counts;
    }

    private Stream<Part> parts() {
        return mapping.indicators().stream()
                .flatMap(each -> Stream.of(each.value(), each.weight(), each.numerator(), each.denominator()))
                .filter(Objects::nonNull);
    }

    private Stream<Part> numbers() {
        return parts().filter(part -> part.take() != Take.COUNT);
    }

    private Stream<String> named() {
        return Stream.concat(
                        Stream.of(mapping.monthColumn(), mapping.unitColumn(), mapping.codeColumn()),
                        parts().map(Part::column))
                .filter(Objects::nonNull)
                .distinct();
    }

    private void findColumn(String name) {
        for (int i = 0; i < file.header().size(); i++) {
            if (CsvFile.plain(file.header().get(i)).equals(CsvFile.plain(name))) {
                columns.put(name, i);
                return;
            }
        }
        throw Problem.notUnderstood("csv-column-missing", name).at("line 1", "csv-column-missing", name);
    }

    private void add(CsvFile.Line line) {
        rowsRead++;
        try {
            file.mustFit(line);
            var text = text(line, mapping.monthColumn());
            var month = MonthText.of(text)
                    .orElseThrow(() ->
                            Problem.notUnderstood("not-a-month", text).at(mapping.monthColumn(), "not-a-month", text));
            if (from == null || !month.isBefore(from)) {
                add(line, month);
            }
        } catch (Problem fault) {
            var number = line.number();
            unreadable.add(EnteredRow.unreadable(
                    column -> column.isEmpty()
                            ? new Spot("line " + number, number, null)
                            : new Spot("line " + number + ", column " + column, number, column),
                    fault));
        }
    }

    private void add(CsvFile.Line line, YearMonth month) {
        var unit = text(line, mapping.unitColumn());
        var code = text(line, mapping.codeColumn());
        var taken = series.stream()
                .filter(each ->
                        mapping.unitColumn() == null || isSame(each.unit().code(), unit))
                .filter(each -> each.indicator().code() == null
                        || isSame(each.indicator().code(), code))
                .toList();
        if (taken.isEmpty()) {
            unmapped.merge(new Unmapped(unit, code), 1, Integer::sum);
        }
        var hasEnded = taken.isEmpty();
        for (var each : taken) {
            var end = each.found().measured().cycleEnd(month);
            if (end.isBefore(now)) {
                sums.get(each).computeIfAbsent(end, added -> new Sums()).add(each.indicator(), line);
                hasEnded = true;
            }
        }
        if (hasEnded && month.isBefore(now)) {
            first = first == null || month.isBefore(first) ? month : first;
            last = last == null || month.isAfter(last) ? month : last;
        }
        rowsNotEnded += hasEnded ? 0 : 1;
    }

    private static boolean isSame(String code, String text) {
        return code.strip().equalsIgnoreCase(text);
    }

    /** A count that the file could have told of and does not is 0, where the mapping says so. */
    private void fillWithZero() {
        sums.forEach((each, cycles) -> {
            var measured = each.found().measured();
            var adds = measured.aggregation() == Aggregation.SUM || measured.aggregation() == Aggregation.LATEST;
            for (var month = first; adds && month != null && !month.isAfter(last); month = month.plusMonths(1)) {
                if (measured.isCycleEnd(month)) {
                    cycles.computeIfAbsent(month, added -> new Sums());
                }
            }
        });
    }

    /** The values that the file comes to; or else the rows that could not be read, for then no sum is certain. */
    List<EnteredRow> rows() {
        if (!isReadable()) {
            return unreadable;
        }
        var rows = new ArrayList<EnteredRow>();
        sums.forEach((each, cycles) -> cycles.forEach((month, sum) -> rows.add(row(each, month, sum))));
        return rows;
    }

    boolean isReadable() {
        return unreadable.isEmpty();
    }

    int rowsRead() {
        return rowsRead;
    }

    /** How many rows belong to cycles that have not ended. */
    int rowsNotEnded() {
        return rowsNotEnded;
    }

    /** How many rows no series takes, by what they say. */
    Map<Unmapped, Integer> unmapped() {
        return unmapped;
    }

    private EnteredRow row(Series of, YearMonth month, Sums sum) {
        var indicator = of.indicator();
        var place = Stream.of(month.toString(), of.unit().code(), indicator.code())
                .filter(Objects::nonNull)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        return EnteredRow.of(
                field -> new Spot(place, null, null),
                new EnteredValue(
                        null,
                        indicator.indicatorId(),
                        of.unit().unitId(),
                        month,
                        ValueStatus.MEASURED,
                        sum.of(indicator.value()),
                        sum.of(indicator.weight()),
                        sum.of(indicator.numerator()),
                        sum.of(indicator.denominator()),
                        null,
                        null,
                        null,
                        null));
    }

    private String text(CsvFile.Line line, String column) {
        return column == null ? null : line.fields().get(columns.get(column));
    }

    /** What the rows of one series in one cycle come to. */
    private final class Sums {

        private final Map<Part, BigDecimal> sums = new HashMap<>();
        private final Map<Part, Integer> counts = new HashMap<>();

        void add(Mapping.Indicator indicator, CsvFile.Line line) {
            Stream.of(indicator.value(), indicator.weight(), indicator.numerator(), indicator.denominator())
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(part -> add(part, line));
        }

        private void add(Part part, CsvFile.Line line) {
            var text = text(line, part.column());
            if (text != null && text.isEmpty()) {
                return;
            }
            counts.merge(part, 1, Integer::sum);
            if (part.take() != Take.COUNT) {
                sums.merge(part, NumberText.read(text, sign, part.column()), BigDecimal::add);
            }
        }

        /** Nothing where no row tells, but for counts and what the mapping says is 0 then. */
        BigDecimal of(Part part) {
            if (part == null) {
                return null;
            }
            var count = counts.getOrDefault(part, 0);
            return switch (part.take()) {
                case COUNT -> BigDecimal.valueOf(count);
                case SUM -> sums.getOrDefault(part, mapping.zeroWithoutRows() ? BigDecimal.ZERO : null);
                case MEAN ->
                    Optional.ofNullable(sums.get(part))
                            .map(sum -> sum.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP))
                            .orElse(null);
            };
        }
    }
}
