package no.nullpunkt.rollout;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.shared.Key;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a rollout costs in a month: the investment apart from what it costs to run. */
@Entity
@IdClass(Key.class)
class Cost {

    @Schema(name = "CostKind")
    enum Kind {
        INVESTMENT,
        RUNNING
    }

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID rolloutId;
    YearMonth month;

    @Enumerated(EnumType.STRING)
    Kind kind;

    BigDecimal nok;
    String description;

    @Version
    int version;

    protected Cost() {}

    Cost(Rollout rollout, YearMonth month, Kind kind, BigDecimal nok, String description) {
        this.municipalityId = rollout.municipalityId;
        this.id = Key.newId();
        this.rolloutId = rollout.id;
        this.month = month;
        this.kind = kind;
        this.nok = nok;
        this.description = description;
    }
}
