package no.nullpunkt.calculation;

import static no.nullpunkt.calculation.Aggregation.RATIO;
import static no.nullpunkt.calculation.Aggregation.SUM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which points there are, and in which state. */
class ExpectedPointsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2026-01 2026-02 2026-03 2026-04 2026-05 2026-06 2026-07 2026-08 2026-09 2026-10 2026-11 2026-12",
        "3, 2026-03 2026-06 2026-09 2026-12",
        "4, 2026-04 2026-08 2026-12",
        "6, 2026-06 2026-12",
        "12, 2026-12"
    })
    void cyclesFollowTheCalendar(int months, String ends) {
        assertEquals(
                List.of(ends.split(" ")), months(Example.of(SUM).every(months).points("2026-01", "2026-12")));
    }

    @Test
    void aCycleThatBeganBeforeThePeriodCounts() {
        assertEquals(List.of("2026-03"), months(Example.of(SUM).every(3).points("2026-03", "2026-05")));
        assertEquals(List.of("2026-03"), months(Example.of(SUM).every(3).points("2026-02", "2026-05")));
    }

    @Test
    void aPeriodInsideACycleHasNoPoint() {
        assertEquals(List.of(), months(Example.of(SUM).every(4).points("2026-01", "2026-03")));
    }

    @Test
    void cyclesGoOnIntoTheNextYear() {
        assertEquals(
                List.of("2026-12", "2027-03"), months(Example.of(SUM).every(3).points("2026-11", "2027-04")));
    }

    @Test
    void measuringThatBeginsInsideACycleWaitsForTheNext() {
        Example example = Example.of(SUM).every(3).measureFrom("2026-02");
        assertEquals(List.of("2026-06"), months(example.points("2026-01", "2026-06")));
    }

    @Test
    void measuringThatEndsInsideACycleLeavesItOut() {
        Example inside = Example.of(SUM).every(3).measureTo("2026-05");
        assertEquals(List.of("2026-03"), months(inside.points("2026-01", "2026-12")));
        Example atItsEnd = Example.of(SUM).every(3).measureTo("2026-06");
        assertEquals(List.of("2026-03", "2026-06"), months(atItsEnd.points("2026-01", "2026-12")));
    }

    @Test
    void valuesOutsideTheWindowAndOffTheCycleCountNowhere() {
        Figures figures = Example.of(SUM)
                .every(3)
                .measureFrom("2026-04")
                .measureTo("2026-09")
                .baseline("1")
                .value("2026-03", "100")
                .value("2026-05", "100")
                .value("2026-06", "4")
                .value("2026-12", "100")
                .figures("2026-01", "2026-12");
        assertEquals(2, figures.expected());
        assertEquals(1, figures.measured());
        assertEquals(0, figures.gain().compareTo(Example.number("1")));
    }

    @Test
    void aCycleHasEndedWhenItsLastMonthHas() {
        Example example = Example.of(SUM).now("2026-02");
        assertEquals(
                List.of(PointState.MISSING, PointState.NOT_YET_DUE, PointState.NOT_YET_DUE),
                example.points("2026-01", "2026-03").stream().map(Point::state).toList());
        assertEquals(1, example.figures("2026-01", "2026-03").expected());
    }

    @Test
    void whatIsRecordedBeforeTheCycleEndsStands() {
        List<PointState> states = Example.of(SUM)
                .now("2026-01")
                .value("2026-01", "0")
                .record("2026-02", Value.NOT_MEASURED)
                .record("2026-03", Value.NOT_APPLICABLE)
                .points("2026-01", "2026-04")
                .stream()
                .map(Point::state)
                .toList();
        assertEquals(
                List.of(
                        PointState.MEASURED,
                        PointState.NOT_MEASURED,
                        PointState.NOT_APPLICABLE,
                        PointState.NOT_YET_DUE),
                states);
    }

    @Test
    void aPointTellsItsTerms() {
        Point point = Example.of(RATIO)
                .factor("100")
                .lowerIsBetter()
                .baseline("1", "4")
                .target("2026-01", "20")
                .ratio("2026-02", "30", "200")
                .points("2026-02", "2026-02")
                .get(0);
        assertSame("0.25", point.baseline());
        assertSame("20", point.target());
        assertEquals(ExposureSource.OWN, point.exposure().source());
        assertSame("200", point.exposure().amount());
        assertSame("30", point.valueOverCycle());
        assertSame("50", point.baselineOverCycle());
        assertSame("20", point.gain());
        assertSame("10", point.plannedGain());
        assertTrue(point.isComplete());
        assertNull(point.perUnit());
        assertNull(point.hourlyCost());
    }

    @Test
    void withoutNullPointThereIsNoGainAndNoPlan() {
        Point point = Example.of(SUM)
                .target("2026-01", "5")
                .value("2026-01", "3")
                .points("2026-01", "2026-01")
                .get(0);
        assertNull(point.baseline());
        assertNull(point.gain());
        assertNull(point.plannedGain());
        assertNotNull(point.valueOverCycle());
        assertFalse(point.isComplete());
    }

    @Test
    void aNullPointThatNeverEndsHasFortyDigits() {
        Point point = Example.of(RATIO)
                .baseline("1", "7")
                .points("2026-01", "2026-01")
                .get(0);
        assertEquals(40, point.baseline().precision());
    }

    private static List<String> months(List<Point> points) {
        return points.stream().map(point -> point.month().toString()).toList();
    }

    private static void assertSame(String expected, BigDecimal actual) {
        assertEquals(0, Example.number(expected).compareTo(actual), () -> expected + " and " + actual);
    }
}
