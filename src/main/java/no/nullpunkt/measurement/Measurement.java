package no.nullpunkt.measurement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.calculation.Measure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/** The value of one cycle of a series, as it stands now; what it replaced is kept beside it. */
@Entity
@IdClass(Measurement.Key.class)
class Measurement {

    @Schema(name = "StoredValueStatus")
    enum Status {
        MEASURED,
        NOT_MEASURED,
        NOT_APPLICABLE,
        /** Taken back, and counted as missing. */
        WITHDRAWN
    }

    record Key(Integer municipalityId, Long seriesId, LocalDate month) implements Serializable {}

    @Id
    Integer municipalityId;

    @Id
    Long seriesId;

    /** The first day of the last month of the cycle. */
    @Id
    LocalDate month;

    @Enumerated(EnumType.STRING)
    Status status;

    BigDecimal value;
    BigDecimal weight;
    BigDecimal numerator;
    BigDecimal denominator;

    @Enumerated(EnumType.STRING)
    ValueQuality quality;

    String comment;
    String reason;

    /** Whether a machine delivered it. */
    boolean machine;

    @Version
    int version;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    Instant changedAt;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    UUID changedBy;

    protected Measurement() {}

    Measurement(int municipalityId, long seriesId, YearMonth month) {
        this.municipalityId = municipalityId;
        this.seriesId = seriesId;
        this.month = month.atDay(1);
    }

    void measure(Measure measure) {
        value = measure == null ? null : measure.value();
        weight = measure == null ? null : measure.weight();
        numerator = measure == null ? null : measure.numerator();
        denominator = measure == null ? null : measure.denominator();
    }

    Measure measure() {
        return new Measure(value, weight, numerator, denominator);
    }

    void withdraw(String why, boolean byMachine) {
        status = Status.WITHDRAWN;
        measure(null);
        quality = null;
        comment = null;
        reason = why;
        machine = byMachine;
    }
}
