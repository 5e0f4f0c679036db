package no.nullpunkt.shared;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The instant of an address. */
public class AsOfQuery {

    @Parameter(
            description = "As it was known at this time, an answer that never changes; now when left out",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("asOf")
    String asOf;

    /** The instant asked about; null is now. */
    public Instant asOf() {
        if (asOf == null || asOf.isEmpty()) {
            return null;
        }
        try {
            // A plus sign means a space in an address, and no time holds one.
            var time = OffsetDateTime.parse(asOf.replace(' ', '+'));
            if (time.getYear() < 1) {
                throw new DateTimeException("The database knows no such year");
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw Problem.notUnderstood("not-a-time", asOf).at("?asOf", "not-a-time", asOf);
        }
    }
}
