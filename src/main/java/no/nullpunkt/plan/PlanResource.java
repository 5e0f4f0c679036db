package no.nullpunkt.plan;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import no.nullpunkt.access.Caller;
import no.nullpunkt.shared.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/municipalities/{number}/plan")
@Authenticated
@Tag(name = "Plan")
public class PlanResource {

    private final Caller caller;
    private final Plans plans;
    private final Clock clock;

    PlanResource(Caller caller, Plans plans, Clock clock) {
        this.caller = caller;
        this.plans = plans;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getPlan",
            summary = "The benefit overview and realisation plan, of some rollouts or of all",
            description = "Benefits that are given up are left out. Planned hours and kroner are those of the results.")
    public Plan plan(@BeanParam @Valid PlanQuery query, @Context HttpHeaders headers) {
        return plans.read(caller, query.rolloutIds(), query.year(clock), query.asOf(), Language.of(headers));
    }

    @GET
    @Path("/document")
    @Produces(PlanDocument.MEDIA_TYPE)
    @Operation(
            operationId = "downloadPlan",
            summary = "The same as a Word document, with the benefit map",
            description = "The same plan and asOf give the same bytes.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = PlanDocument.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class, format = "binary")))
    public RestResponse<byte[]> document(@BeanParam @Valid PlanQuery query, @Context HttpHeaders headers) {
        var language = Language.of(headers);
        var plan = plans.read(caller, query.rolloutIds(), query.year(clock), query.asOf(), language);
        return ResponseBuilder.ok(PlanDocument.of(plan, language))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + PlanDocument.fileName(caller.number(), plan) + "\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag())
                .build();
    }
}
