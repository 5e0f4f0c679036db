package no.nullpunkt.overview;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An issued report as its municipality shares it with a network. */
@Entity
@IdClass(ReportShare.Key.class)
class ReportShare {

    @Schema(name = "ShareState")
    enum State {
        SHARED,
        /** The report that superseded it was shared. */
        REPLACED,
        WITHDRAWN
    }

    record Key(Integer municipalityId, UUID networkId, UUID reportId) implements Serializable {}

    @Id
    Integer municipalityId;

    @Id
    UUID networkId;

    @Id
    UUID reportId;

    Integer hostId;
    YearMonth firstMonth;
    YearMonth lastMonth;

    /** When the report was issued: of two that tell the same month, the later counts. */
    Instant asOf;

    @Enumerated(EnumType.STRING)
    State state;

    Instant sharedAt;

    @Version
    int version;

    protected ReportShare() {}

    ReportShare(int municipalityId, UUID networkId, UUID reportId, int hostId) {
        this.municipalityId = municipalityId;
        this.networkId = networkId;
        this.reportId = reportId;
        this.hostId = hostId;
    }

    /** Whether it is told, given since when the municipality is a member. */
    boolean stands(Instant joinedAt) {
        return state == State.SHARED && sharedAt.isAfter(joinedAt);
    }
}
