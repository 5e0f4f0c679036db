package no.nullpunkt.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of people. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, Key> {

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

    Page<Person> page(int municipalityId, UUID after, int limit) {
        var rows = find("municipalityId = ?1 and id > ?2 order by id", municipalityId, after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, person -> person.id.toString());
    }

    /**
     * Passes when the municipality has every person named.
     *
     * @param idsByPointer ids, null for nobody, by the JSON pointer where each stands
     * @throws Problem 404 naming the first it does not have
     */
    public void mustExist(int municipalityId, Map<String, UUID> idsByPointer) {
        var named = new LinkedHashMap<>(idsByPointer);
        named.values().removeIf(Objects::isNull);
        if (named.isEmpty()) {
            return;
        }
        var known = new HashSet<>(getEntityManager()
                .createQuery("select id from Person where municipalityId = :municipality and id in :ids", UUID.class)
                .setParameter("municipality", municipalityId)
                .setParameter("ids", named.values())
                .getResultList());
        named.forEach((pointer, id) -> {
            if (!known.contains(id)) {
                throw Problem.unknown(pointer, id);
            }
        });
    }
}
