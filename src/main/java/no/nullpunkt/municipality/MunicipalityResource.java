package no.nullpunkt.municipality;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Amount;
import no.nullpunkt.shared.Histories;
import no.nullpunkt.shared.History;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Kept;
import no.nullpunkt.shared.MayCreate;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}")
@Authenticated
@Tag(name = "Municipality")
public class MunicipalityResource {

    @Schema(name = "DatedAmount")
    record DatedAmount(
            YearMonth from, @Schema(examples = "1750") BigDecimal value, int version) {

        static DatedAmount of(Parameter parameter) {
            return new DatedAmount(parameter.from(), parameter.amount, parameter.version);
        }
    }

    @Schema(name = "AmountRequest")
    record AmountRequest(
            @Schema(examples = "1750") @NotNull @Positive @Amount
            BigDecimal value,

            @Schema(description = "Needed where it holds in months that have been reported") @Text
            String reason) {}

    @Schema(name = "Municipality")
    record Response(
            @Schema(examples = "9999") String number,
            @Schema(examples = "Demo kommune") String name,
            @Schema(nullable = true, examples = "Vestfold") String county,
            boolean demonstration,
            List<DatedAmount> hoursPerFte,
            List<DatedAmount> hourlyCost) {}

    private static final Kept<DatedAmount> KEPT = Kept.of("parameter", DatedAmount.class)
            .telling("from", "kept.valid_from")
            .telling("value", "kept.amount");

    private final Caller caller;
    private final Municipalities municipalities;
    private final Parameters parameters;
    private final ParameterService service;
    private final Histories histories;

    MunicipalityResource(
            Caller caller,
            Municipalities municipalities,
            Parameters parameters,
            ParameterService service,
            Histories histories) {
        this.caller = caller;
        this.municipalities = municipalities;
        this.parameters = parameters;
        this.service = service;
        this.histories = histories;
    }

    @GET
    @Operation(operationId = "getMunicipality", summary = "The municipality and its dated parameters")
    public Response get() {
        var municipality = municipalities.get(caller.municipalityId());
        var all = parameters.listOf(caller.municipalityId());
        return new Response(
                caller.number(),
                municipality.name(),
                municipality.county(),
                municipality.demonstration(),
                amounts(all, Parameter.Kind.HOURS_PER_FTE),
                amounts(all, Parameter.Kind.HOURLY_COST));
    }

    @PUT
    @Path("/parameters/hours-per-fte/{from}")
    @MayCreate
    @Operation(operationId = "setHoursPerFte", summary = "Hours a year of a full-time equivalent, from a month")
    public RestResponse<DatedAmount> setHoursPerFte(
            @PathParam("from") YearMonth from,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid AmountRequest request) {
        return set(Parameter.Kind.HOURS_PER_FTE, from, ifMatch, request);
    }

    @PUT
    @Path("/parameters/hourly-cost/{from}")
    @MayCreate
    @Operation(operationId = "setHourlyCost", summary = "NOK an hour of work, everything included, from a month")
    public RestResponse<DatedAmount> setHourlyCost(
            @PathParam("from") YearMonth from,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid AmountRequest request) {
        return set(Parameter.Kind.HOURLY_COST, from, ifMatch, request);
    }

    @GET
    @Path("/parameters/hours-per-fte/{from}/history")
    @Operation(operationId = "getHoursPerFteHistory", summary = "Every version of the hours set from a month")
    public History<DatedAmount> hoursPerFteHistory(@PathParam("from") YearMonth from) {
        return history(Parameter.Kind.HOURS_PER_FTE, from);
    }

    @GET
    @Path("/parameters/hourly-cost/{from}/history")
    @Operation(operationId = "getHourlyCostHistory", summary = "Every version of the cost set from a month")
    public History<DatedAmount> hourlyCostHistory(@PathParam("from") YearMonth from) {
        return history(Parameter.Kind.HOURLY_COST, from);
    }

    private History<DatedAmount> history(Parameter.Kind kind, YearMonth from) {
        return histories.of(KEPT, caller.municipalityId(), Map.of("kind", kind.name(), "valid_from", from.atDay(1)));
    }

    private RestResponse<DatedAmount> set(Parameter.Kind kind, YearMonth from, String ifMatch, AmountRequest request) {
        var outcome = service.set(caller, kind, from, request.value(), request.reason(), new IfMatch(ifMatch));
        return Reply.put(outcome.created(), outcome.amount().version(), outcome.amount());
    }

    private static List<DatedAmount> amounts(List<Parameter> all, Parameter.Kind kind) {
        return all.stream().filter(p -> p.kind == kind).map(DatedAmount::of).toList();
    }
}
