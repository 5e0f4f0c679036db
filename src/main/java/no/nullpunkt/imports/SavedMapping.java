package no.nullpunkt.imports;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;

/** A mapping under a name. */
@Entity
@Table(name = "import_mapping")
@IdClass(SavedMapping.Key.class)
class SavedMapping {

    record Key(Integer municipalityId, String name) implements Serializable {}

    @Id
    Integer municipalityId;

    @Id
    String name;

    /** JSON, as the API takes it. */
    String mapping;

    @Version
    int version;

    protected SavedMapping() {}

    SavedMapping(int municipalityId, String name, String mapping) {
        this.municipalityId = municipalityId;
        this.name = name;
        this.mapping = mapping;
    }
}
