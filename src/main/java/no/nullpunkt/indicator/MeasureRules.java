package no.nullpunkt.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.shared.Problem;

/** Which numbers a value or a null-point is made of; the same for both. */
public final class MeasureRules {

    private MeasureRules() {}

    /**
     * The numbers as a measure.
     *
     * @param valued whether the indicator turns into hours or kroner, so that a mean's weight cannot be left out
     * @throws Problem 422 for a number that is missing, that does not belong, or that must be above 0
     */
    public static Measure measure(
            Aggregation aggregation,
            boolean valued,
            BigDecimal value,
            BigDecimal weight,
            BigDecimal numerator,
            BigDecimal denominator) {
        var given = new LinkedHashMap<String, BigDecimal>();
        given.put("value", value);
        given.put("weight", weight);
        given.put("numerator", numerator);
        given.put("denominator", denominator);
        given.forEach((name, number) -> {
            if (number == null && isNeeded(aggregation, valued, name)) {
                throw Problem.ruleAt("/" + name, "number-missing", aggregation);
            }
        });
        given.forEach((name, number) -> {
            if (number != null && !isTaken(aggregation, name)) {
                throw Problem.ruleAt("/" + name, "number-not-taken", aggregation);
            }
            if (number != null && mustBePositive(name) && number.signum() <= 0) {
                throw Problem.ruleAt("/" + name, "number-not-positive");
            }
        });
        return new Measure(value, weight, numerator, denominator);
    }

    private static boolean isNeeded(Aggregation aggregation, boolean valued, String name) {
        return switch (aggregation) {
            case SUM, LATEST -> name.equals("value");
            case MEAN -> name.equals("value") || valued && name.equals("weight");
            case RATIO -> name.equals("numerator") || name.equals("denominator");
        };
    }

    private static boolean isTaken(Aggregation aggregation, String name) {
        return isNeeded(aggregation, true, name);
    }

    private static boolean mustBePositive(String name) {
        return name.equals("weight") || name.equals("denominator");
    }
}
