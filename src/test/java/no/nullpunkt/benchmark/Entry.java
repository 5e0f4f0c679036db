package no.nullpunkt.benchmark;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A value that is to be entered, as JSON, as a line of a file, and as a row of the table. */
record Entry(Town town, int indicator, int unit, YearMonth month, Level level) {

    static final String CSV_HEADER = "indicatorId;unitId;month;value;weight;numerator;denominator\n";

    static final String INSERT = "insert into measurement (value, weight, numerator, denominator, municipality_id,"
            + " series_id, month, status, machine, version) values (?, ?, ?, ?, ?, ?, ?, 'MEASURED', false, 0)";

    /** One for every series in each of the months after the last that has values. */
    static List<Entry> after(Town town, int months, long seed) {
        var random = new SplittableRandom(seed);
        var entries = new ArrayList<Entry>();
        for (int month = 1; month <= months; month++) {
            for (int indicator = 0; indicator < town.indicators(); indicator++) {
                for (int unit = 0; unit < Town.UNITS; unit++) {
                    var level = Level.around(Kind.of(indicator), month, random);
                    entries.add(
                            new Entry(town, indicator, unit, town.lastMonth().plusMonths(month), level));
                }
            }
        }
        return entries;
    }

    /** The same a thousand higher. */
    Entry corrected() {
        var more = new BigDecimal("1000.5");
        return new Entry(
                town,
                indicator,
                unit,
                month,
                new Level(
                        level.value() == null ? null : level.value().add(more),
                        level.weight(),
                        level.numerator() == null ? null : level.numerator().add(more),
                        level.denominator()));
    }

    /** Where a single one is put, below the municipality. */
    String path() {
        return "indicators/%s/units/%s/values/%s".formatted(town.indicator(indicator), town.unit(unit), month);
    }

    /** What a single one is put as. */
    String json() {
        return "{" + numbers() + "}";
    }

    private String numbers() {
        return "\"status\": \"MEASURED\""
                + number("value", level.value())
                + number("weight", level.weight())
                + number("numerator", level.numerator())
                + number("denominator", level.denominator());
    }

    private static String number(String name, BigDecimal number) {
        return number == null ? "" : ", \"" + name + "\": " + number;
    }

    static String json(List<Entry> entries) {
        return entries.stream()
                .map(entry -> "{\"indicatorId\": \"%s\", \"unitId\": \"%s\", \"month\": \"%s\", %s}"
                        .formatted(
                                entry.town.indicator(entry.indicator),
                                entry.town.unit(entry.unit),
                                entry.month,
                                entry.numbers()))
                .collect(Collectors.joining(",\n", "{\"values\": [", "]}"));
    }

    static String csv(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.town.indicator(entry.indicator) + ";" + entry.town.unit(entry.unit) + ";"
                        + entry.month + ";" + text(entry.level.value()) + ";" + text(entry.level.weight()) + ";"
                        + text(entry.level.numerator()) + ";" + text(entry.level.denominator()) + "\n")
                .collect(Collectors.joining("", CSV_HEADER, ""));
    }

    private static String text(BigDecimal number) {
        return number == null ? "" : number.toString();
    }

    /** Sets the parameters of {@link #INSERT}. */
    void set(PreparedStatement statement) throws SQLException {
        statement.setBigDecimal(1, level.value());
        statement.setBigDecimal(2, level.weight());
        statement.setBigDecimal(3, level.numerator());
        statement.setBigDecimal(4, level.denominator());
        statement.setInt(5, town.id());
        statement.setLong(6, town.series(indicator, unit));
        statement.setObject(7, month.atDay(1));
    }
}
