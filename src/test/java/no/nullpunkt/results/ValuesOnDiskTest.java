package no.nullpunkt.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.Value;
import org.junit.jupiter.api.Test;

class ValuesOnDiskTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 1);

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    @Test
    void everySeriesGetsItsOwnBackWithAllDecimals() {
        var one = new TreeMap<>(Map.of(
                MONTH,
                Value.measured(Measure.of(number("-0.0100"))),
                MONTH.plusMonths(1),
                Value.NOT_MEASURED,
                MONTH.plusMonths(2),
                Value.NOT_APPLICABLE,
                MONTH.plusMonths(3),
                Value.measured(Measure.weighted(number("3.90"), number("40"))),
                MONTH.plusMonths(4),
                Value.measured(Measure.ratio(number("0"), number("12345678901234567890.123")))));
        var other = new TreeMap<>(Map.of(MONTH, Value.measured(Measure.of(number("1E+3")))));
        try (var disk = new ValuesOnDisk()) {
            var keptOne = disk.keep(one);
            var keptNothing = disk.keep(Map.of());
            var keptOther = disk.keep(other);

            assertEquals(one, keptOne.byMonth());
            assertEquals(other, keptOther.byMonth());
            assertEquals(Map.of(), keptNothing.byMonth());
            assertEquals(one, keptOne.byMonth());
        }
    }

    @Test
    void nothingIsReadAfterClosing() {
        var disk = new ValuesOnDisk();
        var kept = disk.keep(Map.of(MONTH, Value.NOT_MEASURED));
        disk.close();
        assertThrows(UncheckedIOException.class, kept::byMonth);
    }
}
