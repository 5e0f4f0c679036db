package no.nullpunkt.shared;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * The identity of whatever a municipality owns: no row is found, changed or removed without its municipality.
 *
 * <p>A class and not a record: with a record Hibernate 7.2 finds no element collection of an entity again.
 */
public class Key implements Serializable {

    private Integer municipalityId;
    private UUID id;

    protected Key() {}

    public Key(Integer municipalityId, UUID id) {
        this.municipalityId = municipalityId;
        this.id = id;
    }

    /** A new id; ids sort by the time they were made, so lists come in that order. */
    public static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && municipalityId.equals(key.municipalityId) && id.equals(key.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(municipalityId, id);
    }
}
