package no.nullpunkt.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.Basis;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report of a period. As a draft it shows live figures; once issued it is a file that never changes. */
@Entity
@IdClass(Key.class)
class Report {

    @Schema(name = "ReportStatus")
    enum Status {
        DRAFT,
        ISSUED,
        /** A later report of the same period has come instead. */
        SUPERSEDED
    }

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    ReportKind kind;

    String period;

    @Enumerated(EnumType.STRING)
    Basis basis;

    /** What the workbook and the names in the JSON are written in. */
    @Enumerated(EnumType.STRING)
    Language language;

    @Enumerated(EnumType.STRING)
    Status status = Status.DRAFT;

    Integer issueYear;
    Integer issueNumber;

    /** When it was issued, and so the time its figures are of. */
    Instant asOf;

    UUID issuedBy;
    UUID supersedesId;
    UUID supersededById;

    @Version
    int version;

    protected Report() {}

    Report(int municipalityId, ReportKind kind, String period, Basis basis, Language language) {
        this.municipalityId = municipalityId;
        this.id = Key.newId();
        this.kind = kind;
        this.period = period;
        this.basis = basis;
        this.language = language;
    }

    Period months() {
        return kind.period(period).orElseThrow();
    }

    /** Number and year, such as 1/2026; null for a draft. */
    String number() {
        return issueNumber == null ? null : issueNumber + "/" + issueYear;
    }

    boolean isDraft() {
        return status == Status.DRAFT;
    }

    /**
     * Passes while it may still be changed.
     *
     * @throws Problem 409 once it is issued
     */
    void mustBeDraft() {
        if (!isDraft()) {
            throw Problem.conflict("report-issued", number());
        }
    }

    /**
     * Becomes a file that never changes.
     *
     * @param superseded the report of the same period it comes instead of, or null
     */
    void issue(int year, int number, Instant at, UUID by, Report superseded) {
        mustBeDraft();
        status = Status.ISSUED;
        issueYear = year;
        issueNumber = number;
        asOf = at;
        issuedBy = by;
        supersedesId = superseded == null ? null : superseded.id;
    }

    void supersede(Report later) {
        status = Status.SUPERSEDED;
        supersededById = later.id;
    }
}
