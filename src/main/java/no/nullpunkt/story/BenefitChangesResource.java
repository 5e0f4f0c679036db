package no.nullpunkt.story;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.benefit.Benefits;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/municipalities/{number}/benefits/{id}/changes")
@Authenticated
@Tag(name = "Benefit")
public class BenefitChangesResource {

    private final Caller caller;
    private final Benefits benefits;
    private final ChangeLog log;

    BenefitChangesResource(Caller caller, Benefits benefits, ChangeLog log) {
        this.caller = caller;
        this.benefits = benefits;
        this.log = log;
    }

    @GET
    @Operation(
            operationId = "listBenefitChanges",
            summary = "What happened to the benefit, the latest first: who, when, what, and why",
            description = "Tells of the benefit itself and of its shares, waivers, actions, deviations, decisions, "
                    + "bookings, indicators, amounts, null-points, targets and values, and of its rollout.")
    public Page<BenefitChange> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @QueryParam("cursor") String cursor,
            @Context HttpHeaders headers) {
        benefits.summaryOf(caller.municipalityId(), id);
        var read = log.page(caller.municipalityId(), id, cursor, limit, caller::mayEnterValues);
        var words = new ChangeWords(Language.of(headers), read.people(), read.technologies());
        return read.events().map(words::tell);
    }
}
