package no.nullpunkt.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of accounts. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, String> {

    /** Someone of the demonstration, to sign in as. */
    record Demonstrated(String name, String email) {}

    Optional<Account> findByEmail(String email) {
        return findByIdOptional(Person.normalised(email));
    }

    boolean isOf(int municipalityId, UUID personId) {
        return count("municipalityId = ?1 and personId = ?2", municipalityId, personId) > 0;
    }

    /** Ends the account, and any invitation to one. */
    void deleteOf(int municipalityId, UUID personId) {
        delete("municipalityId = ?1 and personId = ?2", municipalityId, personId);
        getEntityManager()
                .createNativeQuery(
                        "delete from password_link where municipality_id = :municipality and person_id = :person")
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .executeUpdate();
    }

    /** The people of the demonstration who can look at pages, in the order they were made. */
    List<Demonstrated> listDemonstrated() {
        return getEntityManager().createQuery("""
                        select p.name, a.email from Account a join Person p
                            on p.municipalityId = a.municipalityId and p.id = a.personId
                        where a.demonstration and not exists (
                            select 1 from RoleGrant g where g.municipalityId = a.municipalityId
                                and g.personId = a.personId and g.role = INTEGRATION)
                        order by p.id
                        """, Demonstrated.class).getResultList();
    }

    boolean hasDemonstrationAccounts() {
        return count("demonstration") > 0;
    }
}
