package no.nullpunkt.access;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.access.Holdings.Held;
import no.nullpunkt.access.PeopleResource.GrantResponse;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/people/{id}")
@Authenticated
@Tag(name = "People")
public class ContinuityResource {

    @Schema(name = "Responsibilities")
    record Responsibilities(
            UUID personId,
            @Schema(examples = "Kari Nordmann") String name,

            @Schema(nullable = true, description = "The day the person left")
            LocalDate ended,

            @Schema(description = "Whether the person can sign in with a password")
            boolean account,

            List<GrantResponse> grants,
            List<Held> held) {}

    @Schema(name = "HandOverRequest")
    record HandOverRequest(
            @NotNull UUID toId,

            @Schema(examples = "Kari slutter 31. mars") @NotBlank @Text
            String reason,

            @Schema(description = "Everything when left out") @Size(max = 10) Set<@NotNull Responsibility> what,

            @Schema(description = "Only what belongs to these benefits") @Size(max = 1000) List<@NotNull UUID> benefitIds,

            @Schema(
                    description = "Grants the receiver the roles they lack; by an administrator",
                    defaultValue = "false")
            Boolean grant) {}

    /** A role without which the receiver cannot do what was handed over. */
    @Schema(name = "LackingRole")
    record Lacking(
            @Schema(examples = "BENEFIT_OWNER") Role role,

            @Schema(nullable = true) UUID unitId) {}

    @Schema(name = "HandOver")
    record HandOver(
            List<Held> moved,

            @Schema(description = "Roles without which the receiver cannot do what was handed over")
            List<Lacking> lacking,

            @Schema(description = "Roles granted with the hand-over")
            List<GrantResponse> granted) {}

    @Schema(name = "EndRequest")
    record EndRequest(
            @Schema(examples = "2026-03-31", description = "Today when left out; not later than today")
            LocalDate on,

            @Schema(examples = "Har sluttet i kommunen") @NotBlank @Text
            String reason) {}

    @Schema(name = "ReasonRequest")
    record ReasonRequest(
            @Schema(examples = "Feil person") @NotBlank @Text
            String reason) {}

    private final Caller caller;
    private final ContinuityService service;

    ContinuityResource(Caller caller, ContinuityService service) {
        this.caller = caller;
        this.service = service;
    }

    @GET
    @Path("/responsibilities")
    @Operation(
            operationId = "listResponsibilities",
            summary = "Everything a person holds: benefits, rollouts, series, open actions, grants and account")
    public Responsibilities responsibilities(@PathParam("id") UUID id) {
        return service.responsibilitiesOf(caller.municipalityId(), id);
    }

    @POST
    @Path("/hand-over")
    @Operation(
            operationId = "handOver",
            summary = "Gives what a person holds to another, in one change with history",
            description = "Tells which roles the receiver lacks, or grants them where an administrator asks for it.")
    public HandOver handOver(@PathParam("id") UUID id, @NotNull @Valid HandOverRequest request) {
        return service.handOver(caller, id, request);
    }

    @POST
    @Path("/end")
    @Operation(
            operationId = "endPerson",
            summary = "Ends a person's grants and account at once, and tells what they still hold",
            description = "Nothing is deleted: the name stays in the history. What the person holds is handed over, "
                    + "or listed as without a valid owner until someone accepts.")
    public Responsibilities end(@PathParam("id") UUID id, @NotNull @Valid EndRequest request) {
        return service.end(caller, id, request);
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "returnPerson",
            summary = "Takes an ended person in again, without grants or account",
            description = "For someone who comes back, or was ended by mistake. Grant roles and invite as for anyone.")
    public Responsibilities takeBack(@PathParam("id") UUID id, @NotNull @Valid ReasonRequest request) {
        return service.takeBack(caller, id, request.reason());
    }
}
