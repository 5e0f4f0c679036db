package no.nullpunkt.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private record Group(String key, String name, int municipalities, int months, Instant asOf, Sums sums) {}

    /** A month of a municipality is told by one report, and so is one row in every group. */
    private static final Map<GroupBy, Sql> SUMS = new EnumMap<>(GroupBy.class);

    static {
        for (var groupBy : GroupBy.values()) {
            SUMS.put(
                    groupBy,
                    Sql.of(Counted.of(Counted.OF_ALL)
                            + """
                    select %s as key, %s as name, count(distinct figure.municipality_id) as municipalities,
                        count(*) as months, max(as_of) as as_of,
                        sum(hours) as hours, sum(nok) as nok, sum(planned_hours) as planned_hours,
                        sum(planned_nok) as planned_nok, sum(own_budget_nok) as own_budget_nok,
                        sum(taken_out_hours) as taken_out_hours, sum(taken_out_nok) as taken_out_nok,
                        sum(expected) as expected, sum(measured) as measured, sum(not_measured) as not_measured,
                        sum(missing) as missing
                    from counted
                    join shared_figure figure on figure.municipality_id = counted.municipality_id
                        and figure.report_id = counted.report_id and figure.month = counted.month and grain = '%s'
                    join municipality on municipality.id = figure.municipality_id
                    join municipality_number on municipality_number.municipality_id = figure.municipality_id
                        and valid_until is null
                    group by %s
                    order by %s
                    """.formatted(
                                    groupBy.key,
                                    groupBy.name,
                                    groupBy.grain,
                                    groupBy == GroupBy.MUNICIPALITY ? "number, municipality.name" : groupBy.columns,
                                    groupBy.columns)));
        }
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

    private static final Sql MONTHS = Sql.of(Counted.of(Counted.OF_ALL) + """
            select number, municipality.name, county_number, county, figure.month,
                issue_number || '/' || issue_year as report, hours, nok, planned_hours, planned_nok, own_budget_nok,
                taken_out_hours, taken_out_nok, expected, measured, not_measured, missing
            from counted
            join shared_figure figure on figure.municipality_id = counted.municipality_id
                and figure.report_id = counted.report_id and figure.month = counted.month and grain = 'ALL'
            join report on report.municipality_id = counted.municipality_id and report.id = counted.report_id
            join municipality on municipality.id = figure.municipality_id
            join municipality_number on municipality_number.municipality_id = figure.municipality_id
                and valid_until is null
            order by number, figure.month
            """);

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
            var byMunicipality = rows(reading, network, period, GroupBy.MUNICIPALITY);
            var rows = groupBy == GroupBy.MUNICIPALITY ? byMunicipality : rows(reading, network, period, groupBy);
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

    private static List<Group> rows(Reading reading, Networks.Seen network, Period period, GroupBy groupBy) {
        return reading.list(
                SUMS.get(groupBy),
                Counted.arguments(network, period),
                row -> new Group(
                        row.text("key"),
                        row.text("name"),
                        row.integer("municipalities"),
                        row.integer("months"),
                        row.time("as_of"),
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
