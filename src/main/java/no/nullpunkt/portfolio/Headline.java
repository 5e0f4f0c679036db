package no.nullpunkt.portfolio;

import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.results.Booking;
import no.nullpunkt.results.Figure;
import no.nullpunkt.results.KeyFigure;
import no.nullpunkt.results.KeyFigures;
import no.nullpunkt.results.View;
import no.nullpunkt.shared.Language;

/**
 * One of the figures that come first, and where it opens.
 *
 * @param sentence null in a view of tiles
 * @param text rounded for people, with its unit
 * @param exact all digits; null where it is not known
 */
record Headline(String name, String note, String sentence, String text, String exact, String terms) {

    /**
     * A key figure, as the view tells it.
     *
     * @param terms the address of terms, narrowed to the same
     */
    static Headline of(KeyFigure figure, KeyFigures keyFigures, View view, Address terms, Language language) {
        var amount = keyFigures.amount(figure);
        var isCount = figure.unit() == KeyFigure.Unit.COUNT;
        return new Headline(
                figure.name(language),
                figure.note(language),
                view == View.ADMINISTRATION ? null : keyFigures.sentence(figure, language),
                keyFigures.said(figure, language),
                amount.number() == null ? null : amount.number().toPlainString(),
                amount.number() == null || isCount && figure != KeyFigure.VALUES_MEASURED
                        ? anchor(figure)
                        : address(figure, terms));
    }

    /** Where a figure that is no sum is made plain on the page itself. */
    private static String anchor(KeyFigure figure) {
        return switch (figure) {
            case QUALITY_BETTER -> "#effects";
            case BENEFITS_ON_PLAN -> "#statuses";
            case ROUTINES_ENDED -> "#watch";
            default -> null;
        };
    }

    private static String address(KeyFigure figure, Address terms) {
        var ownBudgetTerms = terms.with("planHeading", PlanHeading.OWN_BUDGET.name());
        return (switch (figure) {
                    case PLANNED_HOURS -> of(terms, Figure.PLANNED_HOURS);
                    case MEASURED_HOURS, FTE -> of(terms, Figure.HOURS);
                    case TAKEN_OUT_HOURS -> of(terms, Figure.TAKEN_OUT_HOURS);
                    case UNACCOUNTED_HOURS -> of(terms, Figure.UNACCOUNTED_HOURS);
                    case HOURS_FOR_USERS -> of(terms, Figure.TAKEN_OUT_HOURS).with("category", Booking.FOR_USERS);
                    case HOURS_FOR_OTHER_TASKS ->
                        of(terms, Figure.TAKEN_OUT_HOURS).with("category", "OTHER_TASKS");
                    case PLANNED_NOK -> of(ownBudgetTerms, Figure.PLANNED_NOK);
                    case MEASURED_NOK -> of(ownBudgetTerms, Figure.NOK);
                    case TAKEN_OUT_NOK -> of(ownBudgetTerms, Figure.TAKEN_OUT_NOK);
                    case UNACCOUNTED_NOK -> of(ownBudgetTerms, Figure.UNACCOUNTED_NOK);
                    case HOURS_IN_NOK -> of(ownBudgetTerms, Figure.OWN_BUDGET_NOK);
                    case VALUES_MEASURED -> of(terms, Figure.MEASURED);
                    case QUALITY_BETTER, BENEFITS_ON_PLAN, ROUTINES_ENDED ->
                        throw new IllegalArgumentException(figure + " is no sum of terms");
                })
                .toString();
    }

    private static Address of(Address address, Figure figure) {
        return address.with("figure", figure.parameter());
    }
}
