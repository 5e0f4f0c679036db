package no.nullpunkt.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.nullpunkt.shared.Key;

/** That whom a provider knows by a subject is a person here. A subject is one person, and a person has one with each. */
@Entity
@IdClass(Key.class)
class Identity {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID personId;
    String issuer;
    String subject;
    Instant boundAt;

    /** The administrator who said so; null where a verified e-mail did. */
    UUID boundBy;

    @Version
    int version;

    protected Identity() {}

    Identity(Holder holder, String issuer, String subject, Instant boundAt, UUID boundBy) {
        this.municipalityId = holder.municipalityId();
        this.id = Key.newId();
        this.personId = holder.personId();
        this.issuer = issuer;
        this.subject = subject;
        this.boundAt = boundAt;
        this.boundBy = boundBy;
    }

    Holder holder() {
        return new Holder(municipalityId, personId);
    }
}
