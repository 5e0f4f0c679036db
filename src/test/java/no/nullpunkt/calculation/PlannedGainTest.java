package no.nullpunkt.calculation;

import static no.nullpunkt.calculation.Aggregation.LATEST;
import static no.nullpunkt.calculation.Aggregation.MEAN;
import static no.nullpunkt.calculation.Aggregation.RATIO;
import static no.nullpunkt.calculation.Aggregation.SUM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was planned at a point, also where nothing was measured. */
class PlannedGainTest {

    @Test
    void aPlanCoversTheWholeCycle() {
        assertEquals(
                List.of("12"), plans(Example.of(SUM).every(4).baseline("10").target("2026-01", "13"), "2026-04"));
        assertEquals(
                List.of("12"), plans(Example.of(LATEST).every(4).baseline("10").target("2026-01", "13"), "2026-04"));
    }

    @Test
    void theTargetThatHoldsAtTheCyclesEndCountsForAllOfIt() {
        Example example =
                Example.of(SUM).every(3).baseline("0").target("2026-01", "1").target("2026-03", "5");
        assertEquals(List.of("15"), plans(example, "2026-03"));
    }

    @Test
    void thereIsNoPlanBeforeTheFirstTarget() {
        Example example = Example.of(SUM).baseline("0").target("2026-02", "1").value("2026-01", "9");
        assertEquals(List.of("none"), plans(example, "2026-01"));
        assertEquals(List.of("1"), plans(example, "2026-02"));
    }

    @Test
    void thereIsAPlanWhereAMeasurementIsExpectedAndOnlyThere() {
        Example example = Example.of(SUM)
                .now("2026-04")
                .baseline("0")
                .target("2026-01", "1")
                .record("2026-01", Value.NOT_MEASURED)
                .record("2026-02", Value.NOT_APPLICABLE);
        assertEquals(List.of("1"), plans(example, "2026-01"));
        assertEquals(List.of("none"), plans(example, "2026-02"));
        assertEquals(List.of("1"), plans(example, "2026-03"));
        assertEquals(List.of("none"), plans(example, "2026-04"));
    }

    @Test
    void missingExposureIsTheLatestMeasuredOne() {
        Example example = Example.of(RATIO)
                .baseline("0", "7")
                .target("2026-01", "1")
                .ratio("2026-01", "0", "10")
                .ratio("2026-02", "0", "20")
                .record("2026-03", Value.NOT_MEASURED)
                .ratio("2026-05", "0", "50");
        List<Point> points = example.points("2026-03", "2026-05");
        assertEquals(
                new Exposure(new BigDecimal("20"), ExposureSource.CARRIED, YearMonth.of(2026, 2)),
                points.get(0).exposure());
        assertEquals(points.get(0).exposure(), points.get(1).exposure());
        assertEquals(ExposureSource.OWN, points.get(2).exposure().source());
        assertEquals(List.of("20"), plans(example, "2026-04"));
        assertEquals(List.of("50"), plans(example, "2026-05"));
    }

    @Test
    void withoutEarlierExposureItIsTheNullPoints() {
        Example example =
                Example.of(RATIO).baseline("0", "7").target("2026-01", "1").ratio("2026-02", "0", "9");
        Exposure exposure = example.points("2026-01", "2026-01").get(0).exposure();
        assertEquals(new Exposure(new BigDecimal("7"), ExposureSource.BASELINE, null), exposure);
        Example mean = Example.of(MEAN).baseline("3").target("2026-01", "5");
        assertEquals(List.of("2"), plans(mean, "2026-01"));
    }

    @Test
    void exposureFromOutsideTheWindowIsNotCarried() {
        Example example = Example.of(MEAN)
                .every(3)
                .measureFrom("2026-02")
                .baseline("0")
                .target("2026-01", "1")
                .weighted("2026-03", "0", "30")
                .weighted("2026-05", "0", "50");
        assertEquals(List.of("1"), plans(example, "2026-06"));
    }

    @Test
    void withoutAnyExposureThereIsNone() {
        Point point = Example.of(RATIO)
                .target("2026-01", "1")
                .points("2026-01", "2026-01")
                .get(0);
        assertNull(point.exposure());
        assertNull(point.plannedGain());
    }

    @Test
    void aRatiosTargetIsStatedInTheUnitShown() {
        Example example = Example.of(RATIO)
                .factor("100")
                .baseline("20", "100")
                .target("2026-01", "25")
                .ratio("2026-01", "300", "1000");
        assertEquals(List.of("50"), plans(example, "2026-01"));
        Figures figures = example.figures("2026-01", "2026-01");
        assertEquals(0, figures.level().compareTo(Example.number("30")));
        assertEquals(0, figures.achievement().compareTo(Example.number("2")));
    }

    @Test
    void plannedHoursFollowTheAmountOfTheMonth() {
        Example example = Example.of(SUM)
                .baseline("0")
                .target("2026-01", "10")
                .value("2026-01", "8")
                .hours("2026-02", "0.5");
        assertEquals(0, example.figures("2026-01", "2026-01").plannedHours().signum());
        assertEquals(0, example.figures("2026-01", "2026-01").hours().signum());
        assertEquals(0, example.points("2026-01", "2026-01").get(0).perUnit().signum());
        assertEquals(0, example.figures("2026-01", "2026-03").plannedHours().compareTo(Example.number("10")));
    }

    /** The one point of the month. */
    private static List<String> plans(Example example, String month) {
        return example.points(month, month).stream()
                .map(Point::plannedGain)
                .map(plan -> plan == null ? "none" : plan.stripTrailingZeros().toPlainString())
                .toList();
    }
}
