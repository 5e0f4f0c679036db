package no.nullpunkt.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What a person signs in with. An e-mail has one account, and the account one person in one municipality. */
@Entity
class Account {

    @Id
    String email;

    Integer municipalityId;
    UUID personId;
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

    Holder holder() {
        return new Holder(municipalityId, personId);
    }
}
