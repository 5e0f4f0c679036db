package no.nullpunkt.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of people. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, Key> {

    /**
     * Someone named in a request.
     *
     * @param pointer the JSON pointer where the name stands
     * @param present who is named now, or null
     * @param wanted who is to be named, or null for nobody
     */
    public record Naming(String pointer, UUID present, UUID wanted) {}

    private final Grants grants;

    People(Grants grants) {
        this.grants = grants;
    }

    Person getForChange(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problem::notFound);
    }

    Person get(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id)).orElseThrow(Problem::notFound);
    }

    /** The person's name. */
    public String nameOf(int municipalityId, UUID id) {
        return get(municipalityId, id).name;
    }

    Optional<Person> findByEmail(int municipalityId, String email) {
        return find("municipalityId = ?1 and email = ?2", municipalityId, Person.normalised(email))
                .firstResultOptional();
    }

    /** Everyone who has the e-mail and has not left. */
    @AcrossMunicipalities("at the first sign-in by a provider nobody knows whose municipality it is")
    List<Holder> listHereByEmail(String email) {
        return getEntityManager()
                .createQuery(
                        "select p.municipalityId, p.id from Person p where p.email = :email and p.ended is null",
                        Holder.class)
                .setParameter("email", Person.normalised(email))
                .getResultList();
    }

    /** A person as others know one. */
    public record Known(UUID id, String name, String email) {}

    /** Everyone here whose name or e-mail is one of those given, in lower case, also where several have the name. */
    public List<Known> listNamed(int municipalityId, Collection<String> namesOrEmails) {
        return find(
                        "municipalityId = ?1 and ended is null and (lower(name) in ?2 or email in ?2) order by id",
                        municipalityId,
                        namesOrEmails)
                .stream()
                .map(person -> new Known(person.id, person.name, person.email))
                .toList();
    }

    /** Everyone who can hold something, by name. */
    public List<Known> listWhoMayHold(int municipalityId) {
        return find("municipalityId = ?1 and id in ?2 order by name, id", municipalityId, whoMayHold(municipalityId))
                .stream()
                .map(person -> new Known(person.id, person.name, person.email))
                .toList();
    }

    Page<Person> page(int municipalityId, UUID after, int limit) {
        var rows = find("municipalityId = ?1 and id > ?2 order by id", municipalityId, after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, person -> person.id.toString());
    }

    /**
     * Passes when everyone who is newly named is a person of the municipality who has not left. Who is named already may
     * stay named: a change of something else does not ask for it.
     *
     * @throws Problem 404 naming the first the municipality does not have, 409 the first who has left
     */
    public void mustBeHere(int municipalityId, Naming... named) {
        for (var each : named) {
            if (each.wanted != null && !each.wanted.equals(each.present)) {
                var person = findByIdOptional(new Key(municipalityId, each.wanted))
                        .orElseThrow(() -> Problem.unknown(each.pointer, each.wanted));
                if (person.ended != null) {
                    throw ended(person).at(each.pointer, "person-ended", person.name, person.ended);
                }
            }
        }
    }

    /** The same for the person a request is about. */
    void mustBeHere(Person person) {
        if (person.ended != null) {
            throw ended(person);
        }
    }

    /** @throws Problem 404 when there is no such person, 409 when they are still here */
    public void mustHaveLeft(int municipalityId, UUID id) {
        var person = get(municipalityId, id);
        if (person.ended == null) {
            throw Problem.conflict("person-not-ended", person.name);
        }
    }

    private static Problem ended(Person person) {
        return Problem.conflict("person-ended", person.name, person.ended);
    }

    /** Everyone who can hold something: granted a role, and so neither gone nor a machine only. */
    public Set<UUID> whoMayHold(int municipalityId) {
        return grants.holders(municipalityId);
    }

    /** The same as of a time that has settled. */
    public Set<UUID> whoCouldHold(int municipalityId, Instant at) {
        return grants.holdersAt(municipalityId, at);
    }
}
