package no.nullpunkt.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.nullpunkt.access.Caller;
import no.nullpunkt.rollout.OwnTechnologyResource.Response;
import no.nullpunkt.shared.IfMatch;

/** Names technologies that the catalogue lacks. */
@ApplicationScoped
public class OwnTechnologyService {

    /** What stands after a PUT, and whether it was new. */
    record Outcome(boolean created, Response technology) {}

    private final OwnTechnologies technologies;

    OwnTechnologyService(OwnTechnologies technologies) {
        this.technologies = technologies;
    }

    /** Names a technology unless the code has a name already. */
    @Transactional
    public void nameIfNew(Caller caller, String code, String name) {
        caller.mustLeadProjects();
        caller.beginChange();
        if (technologies.findForChange(caller.municipalityId(), code).isEmpty()) {
            technologies.persistAndFlush(new OwnTechnology(caller.municipalityId(), code, name.strip()));
        }
    }

    @Transactional
    Outcome name(Caller caller, String code, IfMatch ifMatch, String name) {
        caller.mustLeadProjects();
        caller.beginChange();
        var present = technologies.findForChange(caller.municipalityId(), code).orElse(null);
        if (present == null) {
            var technology = new OwnTechnology(caller.municipalityId(), code, name.strip());
            technologies.persistAndFlush(technology);
            return new Outcome(true, Response.of(technology));
        }
        if (!present.name.equals(name.strip())) {
            ifMatch.check(present.version, () -> Response.of(present));
            present.name = name.strip();
            technologies.flush();
        }
        return new Outcome(false, Response.of(present));
    }
}
