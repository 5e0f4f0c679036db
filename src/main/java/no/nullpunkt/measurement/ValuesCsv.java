package no.nullpunkt.measurement;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.measurement.Place.Spot;
import no.nullpunkt.shared.CsvFile;
import no.nullpunkt.shared.MonthText;
import no.nullpunkt.shared.NumberText;
import no.nullpunkt.shared.NumberText.DecimalSign;
import no.nullpunkt.shared.Problem;

/** Reads a file with one value a line. What the decimal sign is, the whole file decides. */
final class ValuesCsv {

    /** The columns and what else they may be called. */
    enum Column {
        SERIES("series", "serie"),
        INDICATOR_ID("indicatorId", "indikatorId"),
        UNIT_ID("unitId", "enhetId", "einingId"),
        MONTH("month", "måned", "månad"),
        STATUS("status"),
        VALUE("value", "verdi"),
        WEIGHT("weight", "vekt"),
        NUMERATOR("numerator", "teller", "teljar"),
        DENOMINATOR("denominator", "nevner", "nemnar"),
        QUALITY("quality", "kvalitet"),
        COMMENT("comment", "kommentar"),
        REASON("reason", "grunn", "begrunnelse", "grunngiving"),
        VERSION("version", "versjon");

        private static final Set<Column> NUMBERS = EnumSet.of(VALUE, WEIGHT, NUMERATOR, DENOMINATOR);

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        /** As JSON calls it. */
        String field() {
            return names.get(0);
        }

        boolean isCalled(String name) {
            return names.stream().map(CsvFile::plain).anyMatch(CsvFile.plain(name)::equals);
        }
    }

    private final CsvFile file;
    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final DecimalSign sign;

    private ValuesCsv(CsvFile file, DecimalSign sign) {
        this.file = file;
        for (int i = 0; i < file.header().size(); i++) {
            var column = column(file.header().get(i), i + 1);
            if (columns.put(column, i) != null) {
                throw Problem.notUnderstood("csv-column-twice", column.field())
                        .at("line 1, column " + column.field(), "csv-column-twice", column.field());
            }
        }
        this.sign = sign == null
                ? file.shownSign(Column.NUMBERS.stream()
                        .map(columns::get)
                        .filter(Objects::nonNull)
                        .toList())
                : sign;
    }

    /**
     * The values, read or not.
     *
     * @param sign the decimal sign, or null where the file is to show it
     * @throws Problem 400 where the file as a whole cannot be read, 413 for more values than are taken
     */
    static List<EnteredRow> read(byte[] bytes, DecimalSign sign) {
        var csv = new ValuesCsv(new CsvFile(bytes), sign);
        var rows = new ArrayList<EnteredRow>();
        csv.file.lines(line -> {
            BulkService.mustBeFewEnough(rows.size() + 1);
            rows.add(csv.row(line));
        });
        return rows;
    }

    private static Column column(String name, int number) {
        for (var column : Column.values()) {
            if (column.isCalled(name)) {
                return column;
            }
        }
        var known = String.join(
                ", ", EnumSet.allOf(Column.class).stream().map(Column::field).toList());
        throw Problem.notUnderstood("csv-column-unknown", name, known)
                .at("line 1, column " + number, "csv-column-unknown", name, known);
    }

    private EnteredRow row(CsvFile.Line line) {
        // Of the line nothing is kept but its number, for there may be many.
        var number = line.number();
        Place place = field -> spot(number, field);
        try {
            file.mustFit(line);
            return EnteredRow.of(place, value(line));
        } catch (Problem fault) {
            return EnteredRow.unreadable(place, fault);
        }
    }

    /** A field is told by the name that its column has in the file. */
    private Spot spot(int line, String field) {
        if (field.isEmpty()) {
            return new Spot("line " + line, line, null);
        }
        var name = field.substring(1);
        var header = columns.entrySet().stream()
                .filter(column -> column.getKey().field().equals(name))
                .map(column -> file.header().get(column.getValue()))
                .findFirst()
                .orElse(name);
        return new Spot("line " + line + ", column " + header, line, header);
    }

    private EnteredValue value(CsvFile.Line line) {
        var value = number(line, Column.VALUE);
        var weight = number(line, Column.WEIGHT);
        var numerator = number(line, Column.NUMERATOR);
        var denominator = number(line, Column.DENOMINATOR);
        var hasNumber = value != null || weight != null || numerator != null || denominator != null;
        return new EnteredValue(
                read(line, Column.SERIES, Long::valueOf, "Long"),
                read(line, Column.INDICATOR_ID, UUID::fromString, "UUID"),
                read(line, Column.UNIT_ID, UUID::fromString, "UUID"),
                month(line),
                status(line, hasNumber),
                value,
                weight,
                numerator,
                denominator,
                read(line, Column.QUALITY, ValueQuality::valueOf, "ValueQuality"),
                text(line, Column.COMMENT),
                text(line, Column.REASON),
                read(line, Column.VERSION, Integer::valueOf, "Integer"));
    }

    private BigDecimal number(CsvFile.Line line, Column column) {
        var text = text(line, column);
        return text == null ? null : NumberText.read(text, sign, "/" + column.field());
    }

    private YearMonth month(CsvFile.Line line) {
        var text = text(line, Column.MONTH);
        return text == null
                ? null
                : MonthText.of(text).orElseThrow(() -> notUnderstood(Column.MONTH, "not-a-month", text));
    }

    /** A number alone says that it was measured. */
    private ValueStatus status(CsvFile.Line line, boolean hasNumber) {
        var text = text(line, Column.STATUS);
        return text == null ? hasNumber ? ValueStatus.MEASURED : null : StatusText.read(text);
    }

    private <T> T read(CsvFile.Line line, Column column, Function<String, T> reader, String type) {
        var text = text(line, column);
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw notUnderstood(column, "wrong-type", text, type);
        }
    }

    private String text(CsvFile.Line line, Column column) {
        var place = columns.get(column);
        var text = place == null || place >= line.fields().size()
                ? ""
                : line.fields().get(place);
        return text.isEmpty() ? null : text;
    }

    private static Problem notUnderstood(Column column, String code, Object... arguments) {
        return Problem.notUnderstood(code, arguments).at("/" + column.field(), code, arguments);
    }
}
