package no.nullpunkt.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import no.nullpunkt.shared.Key;

/** A staff member, known by e-mail. */
@Entity
@IdClass(Key.class)
class Person {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    String name;
    String email;

    /** The day the person left; null while they are here. */
    LocalDate ended;

    @Version
    int version;

    protected Person() {}

    Person(int municipalityId, String name, String email) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.name = name.strip();
        this.email = normalised(email);
    }

    static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
