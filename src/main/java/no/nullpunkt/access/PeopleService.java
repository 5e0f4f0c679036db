package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.PeopleResource.GrantRequest;
import no.nullpunkt.access.PeopleResource.GrantResponse;
import no.nullpunkt.access.PeopleResource.Invitation;
import no.nullpunkt.access.PeopleResource.PersonRequest;
import no.nullpunkt.access.PeopleResource.PersonResponse;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.shared.Secret;
import org.hibernate.Session;

/** Takes people in, grants them roles, and lets them set a password. */
@ApplicationScoped
public class PeopleService {

    private static final Duration INVITATION_HOLDS = Duration.ofDays(7);

    private final People people;
    private final Grants grants;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Session session;
    private final Clock clock;
    private final Reach reach;

    PeopleService(
            People people,
            Grants grants,
            Accounts accounts,
            Passwords passwords,
            Session session,
            Clock clock,
            Reach reach) {
        this.people = people;
        this.grants = grants;
        this.accounts = accounts;
        this.passwords = passwords;
        this.session = session;
        this.clock = clock;
        this.reach = reach;
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
    }

    /** A single-use code for a person who has no password yet; an account that works is never taken over this way. */
    @Transactional
    Invitation invite(Caller caller, UUID personId) {
        caller.mustAdminister();
        var person = people.get(caller.municipalityId(), personId);
        people.mustBeHere(person);
        return invite(person);
    }

    /** The same without asking who invites, for the first person there is. */
    Invitation invite(Person person) {
        if (accounts.findByEmail(person.email).isPresent()) {
            throw Problem.conflict("has-account", person.email);
        }
        var code = Secret.make();
        var expiresAt = clock.instant().plus(INVITATION_HOLDS);
        session.createNativeQuery(
                        "delete from password_link where municipality_id = :municipality and person_id = :person")
                .setParameter("municipality", person.municipalityId)
                .setParameter("person", person.id)
                .executeUpdate();
        session.createNativeQuery("""
                        insert into password_link (code_sha256, municipality_id, person_id, expires_at, kind)
                        values (:code, :municipality, :person, :expires, 'INVITATION')
                        """)
                .setParameter("code", Secret.sha256(code))
                .setParameter("municipality", person.municipalityId)
                .setParameter("person", person.id)
                .setParameter("expires", expiresAt)
                .executeUpdate();
        return new Invitation(code, expiresAt);
    }

    /** Uses up an invitation. */
    @Transactional
    void accept(String code, String password) {
        var holder = accounts.useUpInvitation(Secret.sha256(code), clock.instant())
                .orElseThrow(() -> Problem.ruleAt("/invitation", "invitation-invalid"));
        reach.is(holder.municipalityId());
        var person = people.get(holder.municipalityId(), holder.personId());
        if (accounts.findByEmail(person.email).isPresent()) {
            throw Problem.conflict("has-account", person.email);
        }
        accounts.persist(new Account(person, passwords.hash(password), false));
    }
}
