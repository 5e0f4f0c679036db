package no.nullpunkt.overview;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Improvement;
import no.nullpunkt.catalogue.Catalogue;
import no.nullpunkt.network.Networks;
import no.nullpunkt.overview.SharingResource.Response;
import no.nullpunkt.report.IssuedReports;
import no.nullpunkt.results.Basis;
import no.nullpunkt.results.Filter;
import no.nullpunkt.results.Snapshots;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reach;

/** Shares issued reports with networks, and takes them back. */
@ApplicationScoped
public class SharingService {

    /** What a share came to. */
    record Shared(boolean created, Response share) {}

    private final Networks networks;
    private final ReportShares shares;
    private final SharedRows rows;
    private final IssuedReports reports;
    private final Snapshots snapshots;
    private final Catalogue catalogue;
    private final Changes changes;
    private final Reach reach;

    SharingService(
            Networks networks,
            ReportShares shares,
            SharedRows rows,
            IssuedReports reports,
            Snapshots snapshots,
            Catalogue catalogue,
            Changes changes,
            Reach reach) {
        this.networks = networks;
        this.shares = shares;
        this.rows = rows;
        this.reports = reports;
        this.snapshots = snapshots;
        this.catalogue = catalogue;
        this.changes = changes;
        this.reach = reach;
    }

    /**
     * Shares a report; those it came instead of are not shared any more.
     *
     * @throws Problem 404 for a network the municipality is not in, 409 for a draft, a report that another came instead
     *     of, or one whose figures would be others today, 422 for one that is restated
     */
    @Transactional
    Shared share(Caller caller, UUID networkId, UUID reportId) {
        caller.mustShareReports();
        var network = member(caller, networkId);
        var at = begin(caller, network, null);
        var report = reports.get(caller.municipalityId(), reportId);
        mustBeShareable(report);
        var found = shares.findForChange(caller.municipalityId(), networkId, reportId);
        if (found.filter(share -> share.stands(network.joinedAt())).isPresent()) {
            return new Shared(false, Response.of(found.get(), report));
        }
        keepFigures(caller, report);
        var share =
                found.orElseGet(() -> new ReportShare(caller.municipalityId(), networkId, reportId, network.hostId()));
        share.firstMonth = report.months().from();
        share.lastMonth = report.months().to();
        share.asOf = report.asOf();
        share.state = ReportShare.State.SHARED;
        share.sharedAt = at;
        shares.persist(share);
        var touched = new ArrayList<>(List.of(reportId));
        touched.addAll(replaceEarlier(caller, network, report));
        shares.flush();
        tellImprovements(caller, network, touched, at);
        return new Shared(found.isEmpty(), Response.of(share, report));
    }

    /** Takes a report back from a network: it is told no more, from now on. */
    @Transactional
    Response withdraw(Caller caller, UUID networkId, UUID reportId, IfMatch ifMatch, String reason) {
        caller.mustShareReports();
        var network = networks.find(caller.municipalityId(), networkId).orElseThrow(Problem::notFound);
        if (reason == null || reason.isBlank()) {
            throw Problem.ruleAt("?reason", "reason-required");
        }
        var at = begin(caller, network, reason);
        var share = shares.findForChange(caller.municipalityId(), networkId, reportId)
                .orElseThrow(Problem::notFound);
        var report = reports.get(caller.municipalityId(), reportId);
        if (share.state == ReportShare.State.SHARED) {
            ifMatch.check(share.version, () -> Response.of(share, report));
            share.state = ReportShare.State.WITHDRAWN;
            shares.flush();
            tellImprovements(caller, network, List.of(reportId), at);
        }
        return Response.of(share, report);
    }

    private Networks.Seen member(Caller caller, UUID networkId) {
        return networks.find(caller.municipalityId(), networkId)
                .filter(Networks.Seen::isMember)
                .orElseThrow(Problem::notFound);
    }

    /** Whether it is a member stands in the host's row: both are in reach from here on. */
    private Instant begin(Caller caller, Networks.Seen network, String reason) {
        changes.inNetwork(network.id());
        reach.is(caller.municipalityId(), network.hostId());
        return caller.beginChange(reason);
    }

    private static void mustBeShareable(IssuedReports.Issued report) {
        if (report.basis() != Basis.REPORTED) {
            throw Problem.rule("restated-not-shared", report.number());
        }
        if (report.supersededById() != null) {
            throw Problem.conflict("superseded-not-shared", report.number());
        }
    }

    private void keepFigures(Caller caller, IssuedReports.Issued report) {
        if (rows.has(caller.municipalityId(), report.id())) {
            return;
        }
        var snapshot = snapshots.readAlone(
                caller.municipalityId(),
                caller.number(),
                report.months(),
                report.asOf(),
                Filter.everything(report.basis()));
        var technologies = catalogue.listTechnologies().stream()
                .map(Catalogue.Technology::code)
                .collect(Collectors.toSet());
        var indicators = new HashMap<String, Catalogue.Indicator>();
        technologies.forEach(code -> catalogue.listIndicators(code).forEach(each -> indicators.put(each.code(), each)));
        var shared = new SharedFigures(snapshot, technologies, indicators);
        var figures = shared.figures();
        mustTellTheSame(caller, report, figures);
        rows.write(caller.municipalityId(), report.id(), figures, shared.gains());
    }

    /** A report is bytes that never change; a later version of the service may have come to count otherwise. */
    private void mustTellTheSame(Caller caller, IssuedReports.Issued report, List<SharedFigures.Figure> figures) {
        var sums = figures.stream()
                .filter(figure -> figure.grain() == SharedFigures.Grain.ALL)
                .map(SharedFigures.Figure::sums)
                .reduce(Sums.NOTHING, Sums::plus);
        var total = reports.total(caller.municipalityId(), report.id());
        var same = isSame(total, "hours", sums.hours())
                && isSame(total, "nok", sums.nok())
                && isSame(total, "plannedHours", sums.plannedHours())
                && isSame(total, "plannedNok", sums.plannedNok())
                && isSame(total, "takenOutHours", sums.takenOutHours())
                && isSame(total, "takenOutNok", sums.takenOutNok())
                && isSame(total, "ownBudgetNok", sums.ownBudgetNok())
                && isSame(total, "expected", BigDecimal.valueOf(sums.expected()))
                && isSame(total, "measured", BigDecimal.valueOf(sums.measured()));
        if (!same) {
            throw Problem.conflict("report-counts-otherwise", report.number());
        }
    }

    private static boolean isSame(JsonNode total, String field, BigDecimal figure) {
        return total.path(field).decimalValue().compareTo(figure) == 0;
    }

    /** Those that the report came instead of, one after the other. */
    private List<UUID> replaceEarlier(Caller caller, Networks.Seen network, IssuedReports.Issued report) {
        var replaced = new ArrayList<UUID>();
        for (var id = report.supersedesId();
                id != null;
                id = reports.get(caller.municipalityId(), id).supersedesId()) {
            shares.findForChange(caller.municipalityId(), network.id(), id)
                    .filter(share -> share.stands(network.joinedAt()))
                    .ifPresent(share -> {
                        share.state = ReportShare.State.REPLACED;
                        replaced.add(share.reportId);
                    });
        }
        return replaced;
    }

    /** A distribution is made of what each municipality shared when: so every change is told, also to the same figure. */
    private void tellImprovements(Caller caller, Networks.Seen network, List<UUID> reportIds, Instant at) {
        Map<SharedRows.IndicatorYear, SharedRows.YearGain> now = new HashMap<>();
        rows.years(caller.municipalityId(), network)
                .forEach(year -> now.put(new SharedRows.IndicatorYear(year.indicatorCode(), year.year()), year));
        for (var indicator : rows.touchedBy(caller.municipalityId(), reportIds)) {
            var year = now.get(indicator);
            var perCent = year == null || year.hidden()
                    ? null
                    : Improvement.perCent(year.gain(), year.nullPoint()).orElse(null);
            rows.became(caller.municipalityId(), network.id(), indicator, at, perCent);
        }
    }
}
