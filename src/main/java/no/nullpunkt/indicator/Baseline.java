package no.nullpunkt.indicator;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import no.nullpunkt.calculation.Measure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a series' null-point (nullpunktsmåling). Nothing in it changes but that it is approved, once. */
@Entity
@IdClass(Baseline.Key.class)
class Baseline {

    @Schema(name = "BaselineQuality")
    enum Quality {
        MEASURED,
        SAMPLE,
        ESTIMATE
    }

    record Key(Integer municipalityId, Long seriesId, Integer version) implements Serializable {}

    @Id
    Integer municipalityId;

    @Id
    Long seriesId;

    @Id
    Integer version;

    BigDecimal value;
    BigDecimal weight;
    BigDecimal numerator;
    BigDecimal denominator;
    LocalDate periodFrom;
    LocalDate periodTo;
    String method;

    @Enumerated(EnumType.STRING)
    Quality quality;

    String reason;
    Instant enteredAt;
    UUID enteredBy;
    Instant approvedAt;
    UUID approvedBy;

    protected Baseline() {}

    Baseline(Series series, int version) {
        this.municipalityId = series.municipalityId;
        this.seriesId = series.id;
        this.version = version;
    }

    Measure measure() {
        return new Measure(value, weight, numerator, denominator);
    }

    boolean isApproved() {
        return approvedAt != null;
    }

    /** Whether the period ends after go-live, so that the new way of working may have coloured it. */
    boolean isLate(YearMonth goLive) {
        return goLive != null && !periodTo.isBefore(goLive.atDay(1));
    }

    String tag() {
        return isApproved() ? version + "-approved" : version.toString();
    }
}
