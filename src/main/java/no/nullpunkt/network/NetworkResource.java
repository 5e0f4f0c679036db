package no.nullpunkt.network;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/networks")
@Authenticated
@Tag(name = "Network")
public class NetworkResource {

    @Schema(name = "NetworkRequest")
    public record Request(
            @Schema(examples = "Velferdsteknologi i Vestregionen") @NotBlank @Text(max = Text.NAME)
            String name,

            @Schema(examples = "PROJECT") @NotNull Network.Kind kind) {}

    @Schema(name = "Network")
    public record Response(
            UUID id,

            @Schema(examples = "Velferdsteknologi i Vestregionen")
            String name,

            @Schema(examples = "PROJECT") String kind,

            @Schema(examples = "9999", description = "The municipality whose administrators see to the network")
            String host,

            @Schema(examples = "Demo kommune") String hostName,

            @Schema(
                    nullable = true,
                    examples = "JOINED",
                    description = "The municipality's own: INVITED, ASKED, JOINED or ENDED; null without any")
            String state,

            @Schema(nullable = true, description = "Since when; what was shared before does not count")
            Instant joinedAt,

            int version) {

        static Response of(Networks.Seen seen) {
            return new Response(
                    seen.id(),
                    seen.name(),
                    seen.kind(),
                    seen.host(),
                    seen.hostName(),
                    seen.state(),
                    seen.joinedAt(),
                    seen.version());
        }
    }

    @Schema(name = "NetworkMember")
    record MemberResponse(
            @Schema(examples = "9999") String number,
            @Schema(examples = "Demo kommune") String name,
            @Schema(examples = "JOINED") String state) {

        static MemberResponse of(Members.Known known) {
            return new MemberResponse(known.number(), known.name(), known.state());
        }
    }

    @Schema(name = "NetworkInviteRequest")
    public record InviteRequest(
            @Schema(examples = "[\"0301\"]") @Size(max = 500) List<@NotBlank @Text(max = 4) String> municipalities,

            @Schema(examples = "46", description = "All municipalities of the county with this number")
            @Pattern(regexp = "[0-9]{2}") String county,

            @Schema(examples = "false", description = "All municipalities of the country")
            Boolean everyone) {}

    @Schema(name = "NetworkLeaveRequest")
    record LeaveRequest(
            @Schema(examples = "Prosjektet er avsluttet") @NotBlank @Text
            String reason) {}

    @Schema(name = "NetworkReaderRequest")
    public record ReaderRequest(
            @Schema(examples = "0301", description = "The municipality that the reader is a person of")
            @NotBlank @Text(max = 4)
            String municipality,

            @Schema(examples = "kari.nordmann@kommune.example") @NotBlank @Email @Size(max = 254) @Text
            String email) {}

    @Schema(name = "NetworkReader")
    public record ReaderResponse(
            UUID id,
            @Schema(examples = "0301") String municipality,

            @Schema(examples = "kari.nordmann@kommune.example")
            String email) {}

    private final Caller caller;
    private final Networks networks;
    private final Members members;
    private final Readers readers;
    private final NetworkService service;

    NetworkResource(Caller caller, Networks networks, Members members, Readers readers, NetworkService service) {
        this.caller = caller;
        this.networks = networks;
        this.members = members;
        this.readers = readers;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listNetworks",
            summary = "Networks that the municipality hosts, is in, is invited to or has asked to join")
    public Page<Response> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return networks.page(caller.municipalityId(), Cursor.decodeId(cursor), limit)
                .map(Response::of);
    }

    @POST
    @Creates
    @Operation(
            operationId = "createNetwork",
            summary = "Makes a network with this municipality as its host and first member",
            description =
                    "The kind says who is meant to join. No municipality is in a network without its own yes, and "
                            + "nothing is seen of one before it shares a report.")
    public RestResponse<Response> create(@NotNull @Valid Request request) {
        var network = service.create(caller, request);
        var location = "/api/v1/municipalities/" + caller.number() + "/networks/" + network.id();
        return Reply.created(location, network.version(), network);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getNetwork", summary = "One network")
    public RestResponse<Response> get(@PathParam("id") UUID id) {
        var network = mine(id);
        return Reply.ok(network.version(), Response.of(network));
    }

    @GET
    @Path("/{id}/members")
    @Operation(
            operationId = "listNetworkMembers",
            summary = "Who is in a network, invited or asking, for its host and its members")
    public Page<MemberResponse> listMembers(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return members.page(mine(id), after(cursor), limit).map(MemberResponse::of);
    }

    @POST
    @Path("/{id}/invite")
    @Operation(
            operationId = "inviteToNetwork",
            summary = "Invites municipalities: those named, a county's, or all of the country",
            description =
                    "A municipality that has asked to join is in by this. Of those invited, each joins by itself.")
    public Response invite(@PathParam("id") UUID id, @NotNull @Valid InviteRequest request) {
        return service.invite(caller, id, request);
    }

    @POST
    @Path("/{id}/join")
    @Operation(
            operationId = "joinNetwork",
            summary = "Joins a network, or asks its host to",
            description = "The id of a network that has not invited the municipality is had from its host.")
    public Response join(@PathParam("id") UUID id) {
        return service.join(caller, id);
    }

    @POST
    @Path("/{id}/leave")
    @Operation(
            operationId = "leaveNetwork",
            summary = "Leaves a network, or says no to an invitation",
            description = "Nothing the municipality has shared is told from then on, also when it joins again.")
    public Response leave(@PathParam("id") UUID id, @NotNull @Valid LeaveRequest request) {
        return service.leave(caller, id, request.reason());
    }

    @POST
    @Path("/{id}/members/{member}/remove")
    @Operation(operationId = "removeFromNetwork", summary = "The host lets a municipality go, or says no to one")
    public Response remove(
            @PathParam("id") UUID id,
            @Parameter(description = "The municipality's number", example = "0301") @PathParam("member") String member,
            @NotNull @Valid LeaveRequest request) {
        return service.remove(caller, id, member, request.reason());
    }

    @GET
    @Path("/{id}/readers")
    @Operation(
            operationId = "listNetworkReaders",
            summary = "Who the host has granted reading, besides the leaders of those who share")
    public Page<ReaderResponse> listReaders(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        caller.mustAdminister();
        networks.get(caller.municipalityId(), id);
        return readers.page(caller.municipalityId(), id, Cursor.decodeId(cursor), limit)
                .map(service::response);
    }

    @POST
    @Creates
    @Path("/{id}/readers")
    @Operation(
            operationId = "grantNetworkReading",
            summary = "Grants a person of any municipality to read the network's overview",
            description = "It holds for whoever has the e-mail in that municipality, now or later. Whether anyone has "
                    + "is not told.")
    public RestResponse<ReaderResponse> grant(@PathParam("id") UUID id, @NotNull @Valid ReaderRequest request) {
        var reader = service.grant(caller, id, request);
        var location = "/api/v1/municipalities/" + caller.number() + "/networks/" + id + "/readers/" + reader.id();
        return Reply.created(location, 0, reader);
    }

    @DELETE
    @Path("/{id}/readers/{readerId}")
    @Operation(operationId = "revokeNetworkReading", summary = "Takes a grant to read back")
    public void revoke(@PathParam("id") UUID id, @PathParam("readerId") UUID readerId) {
        service.revoke(caller, id, readerId);
    }

    /** One that the municipality hosts, is in, is invited to or has asked to join. */
    private Networks.Seen mine(UUID id) {
        return networks.find(caller.municipalityId(), id)
                .filter(seen -> seen.concerns(caller.municipalityId()))
                .orElseThrow(Problem::notFound);
    }

    private static int after(String cursor) {
        var id = Cursor.decode(cursor);
        if (!id.matches("[0-9]{0,9}")) {
            throw Cursor.unreadable();
        }
        return id.isEmpty() ? 0 : Integer.parseInt(id);
    }
}
