package no.nullpunkt.results;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.Dated;
import no.nullpunkt.calculation.Direction;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.Parameters;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.Series;
import no.nullpunkt.calculation.Valuation;
import no.nullpunkt.calculation.ValuationKind;

/** The rows of a portfolio but for its series: the municipality with its parameters, benefits and indicators. */
public final class PortfolioRows {

    record Municipality(String name, Parameters parameters) {}

    /** The municipality's name with one of its parameters; kind is null when it has none. */
    private record Parameter(String municipality, String kind, YearMonth from, BigDecimal amount) {}

    public record Technology(String code, Names names) {}

    record Benefit(BenefitFacts facts, BigDecimal attributionShare, Map<String, BigDecimal> technologies) {}

    private record Share(UUID benefitId, String technology, BigDecimal share) {}

    record Indicator(
            IndicatorFacts facts,
            IndicatorRole role,
            Direction direction,
            Aggregation aggregation,
            BigDecimal factor,
            int frequencyMonths,
            YearMonth measureFrom,
            YearMonth measureTo,
            BigDecimal tolerance,
            ValuationKind valuation,
            Dated amounts) {

        no.nullpunkt.calculation.Indicator definition(List<Series> series) {
            return new no.nullpunkt.calculation.Indicator(
                    facts.id(),
                    role,
                    direction,
                    aggregation,
                    factor,
                    frequencyMonths,
                    measureFrom,
                    measureTo,
                    tolerance,
                    new Valuation(valuation, amounts),
                    series);
        }
    }

    private record Amount(UUID indicatorId, YearMonth from, BigDecimal amount) {}

    /** The same is booked each month from the first one on. */
    private record Disposition(Booking first, YearMonth until) {

        List<Booking> monthly() {
            return new Period(first.month(), until).stream().map(first::in).toList();
        }
    }

    private static final Sql PARAMETERS = Sql.of("""
            select municipality.name, kind, valid_from, amount
            from municipality
            left join parameter_versions parameter
                on municipality_id = municipality.id and changed_at <= :asOf and superseded_at > :asOf
            where municipality.id = :municipality
            """);

    private static final Sql UNITS = Sql.of("""
            select id, name, kind, parent_id, came_on, left_on
            from unit_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by name, id
            """);

    private static final Sql TECHNOLOGIES = Sql.of("""
            select code, name_nb, name_nn, name_en, display_order
            from technology
            union all
            select code, name, name, name, null
            from own_technology_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by display_order nulls last, name_nb
            """);

    private static final Sql BENEFITS = Sql.of("""
            select benefit.id, title, type, plan_heading, step, expected, attribution_share, attribution_note,
                beneficiaries, assumptions, abandoned_reason, conclusion, unaccounted_note,
                rollout_id, rollout.name as rollout, rollout.closed as rollout_closed, coalesce(go_live, planned_go_live) as go_live,
                owner_id, owner.name as owner,
                exists (
                    select 1 from role_grant_versions role_grant
                    where role_grant.municipality_id = :municipality and role_grant.person_id = owner_id
                        and role <> 'INTEGRATION'
                        and role_grant.changed_at <= :asOf and role_grant.superseded_at > :asOf
                ) as owner_stands, overall_owner_id, overall_owner.name as overall_owner,
                asker_id, asker.name as asker
            from benefit_versions benefit
            join rollout_versions rollout
                on rollout.municipality_id = :municipality and rollout.id = rollout_id
                and rollout.changed_at <= :asOf and rollout.superseded_at > :asOf
            left join person_versions owner
                on owner.municipality_id = :municipality and owner.id = owner_id
                and owner.changed_at <= :asOf and owner.superseded_at > :asOf
            left join person_versions overall_owner
                on overall_owner.municipality_id = :municipality and overall_owner.id = overall_owner_id
                and overall_owner.changed_at <= :asOf and overall_owner.superseded_at > :asOf
            left join person_versions asker
                on asker.municipality_id = :municipality and asker.id = asker_id
                and asker.changed_at <= :asOf and asker.superseded_at > :asOf
            where benefit.municipality_id = :municipality
                and benefit.changed_at <= :asOf and benefit.superseded_at > :asOf
            order by benefit.id
            """);

    private static final Sql SHARES = Sql.of("""
            select benefit_id, technology, share
            from benefit_technology_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by benefit_id, technology
            """);

    private static final Sql INDICATORS = Sql.of("""
            select id, benefit_id, name, unit, numerator, denominator, data_source, catalogue_code, counts_persons,
                role, direction, aggregation, factor, frequency_months, measure_from, measure_to, tolerance, valuation
            from indicator_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by id
            """);

    private static final Sql AMOUNTS = Sql.of("""
            select indicator_id, valid_from, amount
            from indicator_amount_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            """);

    private static final Sql BOOKINGS = Sql.of("""
            select benefit_id, unit_id, month, coalesce(until_month, month) as until, category,
                coalesce(hours, 0) as hours, coalesce(nok, 0) as nok
            from disposition_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by benefit_id, id
            """);

    private final Reading reading;

    public PortfolioRows(Reading reading) {
        this.reading = reading;
    }

    Municipality municipality() {
        var rows = reading.list(
                PARAMETERS,
                row -> new Parameter(
                        row.text("name"), row.text("kind"), row.month("valid_from"), row.number("amount")));
        var dated = Grouped.dated(
                rows.stream().filter(row -> row.kind() != null).toList(),
                Parameter::kind,
                Parameter::from,
                Parameter::amount);
        return new Municipality(
                rows.get(0).municipality(),
                new Parameters(
                        dated.getOrDefault("HOURS_PER_FTE", Dated.NEVER),
                        dated.getOrDefault("HOURLY_COST", Dated.NEVER)));
    }

    List<UnitFacts> units() {
        return reading.list(
                UNITS,
                row -> new UnitFacts(
                        row.id("id"),
                        row.text("name"),
                        row.text("kind"),
                        row.id("parent_id"),
                        row.month("came_on"),
                        row.month("left_on")));
    }

    public List<Technology> technologies() {
        return reading.list(
                TECHNOLOGIES,
                row -> new Technology(
                        row.text("code"), new Names(row.text("name_nb"), row.text("name_nn"), row.text("name_en"))));
    }

    List<Benefit> benefits() {
        var technologies = new HashMap<UUID, Map<String, BigDecimal>>();
        reading.list(SHARES, row -> new Share(row.id("benefit_id"), row.text("technology"), row.number("share")))
                .forEach(share -> technologies
                        .computeIfAbsent(share.benefitId(), added -> new LinkedHashMap<>())
                        .put(share.technology(), share.share()));
        return reading.list(
                BENEFITS,
                row -> new Benefit(
                        new BenefitFacts(
                                row.id("id"),
                                row.text("title"),
                                row.named("rollout_id", "rollout"),
                                row.date("rollout_closed"),
                                row.month("go_live"),
                                row.choice("type", BenefitType.class),
                                row.choice("plan_heading", PlanHeading.class),
                                row.text("step"),
                                row.flag("expected"),
                                row.named("owner_id", "owner"),
                                row.flag("owner_stands"),
                                row.named("overall_owner_id", "overall_owner"),
                                row.named("asker_id", "asker"),
                                row.texts("beneficiaries"),
                                row.texts("assumptions"),
                                row.text("attribution_note"),
                                row.text("abandoned_reason"),
                                row.text("conclusion"),
                                row.text("unaccounted_note")),
                        row.number("attribution_share"),
                        technologies.getOrDefault(row.id("id"), Map.of())));
    }

    List<Indicator> indicators() {
        var amounts = Grouped.dated(
                reading.list(
                        AMOUNTS,
                        row -> new Amount(row.id("indicator_id"), row.month("valid_from"), row.number("amount"))),
                Amount::indicatorId,
                Amount::from,
                Amount::amount);
        return reading.list(
                INDICATORS,
                row -> new Indicator(
                        new IndicatorFacts(
                                row.id("id"),
                                row.id("benefit_id"),
                                row.text("name"),
                                row.text("unit"),
                                row.text("numerator"),
                                row.text("denominator"),
                                row.text("data_source"),
                                row.text("catalogue_code"),
                                row.flag("counts_persons")),
                        row.choice("role", IndicatorRole.class),
                        row.choice("direction", Direction.class),
                        row.choice("aggregation", Aggregation.class),
                        row.number("factor"),
                        row.integer("frequency_months"),
                        row.month("measure_from"),
                        row.month("measure_to"),
                        row.number("tolerance"),
                        row.choice("valuation", ValuationKind.class),
                        amounts.getOrDefault(row.id("id"), Dated.NEVER)));
    }

    /**
     * Dispositions, benefit by benefit and month by month, of all time: whether one is covered depends on all that was
     * booked before.
     */
    List<Booking> bookings() {
        var byBenefit = new LinkedHashMap<UUID, List<Booking>>();
        reading.list(BOOKINGS, PortfolioRows::disposition)
                .forEach(row -> byBenefit
                        .computeIfAbsent(row.first().benefitId(), added -> new ArrayList<>())
                        .addAll(row.monthly()));
        return byBenefit.values().stream()
                .flatMap(each -> each.stream().sorted(Comparator.comparing(Booking::month)))
                .toList();
    }

    private static Disposition disposition(Row row) throws SQLException {
        return new Disposition(
                new Booking(
                        row.id("benefit_id"),
                        row.id("unit_id"),
                        row.month("month"),
                        row.text("category"),
                        row.number("hours"),
                        row.number("nok")),
                row.month("until"));
    }
}
