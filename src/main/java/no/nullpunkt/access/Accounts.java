package no.nullpunkt.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.AcrossMunicipalities;
import no.nullpunkt.shared.Problem;

/** Queries of accounts. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, String> {

    /** Someone of the demonstration, to sign in as. */
    record Demonstrated(String name, String email) {}

    @AcrossMunicipalities("before the sign-in nobody knows whose account it is, and an e-mail has one in all of them")
    Optional<Account> findByEmail(String email) {
        return findByIdOptional(Person.normalised(email));
    }

    /** @throws Problem 409 when the person signs in otherwise, and has no password here */
    Account getOf(Holder holder) {
        return find("municipalityId = ?1 and personId = ?2", holder.municipalityId(), holder.personId())
                .firstResultOptional()
                .orElseThrow(() -> Problem.conflict("no-account"));
    }

    boolean isOf(int municipalityId, UUID personId) {
        return count("municipalityId = ?1 and personId = ?2", municipalityId, personId) > 0;
    }

    void deleteOf(Holder holder) {
        delete("municipalityId = ?1 and personId = ?2", holder.municipalityId(), holder.personId());
    }

    /** The people of the demonstration who can look at pages, in the order they were made. */
    @AcrossMunicipalities("the sign-in page of the demonstration, which nobody is signed in to")
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

    @AcrossMunicipalities("asked at start, of the whole installation")
    boolean hasDemonstrationAccounts() {
        return count("demonstration") > 0;
    }
}
