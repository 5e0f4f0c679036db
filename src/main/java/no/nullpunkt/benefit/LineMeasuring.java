package no.nullpunkt.benefit;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** What the indicators of benefits answer, and have set, when the line takes over. */
public interface LineMeasuring {

    /**
     * One indicator in one unit.
     *
     * @param measurerId who is named to measure it, or null
     * @param until the last month that is measured; null without an end
     */
    record Series(UUID benefitId, UUID indicatorId, UUID unitId, UUID measurerId, YearMonth until) {}

    List<Series> seriesOf(int municipalityId, List<UUID> benefitIds);

    /** Names who measures; the indicator must be of one of the benefits, and measured in the unit. */
    void name(int municipalityId, List<UUID> benefitIds, UUID indicatorId, UUID unitId, UUID measurerId);

    /** Lets the indicators that have no earlier end be measured until a month and no longer. */
    void endWith(int municipalityId, List<UUID> benefitIds, YearMonth until);
}
