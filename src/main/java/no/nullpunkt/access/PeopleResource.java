package no.nullpunkt.access;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/people")
@Authenticated
@Tag(name = "People")
public class PeopleResource {

    @Schema(name = "PersonRequest")
    public record PersonRequest(
            @Schema(examples = "Kari Nordmann") @NotBlank @Text(max = Text.NAME)
            String name,

            @Schema(examples = "kari.nordmann@demo.kommune.no") @NotBlank @Email @Text(max = 254)
            String email) {}

    @Schema(name = "NameRequest")
    record NameRequest(
            @Schema(examples = "Kari Nordmann") @NotBlank @Text(max = Text.NAME)
            String name) {}

    @Schema(name = "GrantRequest")
    record GrantRequest(
            @Schema(examples = "BENEFIT_OWNER") @NotNull Role role, UUID unitId) {}

    @Schema(name = "Grant")
    record GrantResponse(
            UUID id, Role role, @Schema(nullable = true) UUID unitId, int version) {

        static GrantResponse of(RoleGrant grant) {
            return new GrantResponse(grant.id, grant.role, grant.unitId, grant.version);
        }
    }

    @Schema(name = "Person")
    public record PersonResponse(
            UUID id,
            String name,
            String email,
            List<GrantResponse> grants,

            @Schema(nullable = true, description = "The day the person left")
            LocalDate ended,

            int version) {

        static PersonResponse of(Person person, List<RoleGrant> grants) {
            return new PersonResponse(
                    person.id,
                    person.name,
                    person.email,
                    grants.stream().map(GrantResponse::of).toList(),
                    person.ended,
                    person.version);
        }
    }

    @Schema(name = "InvitationRequest")
    record InvitationRequest(
            @Schema(description = "Whether the code goes to the person by mail, and is told to nobody else")
            boolean mailed) {}

    @Schema(name = "Invitation")
    record Invitation(
            @Schema(nullable = true, examples = "q9rXl1c2Yw8v0Zt4n7Ks3mB6d5Hf1Ja2", description = "null when mailed")
            String code,

            Instant expiresAt,
            boolean mailed) {}

    private final Caller caller;
    private final People people;
    private final Grants grants;
    private final PeopleService service;
    private final PasswordService passwords;
    private final PageSessionService sessions;

    PeopleResource(
            Caller caller,
            People people,
            Grants grants,
            PeopleService service,
            PasswordService passwords,
            PageSessionService sessions) {
        this.caller = caller;
        this.people = people;
        this.grants = grants;
        this.service = service;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GET
    @Operation(operationId = "listPeople", summary = "The people of the municipality and what they are granted")
    public Page<PersonResponse> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        var page = people.page(caller.municipalityId(), Cursor.decodeId(cursor), limit);
        var ids = page.items().stream().map(person -> person.id).toList();
        var granted = grants.listOf(caller.municipalityId(), ids).stream()
                .collect(Collectors.groupingBy(grant -> grant.personId));
        return page.map(person -> PersonResponse.of(person, granted.getOrDefault(person.id, List.of())));
    }

    @POST
    @Creates
    @Operation(operationId = "createPerson", summary = "Adds a person")
    public RestResponse<PersonResponse> create(@NotNull @Valid PersonRequest request) {
        var person = service.create(caller, request);
        return Reply.created(location(person.id()), person.version(), person);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPerson", summary = "One person and what they are granted")
    public RestResponse<PersonResponse> get(@PathParam("id") UUID id) {
        var person = people.get(caller.municipalityId(), id);
        return Reply.ok(person.version, PersonResponse.of(person, grants.listOf(caller.municipalityId(), List.of(id))));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "renamePerson", summary = "Changes a person's name")
    public RestResponse<PersonResponse> rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid NameRequest request) {
        var person = service.rename(caller, id, new IfMatch(ifMatch), request.name());
        return Reply.ok(person.version(), person);
    }

    @POST
    @Creates
    @Path("/{id}/grants")
    @Operation(operationId = "grantRole", summary = "Grants a role in the municipality, or in a unit and below")
    public RestResponse<GrantResponse> grant(@PathParam("id") UUID id, @NotNull @Valid GrantRequest request) {
        var grant = service.grant(caller, id, request);
        return Reply.created(location(id) + "/grants/" + grant.id(), grant.version(), grant);
    }

    @DELETE
    @Path("/{id}/grants/{grantId}")
    @Operation(operationId = "revokeRole", summary = "Takes a role back")
    public void revoke(
            @PathParam("id") UUID id, @PathParam("grantId") UUID grantId, @HeaderParam("If-Match") String ifMatch) {
        service.revoke(caller, id, grantId, new IfMatch(ifMatch));
    }

    @POST
    @Path("/{id}/invitation")
    @Operation(
            operationId = "invitePerson",
            summary = "Makes a single-use code with which the person sets a password",
            description =
                    "The code holds for seven days and replaces an earlier one. Have it mailed, or hand it to the "
                            + "person yourself.")
    public RestResponse<Invitation> invite(
            @PathParam("id") UUID id, @Valid InvitationRequest request, @Context HttpHeaders headers) {
        var mailed = request != null && request.mailed();
        return RestResponse.status(
                RestResponse.Status.CREATED, passwords.invite(caller, id, mailed, Language.of(headers)));
    }

    @DELETE
    @Path("/{id}/sessions")
    @Operation(operationId = "endSessionsOfPerson", summary = "Signs a person out of the pages on every browser")
    public void endSessions(@PathParam("id") UUID id) {
        sessions.endAllOf(caller, id);
    }

    private String location(UUID id) {
        return "/api/v1/municipalities/" + caller.number() + "/people/" + id;
    }
}
