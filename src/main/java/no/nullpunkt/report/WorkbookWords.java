package no.nullpunkt.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import no.nullpunkt.calculation.Aggregation;
import no.nullpunkt.calculation.BenefitType;
import no.nullpunkt.calculation.IndicatorRole;
import no.nullpunkt.calculation.Period;
import no.nullpunkt.calculation.PlanHeading;
import no.nullpunkt.calculation.PointState;
import no.nullpunkt.calculation.Status;
import no.nullpunkt.results.Overdraft;
import no.nullpunkt.results.Results;
import no.nullpunkt.results.Shape;
import no.nullpunkt.shared.Language;

/** The words of the workbook in one language. */
final class WorkbookWords {

    /** Where a small count of persons would be shown or given away, as official statistics write it. */
    static final String HIDDEN = ":";

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final Language language;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    WorkbookWords(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    String text(String key, Object... arguments) {
        return language.text("workbook", key, arguments);
    }

    /** A text without places to fill in; long lists ask for the same ones a million times. */
    String word(String key) {
        return known.computeIfAbsent(key, this::text);
    }

    /** A word of this bundle for a code. */
    String of(String kind, String code) {
        return word(kind + "." + code);
    }

    /** What a code is called everywhere in the product; nothing for no code. */
    String label(String kind, String code) {
        return code == null ? null : labels.computeIfAbsent(kind + "-" + code, key -> language.text("labels", key));
    }

    String of(BenefitType type) {
        return type == null ? null : label("type", type.name());
    }

    String of(PlanHeading heading) {
        return label("planHeading", heading == null ? "none" : heading.name());
    }

    /** A plan heading's code, and one for none, since not every program finds empty cells by a formula. */
    static String code(PlanHeading heading) {
        return heading == null ? Results.NO_HEADING : heading.name();
    }

    String of(IndicatorRole role) {
        return label("role", role.name());
    }

    String of(Aggregation aggregation) {
        return label("aggregation", aggregation.name());
    }

    String of(PointState state) {
        return label("state", state.name());
    }

    String remark(WorkbookBenefits.Remark remark) {
        return of("remark", remark.name());
    }

    /**
     * A status in words, with a shape of its own, so that it never hangs on a colour; {@link #HIDDEN} for one that is not
     * told.
     */
    String of(Status status) {
        return status == null ? HIDDEN : Shape.of(status) + " " + label("status", status.name());
    }

    /** Shown where something was measured that has no null-point to be held against. */
    static String withoutBaseline() {
        return Shape.of(Status.NO_BASELINE);
    }

    String yesOrNo(boolean yes) {
        return word(yes ? "yes" : "no");
    }

    /** Where and by how much more is taken out than was measured. */
    String of(Overdraft overdraft) {
        var amount = NumberFormat.getNumberInstance(language.locale());
        amount.setMaximumFractionDigits(1);
        return text(
                "matters.overdrawn",
                amount.format(overdraft.most()),
                word(overdraft.inHours() ? "short.hours" : "short.nok"),
                month(overdraft.from()));
    }

    String percent(BigDecimal share) {
        return NumberFormat.getPercentInstance(language.locale()).format(share);
    }

    String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()));
    }

    String period(Period period) {
        if (period.from().equals(period.to())) {
            return month(period.from());
        }
        if (period.from().getYear() == period.to().getYear()) {
            var first = period.from().format(DateTimeFormatter.ofPattern("MMMM", language.locale()));
            return first + "–" + month(period.to());
        }
        return month(period.from()) + " – " + month(period.to());
    }

    /** An instant by the clock in Norway. */
    String instant(Instant instant) {
        var pattern = language.choose("d. MMMM yyyy 'kl.' HH.mm", "d. MMMM yyyy 'kl.' HH.mm", "d MMMM yyyy, HH:mm");
        return instant.atZone(NORWAY).format(DateTimeFormatter.ofPattern(pattern, language.locale()));
    }
}
