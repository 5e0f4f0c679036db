package no.nullpunkt.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Completes the contract while the service is built, so that running it costs nothing. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {

    private static final String API = "/api/";

    private final IndexView index;

    public Contract(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        leaveOutPages(contract);
        Problems.describe(contract.getComponents());
        Schemas.tidy(contract);
        new Operations(contract, index).complete();
    }

    /** Pages for people, and what the tests serve, are no part of what others may build on. */
    private static void leaveOutPages(OpenAPI contract) {
        var paths = contract.getPaths();
        List.copyOf(paths.getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith(API))
                .forEach(paths::removePathItem);
    }
}
