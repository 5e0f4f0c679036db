package no.nullpunkt.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.Basis;
import no.nullpunkt.shared.Problem;

/** Issued reports as others know them. */
@ApplicationScoped
public class IssuedReports {

    /**
     * An issued report.
     *
     * @param number such as 1/2026
     * @param asOf when it was issued, and so the time its figures are of
     * @param supersedesId the report of the same period it came instead of, or null
     * @param supersededById the one that came instead of it, or null
     */
    public record Issued(
            UUID id,
            String number,
            String period,
            Period months,
            Basis basis,
            Instant asOf,
            UUID supersedesId,
            UUID supersededById) {}

    private final Reports reports;
    private final ReportFiles files;
    private final ObjectMapper json;

    IssuedReports(Reports reports, ReportFiles files, ObjectMapper json) {
        this.reports = reports;
        this.files = files;
        this.json = json;
    }

    /**
     * One that has been issued.
     *
     * @throws Problem 404 where the municipality has none, 409 for a draft
     */
    public Issued get(int municipalityId, UUID id) {
        var report = reports.get(municipalityId, id);
        if (report.isDraft()) {
            throw Problem.conflict("report-not-issued", report.period);
        }
        return issued(report);
    }

    /** Those that nothing came instead of, the latest first. */
    public List<Issued> latest(int municipalityId, int limit) {
        return reports.latest(municipalityId, limit).stream()
                .map(IssuedReports::issued)
                .toList();
    }

    /** The total of a report's results, as the report tells it for ever. */
    public JsonNode total(int municipalityId, UUID id) {
        var file = files.get(reports.get(municipalityId, id), ReportFile.Kind.JSON);
        try {
            return json.readTree(file.content).at("/results/month/total");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Issued issued(Report report) {
        return new Issued(
                report.id,
                report.number(),
                report.period,
                report.months(),
                report.basis,
                report.asOf,
                report.supersedesId,
                report.supersededById);
    }
}
