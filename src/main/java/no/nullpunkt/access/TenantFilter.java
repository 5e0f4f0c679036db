package no.nullpunkt.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.shared.Visit;

/**
 * Stands before everything of a municipality: without a grant there, nothing is found, and the database reaches no
 * other. So a resource need not ask who may read, and a forgotten check lets nobody in from another municipality.
 */
@Provider
public class TenantFilter implements ContainerRequestFilter {

    private final SecurityIdentity identity;
    private final Tenants tenants;
    private final Grants grants;
    private final Caller caller;
    private final ResourceInfo resource;
    private final Visit visit;
    private final Reach reach;

    TenantFilter(
            SecurityIdentity identity,
            Tenants tenants,
            Grants grants,
            Caller caller,
            ResourceInfo resource,
            Visit visit,
            Reach reach) {
        this.identity = identity;
        this.tenants = tenants;
        this.grants = grants;
        this.caller = caller;
        this.resource = resource;
        this.visit = visit;
        this.reach = reach;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (isOpenToAll() || identity.isAnonymous()) {
            return;
        }
        var holder = Holder.of(identity);
        reach.is(holder.municipalityId());
        var named = request.getUriInfo().getPathParameters().getFirst("number");
        var isPage = resource.getResourceClass().isAnnotationPresent(OfMunicipality.class);
        if (!isPage && named == null) {
            return;
        }
        var number = isPage ? ofPage(request, holder) : named;
        var municipalityId = tenants.findByNumber(number)
                .filter(id -> id == holder.municipalityId())
                .orElseThrow(Problem::notFound);
        var granted = grants.of(municipalityId, holder.personId());
        if (granted.isEmpty()) {
            throw Problem.notFound();
        }
        caller.is(number, municipalityId, holder.personId(), granted);
        if (caller.isMachine() && !resource.getResourceMethod().isAnnotationPresent(ForMachines.class)) {
            throw Problem.forbidden("forbidden");
        }
        if (isPage) {
            var names = grants.namesOf(municipalityId, holder.personId());
            visit.is(names.municipality(), names.person(), caller.mayLeadProjects());
        }
    }

    private boolean isOpenToAll() {
        return resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || resource.getResourceClass().isAnnotationPresent(PermitAll.class);
    }

    /** An account has one municipality; an address may name it all the same. */
    private String ofPage(ContainerRequestContext request, Holder holder) {
        var asked = request.getUriInfo().getQueryParameters().getFirst("kommune");
        return asked == null ? tenants.numberOf(holder.municipalityId()) : asked;
    }
}
