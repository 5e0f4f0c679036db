package no.nullpunkt.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Problem;
import org.hibernate.Session;

/** Queries of grants. */
@ApplicationScoped
class Grants implements PanacheRepositoryBase<RoleGrant, Key> {

    record Names(String municipality, String person) {}

    /** What a municipality and one of its people are called. */
    Names namesOf(int municipalityId, UUID personId) {
        var row = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select municipality.name as municipality, person.name as person
                        from person join municipality on municipality.id = person.municipality_id
                        where person.municipality_id = :municipality and person.id = :person
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .getSingleResult();
        return new Names(row.get(0, String.class), row.get(1, String.class));
    }

    /** What a person is granted; a grant in a unit is spelled out for every unit below it. */
    @SuppressWarnings("unchecked")
    List<Caller.Grant> of(int municipalityId, UUID personId) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("""
                        with recursive below as (
                            select id as grant_id, unit_id from role_grant
                            where municipality_id = :municipality and person_id = :person and unit_id is not null
                            union
                            select below.grant_id, unit.id from below
                            join unit on unit.municipality_id = :municipality and unit.parent_id = below.unit_id
                        )
                        select role_grant.role, below.unit_id
                        from role_grant left join below on below.grant_id = role_grant.id
                        where municipality_id = :municipality and person_id = :person
                        """, Tuple.class)
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .getResultList();
        return rows.stream()
                .map(row -> new Caller.Grant(Role.valueOf(row.get(0, String.class)), row.get(1, UUID.class)))
                .toList();
    }

    boolean hasUnit(int municipalityId, UUID unitId) {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "select exists (select 1 from unit where municipality_id = :municipality and id = :unit)",
                        Boolean.class)
                .setParameter("municipality", municipalityId)
                .setParameter("unit", unitId)
                .getSingleResult();
    }

    List<RoleGrant> listOf(int municipalityId, List<UUID> people) {
        return list("municipalityId = ?1 and personId in ?2 order by id", municipalityId, people);
    }

    void deleteOf(int municipalityId, UUID personId) {
        delete("municipalityId = ?1 and personId = ?2", municipalityId, personId);
    }

    /**
     * Passes when the municipality has an administrator beside the person. Two that would end each other wait here.
     *
     * @throws Problem 409 when the person is the last
     */
    void mustLeaveAnAdministrator(int municipalityId, UUID personId) {
        var administrators = find("municipalityId = ?1 and role = ?2 order by id", municipalityId, Role.ADMINISTRATOR)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(grant -> grant.personId)
                .collect(Collectors.toSet());
        if (administrators.equals(Set.of(personId))) {
            throw Problem.conflict("last-administrator");
        }
    }

    /** Everyone who is granted anything a person can use. */
    Set<UUID> holders(int municipalityId) {
        return find("municipalityId = ?1 and role <> ?2", municipalityId, Role.INTEGRATION).stream()
                .map(grant -> grant.personId)
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    Set<UUID> holdersAt(int municipalityId, Instant at) {
        List<UUID> holders = getEntityManager()
                .createNativeQuery("""
                        select distinct person_id from role_grant_versions
                        where municipality_id = :municipality and role <> 'INTEGRATION'
                            and changed_at <= :at and superseded_at > :at
                        """, UUID.class)
                .setParameter("municipality", municipalityId)
                .setParameter("at", at)
                .getResultList();
        return new HashSet<>(holders);
    }

    Optional<RoleGrant> findSame(int municipalityId, UUID personId, Role role, UUID unitId) {
        return find(
                        "municipalityId = ?1 and personId = ?2 and role = ?3 and unitId is not distinct from ?4",
                        municipalityId,
                        personId,
                        role,
                        unitId)
                .firstResultOptional();
    }
}
