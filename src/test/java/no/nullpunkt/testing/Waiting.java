package no.nullpunkt.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what takes time of itself. */
public final class Waiting {

    private static final int MILLISECONDS_BETWEEN = 50;

    private Waiting() {}

    /** Asks until the answer is yes, and fails when it takes forever. */
    public static void until(Duration most, BooleanSupplier condition) {
        for (var end = System.nanoTime() + most.toNanos(); !condition.getAsBoolean(); ) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come within " + most);
            }
            try {
                Thread.sleep(MILLISECONDS_BETWEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
