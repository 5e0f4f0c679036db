package no.nullpunkt.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import no.nullpunkt.results.KeyFigures.Amount;
import no.nullpunkt.shared.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a view tells, it has the words for. */
class ViewTest {

    @ParameterizedTest
    @EnumSource
    void everyViewHasItsWordsForEveryFigure(Language language) {
        for (var view : View.values()) {
            assertFalse(view.name(language).isBlank() || view.lead(language).isBlank());
        }
        for (var figure : KeyFigure.values()) {
            assertFalse(figure.name(language).isBlank() || figure.note(language).isBlank());
            assertFalse(figures("1250.04", 4).said(figure, language).contains("{"));
            assertFalse(figures(null, 0).said(figure, language).isBlank());
        }
        for (var view : EnumSet.of(View.POLITICIANS, View.STAFF)) {
            for (var figure : view.keyFigures()) {
                assertFalse(figures("1250.04", 4).sentence(figure, language).contains("{"));
                assertFalse(figures("0", 0).sentence(figure, language).contains("{"));
                assertFalse(figures(null, 0).sentence(figure, language).contains("{"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatMayBeLessThanNothingHasWordsForThat(Language language) {
        for (var figure : EnumSet.of(
                KeyFigure.MEASURED_HOURS,
                KeyFigure.MEASURED_NOK,
                KeyFigure.HOURS_IN_NOK,
                KeyFigure.UNACCOUNTED_HOURS)) {
            assertFalse(figures("-1250.04", 0).sentence(figure, language).contains("-"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void staffAreToldNoKroner(Language language) {
        for (var view : View.values()) {
            assertEquals(view != View.STAFF, view.showsNok());
        }
        assertEquals(language == Language.EN ? "1,250" : "1\u00a0250", language.brief(new BigDecimal("1250.04")));
        assertEquals(language == Language.EN ? "67.5" : "67,5", language.brief(new BigDecimal("67.4999")));
    }

    private static KeyFigures figures(String number, long of) {
        var amounts = new EnumMap<KeyFigure, Amount>(KeyFigure.class);
        for (var figure : KeyFigure.values()) {
            amounts.put(figure, new Amount(number == null ? null : new BigDecimal(number), of));
        }
        return new KeyFigures(amounts, 0);
    }
}
