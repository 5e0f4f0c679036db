package no.nullpunkt.benchmark;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The overview of a year for the country's 357 municipalities beside a county's 20, each with three tertials shared: 12
 * months, 10 technologies and 30 ready indicators.
 */
class OverviewBenchmark {

    private static final int COUNTY = 20;
    private static final int COUNTRY = 357;
    private static final int ROUNDS = 31;

    private static final String FILL = """
            select begin_change(:host, null, 'benchmark');

            insert into network (municipality_id, id, name, kind, version) values (:host, ':network', 'Måling', 'COUNTRY', 0);

            insert into network_reader (municipality_id, id, network_id, reader_id, email, version)
            values (:host, ':network', ':network', :host, ':reader', 0);

            create temporary table filled as
            select nextval(pg_get_serial_sequence('municipality', 'id'))::integer as id, i,
                lpad((:first + i)::text, 4, '0') as number
            from generate_series(1, :size) as i;

            insert into municipality (id, name, county_number, county)
            select id, 'Kommune ' || number, lpad((i % 15 + 1)::text, 2, '0'), 'Fylke ' || i % 15 from filled;

            insert into municipality_number (number, municipality_id, valid_from) select number, id, '2020-01-01' from filled;

            insert into person (municipality_id, id, name, email, version)
            select id, md5('person' || id)::uuid, 'Leder', 'leder@' || number || '.example', 0 from filled;

            insert into network_member (municipality_id, network_id, member_id, state, joined_at, version)
            select :host, ':network', id, 'JOINED', now() - interval '1 day', 0 from filled;

            create temporary table reports as
            select id as m, i, t, md5('report' || id || t)::uuid as report,
                (date '2025-01-01' + (4 * (t - 1)) * interval '1 month')::date as first_month,
                (date '2025-01-01' + (4 * t - 1) * interval '1 month')::date as last_month
            from filled cross join generate_series(1, 3) as t;

            insert into report (municipality_id, id, kind, period, language, status, issue_year, issue_number, as_of,
                issued_by, basis, version)
            select m, report, 'TERTIAL', '2025-T' || t, 'NB', 'ISSUED', 2025, t, now(), md5('person' || m)::uuid,
                'REPORTED', 0
            from reports;

            insert into report_share (municipality_id, network_id, report_id, host_id, first_month, last_month, as_of,
                state, shared_at, version)
            select m, ':network', report, :host, first_month, last_month, now(), 'SHARED', now(), 0 from reports;

            insert into shared_figure (municipality_id, report_id, grain, code, month, hours, nok, planned_hours,
                planned_nok, own_budget_nok, taken_out_hours, taken_out_nok, expected, measured, not_measured, missing)
            select m, report, grain, code, month, 12.34567 * (i + n), 100.5 * n, 20.1, 200, 4321.0987,
                case when grain <> 'INDICATOR' then 3.21 end, case when grain <> 'INDICATOR' then 7.5 end, 4, 3, 0, 1
            from reports
            cross join lateral generate_series(first_month::timestamp, last_month::timestamp, interval '1 month') as month
            cross join (
                select 'ALL' as grain, '' as code, 1 as n
                union all (select 'TECHNOLOGY', code, row_number() over (order by code) from technology limit 10)
                union all (select 'INDICATOR', code, row_number() over (order by code) from catalogue_indicator limit 30)
            ) as groups;

            insert into shared_total
            select municipality_id, report_id, grain, code, count(*), sum(hours), sum(nok), sum(planned_hours),
                sum(planned_nok), sum(own_budget_nok), sum(taken_out_hours), sum(taken_out_nok), sum(expected),
                sum(measured), sum(not_measured), sum(missing)
            from shared_figure join reports on m = municipality_id and report = report_id
            group by municipality_id, report_id, grain, code;

            insert into shared_improvement (municipality_id, network_id, indicator_code, year, at, per_cent)
            select m, ':network', code, 2025, now() + (t * 1000 + i) * interval '1 second', (i * 7 + t) % 60
            from reports cross join (select code from catalogue_indicator order by code limit 30) as ready;

            drop table reports;
            drop table filled;
            """;

    private record Asked(Client reader, UUID network) {

        static Asked filled(Served served, int size, int first) throws Exception {
            var host = Norway.load(served.database().jdbcUrl(), new Norway.Size(1, Town.UNITS, 1))
                    .get(0);
            var network = UUID.nameUUIDFromBytes(new byte[] {(byte) size});
            try (var connection = served.database().asSuperuser().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("begin; "
                        + FILL.replace(":network", network.toString())
                                .replace(":host", String.valueOf(host.id()))
                                .replace(":reader", host.leader())
                                .replace(":size", String.valueOf(size))
                                .replace(":first", String.valueOf(first))
                        + "commit");
                statement.execute("vacuum analyze");
            }
            return new Asked(served.leader(host), network);
        }

        void read(String grouping) throws Exception {
            reader.get("/api/v1/overview?network=" + network + "&from=2025-01&to=2025-12&groupBy=" + grouping);
        }
    }

    @Test
    void theCountryBesideACounty() throws Exception {
        try (var served = Served.start()) {
            var county = Asked.filled(served, COUNTY, 8000);
            var country = Asked.filled(served, COUNTRY, 8100);
            var table = new Table("Overview of a year, 357 municipalities (ours) against 20 (floor)");
            for (var grouping : List.of("municipality", "county", "technology", "month", "indicator")) {
                table.compare(grouping, ROUNDS, "below 5", () -> county.read(grouping), () -> country.read(grouping));
            }
        }
    }
}
