package no.nullpunkt.benefit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is to change how work is done (tiltak). */
@Entity
@IdClass(Key.class)
class Action {

    @Schema(name = "ActionKind")
    enum Kind {
        /** A new way of working. */
        ADOPT,
        /** An old routine that ends: a new device beside an old routine gives nothing. */
        STOP
    }

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID benefitId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String description;
    UUID responsibleId;
    LocalDate due;
    LocalDate done;
    UUID confirmedBy;

    @Version
    int version;

    protected Action() {}

    Action(Benefit benefit) {
        this.municipalityId = benefit.municipalityId;
        this.id = Key.newId();
        this.benefitId = benefit.id;
    }
}
