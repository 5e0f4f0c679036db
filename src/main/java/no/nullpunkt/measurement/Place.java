package no.nullpunkt.measurement;

/** Where in what was sent a value stands. */
@FunctionalInterface
public interface Place {

    /**
     * Where a part of the value stands.
     *
     * @param pointer a JSON pointer, a line and column, or a sheet and cell
     * @param line of a file, from 1; null where there are none
     * @param column of a file, by its name; null where there are none, or the whole line is meant
     */
    record Spot(String pointer, Integer line, String column) {}

    /**
     * Where a field stands.
     *
     * @param field as a JSON pointer into the value, such as {@code /month}; empty for the whole of it
     */
    Spot of(String field);
}
