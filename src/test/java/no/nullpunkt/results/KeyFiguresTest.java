package no.nullpunkt.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.testing.CalculatedByHand;
import org.junit.jupiter.api.Test;

/** The figures that views begin with, against those reckoned by hand. */
@QuarkusTest
class KeyFiguresTest {

    private static final Period PERIOD = new Period(YearMonth.of(2026, 1), YearMonth.of(2026, 4));

    @Inject
    Snapshots snapshots;

    @Inject
    Reach reach;

    @Test
    void theKeyFiguresAreThoseReckonedByHand() {
        var it = new CalculatedByHand();
        var figures = of(it, Filter.NONE);

        var expected = Map.ofEntries(
                Map.entry(KeyFigure.PLANNED_HOURS, "150"),
                Map.entry(KeyFigure.MEASURED_HOURS, "67.5"),
                Map.entry(KeyFigure.TAKEN_OUT_HOURS, "22"),
                Map.entry(KeyFigure.UNACCOUNTED_HOURS, "45.5"),
                Map.entry(KeyFigure.HOURS_FOR_USERS, "12"),
                Map.entry(KeyFigure.HOURS_FOR_OTHER_TASKS, "0"),
                Map.entry(KeyFigure.PLANNED_NOK, "8000"),
                Map.entry(KeyFigure.MEASURED_NOK, "8000"),
                Map.entry(KeyFigure.TAKEN_OUT_NOK, "2000"),
                Map.entry(KeyFigure.UNACCOUNTED_NOK, "6000"),
                Map.entry(KeyFigure.HOURS_IN_NOK, "33750"),
                Map.entry(KeyFigure.QUALITY_BETTER, "1"),
                Map.entry(KeyFigure.BENEFITS_ON_PLAN, "1"),
                Map.entry(KeyFigure.VALUES_MEASURED, "22"),
                Map.entry(KeyFigure.ROUTINES_ENDED, "1"));
        expected.forEach((figure, number) -> assertSame(number, figures, figure));
        assertEquals(1, figures.amount(KeyFigure.QUALITY_BETTER).of());
        assertEquals(4, figures.amount(KeyFigure.BENEFITS_ON_PLAN).of());
        assertEquals(24, figures.amount(KeyFigure.VALUES_MEASURED).of());
        assertEquals(2, figures.amount(KeyFigure.ROUTINES_ENDED).of());
        assertEquals(1, figures.nokLeftOut(), "the hospital's money is not the municipality's");
    }

    @Test
    void ofATechnologyItsShareAloneIsCounted() {
        var it = new CalculatedByHand();
        var dispensers =
                of(it, new Filter(Set.of(), Set.of(), Set.of(CalculatedByHand.DISPENSER), Set.of(), Basis.REPORTED));

        assertSame("27", dispensers, KeyFigure.MEASURED_HOURS);
        assertSame("8.8", dispensers, KeyFigure.TAKEN_OUT_HOURS);
        assertSame("4.8", dispensers, KeyFigure.HOURS_FOR_USERS);
        assertSame("8000", dispensers, KeyFigure.MEASURED_NOK);
        assertSame("13500", dispensers, KeyFigure.HOURS_IN_NOK);
    }

    private KeyFigures of(CalculatedByHand it, Filter filter) {
        var municipality = it.municipality;
        reach.is(municipality.id());
        var snapshot = snapshots.read(municipality.id(), municipality.number, PERIOD, null, filter, Reader.EVERYONE);
        return KeyFigures.of(snapshot, snapshot.rollup(), snapshots.stories(municipality.id(), snapshot));
    }

    private static void assertSame(String expected, KeyFigures figures, KeyFigure figure) {
        var number = figures.amount(figure).number();
        assertEquals(0, new BigDecimal(expected).compareTo(number), figure + " is " + number);
    }
}
