package no.nullpunkt.access;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.util.UUID;
import no.nullpunkt.shared.Key;

@Entity
@IdClass(Key.class)
class RoleGrant {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID personId;

    @Enumerated(EnumType.STRING)
    Role role;

    UUID unitId;

    @Version
    int version;

    protected RoleGrant() {}

    RoleGrant(int municipalityId, UUID personId, Role role, UUID unitId) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.personId = personId;
        this.role = role;
        this.unitId = unitId;
    }
}
