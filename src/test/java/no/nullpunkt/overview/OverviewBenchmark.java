package no.nullpunkt.overview;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.access.Role;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

/**
 * How long the overview of a year takes for the country's 357 municipalities beside a county's 20, each with three
 * tertials shared: 12 months, 10 technologies and 30 ready indicators. Alternating, in one run, so that the ratios hold on
 * any machine. Run by hand: {@code mvn test -Dtest=OverviewBenchmark}.
 */
@QuarkusTest
class OverviewBenchmark {

    private static final int COUNTY = 20;
    private static final int COUNTRY = 357;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 21;

    private static final String FILL = """
            select begin_change(%d, null, 'benchmark');

            create temporary table filled as
            select nextval(pg_get_serial_sequence('municipality', 'id'))::integer as id, i,
                lpad((:first + i)::text, 4, '0') as number
            from generate_series(1, :size) as i;

            insert into municipality (id, name, county_number, county)
            select id, 'Kommune ' || number, lpad((i %% 15 + 1)::text, 2, '0'), 'Fylke ' || i %% 15 from filled;

            insert into municipality_number (number, municipality_id, valid_from) select number, id, '2020-01-01' from filled;

            insert into person (municipality_id, id, name, email, version)
            select id, md5('person' || id)::uuid, 'Leder', 'leder@' || number || '.example', 0 from filled;

            insert into network_member (municipality_id, network_id, member_id, state, joined_at, version)
            select %d, ':network', id, 'JOINED', now() - interval '1 day', 0 from filled;

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
            select m, ':network', report, %d, first_month, last_month, now(), 'SHARED', now(), 0 from reports;

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

            insert into shared_improvement (municipality_id, network_id, indicator_code, year, at, per_cent)
            select m, ':network', code, 2025, now() + (t * 1000 + i) * interval '1 second', (i * 7 + t) %% 60
            from reports cross join (select code from catalogue_indicator order by code limit 30) as ready;

            drop table reports;
            drop table filled;
            """;

    private record Asked(Municipality reader, UUID network) {

        static Asked filled(int size, int first) {
            var host = Municipality.create();
            var network = host.create(Role.ADMINISTRATOR, "/networks", Map.of("name", "Måling", "kind", "COUNTRY"));
            host.create(
                    Role.ADMINISTRATOR,
                    "/networks/" + network + "/readers",
                    Map.of(
                            "municipality",
                            host.number,
                            "email",
                            host.credentials(Role.LEADER).split(":")[0]));
            host.execute("begin; "
                    + FILL.replace(":network", network.toString())
                            .replace(":size", String.valueOf(size))
                            .replace(":first", String.valueOf(first))
                            .replace("%%", "%")
                    + "commit; analyze");
            return new Asked(host, network);
        }

        /** In microseconds, over HTTP. */
        long time(String groupBy) {
            var start = System.nanoTime();
            reader.anywhere(Role.LEADER)
                    .get("/api/v1/overview?network=" + network + "&from=2025-01&to=2025-12&groupBy=" + groupBy)
                    .then()
                    .statusCode(200);
            return (System.nanoTime() - start) / 1000;
        }
    }

    @Test
    void theCountryBesideACounty() {
        var county = Asked.filled(COUNTY, 7000);
        var country = Asked.filled(COUNTRY, 7100);
        for (var groupBy : List.of("municipality", "county", "technology", "month", "indicator")) {
            var small = new ArrayList<Long>();
            var large = new ArrayList<Long>();
            for (var i = 0; i < WARM_UP + ROUNDS; i++) {
                var ofCounty = county.time(groupBy);
                var ofCountry = country.time(groupBy);
                if (i >= WARM_UP) {
                    small.add(ofCounty);
                    large.add(ofCountry);
                }
            }
            Collections.sort(small);
            Collections.sort(large);
            System.out.printf(
                    Locale.ROOT,
                    "by %s: %d municipalities %.1f ms (p95 %.1f), %d municipalities %.1f ms (p95 %.1f), ratio %.1f%n",
                    groupBy,
                    COUNTY,
                    median(small),
                    p95(small),
                    COUNTRY,
                    median(large),
                    p95(large),
                    median(large) / median(small));
        }
    }

    private static double median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2) / 1000.0;
    }

    private static double p95(List<Long> sorted) {
        return sorted.get(sorted.size() * 95 / 100) / 1000.0;
    }
}
