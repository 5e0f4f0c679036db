package no.nullpunkt.municipality;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Once;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/closed-months")
@Authenticated
@Tag(name = "Report")
public class ClosedMonthResource {

    @Schema(name = "ReopenRequest")
    record Request(
            @Schema(examples = "Responssenteret har rettet tallene for mars.") @NotBlank @Text
            String reason) {}

    @Schema(name = "ClosedMonth")
    record Response(
            YearMonth month,

            @Schema(examples = "true", description = "False once a leader has reopened it, until the next report of it")
            boolean closed,

            @Schema(description = "The report issued last that covers the month")
            UUID reportId,

            @Schema(examples = "1/2026") String reportNumber,
            @Schema(examples = "2026-T1") String reportPeriod,
            Instant closedAt,
            UUID closedById,

            @Schema(nullable = true, examples = "Kari Nordmann")
            String closedBy,

            @Schema(nullable = true) Instant reopenedAt,
            @Schema(nullable = true) UUID reopenedById,
            @Schema(nullable = true) String reopenedBy,
            @Schema(nullable = true) String reopenedReason) {

        static Response of(ClosedMonth month) {
            return new Response(
                    month.month(),
                    month.isClosed(),
                    month.reportId(),
                    month.reportNumber(),
                    month.reportPeriod(),
                    month.closedAt(),
                    month.closedById(),
                    month.closedBy(),
                    month.reopenedAt(),
                    month.reopenedById(),
                    month.reopenedBy(),
                    month.reopenedReason());
        }
    }

    private final Caller caller;
    private final ClosedMonths closedMonths;
    private final ClosedMonthService service;

    ClosedMonthResource(Caller caller, ClosedMonths closedMonths, ClosedMonthService service) {
        this.caller = caller;
        this.closedMonths = closedMonths;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listClosedMonths",
            summary = "The months that have been reported: closed by whom, when and with which report, or reopened")
    public Page<Response> list(
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor) {
        return closedMonths.page(caller.municipalityId(), cursor, limit).map(Response::of);
    }

    @POST
    @Once
    @Path("/{month}/reopen")
    @Operation(
            operationId = "reopenMonth",
            summary = "Opens a closed month for corrections, with a reason",
            description = "It stays open until the next report of it is issued. Corrections in it need a reason too.")
    public RestResponse<Response> reopen(@PathParam("month") YearMonth month, @NotNull @Valid Request request) {
        return RestResponse.ok(Response.of(service.reopen(caller, month, request.reason())));
    }
}
