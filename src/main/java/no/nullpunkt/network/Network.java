package no.nullpunkt.network;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Municipalities that look at their figures together. */
@Entity
@IdClass(Key.class)
class Network {

    /**
     * What a network is of. It says who is meant to join and nothing more: no municipality is in a county's network, or
     * the country's, because it lies there, and nobody reads one by being of the county.
     */
    @Schema(name = "NetworkKind")
    enum Kind {
        PROJECT,
        COUNTY,
        COUNTRY
    }

    /** The host. */
    @Id
    Integer municipalityId;

    @Id
    UUID id;

    String name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Version
    int version;

    protected Network() {}

    Network(int municipalityId, String name, Kind kind) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.name = name.strip();
        this.kind = kind;
    }
}
