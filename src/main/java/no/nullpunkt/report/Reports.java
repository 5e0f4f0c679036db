package no.nullpunkt.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.results.Basis;
import no.nullpunkt.shared.Key;
import no.nullpunkt.shared.Page;
import no.nullpunkt.shared.Problem;

/** Queries of reports. */
@ApplicationScoped
class Reports implements PanacheRepositoryBase<Report, Key> {

    Report get(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id)).orElseThrow(Problem::notFound);
    }

    Report getForChange(int municipalityId, UUID id) {
        return findByIdOptional(new Key(municipalityId, id), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problem::notFound);
    }

    Page<Report> page(int municipalityId, UUID after, int limit) {
        var rows = find("municipalityId = ?1 and id > ?2 order by id", municipalityId, after)
                .range(0, limit)
                .list();
        return Page.of(rows, limit, report -> report.id.toString());
    }

    /** Those that stand issued, the latest first. */
    List<Report> latest(int municipalityId, int limit) {
        return find("municipalityId = ?1 and status = ?2 order by asOf desc", municipalityId, Report.Status.ISSUED)
                .page(0, limit)
                .list();
    }

    /** The one draft or issued report of a period. */
    Optional<Report> find(int municipalityId, ReportKind kind, String period, Basis basis, Report.Status status) {
        return find(
                        "municipalityId = ?1 and kind = ?2 and period = ?3 and basis = ?4 and status = ?5",
                        municipalityId,
                        kind,
                        period,
                        basis,
                        status)
                .firstResultOptional();
    }

    /** When a report of the kind was last issued of a period before this one; the beginning of time without any. */
    Instant lastIssuedBefore(Report report) {
        return list(
                        "municipalityId = ?1 and kind = ?2 and status <> ?3",
                        report.municipalityId,
                        report.kind,
                        Report.Status.DRAFT)
                .stream()
                .filter(other -> other.months().to().isBefore(report.months().from()))
                .map(other -> other.asOf)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The number of the next report of a year; asked by one change at a time. */
    int nextNumber(int municipalityId, int year) {
        return (int) count("municipalityId = ?1 and issueYear = ?2", municipalityId, year) + 1;
    }
}
