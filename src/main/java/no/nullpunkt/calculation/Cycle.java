package no.nullpunkt.calculation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A cycle end of an indicator, in whichever unit it is measured.
 *
 * @param worth the same object for as long as it stays the same
 */
record Cycle(YearMonth month, Worth worth) {

    /** Those of the period that count, earliest first. */
    static List<Cycle> of(Parameters parameters, Benefit benefit, Indicator indicator, Period period) {
        List<Cycle> cycles = new ArrayList<>();
        Worth present = null;
        for (YearMonth month : indicator.cycleEnds(period).toList()) {
            Worth worth = Worth.at(month, parameters, benefit, indicator);
            if (!worth.equals(present)) {
                present = worth;
            }
            cycles.add(new Cycle(month, present));
        }
        return cycles;
    }
}
