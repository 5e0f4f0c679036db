package no.nullpunkt.kommit;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Text;
import no.nullpunkt.shared.UploadedWorkbook;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/municipalities/{number}/kommit-import")
@Authenticated
@Tag(name = "Rollout")
public class KommitResource {

    /** More than the tool has cells for; above it, a list is a mistake. */
    private static final int MOST_ANSWERS = 200;

    /** A sheet, and what it cannot tell. */
    @Schema(name = "KommitImportRequest")
    record Request(
            @Schema(
                    type = SchemaType.STRING,
                    format = "byte",
                    examples = "UEsDBBQABgAIAAAAIQ==",
                    description = "The .xlsx in base64, at most 5 MiB before")
            @NotNull byte[] file,

            @Schema(description = "The project's name in the sheet, unless another is given") @Text(max = Text.NAME)
            String name,

            @Schema(examples = "[\"medicine-dispenser\"]") @NotEmpty @Size(max = 20) List<@NotNull @Text(max = 64) String> technologies,

            @NotEmpty @Size(max = 500) List<@NotNull UUID> unitIds,

            @Schema(description = "Where the sheet's figures were measured; needed where the rollout has several units")
            UUID measuredInId,

            YearMonth plannedGoLive,
            @Schema(examples = "2026-01") YearMonth goLive,

            @Schema(description = "Go-live, unless another month is given")
            YearMonth measureFrom,

            @Schema(examples = "1", description = "1, 3, 4 (tertial), 6 or 12")
            Integer frequencyMonths,

            @Schema(description = "The month of the measured results; the date on the follow-up sheet, unless given")
            YearMonth resultMonth,

            @Schema(description = "First month of the null-points; the date on the plan, or the month before the start")
            YearMonth baselineFrom,

            @Schema(description = "Last month of the null-points; the first, unless given")
            YearMonth baselineTo,

            @Schema(description = "Why null-points were measured after go-live, where they were") @Text
            String baselineReason,

            @Size(max = MOST_ANSWERS) List<@NotNull @Valid PersonAnswer> people,
            @Size(max = MOST_ANSWERS) List<@NotNull @Valid BenefitAnswer> benefits) {}

    /** Who is meant by a name: somebody who is there, or an e-mail to add a person by. */
    @Schema(name = "KommitPersonAnswer")
    record PersonAnswer(
            @Schema(examples = "Enhetsleder Nordmann") @NotBlank @Text
            String name,

            UUID personId,

            @Schema(description = "Adds the person, without an account, where nobody has it; takes an administrator")
            @Email @Text(max = 254)
            String email) {}

    /** What a benefit is to be instead of what is assumed. */
    @Schema(name = "KommitBenefitAnswer")
    record BenefitAnswer(
            @Schema(examples = "C5", description = "Where the benefit stands in the change analysis")
            @NotNull @Pattern(regexp = "C\\d{1,3}") String cell,

            BenefitType type,
            PlanHeading planHeading,
            Direction direction,

            @Schema(description = "SUM per month, LATEST or MEAN; LATEST, a level, is assumed")
            Aggregation aggregation) {}

    private final Caller caller;
    private final KommitService service;

    KommitResource(Caller caller, KommitService service) {
        this.caller = caller;
        this.service = service;
    }

    @POST
    @Operation(
            operationId = "importKommit",
            summary = "Takes in a filled copy of the KommIT benefits tool",
            description = "Makes a rollout with its benefits, owners, actions, indicators, null-points (not approved),"
                    + " targets and measured results, all or nothing, and tells what was found, assumed, not used and"
                    + " wrong in the sheet, cell by cell. A dry run tells the same and writes nothing. A sheet that was"
                    + " taken in before is recognised by what is filled in, and nothing is done.")
    @APIResponse(
            responseCode = "200",
            description = "A dry run, or a sheet that was taken in before: nothing was written",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KommitReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Taken in",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KommitReport.class)))
    public RestResponse<KommitReport> take(
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull @Valid Request request,
            @Context HttpHeaders headers)
            throws IOException {
        caller.mustLeadProjects();
        Tool tool;
        try (var workbook = UploadedWorkbook.open(request.file())) {
            tool = Reader.read(workbook);
        }
        var report = service.take(caller, tool, request, dryRun, Language.of(headers));
        return RestResponse.status(
                report.outcome() == KommitReport.Outcome.CREATED ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                report);
    }
}
