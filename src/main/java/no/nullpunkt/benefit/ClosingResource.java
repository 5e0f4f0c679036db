package no.nullpunkt.benefit;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.benefit.FollowUpResource.ActionResponse;
import no.nullpunkt.shared.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/rollouts/{rolloutId}")
@Authenticated
@Tag(name = "Rollout")
public class ClosingResource {

    @Schema(name = "CloseRequest")
    record CloseRequest(
            @Schema(examples = "2026-06-30") @NotNull LocalDate on,
            @Schema(examples = "Prosjektet er ferdig") @Text String reason,

            @Schema(description = "Becomes the owner of the benefits that have no valid one")
            UUID lineOwnerId,

            @Schema(
                    examples = "2027-12",
                    description = "The last month that is measured, where no earlier one is set; this month or later")
            YearMonth measureUntil,

            @Size(max = 5000) List<@NotNull @Valid Measurer> measurers,

            @Schema(examples = "[]", description = "What is done without, by a leader") @Size(max = 1000) List<@NotNull @Valid ClosingWaiver> waivers) {}

    /** Who measures an indicator in a unit from now on. */
    @Schema(name = "LineMeasurer")
    record Measurer(
            @NotNull UUID indicatorId,
            @NotNull UUID unitId,
            @NotNull UUID measurerId) {}

    @Schema(name = "ClosingWaiver")
    record ClosingWaiver(
            @NotNull UUID benefitId,
            @NotNull Checklist.Item item,

            @Schema(examples = "Måles i den årlige brukerundersøkelsen.") @NotBlank @Text
            String reason) {}

    /** A thing that a benefit lacks before the line can take it over. */
    @Schema(name = "ClosingItem")
    record Missing(UUID benefitId, String title, Checklist.Item item) {}

    /** A series that goes on. */
    @Schema(name = "LineSeries")
    record Series(
            UUID indicatorId,
            UUID unitId,
            @Schema(nullable = true) UUID measurerId,

            @Schema(nullable = true, examples = "2027-12") YearMonth until) {}

    @Schema(name = "LineBenefit")
    record LineBenefit(
            UUID benefitId,

            @Schema(examples = "Færre hjemmebesøk for å gi medisiner")
            String title,

            @Schema(nullable = true) UUID ownerId,

            @Schema(description = "Who measures until when") List<Series> series,

            @Schema(description = "New ways of working and routines to stop that remain")
            List<ActionResponse> openActions) {}

    @Schema(name = "Closing")
    record Closing(UUID rolloutId, LocalDate closed, List<LineBenefit> benefits) {}

    @Schema(name = "ReopenRolloutRequest")
    record ReopenRequest(
            @Schema(examples = "Nye enheter kommer til") @NotBlank @Text
            String reason) {}

    private final Caller caller;
    private final ClosingService service;

    ClosingResource(Caller caller, ClosingService service) {
        this.caller = caller;
        this.service = service;
    }

    @POST
    @Path("/close")
    @Operation(
            operationId = "closeRollout",
            summary = "Closes a rollout and hands its benefits to the line",
            description = "Refused while a benefit lacks an owner in the line, measurers, or an end of measuring or a "
                    + "decision, unless a leader waives it in writing. Its figures go on counting.")
    public Closing close(@PathParam("rolloutId") UUID rolloutId, @NotNull @Valid CloseRequest request) {
        return service.close(caller, rolloutId, request);
    }

    @POST
    @Path("/reopen")
    @Operation(
            operationId = "reopenRollout",
            summary = "Opens a closed rollout again",
            description = "Owners, measurers and ends of measuring stay as they are.")
    public void reopen(@PathParam("rolloutId") UUID rolloutId, @NotNull @Valid ReopenRequest request) {
        service.reopen(caller, rolloutId, request.reason());
    }
}
