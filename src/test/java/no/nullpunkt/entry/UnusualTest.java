package no.nullpunkt.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.nullpunkt.entry.Unusual.Earlier;
import no.nullpunkt.entry.Unusual.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusualTest {

    private static final YearMonth LAST = YearMonth.of(2026, 9);

    @ParameterizedTest
    @CsvSource({"620, TEN_TIMES_MORE", "-620, TEN_TIMES_MORE", "6.2, TEN_TIMES_LESS", "619, ", "6.3, ", "0, "})
    void tenTimesTheLastIsUnusual(BigDecimal value, Kind kind) {
        assertEquals(Optional.ofNullable(kind), kindOf(value, "62"));
    }

    @ParameterizedTest
    @CsvSource({"81, FAR_ABOVE", "80, ", "49, FAR_BELOW", "50, ", "65, "})
    void furtherOutThanTheSeriesEverSpreadIsUnusual(BigDecimal value, Kind kind) {
        assertEquals(Optional.ofNullable(kind), kindOf(value, "62", "60", "70", "61", "66", "65"));
    }

    @Test
    void aFewValuesSayNothingOfTheSpread() {
        assertEquals(Optional.empty(), kindOf(new BigDecimal("100"), "62", "60", "70", "61", "66"));
    }

    @Test
    void nothingIsUnusualAboutTheFirstOrAfterZeroOrInASeriesThatNeverMoved() {
        assertEquals(Optional.empty(), kindOf(new BigDecimal("100")));
        assertEquals(Optional.empty(), kindOf(new BigDecimal("100"), "0"));
        assertEquals(Optional.empty(), kindOf(new BigDecimal("7"), "5", "5", "5", "5", "5", "5"));
    }

    @Test
    void itIsToldWhatTheValueIsComparedWith() {
        var unusual = Unusual.of(new BigDecimal("81"), earlier("62", "60", "70", "61", "66", "65"))
                .orElseThrow();

        assertEquals(new BigDecimal("70"), unusual.compared());
        assertEquals(LAST.minusMonths(2), unusual.month());
    }

    private static Optional<Kind> kindOf(BigDecimal value, String... latestFirst) {
        return Unusual.of(value, earlier(latestFirst)).map(Unusual::kind);
    }

    private static List<Earlier> earlier(String... latestFirst) {
        var earlier = new ArrayList<Earlier>();
        for (var value : latestFirst) {
            earlier.add(new Earlier(LAST.minusMonths(earlier.size()), new BigDecimal(value)));
        }
        return earlier;
    }
}
