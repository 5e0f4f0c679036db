package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.PeopleResource.GrantRequest;
import no.nullpunkt.access.PeopleResource.GrantResponse;
import no.nullpunkt.access.PeopleResource.PersonRequest;
import no.nullpunkt.access.PeopleResource.PersonResponse;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Problem;

/** Takes people in, grants them roles, and lets them set a password. */
@ApplicationScoped
public class PeopleService {

    private final People people;
    private final Grants grants;
    private final Event<SecurityEvent> events;

    PeopleService(People people, Grants grants, Event<SecurityEvent> events) {
        this.people = people;
        this.grants = grants;
        this.events = events;
    }

    @Transactional
    public PersonResponse create(Caller caller, PersonRequest request) {
        caller.mustAdminister();
        caller.beginChange();
        if (people.findByEmail(caller.municipalityId(), request.email()).isPresent()) {
            throw Problem.conflict("email-taken", request.email()).at("/email", "email-taken", request.email());
        }
        var person = new Person(caller.municipalityId(), request.name(), request.email());
        people.persistAndFlush(person);
        return PersonResponse.of(person, List.of());
    }

    /** The e-mail stays: it is what the person signs in with. */
    @Transactional
    PersonResponse rename(Caller caller, UUID id, IfMatch ifMatch, String name) {
        caller.mustAdminister();
        caller.beginChange();
        var person = people.get(caller.municipalityId(), id);
        var granted = grants.listOf(caller.municipalityId(), List.of(id));
        if (!person.name.equals(name.strip())) {
            ifMatch.check(person.version, () -> PersonResponse.of(person, granted));
            person.name = name.strip();
        }
        people.flush();
        return PersonResponse.of(person, granted);
    }

    /** Granting what is granted already answers with the grant that stands. */
    @Transactional
    GrantResponse grant(Caller caller, UUID personId, GrantRequest request) {
        caller.mustAdminister();
        caller.beginChange();
        people.mustBeHere(people.get(caller.municipalityId(), personId));
        if (request.unitId() != null && !grants.hasUnit(caller.municipalityId(), request.unitId())) {
            throw Problem.unknown("/unitId", request.unitId());
        }
        var present = grants.findSame(caller.municipalityId(), personId, request.role(), request.unitId());
        return GrantResponse.of(present.orElseGet(() -> {
            var grant = new RoleGrant(caller.municipalityId(), personId, request.role(), request.unitId());
            grants.persistAndFlush(grant);
            events.fire(SecurityEvent.by(
                    caller,
                    SecurityEvent.Kind.ROLE_GRANTED,
                    personId,
                    request.role().name()));
            return grant;
        }));
    }

    @Transactional
    void revoke(Caller caller, UUID personId, UUID grantId, IfMatch ifMatch) {
        caller.mustAdminister();
        caller.beginChange();
        var grant = grants.findByIdOptional(new Key(caller.municipalityId(), grantId))
                .filter(g -> g.personId.equals(personId))
                .orElseThrow(Problem::notFound);
        ifMatch.check(grant.version, () -> GrantResponse.of(grant));
        if (grant.role == Role.ADMINISTRATOR) {
            grants.mustLeaveAnAdministrator(caller.municipalityId(), personId);
        }
        grants.delete(grant);
        events.fire(SecurityEvent.by(caller, SecurityEvent.Kind.ROLE_TAKEN, personId, grant.role.name()));
    }
}
