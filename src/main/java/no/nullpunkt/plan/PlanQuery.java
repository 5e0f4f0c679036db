package no.nullpunkt.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.shared.AsOfQuery;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which plan is asked for: of which rollouts, planned gains of which year, as of when. */
public class PlanQuery extends AsOfQuery {

    @Parameter(description = "Only these rollouts; may be repeated. All of the municipality when left out")
    @QueryParam("rolloutId")
    List<String> rolloutId;

    @Parameter(
            description = "The year that planned hours and kroner are of; the present one when left out",
            example = "2026")
    @QueryParam("year")
    @Min(2000) @Max(2100) Integer year;

    Set<UUID> rolloutIds() {
        var ids = new LinkedHashSet<UUID>();
        for (var written : rolloutId == null ? List.<String>of() : rolloutId) {
            try {
                ids.add(UUID.fromString(written));
            } catch (IllegalArgumentException e) {
                throw Problem.notUnderstood("wrong-type", written, "UUID")
                        .at("?rolloutId", "wrong-type", written, "UUID");
            }
        }
        return ids;
    }

    int year(Clock clock) {
        return year == null ? Instant.now(clock).atZone(clock.getZone()).getYear() : year;
    }
}
