package no.nullpunkt.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Queries of accounts. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, String> {

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
                        "delete from invitation where municipality_id = :municipality and person_id = :person")
                .setParameter("municipality", municipalityId)
                .setParameter("person", personId)
                .executeUpdate();
    }

    boolean hasDemonstrationAccounts() {
        return count("demonstration") > 0;
    }
}
