package no.nullpunkt.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.nullpunkt.shared.NumberText.DecimalSign;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A file of separated values as people and machines make them: semicolon, comma or tab; CRLF or LF; quoted fields; UTF-8
 * with a byte-order mark or none, or else Windows-1252, of which ISO-8859-1 is a part. The first line names the columns.
 */
public final class CsvFile {

    /**
     * A line below the header.
     *
     * @param number of the line in the file, as editors count them, from 1
     * @param fields as many as there are columns, without space around
     */
    public record Line(int number, List<String> fields) {}

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Enough to see what is wrong with the file. */
    private static final int MOST_TOLD = 100;

    private static final char[] SEPARATORS = {';', ',', '\t'};

    private final byte[] bytes;
    private final int start;
    private final Charset charset;
    private final char separator;
    private final List<String> header = new ArrayList<>();
    private int headerLine;

    /**
     * Looks at what kind of file it is, and reads its header.
     *
     * @throws Problem 400 when there is no header, 422 when there is a birth number in it, with line and column
     */
    public CsvFile(byte[] bytes) {
        this.bytes = bytes;
        this.start = Arrays.mismatch(bytes, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? BYTE_ORDER_MARK.length : 0;
        this.charset = isUtf8() ? StandardCharsets.UTF_8 : WINDOWS_1252;
        this.separator = findSeparator();
        read(line -> {
            if (header.isEmpty()) {
                header.addAll(line.fields());
                headerLine = line.number();
                return false;
            }
            return true;
        });
        if (header.isEmpty()) {
            throw Problem.notUnderstood("csv-header-missing").at("line 1", "csv-header-missing");
        }
        mustHoldNoBirthNumber();
    }

    /** In any field, whether anything is made of it or not: the file as a whole is refused. */
    private void mustHoldNoBirthNumber() {
        var problem = Problem.rule("birth-number-in-file");
        read(line -> {
            for (int i = 0; i < line.fields().size(); i++) {
                var pointer = "line " + line.number() + ", column " + nameOf(line, i);
                BirthNumber.inField(line.fields().get(i))
                        .ifPresent(place -> problem.at(pointer, "birth-number", place.from(), place.to()));
            }
            return problem.errors().size() < MOST_TOLD;
        });
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private String nameOf(Line line, int column) {
        return line.number() > headerLine && column < header.size() ? header.get(column) : String.valueOf(column + 1);
    }

    public List<String> header() {
        return header;
    }

    /** A name as it is compared: {@code Indikator-ID} is {@code indicator_id} with other letters. */
    public static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00a0_.-]", "");
    }

    /**
     * Each line below the header that has any text.
     *
     * @throws Problem 400 when a quotation does not end
     */
    public void lines(Consumer<Line> reader) {
        read(line -> {
            if (line.number() > headerLine) {
                reader.accept(line);
            }
            return true;
        });
    }

    /** The one decimal sign that the numbers of these columns show; null where they show none, or both. */
    public DecimalSign shownSign(Collection<Integer> columns) {
        var shown = EnumSet.noneOf(DecimalSign.class);
        lines(line -> columns.stream()
                .filter(column -> column < line.fields().size())
                .forEach(column -> NumberText.of(line.fields().get(column))
                        .flatMap(NumberText::sign)
                        .ifPresent(shown::add)));
        return shown.size() == 1 ? shown.iterator().next() : null;
    }

    /** A line that has more or fewer fields than there are columns is shifted, and its fields mean something else. */
    public void mustFit(Line line) {
        if (line.fields().size() != header.size()) {
            throw Problem.notUnderstood("csv-fields-count", line.fields().size(), header.size());
        }
    }

    private interface UntilFalse {
        boolean read(Line line);
    }

    private void read(UntilFalse reader) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        var number = 1;
        try (var parser =
                CSVParser.builder().setReader(reader()).setFormat(format).get()) {
            var records = parser.iterator();
            while (records.hasNext()) {
                var fields = records.next().stream().map(String::strip).toList();
                if (fields.stream().anyMatch(field -> !field.isEmpty()) && !reader.read(new Line(number, fields))) {
                    return;
                }
                number = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw Problem.notUnderstood("csv-quotation", number).at("line " + number, "csv-quotation", number);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
    }

    private boolean isUtf8() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        var from = ByteBuffer.wrap(bytes, start, bytes.length - start);
        var some = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(from, some, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            some.clear();
        }
    }

    /** The one that the header has most of; names of columns hold none of them. */
    private char findSeparator() {
        var first = new StringBuilder();
        try (var reader = reader()) {
            for (int next = reader.read(); next >= 0 && (next != '\n' && next != '\r' || first.isEmpty()); ) {
                if (next != '\n' && next != '\r') {
                    first.append((char) next);
                }
                next = reader.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.of(SEPARATORS[0], SEPARATORS[1], SEPARATORS[2])
                .max(Comparator.comparingLong(
                        sign -> first.chars().filter(letter -> letter == sign).count()))
                .filter(sign -> first.indexOf(String.valueOf(sign)) >= 0)
                .orElse(SEPARATORS[0]);
    }
}
