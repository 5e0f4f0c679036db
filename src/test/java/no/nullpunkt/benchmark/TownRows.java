package no.nullpunkt.benchmark;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The rows of a {@link Town}, table by table. */
final class TownRows {

    private static final String STAMP = ", version, changed_at";
    private static final String MEASURED =
            "municipality_id, series_id, month, status, value, weight, numerator, denominator, reason, machine";

    private static final int MISSING_OF_100 = 1;
    private static final int NOT_MEASURED_OF_100 = 1;
    private static final int CORRECTED_OF_100 = 5;

    private final Town town;
    private final SplittableRandom random;
    private final LocalDate start;
    private final String before;

    TownRows(Town town, long seed) {
        this.town = town;
        this.random = new SplittableRandom(seed);
        this.start = town.firstMonth().atDay(1);
        this.before = start.minusYears(1) + " 08:00Z";
    }

    void copy(Connection connection, String passwordHash) throws SQLException {
        municipality(connection);
        people(connection, passwordHash);
        benefits(connection);
        indicators(connection);
        series(connection);
        values(connection);
        dispositions(connection);
    }

    private void municipality(Connection connection) throws SQLException {
        try (var rows = new Copy(connection, "municipality", "id, name, county_number, county")) {
            var county = 80 + town.id() % 15;
            rows.row(town.id(), "Kommune " + town.number(), county, "Testland " + county);
        }
        try (var rows = new Copy(connection, "municipality_number", "number, municipality_id, valid_from")) {
            rows.row(town.number(), town.id(), "2020-01-01");
        }
        try (var rows = new Copy(connection, "unit", "municipality_id, id, name, parent_id" + STAMP)) {
            rows.row(town.id(), town.id("top", 0), "Helse og mestring", null, 0, before);
            for (int unit = 0; unit < Town.UNITS; unit++) {
                rows.row(town.id(), town.unit(unit), "Sone " + (unit + 1), town.id("top", 0), 0, before);
            }
        }
        try (var rows = new Copy(connection, "parameter", "municipality_id, kind, valid_from, amount" + STAMP)) {
            rows.row(town.id(), "HOURS_PER_FTE", "2015-01-01", 1750, 0, before);
            rows.row(town.id(), "HOURLY_COST", "2015-01-01", "412.50", 0, before);
        }
    }

    private record Someone(String email, String role, Integer unit) {}

    private void people(Connection connection, String passwordHash) throws SQLException {
        var people = new ArrayList<>(List.of(
                new Someone(town.administrator(), "ADMINISTRATOR", null),
                new Someone(town.leader(), "LEADER", null),
                new Someone(town.projectLeader(), "PROJECT_LEADER", null)));
        for (int unit = 0; unit < Town.UNITS; unit++) {
            people.add(new Someone(town.owner(unit), "BENEFIT_OWNER", unit));
        }
        try (var rows = new Copy(connection, "person", "municipality_id, id, name, email" + STAMP)) {
            for (var someone : people) {
                rows.row(town.id(), town.person(someone.email), someone.email, someone.email, 0, before);
            }
        }
        try (var rows = new Copy(connection, "role_grant", "municipality_id, id, person_id, role, unit_id" + STAMP)) {
            for (var someone : people) {
                rows.row(
                        town.id(),
                        town.id("grant " + someone.email, 0),
                        town.person(someone.email),
                        someone.role,
                        someone.unit == null ? null : town.unit(someone.unit),
                        0,
                        before);
            }
        }
        try (var rows = new Copy(connection, "account", "email, municipality_id, person_id, password_hash")) {
            for (var someone : people) {
                rows.row(someone.email, town.id(), town.person(someone.email), passwordHash);
            }
        }
    }

    private void benefits(Connection connection) throws SQLException {
        var technologies = town.technologies();
        var rollouts = Math.min(technologies.size(), town.benefits());
        try (var rows = new Copy(
                connection, "rollout", "municipality_id, id, name, planned_go_live, go_live, leader_id" + STAMP)) {
            for (int i = 0; i < rollouts; i++) {
                var leader = town.person(town.projectLeader());
                rows.row(town.id(), town.id("rollout", i), "Innføring " + (i + 1), start, start, leader, 0, before);
            }
        }
        try (var rows =
                new Copy(connection, "rollout_technology", "municipality_id, rollout_id, technology, changed_at")) {
            for (int i = 0; i < rollouts; i++) {
                rows.row(town.id(), town.id("rollout", i), technologies.get(i), before);
            }
        }
        try (var rows = new Copy(connection, "rollout_unit", "municipality_id, rollout_id, unit_id, changed_at")) {
            for (int i = 0; i < rollouts; i++) {
                for (int unit = 0; unit < Town.UNITS; unit++) {
                    rows.row(town.id(), town.id("rollout", i), town.unit(unit), before);
                }
            }
        }
        try (var rows = new Copy(
                connection,
                "benefit",
                "municipality_id, id, rollout_id, title, type, plan_heading, expected, attribution_share, beneficiaries,"
                        + " assumptions, owner_id, overall_owner_id, asker_id, step" + STAMP)) {
            for (int i = 0; i < town.benefits(); i++) {
                var valued = Kind.of(i * Town.INDICATORS_OF_BENEFIT);
                rows.row(
                        town.id(),
                        town.benefit(i),
                        town.id("rollout", i % rollouts),
                        "Gevinst " + (i + 1),
                        valued.role,
                        i % 4 == 0 ? "OWN_BUDGET" : "ALTERNATIVE_USE",
                        true,
                        i % 5 == 0 ? "0.8" : "1",
                        "{brukere,ansatte}",
                        "{}",
                        town.person(town.owner(i % Town.UNITS)),
                        town.person(town.leader()),
                        town.person(town.leader()),
                        "EXECUTING",
                        0,
                        before);
            }
        }
        try (var rows = new Copy(
                connection, "benefit_technology", "municipality_id, benefit_id, technology, share, changed_at")) {
            for (int i = 0; i < town.benefits(); i++) {
                rows.row(town.id(), town.benefit(i), technologies.get(i % rollouts), 1, before);
            }
        }
    }

    private void indicators(Connection connection) throws SQLException {
        try (var rows = new Copy(
                connection,
                "indicator",
                "municipality_id, id, benefit_id, name, unit, role, direction, aggregation, factor, frequency_months,"
                        + " measure_from, counts_persons, tolerance, numerator, denominator, valuation" + STAMP)) {
            for (int i = 0; i < town.indicators(); i++) {
                var kind = Kind.of(i);
                rows.row(
                        town.id(),
                        town.indicator(i),
                        town.benefit(i / Town.INDICATORS_OF_BENEFIT),
                        kind.title + " " + (i + 1),
                        "antall",
                        kind.role,
                        kind.direction,
                        kind.aggregation,
                        1,
                        1,
                        start,
                        false,
                        "0.05",
                        kind.isRatio() ? "hendelser" : null,
                        kind.isRatio() ? "brukere" : null,
                        kind.valuation,
                        0,
                        before);
            }
        }
        try (var rows = new Copy(
                connection, "indicator_amount", "municipality_id, indicator_id, valid_from, amount, changed_at")) {
            for (int i = 0; i < town.indicators(); i++) {
                if (Kind.of(i).amount != null) {
                    rows.row(town.id(), town.indicator(i), start, Kind.of(i).amount, before);
                }
            }
        }
    }

    private void series(Connection connection) throws SQLException {
        try (var rows =
                new Copy(connection, "series", "municipality_id, id, indicator_id, unit_id, measurer_id" + STAMP)) {
            for (int i = 0; i < town.indicators(); i++) {
                for (int unit = 0; unit < Town.UNITS; unit++) {
                    var measurer = town.person(town.owner(unit));
                    rows.row(town.id(), town.series(i, unit), town.indicator(i), town.unit(unit), measurer, 0, before);
                }
            }
        }
        try (var rows = new Copy(
                connection,
                "baseline",
                "municipality_id, series_id, version, value, weight, numerator, denominator, period_from, period_to,"
                        + " method, quality, entered_at, approved_at, approved_by")) {
            for (int i = 0; i < town.indicators(); i++) {
                for (int unit = 0; unit < Town.UNITS; unit++) {
                    var level = Level.around(Kind.of(i), 0, random);
                    rows.row(
                            town.id(),
                            town.series(i, unit),
                            1,
                            level.value(),
                            level.weight(),
                            level.numerator(),
                            level.denominator(),
                            start.minusMonths(3),
                            start.minusDays(1),
                            "Telling i logg",
                            "MEASURED",
                            before,
                            before,
                            town.person(town.leader()));
                }
            }
        }
        try (var rows = new Copy(connection, "target", "municipality_id, series_id, valid_from, value, changed_at")) {
            for (int i = 0; i < town.indicators(); i++) {
                for (int unit = 0; unit < Town.UNITS; unit++) {
                    rows.row(town.id(), town.series(i, unit), start, Level.target(Kind.of(i)), before);
                }
            }
        }
    }

    private record Replaced(long series, LocalDate month, Level level, String from, String until) {}

    private void values(Connection connection) throws SQLException {
        var replaced = new ArrayList<Replaced>();
        try (var rows = new Copy(connection, "measurement", MEASURED + STAMP)) {
            for (int i = 0; i < town.indicators(); i++) {
                for (int unit = 0; unit < Town.UNITS; unit++) {
                    for (int month = 0; month < town.size().months(); month++) {
                        value(rows, i, unit, month, replaced);
                    }
                }
            }
        }
        try (var rows = new Copy(connection, "measurement_history", MEASURED + STAMP + ", superseded_at")) {
            for (var each : replaced) {
                measured(rows, each.series, each.month, each.level, 0, each.from, each.until);
            }
        }
    }

    private void value(Copy rows, int indicator, int unit, int month, List<Replaced> replaced) throws SQLException {
        var drawn = random.nextInt(100);
        if (drawn < MISSING_OF_100) {
            return;
        }
        var of = start.plusMonths(month);
        var entered = of.plusMonths(1).minusDays(1) + " 08:00Z";
        var series = town.series(indicator, unit);
        if (drawn < MISSING_OF_100 + NOT_MEASURED_OF_100) {
            rows.row(town.id(), series, of, "NOT_MEASURED", null, null, null, null, "Ferie", false, 0, entered);
            return;
        }
        var level = Level.around(Kind.of(indicator), month + 1, random);
        if (drawn >= 100 - CORRECTED_OF_100) {
            var corrected = of.plusMonths(1).minusDays(1) + " 12:00Z";
            replaced.add(new Replaced(series, of, level, entered, corrected));
            measured(rows, series, of, Level.around(Kind.of(indicator), month + 1, random), 1, corrected);
        } else {
            measured(rows, series, of, level, 0, entered);
        }
    }

    private void measured(Copy rows, long series, LocalDate month, Level level, int version, String... times)
            throws SQLException {
        var row = new ArrayList<Object>();
        row.addAll(List.of(town.id(), series, month, "MEASURED"));
        row.add(level.value());
        row.add(level.weight());
        row.add(level.numerator());
        row.add(level.denominator());
        row.add(null);
        row.addAll(List.of(false, version));
        row.addAll(List.of(times));
        rows.row(row.toArray());
    }

    /** A tenth of an hour in each unit and month, of what every third benefit that saves time has given. */
    private void dispositions(Connection connection) throws SQLException {
        try (var rows = new Copy(
                connection,
                "disposition",
                "municipality_id, id, benefit_id, unit_id, month, until_month, hours, category" + STAMP)) {
            for (int i = 0; i < town.benefits(); i++) {
                if (!Kind.of(i * Town.INDICATORS_OF_BENEFIT).role.equals("TIME_SAVED") || i % 3 != 0) {
                    continue;
                }
                for (int unit = 0; unit < Town.UNITS; unit++) {
                    rows.row(
                            town.id(),
                            town.id("disposition", i * Town.UNITS + unit),
                            town.benefit(i),
                            town.unit(unit),
                            start,
                            town.lastMonth().atDay(1),
                            new BigDecimal("0.1"),
                            "MORE_USERS",
                            0,
                            before);
                }
            }
        }
    }
}
