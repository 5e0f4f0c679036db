package no.nullpunkt.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.shared.AcrossMunicipalities;
import org.hibernate.Session;

/** Queries of accounts. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, String> {

    /** Someone of the demonstration, to sign in as. */
    record Demonstrated(String name, String email) {}

    @AcrossMunicipalities("before the sign-in nobody knows whose account it is, and an e-mail has one in all of them")
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

    /** Whose invitation a code is, as long as it holds; it is used up by this. */
    @AcrossMunicipalities("a code is all that is known of whoever sets a password")
    Optional<Holder> useUpInvitation(byte[] codeSha256, Instant at) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        delete from password_link where code_sha256 = :code and expires_at > :at
                        returning municipality_id, person_id
                        """, Holder.class)
                .setParameter("code", codeSha256)
                .setParameter("at", at)
                .uniqueResultOptional();
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
