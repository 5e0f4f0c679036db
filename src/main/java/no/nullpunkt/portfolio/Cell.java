package no.nullpunkt.portfolio;

import java.math.BigDecimal;
import no.nullpunkt.shared.Language;

/**
 * A figure as a page shows it.
 *
 * @param text rounded for people
 * @param exact all digits; null where there is no figure
 * @param terms the address of what it was made of, or null
 */
record Cell(String text, String exact, String terms) {

    /** In the place of a figure that is not there. */
    static final Cell NONE = new Cell("–", null, null);

    /** A figure and where it opens; {@link #NONE} for null. */
    static Cell of(BigDecimal figure, Address terms, Language language) {
        return figure == null
                ? NONE
                : new Cell(language.brief(figure), figure.toPlainString(), terms == null ? null : terms.toString());
    }
}
