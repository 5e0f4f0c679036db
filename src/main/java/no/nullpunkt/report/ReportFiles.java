package no.nullpunkt.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.shared.Problem;

/** Queries of the files of issued reports. */
@ApplicationScoped
class ReportFiles implements PanacheRepositoryBase<ReportFile, ReportFile.Key> {

    private record Digest(UUID reportId, ReportFile.Kind kind, byte[] sha256) {}

    ReportFile get(Report report, ReportFile.Kind kind) {
        return findByIdOptional(new ReportFile.Key(report.municipalityId, report.id, kind))
                .orElseThrow(Problem::notFound);
    }

    /** The SHA-256 of each file, in hexadecimal, by report; without reading the files. */
    Map<UUID, Map<ReportFile.Kind, String>> digests(int municipalityId, Collection<UUID> reportIds) {
        var digests = new HashMap<UUID, Map<ReportFile.Kind, String>>();
        getEntityManager()
                .createQuery("""
                        select reportId, kind, sha256 from ReportFile
                        where municipalityId = :municipality and reportId in :reports
                        """, Digest.class)
                .setParameter("municipality", municipalityId)
                .setParameter("reports", reportIds)
                .getResultList()
                .forEach(row -> digests.computeIfAbsent(row.reportId(), added -> new EnumMap<>(ReportFile.Kind.class))
                        .put(row.kind(), Sha256.hex(row.sha256())));
        return digests;
    }
}
