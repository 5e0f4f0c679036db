package no.nullpunkt.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import no.nullpunkt.benefit.Measuring;
import org.hibernate.Session;

/** Answers a benefit's checklist about its null-points and targets. */
@ApplicationScoped
class MeasuringOfBenefit implements Measuring {

    private final Session session;

    MeasuringOfBenefit(Session session) {
        this.session = session;
    }

    @Override
    public Plan planOf(int municipalityId, UUID benefitId) {
        return session.createNativeQuery("""
                        with counting as (
                            select series.indicator_id, series.id, baseline.approved_at is not null as approved,
                                baseline.period_to >= coalesce(rollout.go_live, rollout.planned_go_live) as late,
                                exists (
                                    select 1 from target
                                    where target.municipality_id = series.municipality_id
                                        and target.series_id = series.id
                                ) as target
                            from indicator
                            join benefit using (municipality_id)
                            join rollout on rollout.municipality_id = benefit.municipality_id
                                and rollout.id = benefit.rollout_id
                            join series on series.municipality_id = indicator.municipality_id
                                and series.indicator_id = indicator.id
                            left join lateral (
                                select approved_at, period_to from baseline
                                where baseline.municipality_id = series.municipality_id and series_id = series.id
                                order by (approved_at is not null) desc, version desc
                                limit 1
                            ) as baseline on true
                            where indicator.municipality_id = :municipality
                                and indicator.benefit_id = :benefit and benefit.id = :benefit
                        ), by_indicator as (
                            select bool_and(approved) as approved, bool_and(target) as target, bool_or(late) as late
                            from counting group by indicator_id
                        )
                        select coalesce(bool_or(approved), false), coalesce(bool_or(target), false),
                            not coalesce(bool_or(late), false)
                        from by_indicator
                        """, Plan.class)
                .setParameter("municipality", municipalityId)
                .setParameter("benefit", benefitId)
                .getSingleResult();
    }

    @Override
    public Optional<YearMonth> measuredFrom(int municipalityId, UUID benefitId) {
        return Optional.ofNullable(session.createQuery("""
                        select min(measureFrom) from Indicator
                        where municipalityId = :municipality and benefitId = :benefit
                        """, YearMonth.class)
                .setParameter("municipality", municipalityId)
                .setParameter("benefit", benefitId)
                .getSingleResult());
    }

    @Override
    public void stopAfter(int municipalityId, UUID benefitId, YearMonth last) {
        session.createNativeQuery("""
                        update indicator set measure_to = greatest(measure_from, :last), version = version + 1
                        where municipality_id = :municipality and benefit_id = :benefit
                            and (measure_to is null or measure_to > greatest(measure_from, :last))
                        """, Void.class)
                .setParameter("municipality", municipalityId)
                .setParameter("benefit", benefitId)
                .setParameter("last", last.atDay(1))
                .executeUpdate();
    }
}
