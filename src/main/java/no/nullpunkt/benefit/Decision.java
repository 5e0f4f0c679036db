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

/** What the line organisation decided to do further (beslutning); it may be held every year. */
@Entity
@IdClass(Key.class)
class Decision {

    @Schema(name = "DecisionKind")
    enum Kind {
        CONTINUE,
        ADJUST,
        STOP_MEASURING,
        TAKE_MORE_OUT
    }

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID benefitId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    LocalDate decided;
    String reference;
    String note;

    @Version
    int version;

    protected Decision() {}

    Decision(Benefit benefit, Kind kind, LocalDate decided, String reference, String note) {
        this.municipalityId = benefit.municipalityId;
        this.id = Key.newId();
        this.benefitId = benefit.id;
        this.kind = kind;
        this.decided = decided;
        this.reference = reference;
        this.note = note;
    }
}
