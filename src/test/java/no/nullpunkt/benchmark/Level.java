package no.nullpunkt.benchmark;

import java.math.BigDecimal;
import java.util.SplittableRandom;

/** What is measured in a month: a value, with a weight where means are made of it, or a numerator and a denominator. */
record Level(BigDecimal value, BigDecimal weight, BigDecimal numerator, BigDecimal denominator) {

    /** Better by half a per cent a month, up to a third, give or take a tenth. */
    static Level around(Kind kind, int month, SplittableRandom random) {
        var better = Math.min(month * 0.005, 0.33);
        var factor = kind.direction.equals("LOWER_IS_BETTER") ? 1 - better : 1 + better;
        var tenths = Math.round(kind.about * 10 * factor * (0.9 + random.nextInt(201) / 1000.0));
        var told = BigDecimal.valueOf(tenths, 1);
        if (kind.isRatio()) {
            return new Level(null, null, told, BigDecimal.valueOf(10 + random.nextInt(20)));
        }
        return new Level(told, kind.isMean() ? BigDecimal.valueOf(5 + random.nextInt(20)) : null, null, null);
    }

    static BigDecimal target(Kind kind) {
        var target =
                BigDecimal.valueOf(kind.direction.equals("LOWER_IS_BETTER") ? kind.about * 8L : kind.about * 12L, 1);
        return kind.isRatio() ? target.scaleByPowerOfTen(-1) : target;
    }
}
