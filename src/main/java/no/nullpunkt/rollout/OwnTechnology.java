package no.nullpunkt.rollout;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.io.Serializable;

/** A technology that the catalogue lacks and the municipality has given a name and a code of its own. */
@Entity
@IdClass(OwnTechnology.Key.class)
class OwnTechnology {

    record Key(Integer municipalityId, String code) implements Serializable {}

    @Id
    Integer municipalityId;

    @Id
    String code;

    String name;

    @Version
    int version;

    protected OwnTechnology() {}

    OwnTechnology(int municipalityId, String code, String name) {
        this.municipalityId = municipalityId;
        this.code = code;
        this.name = name;
    }
}
