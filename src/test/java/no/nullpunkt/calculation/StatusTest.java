package no.nullpunkt.calculation;

import static no.nullpunkt.calculation.Aggregation.LATEST;
import static no.nullpunkt.calculation.Aggregation.MEAN;
import static no.nullpunkt.calculation.Aggregation.RATIO;
import static no.nullpunkt.calculation.Aggregation.SUM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

    @Test
    void notStartedWhenNothingIsExpected() {
        assertEquals(
                Status.NOT_STARTED,
                Example.of(SUM).measureFrom("2027-01").value("2026-01", "1").status());
        assertEquals(Status.NOT_STARTED, Example.of(SUM).now("2026-01").status());
        Example notApplicable = Example.of(SUM).every(12).record("2026-12", Value.NOT_APPLICABLE);
        assertEquals(Status.NOT_STARTED, notApplicable.status());
    }

    @Test
    void notMeasuredComesBeforeNoBaseline() {
        assertEquals(Status.NOT_MEASURED, Example.of(SUM).status());
        assertEquals(
                Status.NOT_MEASURED,
                Example.of(SUM)
                        .baseline("1")
                        .record("2026-01", Value.NOT_MEASURED)
                        .status());
        assertEquals(
                Status.NO_BASELINE,
                Example.of(SUM).target("2026-01", "1").value("2026-01", "1").status());
    }

    @Test
    void aUnitWithNullPointIsEnoughForAGain() {
        Example example =
                Example.of(SUM).value("2026-01", "1").unit("b").baseline("1").value("2026-01", "2");
        assertEquals(Status.NO_TARGET, example.status());
        assertEquals(1, example.figures("2026-01", "2026-12").withoutBaseline());
    }

    @ParameterizedTest
    @CsvSource({
        "20, REACHED",
        "25, REACHED",
        "19.9999, ON_TRACK",
        "19, ON_TRACK",
        "18.9999, BEHIND",
        "15, BEHIND",
        "14.9999, OFF_TRACK",
        "10, OFF_TRACK",
        "9.9999, WORSE_THAN_BASELINE"
    })
    void achievementDecides(String value, Status status) {
        assertEquals(
                status,
                Example.of(SUM)
                        .baseline("10")
                        .target("2026-01", "20")
                        .value("2026-01", value)
                        .status());
    }

    @ParameterizedTest
    @CsvSource({"10, ON_TRACK", "11, ON_TRACK", "9, WORSE_THAN_BASELINE"})
    void toHoldTheLevelIsAPlan(String value, Status status) {
        Example example = Example.of(SUM).baseline("10").target("2026-01", "10").value("2026-01", value);
        assertEquals(status, example.status());
        assertNull(example.figures("2026-01", "2026-12").achievement());
    }

    @ParameterizedTest
    @CsvSource({"19, ON_TRACK", "20, ON_TRACK", "20.0001, OFF_TRACK", "0, ON_TRACK"})
    void aPlannedCostIsJudgedAgainstItsPlan(String value, Status status) {
        Example example = Example.of(SUM)
                .lowerIsBetter()
                .baseline("0")
                .target("2026-01", "20")
                .value("2026-01", value);
        assertEquals(status, example.status());
        assertNull(example.figures("2026-01", "2026-12").achievement());
    }

    @ParameterizedTest
    @CsvSource({"4.0, OFF_TRACK", "3.9999, WORSE_THAN_BASELINE", "4.2, OFF_TRACK"})
    void aLossWithinTheToleranceIsNoise(String value, Status status) {
        Example example = Example.of(MEAN)
                .tolerance("0.1")
                .baseline("4.1")
                .target("2026-01", "4.5")
                .weighted("2026-01", value, "1000");
        assertEquals(status, example.status());
    }

    @Test
    void aLossOutsideTheCompletePointsIsStillALoss() {
        Example example = Example.of(SUM)
                .baseline("10")
                .target("2026-02", "11")
                .value("2026-01", "2")
                .value("2026-02", "11");
        assertEquals(Status.WORSE_THAN_BASELINE, example.status());
        assertEquals(0, example.figures("2026-01", "2026-12").achievement().compareTo(Example.number("1")));
    }

    @Test
    void aLossWithoutTargetIsWorseThanBaseline() {
        assertEquals(
                Status.WORSE_THAN_BASELINE,
                Example.of(SUM).baseline("10").value("2026-01", "2").status());
    }

    @Test
    void aLevelThatIsBackAtTheNullPointIsNotWorse() {
        Example example =
                Example.of(LATEST).baseline("10").value("2026-01", "8").value("2026-02", "10");
        assertTrue(example.figures("2026-01", "2026-12").gain().signum() < 0);
        assertEquals(Status.NO_TARGET, example.status());
    }

    @Test
    void theLastDigitsOfADivisionNeverMakeALoss() {
        Example unchanged = Example.of(RATIO).lowerIsBetter().baseline("1", "3").ratio("2026-01", "1", "3");
        assertTrue(unchanged.figures("2026-01", "2026-12").gain().signum() < 0, "the example has lost its point");
        assertEquals(Status.NO_TARGET, unchanged.status());
    }

    @Test
    void theLastDigitsOfADivisionNeverExceedATolerance() {
        Example example = Example.of(RATIO).tolerance("0.6").baseline("2", "3").ratio("2026-01", "2", "30");
        Figures figures = example.figures("2026-01", "2026-12");
        assertTrue(
                figures.baselineLevel().subtract(figures.level()).compareTo(Example.number("0.6")) > 0,
                "the example has lost its point");
        assertEquals(Status.NO_TARGET, figures.status());
    }

    @Test
    void theLastDigitsOfADivisionNeverDecideAnAchievement() {
        Example nineTenths = Example.of(RATIO)
                .factor("3")
                .baseline("1", "3")
                .target("2026-01", "2")
                .ratio("2026-01", "19", "30");
        Figures figures = nineTenths.figures("2026-01", "2026-12");
        assertTrue(figures.achievement().compareTo(Example.number("0.9")) < 0, "the example has lost its point");
        assertEquals(Status.ON_TRACK, figures.status());
    }

    @Test
    void theLastDigitsOfADivisionNeverMakeAPlan() {
        Example plus = Example.of(RATIO).baseline("1", "3").target("2026-01", "0.33333333333333333334");
        Example minus = Example.of(RATIO).baseline("1", "3").target("2026-01", "0.33333333333333333332");
        for (Example example : List.of(plus, minus)) {
            Figures figures = example.ratio("2026-01", "1", "3").figures("2026-01", "2026-01");
            assertNull(figures.achievement());
            assertEquals(Status.ON_TRACK, figures.status());
        }
    }

    @Test
    void theWorstComesFirst() {
        List<Status> worstFirst = List.of(
                Status.WORSE_THAN_BASELINE,
                Status.OFF_TRACK,
                Status.BEHIND,
                Status.NOT_MEASURED,
                Status.NO_BASELINE,
                Status.NO_TARGET,
                Status.ON_TRACK,
                Status.REACHED,
                Status.NOT_STARTED);
        for (int i = 1; i < worstFirst.size(); i++) {
            Status worse = worstFirst.get(i - 1);
            assertEquals(worse, Status.worst(Stream.of(worstFirst.get(i), worse)));
        }
        assertEquals(Status.NOT_STARTED, Status.worst(Stream.empty()));
    }
}
