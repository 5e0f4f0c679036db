package no.nullpunkt.plan;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.results.Reading;
import no.nullpunkt.results.Sql;

/** The rows that only a plan tells: rollouts with why they are there, and what benefits hang on. */
final class PlanRows {

    record Rollout(UUID id, String name, String description, YearMonth goLive, String leader) {}

    record Benefit(UUID id, UUID rolloutId, String description, String dependencies, String measuring) {}

    /** Something told of a rollout or a benefit. */
    record Of<T>(UUID id, T told) {}

    private static final Sql MUNICIPALITY = Sql.of("select name from municipality where id = :municipality");

    private static final Sql ROLLOUTS = Sql.of("""
            select rollout.id, rollout.name, description, coalesce(go_live, planned_go_live) as go_live,
                person.name as leader
            from rollout_versions rollout
            left join person_versions person
                on person.municipality_id = :municipality and person.id = leader_id
                and person.changed_at <= :asOf and person.superseded_at > :asOf
            where rollout.municipality_id = :municipality
                and rollout.changed_at <= :asOf and rollout.superseded_at > :asOf
            order by rollout.id
            """);

    private static final Sql TECHNOLOGIES = Sql.of("""
            select rollout_id, technology
            from rollout_technology_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by rollout_id, technology
            """);

    private static final Sql UNITS = Sql.of("""
            select rollout_id, name
            from rollout_unit_versions rollout_unit
            join unit_versions unit
                on unit.municipality_id = :municipality and unit.id = unit_id
                and unit.changed_at <= :asOf and unit.superseded_at > :asOf
            where rollout_unit.municipality_id = :municipality
                and rollout_unit.changed_at <= :asOf and rollout_unit.superseded_at > :asOf
            order by rollout_id, name, unit.id
            """);

    private static final Sql NEEDS = Sql.of("""
            select rollout_id, id, title
            from need_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by rollout_id, id
            """);

    private static final Sql GOALS = Sql.of("""
            select id, title, source
            from goal_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by title, id
            """);

    private static final Sql BENEFITS = Sql.of("""
            select benefit.id, rollout_id, description, dependencies, measuring
            from benefit_versions benefit
            left join benefit_plan_versions benefit_plan
                on benefit_plan.municipality_id = :municipality and benefit_plan.id = benefit.id
                and benefit_plan.changed_at <= :asOf and benefit_plan.superseded_at > :asOf
            where benefit.municipality_id = :municipality
                and benefit.changed_at <= :asOf and benefit.superseded_at > :asOf and step <> 'ABANDONED'
            order by rollout_id, benefit.id
            """);

    private static final Sql BENEFIT_NEEDS = Sql.of("""
            select benefit_id, need_id as linked
            from benefit_need_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by benefit_id, need_id
            """);

    private static final Sql BENEFIT_GOALS = Sql.of("""
            select benefit_id, goal_id as linked
            from benefit_goal_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by benefit_id, goal_id
            """);

    private static final Sql RISKS = Sql.of("""
            select benefit_id, description, likelihood, consequence, remedy
            from benefit_risk_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by benefit_id, place
            """);

    private static final Sql ACTIONS = Sql.of("""
            select benefit_id, kind, description, person.name as responsible, due, done
            from action_versions action
            left join person_versions person
                on person.municipality_id = :municipality and person.id = responsible_id
                and person.changed_at <= :asOf and person.superseded_at > :asOf
            where action.municipality_id = :municipality
                and action.changed_at <= :asOf and action.superseded_at > :asOf
            order by benefit_id, due, action.id
            """);

    private final Reading reading;

    PlanRows(Reading reading) {
        this.reading = reading;
    }

    /** The municipality's name. */
    String municipality() {
        return reading.list(MUNICIPALITY, row -> row.text("name")).get(0);
    }

    List<Rollout> rollouts() {
        return reading.list(
                ROLLOUTS,
                row -> new Rollout(
                        row.id("id"),
                        row.text("name"),
                        row.text("description"),
                        row.month("go_live"),
                        row.text("leader")));
    }

    /** Codes, by rollout. */
    List<Of<String>> technologies() {
        return reading.list(TECHNOLOGIES, row -> new Of<>(row.id("rollout_id"), row.text("technology")));
    }

    /** Names, by rollout. */
    List<Of<String>> units() {
        return reading.list(UNITS, row -> new Of<>(row.id("rollout_id"), row.text("name")));
    }

    List<Of<Plan.Need>> needs() {
        return reading.list(
                NEEDS, row -> new Of<>(row.id("rollout_id"), new Plan.Need(row.id("id"), row.text("title"))));
    }

    List<Plan.Goal> goals() {
        return reading.list(GOALS, row -> new Plan.Goal(row.id("id"), row.text("title"), row.text("source")));
    }

    /** Those that are not given up. */
    List<Benefit> benefits() {
        return reading.list(
                BENEFITS,
                row -> new Benefit(
                        row.id("id"),
                        row.id("rollout_id"),
                        row.text("description"),
                        row.text("dependencies"),
                        row.text("measuring")));
    }

    List<Of<UUID>> benefitNeeds() {
        return reading.list(BENEFIT_NEEDS, row -> new Of<>(row.id("benefit_id"), row.id("linked")));
    }

    List<Of<UUID>> benefitGoals() {
        return reading.list(BENEFIT_GOALS, row -> new Of<>(row.id("benefit_id"), row.id("linked")));
    }

    List<Of<Plan.Risk>> risks() {
        return reading.list(
                RISKS,
                row -> new Of<>(
                        row.id("benefit_id"),
                        new Plan.Risk(
                                row.text("description"),
                                row.text("likelihood"),
                                row.text("consequence"),
                                row.text("remedy"))));
    }

    List<Of<Plan.Action>> actions() {
        return reading.list(
                ACTIONS,
                row -> new Of<>(
                        row.id("benefit_id"),
                        new Plan.Action(
                                row.text("kind"),
                                row.text("description"),
                                row.text("responsible"),
                                row.date("due"),
                                row.date("done"))));
    }
}
