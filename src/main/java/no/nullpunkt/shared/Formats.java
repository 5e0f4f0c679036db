package no.nullpunkt.shared;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, months and times are written for people, in the language of the visit. */
@TemplateExtension
public final class Formats {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final int DECIMALS = 4;
    private static final int ALL_DECIMALS = 20;

    private Formats() {}

    /** Grouped, and rounded to four decimals. */
    public static String said(BigDecimal number) {
        var format = (DecimalFormat) NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(DECIMALS);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** As one would type it: all decimals, and no grouping that could be read as a decimal sign. */
    public static String typed(BigDecimal number) {
        var format = (DecimalFormat) NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(ALL_DECIMALS);
        format.setGroupingUsed(false);
        return format.format(number);
    }

    /** All digits, for programs to read. */
    public static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    public static String said(YearMonth month) {
        return language().month(month);
    }

    public static String said(LocalDate day) {
        return language().day(day);
    }

    /** With hours and minutes, as clocks show in Norway. */
    public static String said(Instant time) {
        var local = time.atZone(NORWAY);
        return said(local.toLocalDate()) + " "
                + DateTimeFormatter.ofPattern("HH:mm").format(local);
    }

    /** The label of a code, such as {@code state-MISSING}. */
    public static String label(String key) {
        return language().text("labels", key);
    }

    private static Language language() {
        return Arc.container().instance(Visit.class).get().language();
    }

    private static Locale locale() {
        return language().locale();
    }
}
