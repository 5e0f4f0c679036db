package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.access.IdentityResource.IdentityRequest;
import no.nullpunkt.access.IdentityResource.IdentityResponse;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Problem;

/** Lets administrators say whom providers know their people and machines as. */
@ApplicationScoped
class IdentityService {

    private final Identities identities;
    private final Providers providers;
    private final People people;
    private final PageSessionService sessions;
    private final Clock clock;

    IdentityService(
            Identities identities, Providers providers, People people, PageSessionService sessions, Clock clock) {
        this.identities = identities;
        this.providers = providers;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional
    List<IdentityResponse> list(Caller caller, UUID personId) {
        caller.mustAdminister();
        people.get(caller.municipalityId(), personId);
        return identities.listOf(caller.municipalityId(), personId).stream()
                .map(IdentityResponse::of)
                .toList();
    }

    /**
     * @throws Problem 422 for a provider that is not configured, 409 when the subject is someone already, or the person
     *     someone else to the provider
     */
    @Transactional
    IdentityResponse bind(Caller caller, UUID personId, IdentityRequest request) {
        caller.mustAdminister();
        caller.beginChange();
        people.mustBeHere(people.get(caller.municipalityId(), personId));
        var provider = providers
                .find(request.provider())
                .orElseThrow(() -> Problem.ruleAt("/provider", "unknown-provider", request.provider()));
        var issuer = provider.config().issuer();
        var holder = new Holder(caller.municipalityId(), personId);
        if (identities.has(holder, issuer)
                || identities.findBySubject(issuer, request.subject()).isPresent()) {
            throw Problem.conflict("identity-taken").at("/subject", "identity-taken");
        }
        var identity = new Identity(holder, issuer, request.subject(), clock.instant(), caller.personId());
        identities.persistAndFlush(identity);
        return IdentityResponse.of(identity);
    }

    @Transactional
    void unbind(Caller caller, UUID personId, UUID identityId, IfMatch ifMatch) {
        caller.mustAdminister();
        caller.beginChange();
        var identity = identities
                .findByIdOptional(new Key(caller.municipalityId(), identityId))
                .filter(each -> each.personId.equals(personId))
                .orElseThrow(Problem::notFound);
        ifMatch.check(identity.version, () -> IdentityResponse.of(identity));
        identities.delete(identity);
        sessions.endOthers(identity.holder(), Optional.empty());
    }
}
