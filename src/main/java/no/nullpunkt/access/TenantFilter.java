package no.nullpunkt.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import no.nullpunkt.shared.Problem;

/**
 * Stands before everything of a municipality: without a grant there, nothing is found. So a resource need not ask who
 * may read, and a forgotten check lets nobody in from another municipality.
 */
@Provider
public class TenantFilter implements ContainerRequestFilter {

    private final SecurityIdentity identity;
    private final Tenants tenants;
    private final Grants grants;
    private final Caller caller;
    private final ResourceInfo resource;

    TenantFilter(SecurityIdentity identity, Tenants tenants, Grants grants, Caller caller, ResourceInfo resource) {
        this.identity = identity;
        this.tenants = tenants;
        this.grants = grants;
        this.caller = caller;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var number = request.getUriInfo().getPathParameters().getFirst("number");
        if (number == null || identity.isAnonymous()) {
            return;
        }
        Account.Holder holder = identity.getAttribute(Account.HOLDER);
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
    }
}
