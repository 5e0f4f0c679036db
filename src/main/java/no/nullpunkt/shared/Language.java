package no.nullpunkt.shared;

import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The languages the service speaks. Bokmål is the default; {@code no} is taken as bokmål. */
public enum Language {
    NB,
    NN,
    EN;

    private static final BigDecimal BRIEF_DECIMAL_BELOW = BigDecimal.valueOf(100);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The first language of {@code Accept-Language} that the service speaks. */
    public static Language of(HttpHeaders headers) {
        return of(headers.getAcceptableLanguages());
    }

    /** The language of a tag such as {@code nn}; bokmål where it is not spoken here. */
    public static Language of(String tag) {
        return of(List.of(Locale.forLanguageTag(tag)));
    }

    static Language of(List<Locale> wanted) {
        for (var locale : wanted) {
            switch (locale.getLanguage()) {
                case "nb", "no" -> {
                    return NB;
                }
                case "nn" -> {
                    return NN;
                }
                case "en" -> {
                    return EN;
                }
                default -> {}
            }
        }
        return NB;
    }

    public Locale locale() {
        return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
    }

    /** A month with its name, such as oktober 2026. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", locale()).format(month);
    }

    /** A day with the name of its month, such as 10. november 2026. */
    public String day(LocalDate day) {
        var pattern = choose("d. MMMM uuuu", "d. MMMM uuuu", "d MMMM uuuu");
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    /** A number to be read and not counted with: a decimal below 100, and none from there. */
    public String brief(BigDecimal number) {
        var format = NumberFormat.getInstance(locale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMaximumFractionDigits(number.abs().compareTo(BRIEF_DECIMAL_BELOW) < 0 ? 1 : 0);
        return format.format(number);
    }

    /** The one of three texts that is in this language. */
    public String choose(String nb, String nn, String en) {
        return switch (this) {
            case NB -> nb;
            case NN -> nn;
            case EN -> en;
        };
    }

    /**
     * A text of {@code texts/<bundle>_<language>.properties} with its places filled in.
     *
     * @throws MissingResourceException if the bundle lacks the key, which the tests make sure it does not
     */
    public String text(String bundle, String key, Object... arguments) {
        var pattern = ResourceBundle.getBundle("texts." + bundle, locale(), NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, locale()).format(arguments);
    }
}
