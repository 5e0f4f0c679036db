package no.nullpunkt.purpose;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.util.UUID;
import no.nullpunkt.shared.Key;

/** Why there is a rollout: what is not well as it is. */
@Entity
@IdClass(Key.class)
class Need {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID rolloutId;
    String title;

    @Version
    int version;

    protected Need() {}

    Need(int municipalityId, UUID rolloutId, String title) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.rolloutId = rolloutId;
        this.title = title;
    }
}
