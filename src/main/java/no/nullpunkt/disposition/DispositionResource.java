package no.nullpunkt.disposition;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.shared.Amount;
import no.nullpunkt.shared.Cursor;
import no.nullpunkt.shared.Histories;
import no.nullpunkt.shared.History;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Kept;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/benefits/{benefitId}/dispositions")
@Authenticated
@Tag(name = "Disposition")
public class DispositionResource {

    @Schema(name = "DispositionRequest")
    record Request(
            @Schema(description = "May be left out where one unit measures")
            UUID unitId,

            @Schema(examples = "2026-03") @NotNull YearMonth month,

            @Schema(examples = "2026-06", description = "Monthly until this month")
            YearMonth until,

            @Schema(examples = "20", description = "Hours a month; or nok") @Positive @Amount
            BigDecimal hours,

            @Positive @Amount BigDecimal nok,
            @Schema(examples = "MORE_USERS") @NotNull Disposition.Category category,

            @Schema(examples = "Fire nye brukere fulgt opp av samme lag") @Text
            String note,

            @Schema(examples = "Sak 26/123") @Text String decisionReference) {}

    @Schema(name = "Disposition")
    record Response(
            UUID id,
            UUID unitId,
            YearMonth month,
            @Schema(nullable = true) YearMonth until,
            @Schema(nullable = true) BigDecimal hours,
            @Schema(nullable = true) BigDecimal nok,
            Disposition.Category category,
            @Schema(nullable = true) String note,
            @Schema(nullable = true) String decisionReference,
            int version) {

        static Response of(Disposition disposition) {
            return new Response(
                    disposition.id,
                    disposition.unitId,
                    disposition.month,
                    disposition.untilMonth,
                    disposition.hours,
                    disposition.nok,
                    disposition.category,
                    disposition.note,
                    disposition.decisionReference,
                    disposition.version);
        }
    }

    private static final Kept<Response> KEPT =
            Kept.of("disposition", Response.class).telling("until", "kept.until_month");

    private final Caller caller;
    private final Benefits benefits;
    private final Dispositions dispositions;
    private final DispositionService service;
    private final Histories histories;

    DispositionResource(
            Caller caller,
            Benefits benefits,
            Dispositions dispositions,
            DispositionService service,
            Histories histories) {
        this.caller = caller;
        this.benefits = benefits;
        this.dispositions = dispositions;
        this.service = service;
        this.histories = histories;
    }

    @GET
    @Operation(operationId = "listDispositions", summary = "What the measured gain was used for")
    public Page<Response> list(
            @PathParam("benefitId") UUID benefitId,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        benefits.summaryOf(caller.municipalityId(), benefitId);
        return dispositions
                .page(caller.municipalityId(), benefitId, Cursor.decodeId(cursor), limit)
                .map(Response::of);
    }

    @POST
    @Creates
    @Operation(
            operationId = "bookDisposition",
            summary = "Books measured hours or kroner to what they were used for",
            description = "Never more than was measured up to and including each month.")
    public RestResponse<Response> book(@PathParam("benefitId") UUID benefitId, @NotNull @Valid Request request) {
        var disposition = service.book(caller, benefitId, request);
        var location = "/api/v1/municipalities/" + caller.number() + "/benefits/" + benefitId + "/dispositions/"
                + disposition.id();
        return Reply.created(location, disposition.version(), disposition);
    }

    @GET
    @Path("/{id}/history")
    @Operation(operationId = "getDispositionHistory", summary = "Every version of a booking, also one taken back")
    public History<Response> history(@PathParam("benefitId") UUID benefitId, @PathParam("id") UUID id) {
        return histories.of(KEPT, caller.municipalityId(), Map.of("benefit_id", benefitId, "id", id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "withdrawDisposition", summary = "Takes a booking back; it stays in the history")
    public void withdraw(
            @PathParam("benefitId") UUID benefitId,
            @PathParam("id") UUID id,
            @QueryParam("reason") @Text String reason,
            @HeaderParam("If-Match") String ifMatch) {
        service.withdraw(caller, benefitId, id, new IfMatch(ifMatch), reason);
    }
}
