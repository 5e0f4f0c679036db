package no.nullpunkt.report;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The bytes of an issued report in one form. */
@Entity
@Immutable
@IdClass(ReportFile.Key.class)
class ReportFile {

    enum Kind {
        JSON,
        WORKBOOK,
        ACCESSIBLE_WORKBOOK
    }

    record Key(Integer municipalityId, UUID reportId, Kind kind) implements Serializable {}

    @Id
    Integer municipalityId;

    @Id
    UUID reportId;

    @Id
    @Enumerated(EnumType.STRING)
    Kind kind;

    byte[] content;
    byte[] sha256;

    protected ReportFile() {}

    ReportFile(Report report, Kind kind, byte[] content) {
        this.municipalityId = report.municipalityId;
        this.reportId = report.id;
        this.kind = kind;
        this.content = content;
        this.sha256 = Sha256.of(content);
    }
}
