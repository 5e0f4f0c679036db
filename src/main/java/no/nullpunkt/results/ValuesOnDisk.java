package no.nullpunkt.results;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Value;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.calculation.Values;

/**
 * Keeps the values of series in a temporary file while a workbook of them is made, so that memory does not grow with
 * them. Only this service may read the file, and it is gone when this is closed.
 */
public final class ValuesOnDisk implements AutoCloseable {

    private static final String NONE = "";

    private final FileChannel file;
    private long end;

    public ValuesOnDisk() {
        try {
            file = FileChannel.open(
                    Files.createTempFile("nullpunkt", ".values"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the values of one series; each time they are asked for they are read again, until this is closed. */
    public Values keep(Map<YearMonth, Value> values) {
        try {
            var written = ByteBuffer.wrap(written(values));
            long start = end;
            int length = written.remaining();
            while (written.hasRemaining()) {
                end += file.write(written, end);
            }
            return () -> read(start, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(Map<YearMonth, Value> values) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(values.size());
        for (var each : values.entrySet()) {
            out.writeInt(each.getKey().getYear());
            out.writeByte(each.getKey().getMonthValue());
            out.writeByte(each.getValue().status().ordinal());
            if (each.getValue().status() == ValueStatus.MEASURED) {
                var measure = each.getValue().measure();
                write(measure.value(), out);
                write(measure.weight(), out);
                write(measure.numerator(), out);
                write(measure.denominator(), out);
            }
        }
        return bytes.toByteArray();
    }

    /** As text, which gives back the same number with the same decimals. */
    private static void write(BigDecimal number, DataOutputStream out) throws IOException {
        out.writeUTF(number == null ? NONE : number.toString());
    }

    private NavigableMap<YearMonth, Value> read(long start, int length) {
        try {
            var bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (file.read(bytes, start + bytes.position()) < 0) {
                    throw new EOFException();
                }
            }
            return values(new DataInputStream(new ByteArrayInputStream(bytes.array())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NavigableMap<YearMonth, Value> values(DataInputStream in) throws IOException {
        var values = new TreeMap<YearMonth, Value>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            var month = YearMonth.of(in.readInt(), in.readByte());
            var value = switch (ValueStatus.values()[in.readByte()]) {
                case MEASURED -> Value.measured(new Measure(number(in), number(in), number(in), number(in)));
                case NOT_MEASURED -> Value.NOT_MEASURED;
                case NOT_APPLICABLE -> Value.NOT_APPLICABLE;
            };
            values.put(month, value);
        }
        return values;
    }

    private static BigDecimal number(DataInputStream in) throws IOException {
        var text = in.readUTF();
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
