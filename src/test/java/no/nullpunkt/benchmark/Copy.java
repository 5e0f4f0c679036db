package no.nullpunkt.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY. A connection has one at a time; close it to have them there. */
final class Copy implements AutoCloseable {

    private static final int SENT_AT_ONCE = 1 << 16;

    private final CopyIn copy;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(SENT_AT_ONCE + 1024);

    /** @param columns as in SQL, such as {@code "municipality_id, id, name"} */
    Copy(Connection connection, String table, String columns) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin");
    }

    /** @param values texts without tabs, line breaks and backslashes; null is null */
    void row(Object... values) throws SQLException {
        var line = new StringBuilder();
        for (var value : values) {
            line.append(line.isEmpty() ? "" : "\t").append(value == null ? "\\N" : value);
        }
        waiting.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        if (waiting.size() >= SENT_AT_ONCE) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(waiting.toByteArray(), 0, waiting.size());
        waiting.reset();
    }

    @Override
    public void close() throws SQLException {
        send();
        copy.endCopy();
    }
}
