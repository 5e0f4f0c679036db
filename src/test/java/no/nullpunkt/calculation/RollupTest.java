package no.nullpunkt.calculation;

import static no.nullpunkt.calculation.Aggregation.LATEST;
import static no.nullpunkt.calculation.Aggregation.RATIO;
import static no.nullpunkt.calculation.Aggregation.SUM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RollupTest {
    private static final Period YEAR = Example.period("2026-01", "2026-12");

    @Test
    void aDriverCountsInNoStatus() {
        Indicator reached = Example.of(SUM)
                .baseline("0")
                .target("2026-01", "1")
                .value("2026-01", "1")
                .indicator();
        Indicator driver = worse().role(IndicatorRole.DRIVER).indicator();
        assertEquals(Status.REACHED, statusOf(Example.benefit(reached, driver)));
        assertEquals(Status.WORSE_THAN_BASELINE, statusOf(Example.benefit(reached, worse().indicator())));
        assertEquals(Status.NOT_STARTED, statusOf(Example.benefit(driver)));
        assertEquals(Status.NOT_STARTED, statusOf(Example.benefit()));
    }

    @Test
    void whatHasNoPointsIsListedAllTheSame() {
        Rollup rollup =
                over(Example.benefit(Example.of(SUM).measureFrom("2027-01").indicator()));
        assertEquals(1, rollup.byBenefit().size());
        assertEquals(Status.NOT_STARTED, rollup.byIndicator().get(0).figures().status());
        assertEquals(1, rollup.byUnit().size());
        assertEquals(1, rollup.byTechnology().size());
        assertEquals(1, rollup.byType().size());
        assertEquals(1, rollup.byPlanHeading().size());
        assertEquals(12, rollup.byMonth().size());
        assertEquals(0, rollup.total().figures().hours().signum());
        assertNull(rollup.total().fte());
    }

    @Test
    void anEmptyPortfolioHasZeroesAndNoLevels() {
        Figures figures = over().total().figures();
        assertEquals(0, figures.expected());
        assertEquals(0, figures.plannedNok().signum());
        assertNull(figures.gain());
        assertNull(figures.status());
        assertFalse(figures.incomplete());
    }

    @Test
    void levelsAreOnlyThereForOneIndicator() {
        Indicator one = Example.of(SUM)
                .baseline("0")
                .target("2026-01", "2")
                .value("2026-01", "1")
                .indicator();
        Indicator other = Example.of(SUM)
                .baseline("0")
                .target("2026-01", "2")
                .value("2026-02", "1")
                .indicator();
        assertNotNull(over(Example.benefit(one)).total().figures().level());
        assertNotNull(over(Example.benefit(one)).byBenefit().get(0).figures().gain());
        Rollup both = over(Example.benefit(one), Example.benefit(other));
        for (Figures figures : List.of(
                both.total().figures(),
                both.byUnit().get(0).figures(),
                both.byType().get(0).figures(),
                both.byTechnology().get(0).figures(),
                both.byMonth().get(0).figures())) {
            assertNull(figures.gain());
            assertNull(figures.level());
            assertNull(figures.baselineLevel());
            assertNull(figures.achievement());
            assertNull(figures.status());
        }
    }

    @Test
    void anotherKeyMakesOtherGroups() {
        record IndicatorMonth(UUID indicator, YearMonth month) {}
        Rollup rollup = over(Example.benefit(worse().indicator()), Example.benefit(worse().indicator()));
        List<Group<IndicatorMonth>> groups = rollup.by(point -> new IndicatorMonth(point.indicatorId(), point.month()));
        assertEquals(24, groups.size());
        assertEquals(Status.WORSE_THAN_BASELINE, groups.get(0).figures().status());
    }

    @Test
    void aMonthWhereAUnitLacksItsFlowOrLevelIsIncomplete() {
        for (Aggregation aggregation : List.of(SUM, LATEST)) {
            Example example = Example.of(aggregation)
                    .value("2026-01", "1")
                    .value("2026-02", "1")
                    .value("2026-03", "1")
                    .value("2026-04", "1")
                    .unit("b")
                    .value("2026-01", "0")
                    .record("2026-03", Value.NOT_MEASURED)
                    .record("2026-04", Value.NOT_APPLICABLE);
            List<Boolean> incomplete = over(Example.benefit(example.indicator())).byMonth().stream()
                    .map(group -> group.figures().incomplete())
                    .limit(4)
                    .toList();
            assertEquals(List.of(false, true, true, false), incomplete);
        }
        Rollup ratio = over(Example.benefit(Example.of(RATIO).indicator()));
        assertFalse(ratio.byMonth().get(0).figures().incomplete(), "a rate is no lower for a unit that is missing");
    }

    @Test
    void aSumOverSeveralMonthsIsNotMarkedIncomplete() {
        assertFalse(Example.of(SUM).figures("2026-01", "2026-02").incomplete());
        assertTrue(Example.of(SUM).figures("2026-01", "2026-01").incomplete());
    }

    @Test
    void aLevelsLastMeasuredMonthDiffersFromUnitToUnit() {
        Figures figures = Example.of(LATEST)
                .baseline("10")
                .value("2026-01", "1")
                .value("2026-05", "3")
                .unit("b")
                .baseline("20")
                .value("2026-02", "5")
                .record("2026-07", Value.NOT_MEASURED)
                .unit("without null-point")
                .value("2026-02", "1000")
                .figures("2026-01", "2026-12");
        assertEquals(Example.number("8"), figures.level());
        assertEquals(Example.number("30"), figures.baselineLevel());
    }

    @Test
    void fteIsByThePeriodsOwnMonthsAndItsLastHours() {
        Dated hoursPerFte = Dated.of(
                Map.of(YearMonth.of(2026, 1), new BigDecimal("1750"), YearMonth.of(2026, 4), new BigDecimal("1695")));
        Parameters parameters = new Parameters(hoursPerFte, Dated.NEVER);
        assertEquals(0, fte(parameters, "565", "2026-01", "2026-04").compareTo(BigDecimal.ONE));
        assertEquals(0, fte(parameters, "437.5", "2026-01", "2026-03").compareTo(BigDecimal.ONE));
        assertTrue(parameters
                .fte(BigDecimal.ONE, Example.period("2025-01", "2025-12"))
                .isEmpty());
    }

    @Test
    void hoursBecomeKronerUnderOwnBudgetOnly() {
        Parameters parameters = new Parameters(Dated.NEVER, Dated.from(YearMonth.of(2026, 2), new BigDecimal("400")));
        for (PlanHeading heading : PlanHeading.values()) {
            Indicator saved = Example.of(SUM)
                    .baseline("0")
                    .value("2026-01", "3")
                    .value("2026-02", "2")
                    .hours("2026-01", "1")
                    .indicator();
            Benefit benefit = new Benefit(
                    UUID.randomUUID(), BenefitType.TIME_SAVED, heading, BigDecimal.ONE, Map.of(), List.of(saved));
            Figures figures = new Portfolio(List.of(benefit), parameters)
                    .over(YEAR, Example.LATER)
                    .total()
                    .figures();
            String ownBudget = heading == PlanHeading.OWN_BUDGET ? "800" : "0";
            assertEquals(0, figures.ownBudgetNok().compareTo(Example.number(ownBudget)), heading.name());
            assertEquals(0, figures.nok().signum(), "hours are not in nok");
        }
    }

    @Test
    void aTreeThatGoesInCirclesIsRefused() {
        Rollup rollup = over(Example.benefit(worse().indicator()));
        UUID a = CaseFile.id("a");
        UUID b = CaseFile.id("b");
        assertThrows(IllegalArgumentException.class, () -> rollup.byUnit(Map.of(a, b, b, a)));
    }

    @Test
    void printedHasFourDecimalsHalfUp() {
        assertEquals("0.3334", Rounding.printed(Example.number("0.33335")).toString());
        assertEquals("-2.0000", Rounding.printed(Example.number("-2")).toString());
        assertNull(Rounding.printed(null));
    }

    private static Example worse() {
        return Example.of(SUM).baseline("10").target("2026-01", "11").value("2026-01", "1");
    }

    private static Rollup over(Benefit... benefits) {
        return new Portfolio(List.of(benefits), Example.NO_PARAMETERS).over(YEAR, Example.LATER);
    }

    private static Status statusOf(Benefit benefit) {
        return over(benefit).byBenefit().get(0).figures().status();
    }

    private static BigDecimal fte(Parameters parameters, String hours, String from, String to) {
        return parameters.fte(Example.number(hours), Example.period(from, to)).orElseThrow();
    }
}
