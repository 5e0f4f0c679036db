package no.nullpunkt.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.nullpunkt.access.Caller;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.catalogue.Catalogue;
import no.nullpunkt.network.Networks;
import no.nullpunkt.overview.Overview.Item;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Row;
import no.nullpunkt.results.Sql;
import no.nullpunkt.shared.ExcelBook;
import no.nullpunkt.shared.Language;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reach;

/** Reads what a network tells: sums of kept aggregates, and the distributions of ready indicators. */
@ApplicationScoped
class Overviews {

    /** @param county without number and name but of a municipality in one */
    private record Group(
            String key, String name, int municipalities, int months, Instant asOf, County county, Sums sums) {

        Group plus(Group other) {
            return new Group(
                    key,
                    name,
                    municipalities + other.municipalities,
                    months + other.months,
                    asOf.isAfter(other.asOf) ? asOf : other.asOf,
                    county,
                    sums.plus(other.sums));
        }
    }

    private record County(String number, String name) {}

    private static final String SUMS = """
            sum(months) as months, max(as_of) as as_of,
            sum(hours) as hours, sum(nok) as nok, sum(planned_hours) as planned_hours,
            sum(planned_nok) as planned_nok, sum(own_budget_nok) as own_budget_nok,
            sum(taken_out_hours) as taken_out_hours, sum(taken_out_nok) as taken_out_nok,
            sum(expected) as expected, sum(measured) as measured, sum(not_measured) as not_measured,
            sum(missing) as missing
            """;

    private static final Sql BY_MUNICIPALITY =
            Sql.of(Counted.of(Counted.OF_ALL) + """
            select number as key, name, 1 as municipalities, county_number, county, sums.*
            from (
                select figure.municipality_id, %s %s group by figure.municipality_id
            ) as sums
            join municipality on municipality.id = sums.municipality_id
            join municipality_number on municipality_number.municipality_id = sums.municipality_id and valid_until is null
            order by number, name
            """.formatted(SUMS, Counted.fromTotals(SharedFigures.Grain.ALL)));

    private static final Sql BY_TECHNOLOGY = by("code", "code", Counted.fromTotals(SharedFigures.Grain.TECHNOLOGY));
    private static final Sql BY_INDICATOR = by("code", "code", Counted.fromTotals(SharedFigures.Grain.INDICATOR));
    private static final Sql BY_MONTH = by(
            "to_char(figure.month, 'YYYY-MM')",
            "figure.month",
            "from (select *, 1 as months from counted) as counted " + Counted.monthly(SharedFigures.Grain.ALL));

    /** A month of a municipality is told by one report, and so is in one row of every group. */
    private static Sql by(String key, String column, String figures) {
        return Sql.of(Counted.of(Counted.OF_ALL) + """
                select %s as key, null as name, count(distinct figure.municipality_id) as municipalities,
                    null as county_number, null as county, %s
                %s
                group by %s
                order by %s
                """.formatted(key, SUMS, figures, column, column));
    }

    /**
     * A month of a municipality, as the report that tells it does.
     *
     * @param county null for a municipality in none
     */
    record Month(
            String number,
            String name,
            String countyNumber,
            String county,
            YearMonth month,
            String report,
            Sums sums) {}

    private static final Sql MONTHS =
            Sql.of(Counted.of(Counted.OF_ALL) + """
            select number, municipality.name, county_number, county, figure.month,
                issue_number || '/' || issue_year as report, hours, nok, planned_hours, planned_nok, own_budget_nok,
                taken_out_hours, taken_out_nok, expected, measured, not_measured, missing
            from counted %s
            join report on report.municipality_id = counted.municipality_id and report.id = counted.report_id
            join municipality on municipality.id = figure.municipality_id
            join municipality_number on municipality_number.municipality_id = figure.municipality_id
                and valid_until is null
            order by number, figure.month
            """.formatted(Counted.monthly(SharedFigures.Grain.ALL)));

    private final Networks networks;
    private final ReportShares shares;
    private final Spreads spreads;
    private final Catalogue catalogue;
    private final DataSource dataSource;
    private final Reach reach;

    Overviews(
            Networks networks,
            ReportShares shares,
            Spreads spreads,
            Catalogue catalogue,
            DataSource dataSource,
            Reach reach) {
        this.networks = networks;
        this.shares = shares;
        this.spreads = spreads;
        this.catalogue = catalogue;
        this.dataSource = dataSource;
        this.reach = reach;
    }

    /**
     * A network the caller may read. From here on its members are in reach, and no others.
     *
     * @throws Problem 404 for one that is not the caller's to know of, 403 for one that is not theirs to read
     */
    Opened open(Caller caller, UUID networkId) {
        var network = networks.find(caller.municipalityId(), networkId).orElseThrow(Problem::notFound);
        caller.mustReadNetwork(
                networks.isGranted(networkId, caller.municipalityId(), caller.personId()),
                network.isMember() && shares.stand(caller.municipalityId(), networkId, network.joinedAt()),
                network.isMember() || network.hostId() == caller.municipalityId());
        var members = networks.members(network).stream()
                .map(Networks.Joined::municipalityId)
                .toList();
        reach.is(IntStream.concat(
                        IntStream.of(network.hostId(), caller.municipalityId()),
                        members.stream().mapToInt(Integer::intValue))
                .distinct()
                .toArray());
        return new Opened(network, members);
    }

    /** A network that has been opened, with its members. */
    record Opened(Networks.Seen network, List<Integer> members) {}

    Overview read(Caller caller, Opened opened, Period period, GroupBy groupBy, Language language) {
        var network = opened.network();
        try (var reading = new Reading(dataSource, caller.municipalityId(), Instant.EPOCH)) {
            var byMunicipality = rows(reading, network, period, BY_MUNICIPALITY);
            var rows = switch (groupBy) {
                case MUNICIPALITY -> byMunicipality;
                case COUNTY -> byCounty(byMunicipality);
                case TECHNOLOGY -> rows(reading, network, period, BY_TECHNOLOGY);
                case INDICATOR -> rows(reading, network, period, BY_INDICATOR);
                case MONTH -> rows(reading, network, period, BY_MONTH);
            };
            var items = items(rows, groupBy, language);
            if (groupBy == GroupBy.INDICATOR) {
                items = withSpreads(items, spreads.of(network, period.to().getYear(), caller.municipalityId()));
            }
            return new Overview(
                    new Overview.NetworkName(network.id(), network.name(), network.kind()),
                    period.from(),
                    period.to(),
                    period.months(),
                    groupBy.parameter(),
                    Overview.REPORTED,
                    byMunicipality.stream()
                            .map(Group::asOf)
                            .max(Instant::compareTo)
                            .orElse(null),
                    new Overview.Coverage(
                            opened.members().size(),
                            byMunicipality.size(),
                            opened.members().size() * period.months(),
                            byMunicipality.stream().mapToInt(Group::months).sum()),
                    items,
                    byMunicipality.stream().map(Group::sums).reduce(Sums.NOTHING, Sums::plus));
        }
    }

    /** The overview as a workbook, which the caller writes and closes. */
    ExcelBook workbook(Caller caller, Opened opened, Period period, Language language) {
        return OverviewWorkbook.of(
                new OverviewWorkbook.Content(
                        read(caller, opened, period, GroupBy.MUNICIPALITY, language),
                        read(caller, opened, period, GroupBy.COUNTY, language),
                        read(caller, opened, period, GroupBy.TECHNOLOGY, language),
                        read(caller, opened, period, GroupBy.INDICATOR, language),
                        read(caller, opened, period, GroupBy.MONTH, language),
                        months(caller, opened, period)),
                language);
    }

    /** In the order of their numbers; municipalities in no county are gathered last. */
    private static List<Group> byCounty(List<Group> byMunicipality) {
        var counties = new TreeMap<String, Group>(Comparator.nullsLast(Comparator.naturalOrder()));
        for (var one : byMunicipality) {
            var its = one.county();
            counties.merge(
                    its.number(),
                    new Group(
                            its.number(), its.name(), one.municipalities(), one.months(), one.asOf(), its, one.sums()),
                    Group::plus);
        }
        return List.copyOf(counties.values());
    }

    private static List<Group> rows(Reading reading, Networks.Seen network, Period period, Sql sql) {
        return reading.list(
                sql,
                Counted.arguments(network, period),
                row -> new Group(
                        row.text("key"),
                        row.text("name"),
                        row.integer("municipalities"),
                        row.integer("months"),
                        row.time("as_of"),
                        new County(row.text("county_number"), row.text("county")),
                        sums(row)));
    }

    private static Sums sums(Row row) throws SQLException {
        return Sums.of(
                row.number("hours"),
                row.number("nok"),
                row.number("planned_hours"),
                row.number("planned_nok"),
                row.number("own_budget_nok"),
                row.number("taken_out_hours"),
                row.number("taken_out_nok"),
                row.key("expected"),
                row.key("measured"),
                row.key("not_measured"),
                row.key("missing"));
    }

    /** Every month that is told, municipality by municipality: what all sums are made of. */
    List<Month> months(Caller caller, Opened opened, Period period) {
        try (var reading = new Reading(dataSource, caller.municipalityId(), Instant.EPOCH)) {
            return reading.list(
                    MONTHS,
                    Counted.arguments(opened.network(), period),
                    row -> new Month(
                            row.text("number"),
                            row.text("name"),
                            row.text("county_number"),
                            row.text("county"),
                            row.month("month"),
                            row.text("report"),
                            sums(row)));
        }
    }

    private List<Item> items(List<Group> rows, GroupBy groupBy, Language language) {
        var names = names(groupBy, language);
        return rows.stream()
                .map(row -> {
                    var key = SharedFigures.OWN.equals(row.key()) ? null : row.key();
                    var name = groupBy == GroupBy.MONTH ? language.month(YearMonth.parse(key)) : row.name();
                    return new Item(
                            key,
                            name != null ? name : names.getOrDefault(key, none(groupBy, language)),
                            row.municipalities(),
                            row.months(),
                            row.sums(),
                            null);
                })
                .toList();
    }

    private static String none(GroupBy groupBy, Language language) {
        return language.text("labels", "overview-none-" + groupBy.parameter());
    }

    private Map<String, String> names(GroupBy groupBy, Language language) {
        var names = new HashMap<String, String>();
        if (groupBy == GroupBy.TECHNOLOGY || groupBy == GroupBy.INDICATOR) {
            for (var technology : catalogue.listTechnologies()) {
                names.put(technology.code(), technology.names().in(language));
                if (groupBy == GroupBy.INDICATOR) {
                    catalogue
                            .listIndicators(technology.code())
                            .forEach(indicator -> names.put(
                                    indicator.code(), indicator.names().in(language)));
                }
            }
        }
        return names;
    }

    private static List<Item> withSpreads(List<Item> items, Map<String, Overview.Spread> spreads) {
        return items.stream().map(item -> item.with(spreads.get(item.key()))).toList();
    }
}
