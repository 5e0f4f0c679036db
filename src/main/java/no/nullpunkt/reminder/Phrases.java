package no.nullpunkt.reminder;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.stream.Collectors;
import no.nullpunkt.entry.EntrySeries;
import no.nullpunkt.shared.Language;

/** The words of mails and calendars in one language. */
record Phrases(Language language) {

    private static final String BUNDLE = "reminders";

    String of(String key, Object... arguments) {
        return language.text(BUNDLE, key, arguments);
    }

    String month(YearMonth month) {
        return language.month(month);
    }

    String months(Collection<YearMonth> months) {
        return months.stream().map(language::month).collect(Collectors.joining(", "));
    }

    String day(LocalDate day) {
        return language.day(day);
    }

    /** A series in one line; with what the value covers, where that is more than its month. */
    String series(EntrySeries series, YearMonth month) {
        return series.frequencyMonths() == 1
                ? series(series)
                : of("covers", series(series), month(series.cycleStart(month)), month(month));
    }

    String series(EntrySeries series) {
        return oneLine(series.name()) + ", " + oneLine(series.unit());
    }

    /** What people have written, with nothing in it that begins a new line. */
    static String oneLine(String written) {
        return written.strip().replaceAll("\\s+", " ");
    }
}
