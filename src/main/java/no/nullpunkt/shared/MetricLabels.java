package no.nullpunkt.shared;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Keeps ids out of metrics: what is refused before its operation is known would be counted under its whole address. */
public class MetricLabels {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-|/municipalities/\\d");

    @Produces
    @Singleton
    MeterFilter withoutIds() {
        return MeterFilter.replaceTagValues("uri", uri -> ID.matcher(uri).find() ? "REFUSED" : uri);
    }
}
