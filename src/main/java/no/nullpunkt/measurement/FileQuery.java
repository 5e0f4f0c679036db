package no.nullpunkt.measurement;

import jakarta.ws.rs.QueryParam;
import no.nullpunkt.shared.Choice;
import no.nullpunkt.shared.NumberText.DecimalSign;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The same for a text file, whose numbers may be written in two ways. */
public class FileQuery extends WriteQuery {

    @Parameter(
            description = "The decimal sign of a file whose numbers do not show it",
            schema = @Schema(enumeration = {"comma", "point"}))
    @QueryParam("decimal")
    String decimal;

    /** Null where the file is to show it. */
    public DecimalSign decimal() {
        return Choice.of("decimal", decimal, DecimalSign.class).orElse(null);
    }
}
