package no.nullpunkt.results;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The least count of persons that is shown to whoever may not enter it; the installation's choice. */
@Singleton
@Startup
public class SuppressionThreshold {

    /** Below it a count and the sum of two would tell who they are of. */
    private static final int LEAST = 3;

    private final int threshold;

    /**
     * As configured.
     *
     * @throws IllegalArgumentException below 3, so that the service does not start
     */
    SuppressionThreshold(@ConfigProperty(name = "nullpunkt.suppression-threshold") int threshold) {
        if (threshold < LEAST) {
            throw new IllegalArgumentException("nullpunkt.suppression-threshold=" + threshold + " would show counts of "
                    + "so few persons that they can be known: set it to " + LEAST + " or more");
        }
        this.threshold = threshold;
    }

    public BigDecimal count() {
        return BigDecimal.valueOf(threshold);
    }
}
