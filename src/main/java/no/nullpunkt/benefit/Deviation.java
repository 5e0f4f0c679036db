package no.nullpunkt.benefit;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a benefit is not where it should be (avvik), and what is done about it. */
@Entity
@IdClass(Key.class)
class Deviation {

    @Schema(name = "DeviationCause")
    enum Cause {
        TECHNOLOGY,
        TRAINING,
        ROUTINE_NOT_ENDED,
        VOLUME,
        DATA,
        EXTERNAL,
        ESTIMATE_WRONG
    }

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID benefitId;

    @Enumerated(EnumType.STRING)
    Cause cause;

    String explanation;
    String remedy;

    @Version
    int version;

    protected Deviation() {}

    Deviation(Benefit benefit, Cause cause, String explanation, String remedy) {
        this.municipalityId = benefit.municipalityId;
        this.id = Key.newId();
        this.benefitId = benefit.id;
        this.cause = cause;
        this.explanation = explanation;
        this.remedy = remedy;
    }
}
