package no.nullpunkt.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Queries of accounts. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<Account, String> {

    Optional<Account> findByEmail(String email) {
        return findByIdOptional(Person.normalised(email));
    }

    boolean hasDemonstrationAccounts() {
        return count("demonstration") > 0;
    }
}
