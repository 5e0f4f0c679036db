package no.nullpunkt.purpose;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.util.UUID;
import no.nullpunkt.shared.Key;

/** What the municipality wants to come to, such as a goal of its municipal plan. */
@Entity
@IdClass(Key.class)
class Goal {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    String title;

    /** Where it was adopted; null where nobody has said. */
    String source;

    @Version
    int version;

    protected Goal() {}

    Goal(int municipalityId) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
    }
}
