package no.nullpunkt.measurement;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import no.nullpunkt.measurement.BulkService.Mode;
import no.nullpunkt.shared.Choice;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How many values at once are to be written: what an address that takes them says of it. */
public class WriteQuery {

    @Parameter(description = "Says what would come of it, and writes nothing")
    @DefaultValue("false")
    @QueryParam("dryRun")
    boolean dryRun;

    @Parameter(
            description = "What becomes of the others when some are rejected",
            schema =
                    @Schema(
                            enumeration = {"atomic", "partial"},
                            defaultValue = "atomic"))
    @QueryParam("mode")
    String mode;

    public boolean dryRun() {
        return dryRun;
    }

    public Mode mode() {
        return Choice.of("mode", mode, Mode.class).orElse(Mode.ATOMIC);
    }
}
