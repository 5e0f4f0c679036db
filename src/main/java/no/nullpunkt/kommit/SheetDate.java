package no.nullpunkt.kommit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates as people write them in a spreadsheet. What is less exact than a day is its last day. */
final class SheetDate {

    private static final String MONTHS = "jan feb mar apr mai jun jul aug sep okt nov des";

    private record Form(Pattern pattern, Function<MatchResult, LocalDate> reader) {

        Form(String pattern, Function<MatchResult, LocalDate> reader) {
            this(Pattern.compile("(?<![\\d.])" + pattern + "(?!\\d)"), reader);
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("(\\d{4})-(\\d{2})-(\\d{2})", m -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3))),
            new Form(
                    "(\\d{1,2})[./-] ?(\\d{1,2})[./-] ?(\\d{4}|\\d{2})",
                    m -> LocalDate.of(year(m, 3), number(m, 2), number(m, 1))),
            new Form("(\\d{4})-(\\d{2})", m -> endOf(number(m, 1), number(m, 2))),
            new Form("(\\d{1,2})[./](\\d{4})", m -> endOf(number(m, 2), number(m, 1))),
            new Form(
                    "(\\d{1,2})\\. ?(" + MONTHS.replace(' ', '|') + ")\\p{L}*\\.? (\\d{4})",
                    m -> LocalDate.of(number(m, 3), month(m, 2), number(m, 1))),
            new Form("(" + MONTHS.replace(' ', '|') + ")\\p{L}*\\.? (\\d{4})", m -> endOf(number(m, 2), month(m, 1))),
            new Form("(?:q|k)([1-4])[ -]?(\\d{4})", m -> endOf(number(m, 2), 3 * number(m, 1))),
            new Form("([1-4])\\. ?kvartal (\\d{4})", m -> endOf(number(m, 2), 3 * number(m, 1))),
            new Form("(20\\d{2})", m -> endOf(number(m, 1), 12)));

    private SheetDate() {}

    /** The first date in a text, which may hold other words too. */
    static Optional<LocalDate> in(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        for (var form : FORMS) {
            var match = form.pattern().matcher(lower);
            if (match.find()) {
                try {
                    return Optional.of(form.reader().apply(match.toMatchResult()));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static LocalDate endOf(int year, int month) {
        return YearMonth.of(year, month).atEndOfMonth();
    }

    private static int month(MatchResult match, int group) {
        return MONTHS.indexOf(match.group(group)) / 4 + 1;
    }

    private static int year(MatchResult match, int group) {
        var year = number(match, group);
        return year < 100 ? 2000 + year : year;
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
