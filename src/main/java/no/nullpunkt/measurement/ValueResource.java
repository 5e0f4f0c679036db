package no.nullpunkt.measurement;

import io.quarkus.security.Authenticated;
import jakarta.persistence.Tuple;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.ForMachines;
import no.nullpunkt.calculation.Measure;
import no.nullpunkt.calculation.ValueStatus;
import no.nullpunkt.indicator.Indicators;
import no.nullpunkt.indicator.SmallCounts;
import no.nullpunkt.shared.Amount;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.MayCreate;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reply;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/indicators/{indicatorId}/units/{unitId}/values/{month}")
@Authenticated
@Tag(name = "Value")
public class ValueResource {

    private static final String SUPPRESSED =
            "Whether numbers and words are hidden, since a count of the year is so small that it may tell of whom";

    @Schema(name = "ValueRequest")
    public record Request(
            @Schema(examples = "MEASURED") @NotNull ValueStatus status,

            @Schema(examples = "61", description = "For SUM, LATEST and MEAN; 0 is a measurement") @Amount
            BigDecimal value,

            @Schema(description = "For MEAN: what the mean is of, above 0") @Amount
            BigDecimal weight,

            @Schema(description = "For RATIO, over the whole cycle") @Amount
            BigDecimal numerator,

            @Schema(description = "For RATIO, exposure over the whole cycle, above 0") @Amount
            BigDecimal denominator,

            ValueQuality quality,
            @Text String comment,

            @Schema(description = "Why it was not measured, or why it is corrected") @Text
            String reason) {

        /** A measured number. */
        public static Request measured(BigDecimal value) {
            return new Request(ValueStatus.MEASURED, value, null, null, null, null, null, null);
        }

        /** Asked once the numbers are known to be ones that belong. */
        boolean isSameAs(Measurement present) {
            return status.name().equals(present.status.name())
                    && new Measure(value, weight, numerator, denominator).isSameAs(present.measure())
                    && quality == present.quality
                    && Objects.equals(comment, present.comment)
                    && (reason == null || reason.equals(present.reason));
        }

        /** The name of a number that stands where none belongs. */
        Optional<String> numberGiven() {
            return value != null
                    ? Optional.of("value")
                    : weight != null
                            ? Optional.of("weight")
                            : numerator != null
                                    ? Optional.of("numerator")
                                    : denominator != null ? Optional.of("denominator") : Optional.empty();
        }
    }

    @Schema(name = "Value")
    public record Response(
            UUID indicatorId,
            UUID unitId,
            YearMonth month,
            Measurement.Status status,
            @Schema(nullable = true) BigDecimal value,
            @Schema(nullable = true) BigDecimal weight,
            @Schema(nullable = true) BigDecimal numerator,
            @Schema(nullable = true) BigDecimal denominator,
            @Schema(nullable = true) ValueQuality quality,
            @Schema(nullable = true) String comment,
            @Schema(nullable = true) String reason,
            int version,
            Instant changedAt,
            @Schema(nullable = true) UUID changedById,
            @Schema(description = SUPPRESSED) boolean suppressed) {

        static Response of(Measurement measurement, UUID indicatorId, UUID unitId) {
            return new Response(
                    indicatorId,
                    unitId,
                    YearMonth.from(measurement.month),
                    measurement.status,
                    measurement.value,
                    measurement.weight,
                    measurement.numerator,
                    measurement.denominator,
                    measurement.quality,
                    measurement.comment,
                    measurement.reason,
                    measurement.version,
                    measurement.changedAt,
                    measurement.changedBy,
                    false);
        }

        /** For whoever may not see a small count, nor what was written of it. */
        Response withoutCounts() {
            return new Response(
                    indicatorId,
                    unitId,
                    month,
                    status,
                    null,
                    null,
                    null,
                    null,
                    quality,
                    null,
                    null,
                    version,
                    changedAt,
                    changedById,
                    true);
        }
    }

    @Schema(name = "ValueVersion")
    record Version(
            int version,
            Measurement.Status status,
            @Schema(nullable = true, examples = "61") BigDecimal value,
            @Schema(nullable = true) BigDecimal weight,
            @Schema(nullable = true) BigDecimal numerator,
            @Schema(nullable = true) BigDecimal denominator,
            @Schema(nullable = true) ValueQuality quality,
            @Schema(nullable = true) String comment,
            @Schema(nullable = true) String reason,
            boolean machine,
            Instant changedAt,
            @Schema(nullable = true) UUID changedById,

            @Schema(nullable = true, examples = "Kari Nordmann")
            String changedBy,

            @Schema(description = SUPPRESSED) boolean suppressed) {

        static Version of(Tuple row) {
            return new Version(
                    row.get(0, Integer.class),
                    Measurement.Status.valueOf(row.get(1, String.class)),
                    row.get(2, BigDecimal.class),
                    row.get(3, BigDecimal.class),
                    row.get(4, BigDecimal.class),
                    row.get(5, BigDecimal.class),
                    Optional.ofNullable(row.get(6, String.class))
                            .map(ValueQuality::valueOf)
                            .orElse(null),
                    row.get(7, String.class),
                    row.get(8, String.class),
                    row.get(9, Boolean.class),
                    row.get(10, Instant.class),
                    row.get(11, UUID.class),
                    row.get(12, String.class),
                    false);
        }

        Version withoutCounts() {
            return new Version(
                    version,
                    status,
                    null,
                    null,
                    null,
                    null,
                    quality,
                    null,
                    null,
                    machine,
                    changedAt,
                    changedById,
                    changedBy,
                    true);
        }
    }

    @Schema(name = "ValueHistory")
    record History(
            List<Version> items,

            @Schema(nullable = true, description = "Always null: the history is given whole")
            String next) {}

    private final Caller caller;
    private final Indicators indicators;
    private final Measurements measurements;
    private final ValueService service;
    private final SmallCounts smallCounts;

    ValueResource(
            Caller caller,
            Indicators indicators,
            Measurements measurements,
            ValueService service,
            SmallCounts smallCounts) {
        this.caller = caller;
        this.indicators = indicators;
        this.measurements = measurements;
        this.service = service;
        this.smallCounts = smallCounts;
    }

    @GET
    @ForMachines
    @Operation(operationId = "getValue", summary = "The value of a month, as it stands")
    public RestResponse<Response> get(
            @PathParam("indicatorId") UUID indicatorId,
            @PathParam("unitId") UUID unitId,
            @PathParam("month") YearMonth month) {
        var measured = indicators.measuredIn(caller.municipalityId(), indicatorId, unitId);
        caller.mustReadValue(unitId, measured.measurerId());
        var measurement = measurements
                .find(caller.municipalityId(), measured.seriesId(), month)
                .filter(value -> value.status != Measurement.Status.WITHDRAWN)
                .orElseThrow(Problem::notFound);
        var value = Response.of(measurement, indicatorId, unitId);
        return Reply.ok(
                value.version(),
                smallCounts.hideValues(caller, indicatorId, unitId, month) ? value.withoutCounts() : value);
    }

    @PUT
    @ForMachines
    @MayCreate
    @Operation(
            operationId = "setValue",
            summary = "Enters the value of a month, or corrects it",
            description = "The month is the last of its cycle. A new value needs no If-Match, a correction does.")
    public RestResponse<Response> set(
            @PathParam("indicatorId") UUID indicatorId,
            @PathParam("unitId") UUID unitId,
            @PathParam("month") YearMonth month,
            @HeaderParam("If-Match") String ifMatch,
            @NotNull @Valid Request request) {
        var outcome = service.enter(caller, indicatorId, unitId, month, new IfMatch(ifMatch), request);
        return Reply.put(outcome.created(), outcome.version(), outcome.value());
    }

    @DELETE
    @ForMachines
    @Operation(operationId = "withdrawValue", summary = "Takes a value back; it stays in the history")
    public void withdraw(
            @PathParam("indicatorId") UUID indicatorId,
            @PathParam("unitId") UUID unitId,
            @PathParam("month") YearMonth month,
            @QueryParam("reason") @Text String reason,
            @HeaderParam("If-Match") String ifMatch) {
        service.withdraw(caller, indicatorId, unitId, month, new IfMatch(ifMatch), reason);
    }

    @GET
    @Path("/history")
    @Operation(operationId = "getValueHistory", summary = "Every version of a value: who, when and why")
    public History history(
            @PathParam("indicatorId") UUID indicatorId,
            @PathParam("unitId") UUID unitId,
            @PathParam("month") YearMonth month) {
        var measured = indicators.measuredIn(caller.municipalityId(), indicatorId, unitId);
        var versions = measurements.history(caller.municipalityId(), measured.seriesId(), month);
        var hidden = smallCounts.hideValues(caller, indicatorId, unitId, month);
        return new History(
                versions.stream()
                        .map(Version::of)
                        .map(version -> hidden ? version.withoutCounts() : version)
                        .toList(),
                null);
    }
}
