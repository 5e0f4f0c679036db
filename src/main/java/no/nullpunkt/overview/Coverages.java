package no.nullpunkt.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Row;
import no.nullpunkt.results.Sql;
import no.nullpunkt.shared.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which members have shared which months, and the report that tells each of them. */
@ApplicationScoped
class Coverages {

    /**
     * A member.
     *
     * @param months those that are shared, earliest first
     * @param notShared those that are not
     */
    @Schema(name = "OverviewMember")
    record MemberCoverage(
            @Schema(examples = "9999") String number,
            @Schema(examples = "Demo kommune") String name,
            @Schema(nullable = true, examples = "Vestfold") String county,
            List<MonthCoverage> months,
            @Schema(examples = "[\"2026-09\"]") List<YearMonth> notShared) {}

    /**
     * A month and the report that tells it.
     *
     * @param superseded whether another report has come instead, which is not shared
     */
    @Schema(name = "OverviewMonth")
    record MonthCoverage(
            YearMonth month,
            @Schema(examples = "1/2026") String report,
            UUID reportId,
            Instant asOf,
            boolean superseded,
            @Schema(examples = "12") int expected,
            @Schema(examples = "11") int measured,
            @Schema(examples = "0") int notMeasured,
            @Schema(examples = "1") int missing) {}

    private record Known(int id, String number, String name, String county) {}

    private record Told(int municipalityId, MonthCoverage month) {}

    private static final Sql MEMBERS = Sql.of("""
            select member_id as id, number, name, county
            from network_member
            join municipality on municipality.id = member_id
            join municipality_number on municipality_number.municipality_id = member_id and valid_until is null
            where network_member.municipality_id = :host and network_id = :network and state = 'JOINED'
                and number > :after
            order by number
            limit :limit
            """);

    private static final Sql MONTHS =
            Sql.of(Counted.of(Counted.OF_SOME) + """
            select counted.municipality_id, counted.month, counted.report_id, counted.as_of,
                issue_number || '/' || issue_year as report, superseded_by_id is not null as superseded,
                expected, measured, not_measured, missing
            from counted %s
            join report on report.municipality_id = counted.municipality_id and report.id = counted.report_id
            order by counted.municipality_id, counted.month
            """.formatted(Counted.monthly(SharedFigures.Grain.ALL)));

    private final DataSource dataSource;

    Coverages(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The members after one by its number, in the order of their numbers. */
    Page<MemberCoverage> page(Overviews.Opened opened, Period period, String after, int limit) {
        try (var reading = new Reading(dataSource, opened.network().hostId(), Instant.EPOCH)) {
            var arguments = new HashMap<>(Counted.arguments(opened.network(), period));
            arguments.put("after", after);
            arguments.put("limit", limit + 1);
            var members = reading.list(
                    MEMBERS,
                    arguments,
                    row -> new Known(row.integer("id"), row.text("number"), row.text("name"), row.text("county")));
            arguments.put(
                    "members",
                    reading.array("integer", members.stream().map(Known::id).toList()));
            var months = new HashMap<Integer, List<MonthCoverage>>();
            reading.list(MONTHS, arguments, Coverages::told)
                    .forEach(told -> months.computeIfAbsent(told.municipalityId(), added -> new ArrayList<>())
                            .add(told.month()));
            return Page.of(members, limit, Known::number)
                    .map(member -> coverage(member, period, months.getOrDefault(member.id(), List.of())));
        }
    }

    private static Told told(Row row) throws SQLException {
        return new Told(
                row.integer("municipality_id"),
                new MonthCoverage(
                        row.month("month"),
                        row.text("report"),
                        row.id("report_id"),
                        row.time("as_of"),
                        row.flag("superseded"),
                        row.integer("expected"),
                        row.integer("measured"),
                        row.integer("not_measured"),
                        row.integer("missing")));
    }

    private static MemberCoverage coverage(Known member, Period period, List<MonthCoverage> months) {
        var shared = months.stream().map(MonthCoverage::month).toList();
        return new MemberCoverage(
                member.number(),
                member.name(),
                member.county(),
                months,
                period.stream().filter(month -> !shared.contains(month)).toList());
    }
}
