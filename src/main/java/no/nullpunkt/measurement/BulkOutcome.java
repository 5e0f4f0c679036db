package no.nullpunkt.measurement;

import java.util.List;
import java.util.Map;

/**
 * What came of many values.
 *
 * @param effects of each value in the order they were sent; null where it was rejected
 * @param rejections why, by the value's place in that order
 */
public record BulkOutcome(List<Effect> effects, Map<Integer, Rejection> rejections) {

    public int count(Effect effect) {
        return (int) effects.stream().filter(effect::equals).count();
    }
}
