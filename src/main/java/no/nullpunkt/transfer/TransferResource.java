package no.nullpunkt.transfer;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/transfers")
@Authenticated
@Tag(name = "Municipality")
public class TransferResource {

    @Schema(name = "TransferRequest")
    record Request(
            @Schema(examples = "0301", description = "The number of the receiving municipality")
            @NotBlank @Text(max = 4)
            String to,

            @Schema(examples = "2027-01", description = "The first month that is the receiving municipality's") @NotNull YearMonth from,

            @Schema(description = "With all below them; the whole municipality when left out") @Size(max = 5000) List<@NotNull UUID> unitIds,

            @Schema(examples = "Kommunene slås sammen ved årsskiftet") @NotBlank @Text
            String reason) {}

    @Schema(name = "Transfer")
    record Response(
            UUID id,
            @Schema(examples = "9999") String giving,
            @Schema(examples = "0301") String receiving,
            YearMonth from,

            @Schema(description = "Empty for the whole municipality")
            List<UUID> unitIds,

            @Schema(examples = "Kommunene slås sammen ved årsskiftet")
            String reason,

            Transfer.State state,
            Instant offeredAt,
            @Schema(nullable = true) Instant settledAt,
            int version) {

        static Response of(Transfer transfer, String giving, String receiving) {
            return new Response(
                    transfer.id,
                    giving,
                    receiving,
                    transfer.validFrom,
                    List.copyOf(transfer.unitIds),
                    transfer.reason,
                    transfer.state,
                    transfer.offeredAt,
                    transfer.settledAt,
                    transfer.version);
        }
    }

    @Schema(name = "DeclineRequest")
    record DeclineRequest(
            @Schema(examples = "Grensen ble en annen") @NotBlank @Text
            String reason) {}

    private final Caller caller;
    private final Transfers transfers;
    private final TransferService service;

    TransferResource(Caller caller, Transfers transfers, TransferService service) {
        this.caller = caller;
        this.transfers = transfers;
        this.service = service;
    }

    @GET
    @Operation(operationId = "listTransfers", summary = "Units offered to other municipalities, and offered by them")
    public Page<Response> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return transfers
                .page(caller.municipalityId(), Cursor.decodeId(cursor), limit)
                .map(service::response);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTransfer", summary = "One transfer")
    public RestResponse<Response> get(@PathParam("id") UUID id) {
        var transfer = service.response(transfers.get(caller.municipalityId(), id));
        return Reply.ok(transfer.version(), transfer);
    }

    @POST
    @Creates
    @Operation(
            operationId = "offerTransfer",
            summary = "Offers units, or the whole municipality, to another municipality from a month on",
            description = "Nothing moves until an administrator of the receiving municipality accepts.")
    public RestResponse<Response> offer(@NotNull @Valid Request request) {
        var transfer = service.offer(caller, request);
        var location = "/api/v1/municipalities/" + caller.number() + "/transfers/" + transfer.id();
        return Reply.created(location, transfer.version(), transfer);
    }

    @POST
    @Path("/{id}/accept")
    @Operation(
            operationId = "acceptTransfer",
            summary = "Takes the units in with all that was recorded of them, once the month has begun",
            description = "The giving municipality keeps what it recorded and reported. From the month on the units' "
                    + "figures count here; months before do so only in restated results.")
    public RestResponse<Response> accept(@PathParam("id") UUID id) {
        var transfer = service.accept(caller, id);
        return Reply.ok(transfer.version(), transfer);
    }

    @POST
    @Path("/{id}/decline")
    @Operation(operationId = "declineTransfer", summary = "Refuses an offer, or takes one's own back")
    public RestResponse<Response> decline(@PathParam("id") UUID id, @NotNull @Valid DeclineRequest request) {
        var transfer = service.decline(caller, id, request.reason());
        return Reply.ok(transfer.version(), transfer);
    }
}
