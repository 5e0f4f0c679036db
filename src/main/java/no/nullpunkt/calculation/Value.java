package no.nullpunkt.calculation;

/**
 * What was recorded for one cycle of a series.
 *
 * @param measure the numbers, present when and only when the status is MEASURED
 * @throws IllegalArgumentException when status and measure do not agree
 */
public record Value(ValueStatus status, Measure measure) {
    public static final Value NOT_MEASURED = new Value(ValueStatus.NOT_MEASURED, null);
    public static final Value NOT_APPLICABLE = new Value(ValueStatus.NOT_APPLICABLE, null);

    public Value {
        Require.that(
                (status == ValueStatus.MEASURED) == (measure != null),
                "A value has numbers when and only when it is measured");
    }

    public static Value measured(Measure measure) {
        return new Value(ValueStatus.MEASURED, measure);
    }

    boolean isMeasured() {
        return status == ValueStatus.MEASURED;
    }
}
