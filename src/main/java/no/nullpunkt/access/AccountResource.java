package no.nullpunkt.access;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.PeopleResource.GrantResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1")
@Tag(name = "Account")
public class AccountResource {

    @Schema(name = "Me")
    record Me(
            UUID personId,
            @Schema(examples = "Kari Nordmann") String name,

            @Schema(examples = "kari.nordmann@demo.kommune.no")
            String email,

            @Schema(examples = "9999") String municipality,
            List<GrantResponse> grants) {}

    /** At most 72 bytes count in bcrypt, so a longer password would promise more than it gives. */
    @Schema(name = "PasswordRequest")
    record PasswordRequest(
            @Schema(examples = "q9rXl1c2Yw8v0Zt4n7Ks3mB6d5Hf1Ja2") @NotBlank @Size(max = 100) String invitation,

            @Schema(examples = "en lang setning å huske") @NotNull @Size(min = 12, max = 72) String password) {}

    private final SecurityIdentity identity;
    private final People people;
    private final Tenants tenants;
    private final Grants grants;
    private final PeopleService service;

    AccountResource(SecurityIdentity identity, People people, Tenants tenants, Grants grants, PeopleService service) {
        this.identity = identity;
        this.people = people;
        this.tenants = tenants;
        this.grants = grants;
        this.service = service;
    }

    @GET
    @Path("/me")
    @Authenticated
    @ForMachines
    @Operation(operationId = "getMe", summary = "Who the caller is and what they are granted")
    public Me me() {
        var holder = Holder.of(identity);
        var person = people.get(holder.municipalityId(), holder.personId());
        var granted = grants.listOf(holder.municipalityId(), List.of(holder.personId()));
        return new Me(
                person.id,
                person.name,
                person.email,
                tenants.numberOf(holder.municipalityId()),
                granted.stream().map(GrantResponse::of).toList());
    }

    @POST
    @Path("/account")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(operationId = "setPassword", summary = "Sets a password with an invitation")
    public void setPassword(@NotNull @Valid PasswordRequest request) {
        service.accept(request.invitation(), request.password());
    }
}
