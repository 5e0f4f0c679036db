package no.nullpunkt.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.net.http.HttpClient;
import no.nullpunkt.access.FirstPeopleService;
import org.jboss.logging.Logger;

/**
 * Fills the demonstration municipality: its people directly, the rest by walking the samples over HTTP as anyone could.
 * A load that broke off is finished by loading again. Walks that are done are left out, and in the one under way each
 * request repeated answers as it did the first time.
 */
@ApplicationScoped
class DemonstrationLoader {

    private static final Logger LOG = Logger.getLogger(DemonstrationLoader.class);

    private final FirstPeopleService people;
    private final CompletedWalkService completedWalks;

    DemonstrationLoader(FirstPeopleService people, CompletedWalkService completedWalks) {
        this.people = people;
        this.completedWalks = completedWalks;
    }

    /**
     * Loads what is not loaded yet.
     *
     * @param host the address of this service, such as {@code http://127.0.0.1:8080}
     */
    @ActivateRequestContext
    void load(DemonstrationMunicipality municipality, String host, Walk.Listener listener) {
        var municipalityId = people.createDemonstration(
                municipality.number(), municipality.people(), DemonstrationMunicipality.PASSWORD);
        var client = HttpClient.newHttpClient();
        for (var path : Samples.ALL) {
            if (completedWalks.isCompleted(municipalityId, path)) {
                continue;
            }
            var file = Samples.read(path);
            LOG.infof(
                    "Loading the demonstration: %s, %d requests",
                    path, file.requests().size());
            Walk.run(client, file, municipality.variables(host), listener);
            completedWalks.complete(municipalityId, path);
        }
    }
}
