package no.nullpunkt.shared;

import io.quarkus.arc.Arc;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Before the transaction is begun, so that its connection is told when it is taken. */
@AcrossMunicipalities("")
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class AcrossMunicipalitiesInterceptor {

    private final Reach reach;

    AcrossMunicipalitiesInterceptor(Reach reach) {
        this.reach = reach;
    }

    /** At start, and where sign-in runs, there may be no request yet. */
    @AroundInvoke
    Object reachEverywhere(InvocationContext invocation) throws Exception {
        var context = Arc.container().requestContext();
        if (context.isActive()) {
            return reach.everywhere(invocation::proceed);
        }
        context.activate();
        try {
            return reach.everywhere(invocation::proceed);
        } finally {
            context.terminate();
        }
    }
}
