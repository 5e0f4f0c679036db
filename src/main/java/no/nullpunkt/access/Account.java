package no.nullpunkt.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What a person signs in with. An e-mail has one account, and the account one person in one municipality. */
@Entity
class Account {

    /** The attribute of the security identity that says whose account it is. */
    static final String HOLDER = "nullpunkt.holder";

    /** Who an account belongs to. */
    record Holder(int municipalityId, UUID personId) {}

    @Id
    String email;

    Integer municipalityId;
    UUID personId;

    /** Null where the person signs in by a provider alone. */
    String passwordHash;

    boolean demonstration;

    protected Account() {}

    Account(Person person, String passwordHash, boolean demonstration) {
        this.email = person.email;
        this.municipalityId = person.municipalityId;
        this.personId = person.id;
        this.passwordHash = passwordHash;
        this.demonstration = demonstration;
    }

    /** Of whoever signs in by a provider alone. */
    static Account withoutPassword(Person person) {
        return new Account(person, null, false);
    }

    boolean hasPassword() {
        return passwordHash != null;
    }

    Holder holder() {
        return new Holder(municipalityId, personId);
    }

    /** Whoever has signed in with the account. */
    SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(email))
                .addAttribute(HOLDER, holder())
                .build();
    }
}
