package no.nullpunkt.results;

import java.sql.SQLException;
import no.nullpunkt.testing.Municipality;
import no.nullpunkt.testing.OwnerDatabase;

/** A municipality filled with measured ratios by SQL, as many as a test asks for. */
final class FilledMunicipality {

    private static final String FILL = """
            insert into unit (municipality_id, id, name, version)
            select m, md5('unit' || m || i)::uuid, 'Unit ' || i, 0
            from (select %1$d as m) as municipality cross join generate_series(1, %3$d) as i;

            insert into rollout (municipality_id, id, name, planned_go_live, version)
            values (%1$d, md5('rollout' || %1$d)::uuid, 'Rollout', '2026-01-01', 0);

            insert into benefit (municipality_id, id, rollout_id, title, type, plan_heading, expected,
                attribution_share, beneficiaries, assumptions, step, version)
            select %1$d, md5('benefit' || %1$d || i)::uuid, md5('rollout' || %1$d)::uuid, 'Benefit ' || i,
                'TIME_SAVED', 'OWN_BUDGET', true, 0.8, '{users}', '{}', 'EXECUTING', 0
            from generate_series(1, %2$d) as i;

            insert into benefit_technology (municipality_id, benefit_id, technology, share)
            select %1$d, md5('benefit' || %1$d || i)::uuid, code, 0.5
            from generate_series(1, %2$d) as i cross join (values ('video-visit'), ('route-planner')) as two (code);

            insert into indicator (municipality_id, id, benefit_id, name, unit, role, direction, aggregation, factor,
                frequency_months, measure_from, counts_persons, tolerance, valuation, version)
            select %1$d, md5('indicator' || %1$d || i)::uuid, md5('benefit' || %1$d || i)::uuid, 'Indicator ' || i,
                'minutes a week', 'TIME_SAVED', 'LOWER_IS_BETTER', 'RATIO', 1, 1, '2025-01-01', i = 1, 0,
                case i when 1 then 'NONE' else 'HOURS' end, 0
            from generate_series(1, %2$d) as i;

            insert into indicator_amount (municipality_id, indicator_id, valid_from, amount)
            select %1$d, md5('indicator' || %1$d || i)::uuid, '2025-01-01', 0.5 from generate_series(2, %2$d) as i;

            insert into series (municipality_id, indicator_id, unit_id, version)
            select indicator.municipality_id, indicator.id, unit.id, 0
            from indicator join unit using (municipality_id) where municipality_id = %1$d;

            insert into baseline (municipality_id, series_id, version, numerator, denominator, period_from, period_to,
                method, quality, entered_at)
            select municipality_id, id, 1, 4000, 60 + id %% 7, '2024-10-01', '2024-12-31', 'counted', 'MEASURED',
                change_time()
            from series where municipality_id = %1$d;

            insert into target (municipality_id, series_id, valid_from, value)
            select municipality_id, id, '2025-01-01', 40 from series where municipality_id = %1$d;

            insert into measurement (municipality_id, series_id, month, status, numerator, denominator, machine, version)
            select municipality_id, id, month, 'MEASURED', 3000 + id %% 100, 63 + id %% 5, false, 0
            from series
            cross join generate_series(timestamp '2025-01-01', timestamp '2026-10-01', interval '1 month') as month
            where municipality_id = %1$d;
            """;

    final String number;
    final int id;

    /**
     * Each benefit has one indicator, measured in every unit, monthly from January 2025 to October 2026; the first one's
     * counts persons.
     */
    FilledMunicipality(int benefits, int units) throws SQLException {
        var municipality = Municipality.create();
        this.number = municipality.number;
        this.id = municipality.id();
        try (var connection = OwnerDatabase.source().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select begin_change(" + id + ", null, 'test')");
                statement.execute(FILL.formatted(id, benefits, units));
            }
            connection.commit();
        }
    }
}
