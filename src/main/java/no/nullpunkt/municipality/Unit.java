package no.nullpunkt.municipality;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.shared.Key;

/** A unit (virksomhet, avdeling) of a municipality. What kind it is, is the municipality's own word. */
@Entity
@IdClass(Key.class)
class Unit {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    String name;
    String kind;
    UUID parentId;

    /** The first month that is this municipality's, and the transfer that brought it; null where it always was. */
    YearMonth cameOn;

    UUID cameBy;

    /** The first month that is another municipality's, and the transfer that took it; null while it is here. */
    YearMonth leftOn;

    UUID leftBy;

    @Version
    int version;

    protected Unit() {}

    Unit(int municipalityId) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
    }

    void describe(String name, String kind, UUID parentId) {
        this.name = name.strip();
        this.kind = kind;
        this.parentId = parentId;
    }
}
