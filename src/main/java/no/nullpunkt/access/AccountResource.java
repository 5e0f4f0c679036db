package no.nullpunkt.access;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.access.PeopleResource.GrantResponse;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Text;
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

    @Schema(name = "PasswordRequest")
    record PasswordRequest(
            @Schema(examples = "q9rXl1c2Yw8v0Zt4n7Ks3mB6d5Hf1Ja2") @NotBlank @Size(max = 100) String invitation,

            @Schema(
                    examples = "en lang setning å huske",
                    minLength = PasswordRules.SHORTEST,
                    maxLength = PasswordRules.LONGEST,
                    description = RULES)
            @NotNull String password) {}

    @Schema(name = "PasswordChange")
    record PasswordChange(
            @Schema(examples = "en lang setning å huske") @NotNull String present,

            @Schema(
                    examples = "en annen setning å huske",
                    minLength = PasswordRules.SHORTEST,
                    maxLength = PasswordRules.LONGEST,
                    description = RULES)
            @NotNull String password) {}

    @Schema(name = "PasswordResetRequest")
    record ResetRequest(
            @Schema(examples = "kari.nordmann@demo.kommune.no") @NotBlank @Email @Text(max = 254)
            String email) {}

    private static final String RULES = "Any signs, 72 bytes at most; not one that everybody tries";

    private final SecurityIdentity identity;
    private final People people;
    private final Tenants tenants;
    private final Grants grants;
    private final SignIn signIn;
    private final PasswordService service;

    AccountResource(
            SecurityIdentity identity,
            People people,
            Tenants tenants,
            Grants grants,
            SignIn signIn,
            PasswordService service) {
        this.identity = identity;
        this.people = people;
        this.tenants = tenants;
        this.grants = grants;
        this.signIn = signIn;
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
    @Operation(operationId = "setPassword", summary = "Sets a password with the code of an invitation or a mailed link")
    public void setPassword(@NotNull @Valid PasswordRequest request, @Context RoutingContext http) {
        service.mustHold(request.invitation());
        service.accept(request.invitation(), request.password(), Source.of(http));
    }

    @PUT
    @Path("/me/password")
    @Authenticated
    @Operation(
            operationId = "changePassword",
            summary = "Changes the caller's password, and signs them out of the pages on every browser")
    public void changePassword(@NotNull @Valid PasswordChange request, @Context RoutingContext http) {
        var holder = Holder.of(identity);
        signIn.confirm(holder, request.present(), Source.of(http));
        service.change(holder, request.password(), Optional.empty());
    }

    @POST
    @Path("/password-resets")
    @PermitAll
    @SecurityRequirementsSet
    @Operation(
            operationId = "forgotPassword",
            summary = "Has a link to set a new password mailed, if anyone has the e-mail",
            description = "The answer is the same whether anyone has. The code in the link holds for half an hour and "
                    + "once; it ends those mailed before.")
    public void forgot(
            @NotNull @Valid ResetRequest request, @Context RoutingContext http, @Context HttpHeaders headers) {
        service.forgot(request.email(), Source.of(http), Language.of(headers));
    }
}
