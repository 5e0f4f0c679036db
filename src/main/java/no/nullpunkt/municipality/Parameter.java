package no.nullpunkt.municipality;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/** An amount of the municipality that holds from a month until the next one. */
@Entity
@IdClass(Parameter.Key.class)
class Parameter {

    enum Kind {
        /** Hours of a full-time equivalent in a year. */
        HOURS_PER_FTE,
        /** NOK an hour, everything included. */
        HOURLY_COST
    }

    record Key(Integer municipalityId, Kind kind, LocalDate validFrom) implements Serializable {}

    @Id
    Integer municipalityId;

    @Id
    @Enumerated(EnumType.STRING)
    Kind kind;

    @Id
    LocalDate validFrom;

    BigDecimal amount;

    @Version
    int version;

    YearMonth from() {
        return YearMonth.from(validFrom);
    }

    protected Parameter() {}

    Parameter(int municipalityId, Kind kind, YearMonth from, BigDecimal amount) {
        this.municipalityId = municipalityId;
        this.kind = kind;
        this.validFrom = from.atDay(1);
        this.amount = amount;
    }
}
