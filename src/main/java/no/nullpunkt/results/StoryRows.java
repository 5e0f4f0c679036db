package no.nullpunkt.results;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.calculation.Period;

/** The rows of what only a page or workbook shows beside the figures. */
final class StoryRows {

    /** Something told of a benefit. */
    record Of<T>(UUID benefitId, T told) {}

    record Routines(int open, int ended) {}

    record RecordedOf(long seriesId, Recorded recorded) {}

    private static final Sql WAIVERS = Sql.of("""
            select benefit_id, item, reason, person.name as by_name
            from waiver_versions waiver
            left join person_versions person
                on person.municipality_id = :municipality and person.id = waiver.changed_by
                and person.changed_at <= :asOf and person.superseded_at > :asOf
            where waiver.municipality_id = :municipality
                and waiver.changed_at <= :asOf and waiver.superseded_at > :asOf
            order by benefit_id, item
            """);

    private static final Sql DEVIATIONS = Sql.of("""
            select benefit_id, cause, explanation, remedy, changed_at
            from deviation_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by benefit_id, id
            """);

    private static final Sql DECISIONS = Sql.of("""
            select benefit_id, kind, decided, reference, note
            from decision_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
            order by benefit_id, decided, id
            """);

    private static final Sql ROUTINES = Sql.of("""
            select benefit_id, count(*) filter (where done is null) as open, count(done) as ended
            from action_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
                and kind = 'STOP'
            group by benefit_id
            """);

    private static final Sql SUCCESSES = Sql.of("""
            select benefit_id, approved_title, approved_text, approved_at
            from success_story_versions
            where municipality_id = :municipality and changed_at <= :asOf and superseded_at > :asOf
                and approved_text is not null
            """);

    private static final Sql RECORDED = Sql.of("""
            select series_id, month, quality, comment, reason, value.version, machine, value.changed_at as at,
                person.name as by_name
            from measurement_versions value
            left join person_versions person
                on person.municipality_id = :municipality and person.id = value.changed_by
                and person.changed_at <= :asOf and person.superseded_at > :asOf
            where value.municipality_id = :municipality
                and value.changed_at <= :asOf and value.superseded_at > :asOf
                and series_id = any (:series) and month between :from and :to and status <> 'WITHDRAWN'
            order by series_id, month
            """);

    private final Reading reading;

    StoryRows(Reading reading) {
        this.reading = reading;
    }

    List<Of<BenefitStory.Waiver>> waivers() {
        return reading.list(
                WAIVERS,
                row -> new Of<>(
                        row.id("benefit_id"),
                        new BenefitStory.Waiver(row.text("item"), row.text("reason"), row.text("by_name"))));
    }

    List<Of<BenefitStory.Deviation>> deviations() {
        return reading.list(
                DEVIATIONS,
                row -> new Of<>(
                        row.id("benefit_id"),
                        new BenefitStory.Deviation(
                                row.text("cause"),
                                row.text("explanation"),
                                row.text("remedy"),
                                row.time("changed_at"))));
    }

    List<Of<BenefitStory.Decision>> decisions() {
        return reading.list(
                DECISIONS,
                row -> new Of<>(
                        row.id("benefit_id"),
                        new BenefitStory.Decision(
                                row.text("kind"), row.date("decided"), row.text("reference"), row.text("note"))));
    }

    /** How many routines are still to be stopped and how many have been, for the benefits that have any. */
    List<Of<Routines>> routines() {
        return reading.list(
                ROUTINES,
                row -> new Of<>(row.id("benefit_id"), new Routines(row.integer("open"), row.integer("ended"))));
    }

    /** What is approved to be shown, for the benefits of which anything is. */
    List<Of<BenefitStory.Success>> successes() {
        return reading.list(
                SUCCESSES,
                row -> new Of<>(
                        row.id("benefit_id"),
                        new BenefitStory.Success(
                                row.text("approved_title"), row.text("approved_text"), row.time("approved_at"))));
    }

    /** Series by series, earliest first. */
    List<RecordedOf> recorded(Collection<Long> seriesIds, Period period) {
        return reading.list(
                RECORDED,
                Map.of(
                        "series", reading.array("bigint", seriesIds),
                        "from", period.from().atDay(1),
                        "to", period.to().atDay(1)),
                row -> new RecordedOf(
                        row.key("series_id"),
                        new Recorded(
                                row.month("month"),
                                row.text("quality"),
                                row.text("comment"),
                                row.text("reason"),
                                row.integer("version"),
                                row.text("by_name"),
                                row.time("at"),
                                row.flag("machine"))));
    }
}
