package no.nullpunkt.network;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.UUID;
import no.nullpunkt.shared.Key;

/** A person of some municipality who may read a network. */
@Entity
@Table(name = "network_reader")
@IdClass(Key.class)
class Reader {

    /** The host. */
    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID networkId;
    Integer readerId;
    String email;

    @Version
    int version;

    protected Reader() {}

    Reader(int municipalityId, UUID networkId, int readerId, String email) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.networkId = networkId;
        this.readerId = readerId;
        this.email = normalised(email);
    }

    static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
