package no.nullpunkt.results;

import java.time.YearMonth;

/**
 * The months in which what is measured in a unit counts in a municipality. A cycle belongs to its last month, so that a
 * unit which moves is counted whole and once: before the month of the move in one municipality, and from it in the next.
 *
 * @param from the first month, null when the unit has always been here
 * @param until the first month that is another municipality's, null while the unit is here
 */
public record Stay(YearMonth from, YearMonth until) {

    /** Of most units: nothing of them came or went. */
    boolean isAlways() {
        return from == null && until == null;
    }

    public boolean holds(YearMonth month) {
        return (from == null || !month.isBefore(from)) && (until == null || month.isBefore(until));
    }
}
