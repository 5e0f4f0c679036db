package no.nullpunkt.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nullpunkt.calculation.Course;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.results.View;

/**
 * What the page shows.
 *
 * @param form what the filters can be set to, and are
 * @param months null where the figures are by month already
 * @param nokNotes where kroner are left out, in words
 * @param asOf the instant of all of it
 * @param empty what to do where there is nothing to show, in words; null where there is
 */
record Overview(
        View view,
        List<Section> sections,
        FilterForm form,
        Period period,
        String empty,
        List<Headline> headlines,
        FigureTable figures,
        FigureTable months,
        Part<EffectShown> effects,
        List<Use> uses,
        List<StatusCount> statuses,
        Part<Matter> matters,
        Part<Owing> missing,
        Part<EarlyWin> earlyWins,
        Part<Watched> watched,
        List<String> nokNotes,
        Instant asOf,
        boolean suppressed,
        String lasting,
        String all) {

    /** One of the figures that come first. */
    record Headline(String name, String note, String sentence, String text, String exact, String terms) {}

    /**
     * Quality before and now.
     *
     * @param course null where it cannot be told
     * @param before null where it is hidden or not known, as is now
     */
    record EffectShown(
            UUID benefitId,
            String name,
            String unit,
            Course course,
            BigDecimal before,
            BigDecimal now,
            boolean hidden) {}

    /** What hours, and kroner of the own budget, were booked to; both open into the bookings. */
    record Use(String name, Cell hours, Cell nok) {}

    /** How many benefits have a status, and where they are listed. */
    record StatusCount(String shape, String name, long count, String link) {}

    /** A benefit with something to be mended or remembered, in words. */
    record Watched(UUID benefitId, String title, List<String> remarks) {}

    /** The head of a list. */
    record Part<T>(List<T> items, int hidden) {

        static <T> Part<T> of(List<T> all, int limit) {
            return new Part<>(all.subList(0, Math.min(limit, all.size())), Math.max(0, all.size() - limit));
        }
    }

    /** An option of a filter. */
    record Option(String value, String name, boolean chosen) {}

    /**
     * The filters.
     *
     * @param said what they come to, in words
     * @param kept what the form cannot change but keeps
     */
    record FilterForm(
            String view,
            String from,
            String to,
            List<Option> views,
            List<Option> groupings,
            List<Option> technologies,
            List<Option> units,
            List<Option> types,
            List<Option> planHeadings,
            List<Option> statuses,
            Map<String, List<String>> kept,
            List<String> said) {}
}
