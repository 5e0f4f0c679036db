package no.nullpunkt.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes separated values that spreadsheets open by a click: no text in it ever becomes a formula. */
public final class CsvWriter implements AutoCloseable {

    public static final String MEDIA_TYPE = "text/csv";

    /** What stands between the fields, and the rest that follows from it. */
    public enum Separator {
        /** As Norwegian spreadsheets read it: a decimal comma, and a byte-order mark so that they see it is UTF-8. */
        SEMICOLON(';', ',', true),
        /** As programs read it: a decimal point, and no mark. */
        COMMA(',', '.', false),
        /** Also for Norwegian spreadsheets. */
        TAB('\t', ',', true);

        private final char sign;
        private final char decimal;
        private final boolean marked;

        Separator(char sign, char decimal, boolean marked) {
            this.sign = sign;
            this.decimal = decimal;
            this.marked = marked;
        }
    }

    /** Also after spaces, and in the wide letters that some spreadsheets take for the narrow ones. */
    private static final Pattern BEGINS_A_FORMULA =
            Pattern.compile("[\t\r\n]|[\\s\u00a0]*[=+\\-@\uff1d\uff0b\uff0d\uff20]");

    private final Separator separator;
    private final CSVPrinter printer;
    private final List<String> line = new ArrayList<>();

    public CsvWriter(OutputStream out, Separator separator) throws IOException {
        this.separator = separator;
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (separator.marked) {
            writer.write('\ufeff');
        }
        printer = new CSVPrinter(
                writer, CSVFormat.DEFAULT.builder().setDelimiter(separator.sign).get());
    }

    /** A text, or an empty field; one that begins like a formula gets an apostrophe before it. */
    public CsvWriter text(String text) {
        var begins = text != null && BEGINS_A_FORMULA.matcher(text).lookingAt();
        line.add(begins ? "'" + text : text);
        return this;
    }

    /** A name of the program's own, such as a code, or an empty field. */
    public CsvWriter code(Object code) {
        line.add(code == null ? null : code.toString());
        return this;
    }

    /** A number with all its digits, or an empty field. */
    public CsvWriter number(BigDecimal number) {
        line.add(number == null ? null : plain(number).replace('.', separator.decimal));
        return this;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    public void endLine() throws IOException {
        printer.printRecord(line);
        line.clear();
    }

    /** Sends what is written, and leaves the stream open. */
    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
