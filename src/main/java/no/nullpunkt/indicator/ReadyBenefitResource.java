package no.nullpunkt.indicator;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.access.Creates;
import no.nullpunkt.benefit.BenefitResource;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.indicator.IndicatorResource.ValuationRequest;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/rollouts/{rolloutId}/benefits:from-catalogue")
@Authenticated
@Tag(name = "Benefit")
public class ReadyBenefitResource {

    /** The catalogue has fewer ready indicators than this. */
    private static final int MOST_CODES = 100;

    @Schema(name = "ReadyValuation")
    record ReadyValuation(
            @Schema(examples = "MD1") @NotBlank String code,
            @NotNull @Valid ValuationRequest valuation) {}

    @Schema(name = "ReadyBenefitsRequest")
    record Request(
            @Schema(examples = "[\"MD1\", \"MD7\"]") @NotEmpty @Size(max = MOST_CODES) List<@NotBlank @Text(max = 20) String> indicatorCodes,

            @Schema(description = "The rollout's units, unless others are given") @Size(min = 1, max = 500) List<@NotNull UUID> unitIds,

            PlanHeading planHeading,
            @Size(max = 50) List<@NotBlank @Text String> beneficiaries,
            UUID ownerId,
            UUID overallOwnerId,
            UUID askerId,
            YearMonth measureFrom,

            @Schema(description = "What a unit of gain is worth, by code; without one an indicator is not valued")
            @Size(max = MOST_CODES) List<@NotNull @Valid ReadyValuation> valuations) {

        ValuationRequest valuationOf(String code) {
            return valuations == null
                    ? null
                    : valuations.stream()
                            .filter(each -> each.code().equals(code))
                            .map(ReadyValuation::valuation)
                            .findFirst()
                            .orElse(null);
        }
    }

    @Schema(name = "ReadyBenefits")
    record Response(List<BenefitResource.Response> benefits, List<IndicatorResource.Response> indicators) {}

    private final Caller caller;
    private final ReadyBenefitService service;

    ReadyBenefitResource(Caller caller, ReadyBenefitService service) {
        this.caller = caller;
        this.service = service;
    }

    @POST
    @Creates
    @Operation(
            operationId = "createBenefitsFromCatalogue",
            summary = "Makes benefits and indicators of the catalogue's ready ones",
            description = "Each indicator that shows a benefit makes one; drivers and disbenefits join the first"
                    + " benefit of their technology.")
    public RestResponse<Response> create(
            @PathParam("rolloutId") UUID rolloutId, @NotNull @Valid Request request, @Context HttpHeaders headers) {
        var made = service.create(caller, rolloutId, request, Language.of(headers));
        return RestResponse.status(RestResponse.Status.CREATED, made);
    }
}
