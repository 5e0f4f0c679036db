package no.nullpunkt.results;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** A row in the types of the records; a null column is null. */
public record Row(ResultSet columns) {

    public UUID id(String column) throws SQLException {
        return columns.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return columns.getString(column);
    }

    List<String> texts(String column) throws SQLException {
        return List.of((String[]) columns.getArray(column).getArray());
    }

    public <E extends Enum<E>> E choice(String column, Class<E> type) throws SQLException {
        var name = columns.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    public BigDecimal number(String column) throws SQLException {
        return columns.getBigDecimal(column);
    }

    public int integer(String column) throws SQLException {
        return columns.getInt(column);
    }

    public long key(String column) throws SQLException {
        return columns.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    public LocalDate date(String column) throws SQLException {
        return columns.getObject(column, LocalDate.class);
    }

    public YearMonth month(String column) throws SQLException {
        var first = date(column);
        return first == null ? null : YearMonth.from(first);
    }

    public Instant time(String column) throws SQLException {
        return columns.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A person or thing of which the row has id and name; null when the row has none. */
    public Named named(String idColumn, String nameColumn) throws SQLException {
        var id = id(idColumn);
        return id == null ? null : new Named(id, text(nameColumn));
    }
}
