package no.nullpunkt.trace;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/people/{id}/erase")
@Authenticated
@Tag(name = "Trace")
public class ErasureResource {

    @Schema(name = "ErasureRequest")
    record ErasureRequest(
            @Schema(examples = "Ba selv om det 3. mai") @NotBlank @Text
            String reason) {}

    @Schema(name = "Erasure")
    record Erasure(
            UUID personId,

            @Schema(examples = "Slettet person 7f0b1f0a", description = "What the person is called from now on")
            String pseudonym,

            @Schema(
                    description =
                            "Issued reports that name the person. Their bytes never change, and keep the name: what a "
                                    + "municipality has issued is archived as it was")
            List<UUID> keptInReports) {}

    private final Caller caller;
    private final ErasureService service;

    ErasureResource(Caller caller, ErasureService service) {
        this.caller = caller;
        this.service = service;
    }

    @POST
    @Operation(
            operationId = "erasePerson",
            summary = "Replaces the name and e-mail of someone who has left by a pseudonym, in history too",
            description =
                    "For administrators. Figures, ids and times stand, so that history goes on saying what was done; "
                            + "texts of the municipality that hold the full name or the e-mail lose it as well. It cannot be taken "
                            + "back. Issued reports are listed, and keep the name.")
    public Erasure erase(@PathParam("id") UUID id, @NotNull @Valid ErasureRequest request) {
        var erased = service.erase(caller, id, request.reason());
        return new Erasure(id, erased.pseudonym(), erased.keptIn());
    }
}
