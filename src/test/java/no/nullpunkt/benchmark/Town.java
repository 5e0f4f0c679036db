package no.nullpunkt.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A municipality that is made up. What is in it has ids that follow from its number.
 *
 * @param id in the database
 * @param number as in addresses
 * @param firstSeries the key of its first series; the others follow it, unit by unit within each indicator
 */
public record Town(
        int id, String number, long firstSeries, Norway.Size size, YearMonth lastMonth, List<String> technologies) {

    /** Those that measure. */
    public static final int UNITS = 20;

    static final int INDICATORS_OF_BENEFIT = 2;

    public String administrator() {
        return "administrator@" + number + ".example";
    }

    public String leader() {
        return "leder@" + number + ".example";
    }

    public String projectLeader() {
        return "prosjektleder@" + number + ".example";
    }

    /** Measures all series of one unit, and owns some benefits. */
    public String owner(int unit) {
        return "eier" + unit + "@" + number + ".example";
    }

    public YearMonth firstMonth() {
        return lastMonth.minusMonths(size.months() - 1);
    }

    public int indicators() {
        return size.series() / UNITS;
    }

    int benefits() {
        return (indicators() + INDICATORS_OF_BENEFIT - 1) / INDICATORS_OF_BENEFIT;
    }

    public long series(int indicator, int unit) {
        return firstSeries + (long) indicator * UNITS + unit;
    }

    public UUID unit(int unit) {
        return id("unit", unit);
    }

    public UUID indicator(int indicator) {
        return id("indicator", indicator);
    }

    public UUID benefit(int benefit) {
        return id("benefit", benefit);
    }

    UUID person(String email) {
        return id(email, 0);
    }

    UUID id(String kind, int which) {
        return UUID.nameUUIDFromBytes((number + kind + which).getBytes(StandardCharsets.UTF_8));
    }
}
