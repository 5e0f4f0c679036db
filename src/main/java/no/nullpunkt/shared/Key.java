package no.nullpunkt.shared;

import java.io.Serializable;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The identity of whatever a municipality owns: no row is found, changed or removed without its municipality. */
public record Key(Integer municipalityId, UUID id) implements Serializable {

    /** A new id; ids sort by the time they were made, so lists come in that order. */
    public static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
