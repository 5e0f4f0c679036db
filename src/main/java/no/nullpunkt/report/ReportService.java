package no.nullpunkt.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.municipality.ClosedMonths;
import no.nullpunkt.report.ReportContent.WithoutDeviation;
import no.nullpunkt.report.ReportMaker.Superseded;
import no.nullpunkt.report.ReportResource.DraftRequest;
import no.nullpunkt.report.ReportResource.IssueRequest;
import no.nullpunkt.report.ReportResource.Response;
import no.nullpunkt.results.Basis;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.Snapshot;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Tally;

/** Drafts and issues reports. */
@ApplicationScoped
class ReportService {

    private final Reports reports;
    private final ReportFiles files;
    private final ReportMaker maker;
    private final Snapshots snapshots;
    private final ClosedMonths closedMonths;
    private final Clock clock;
    private final Tally tally;

    ReportService(
            Reports reports,
            ReportFiles files,
            ReportMaker maker,
            Snapshots snapshots,
            ClosedMonths closedMonths,
            Clock clock,
            Tally tally) {
        this.reports = reports;
        this.files = files;
        this.maker = maker;
        this.snapshots = snapshots;
        this.closedMonths = closedMonths;
        this.clock = clock;
        this.tally = tally;
    }

    /**
     * Drafts a report of a period that has ended.
     *
     * @throws Problem 400 for a period that the kind does not have, 422 for one that has not ended, 409 when one is
     *     drafted already
     */
    @Transactional
    Response draft(Caller caller, DraftRequest request, Language language) {
        caller.mustDraftReports();
        caller.beginChange();
        var months = request.kind().period(request.period()).orElseThrow(() -> notAPeriod(request));
        if (!months.to().isBefore(YearMonth.now(clock))) {
            throw Problem.ruleAt("/period", "period-not-ended", request.period());
        }
        var basis = request.basis() == null ? Basis.REPORTED : request.basis();
        reports.find(caller.municipalityId(), request.kind(), request.period(), basis, Report.Status.DRAFT)
                .ifPresent(draft -> {
                    throw Problem.conflict("report-drafted", draft.period)
                            .at("/period", "report-drafted", draft.period)
                            .with("reportId", draft.id);
                });
        var report = new Report(caller.municipalityId(), request.kind(), request.period(), basis, language);
        reports.persistAndFlush(report);
        return Response.of(report, Map.of());
    }

    private Problem notAPeriod(DraftRequest request) {
        var example = request.kind().example(YearMonth.now(clock).getYear());
        return Problem.notUnderstood("not-a-period", request.period(), example)
                .at("/period", "not-a-period", request.period(), example);
    }

    /** Takes a draft away. */
    @Transactional
    void discard(Caller caller, UUID id, IfMatch ifMatch) {
        caller.mustDraftReports();
        caller.beginChange();
        var report = reports.getForChange(caller.municipalityId(), id);
        report.mustBeDraft();
        ifMatch.check(report.version, () -> Response.of(report, Map.of()));
        reports.delete(report);
    }

    /**
     * Makes a draft a report: its files are made once and kept, the one it comes instead of is superseded, and its
     * months are closed. No change of the municipality runs beside it, so that every value is either told by the report
     * or refused.
     *
     * @throws Problem 409 when it is issued already, or a benefit is behind without a deviation and without a reason
     */
    @Transactional
    Response issue(Caller caller, UUID id, IssueRequest request) {
        caller.mustIssueReports();
        var change = caller.beginChangeAlone();
        var report = reports.getForChange(caller.municipalityId(), id);
        report.mustBeDraft();
        var snapshot = snapshots.readAlone(
                caller.municipalityId(), caller.number(), report.months(), change, Filter.everything(report.basis));
        var withoutDeviation = withoutDeviation(report, snapshot, reasons(snapshot, request));
        var earlier = superseded(report);
        int year = change.atZone(clock.getZone()).getYear();
        int number = reports.nextNumber(caller.municipalityId(), year);
        earlier.ifPresent(superseded -> superseded.report().supersede(report));
        reports.flush();
        report.issue(
                year,
                number,
                change,
                caller.personId(),
                earlier.map(Superseded::report).orElse(null));
        reports.flush();
        var made = maker.make(report, snapshot, withoutDeviation, earlier);
        for (var kind : ReportFile.Kind.values()) {
            files.persist(new ReportFile(report, kind, made.file(kind)));
        }
        files.flush();
        closedMonths.close(
                caller.municipalityId(),
                months(report.months()),
                report.id,
                report.number(),
                report.period,
                change,
                caller.personId());
        tally.add("reports", "issued", 1);
        return Response.of(report, digests(report));
    }

    /** The report of the same period that stands issued, with its JSON. */
    Optional<Superseded> superseded(Report report) {
        return reports.find(report.municipalityId, report.kind, report.period, report.basis, Report.Status.ISSUED)
                .map(issued -> new Superseded(issued, files.get(issued, ReportFile.Kind.JSON).content));
    }

    private Map<ReportFile.Kind, String> digests(Report report) {
        return files.digests(report.municipalityId, List.of(report.id)).getOrDefault(report.id, Map.of());
    }

    private static Map<UUID, String> reasons(Snapshot snapshot, IssueRequest request) {
        var reasons = new LinkedHashMap<UUID, String>();
        var given = request == null || request.withoutDeviation() == null
                ? List.<IssueRequest.Exception>of()
                : request.withoutDeviation();
        for (int i = 0; i < given.size(); i++) {
            if (!snapshot.benefits().containsKey(given.get(i).benefitId())) {
                throw Problem.unknown(
                        "/withoutDeviation/" + i + "/benefitId", given.get(i).benefitId());
            }
            reasons.put(given.get(i).benefitId(), given.get(i).reason());
        }
        return reasons;
    }

    private List<WithoutDeviation> withoutDeviation(Report report, Snapshot snapshot, Map<UUID, String> reasons) {
        var lacking = Lacking.of(
                snapshot, snapshots.stories(report.municipalityId, snapshot), reports.lastIssuedBefore(report));
        var unexplained = lacking.stream()
                .filter(benefit -> !reasons.containsKey(benefit.benefitId()))
                .toList();
        if (!unexplained.isEmpty()) {
            throw Lacking.problem(unexplained);
        }
        return lacking.stream()
                .map(benefit ->
                        new WithoutDeviation(benefit.benefitId(), benefit.title(), reasons.get(benefit.benefitId())))
                .toList();
    }

    private static List<YearMonth> months(Period period) {
        return Stream.iterate(period.from(), month -> !month.isAfter(period.to()), month -> month.plusMonths(1))
                .toList();
    }
}
