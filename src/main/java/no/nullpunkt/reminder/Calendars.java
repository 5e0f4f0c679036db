package no.nullpunkt.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.nullpunkt.entry.OpenValues;
import no.nullpunkt.entry.Owed;

/** Writes a person's due dates as iCalendar: what is owed already, and what falls due within a year. */
@ApplicationScoped
class Calendars {

    private static final int MONTHS_AHEAD = 12;
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final OpenValues openValues;
    private final Clock clock;

    Calendars(OpenValues openValues, Clock clock) {
        this.openValues = openValues;
        this.clock = clock;
    }

    /** The same all day long as long as nothing is entered, so that whoever has read it need not read it again. */
    String of(Recipient reader, Links links) {
        var today = LocalDate.now(clock);
        var last = YearMonth.from(today).plusMonths(MONTHS_AHEAD);
        var byMonth = openValues.owedThrough(reader.municipalityId(), reader.personId(), last).stream()
                .collect(Collectors.groupingBy(Owed::month, TreeMap::new, Collectors.toList()));
        var phrases = new Phrases(reader.language());
        var calendar = new ContentLines()
                .add("BEGIN:VCALENDAR")
                .add("VERSION:2.0")
                .add("PRODID:-//Nullpunkt//Due dates//EN")
                .addText("NAME", phrases.of("calendar", reader.municipality()))
                .addText("X-WR-CALNAME", phrases.of("calendar", reader.municipality()))
                .add("REFRESH-INTERVAL;VALUE=DURATION:PT6H")
                .add("X-PUBLISHED-TTL:PT6H");
        byMonth.forEach((month, owed) -> addDueDate(calendar, reader, month, owed, today, phrases, links));
        return calendar.add("END:VCALENDAR").toString();
    }

    private static void addDueDate(
            ContentLines calendar,
            Recipient reader,
            YearMonth month,
            List<Owed> owed,
            LocalDate today,
            Phrases phrases,
            Links links) {
        var due = owed.get(0).due();
        var titles = owed.stream()
                .map(each -> "- " + phrases.series(each.series(), month))
                .collect(Collectors.joining("\n"));
        calendar.add("BEGIN:VEVENT")
                .add("UID:" + month + "-" + reader.personId() + "@nullpunkt")
                .add("DTSTAMP:" + DATE.format(today) + "T000000Z")
                .add("DTSTART;VALUE=DATE:" + DATE.format(due))
                .add("DTEND;VALUE=DATE:" + DATE.format(due.plusDays(1)))
                .addText("SUMMARY", phrases.of("event", owed.size(), phrases.month(month)))
                .addText("DESCRIPTION", titles)
                .add("URL:" + links.openValues(reader.municipalityNumber(), month))
                .add("TRANSP:TRANSPARENT")
                .add("END:VEVENT");
    }
}
