package no.nullpunkt.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.nullpunkt.entry.OpenValues;
import no.nullpunkt.entry.Owed;

/** Writes what there is to tell a person now: one letter of everything that is open. */
@ApplicationScoped
class Letters {

    private final OpenValues openValues;
    private final Clock clock;

    Letters(OpenValues openValues, Clock clock) {
        this.openValues = openValues;
        this.clock = clock;
    }

    /** @return empty where nothing is open any more of what the occasions are about */
    Optional<Letter> write(Recipient to, List<Occasion> occasions, Schedule schedule, Links links) {
        var today = LocalDate.now(clock);
        var asksForFigures = occasions.stream().anyMatch(each -> each.kind() == Occasion.Kind.ESCALATION);
        var owesFigures = occasions.stream().anyMatch(each -> each.kind() != Occasion.Kind.ESCALATION);
        var owed = owesFigures ? owed(to, today) : List.<Owed>of();
        var missed = asksForFigures ? missed(to, today, schedule) : List.<Occasion.Missed>of();
        if (owed.isEmpty() && missed.isEmpty()) {
            return Optional.empty();
        }
        var phrases = new Phrases(to.language());
        var sections = new ArrayList<Letter.Section>();
        if (!owed.isEmpty()) {
            sections.add(ofOwner(to, owed, today, phrases, links));
        }
        if (!missed.isEmpty()) {
            sections.add(ofAsker(missed, phrases));
        }
        return Optional.of(new Letter(
                to.language().name().toLowerCase(Locale.ROOT),
                subject(owed, today, phrases),
                phrases.of("greeting", Phrases.oneLine(to.name())),
                sections,
                phrases.of("why", to.municipality()),
                phrases.of("turn-off"),
                links.preferences()));
    }

    private List<Owed> owed(Recipient to, LocalDate today) {
        return openValues.owed(to.municipalityId(), to.personId()).stream()
                .filter(each -> Occasion.isEnterable(each, today))
                .toList();
    }

    private List<Occasion.Missed> missed(Recipient to, LocalDate today, Schedule schedule) {
        return Occasion.missed(today, openValues.owed(to.municipalityId(), null), schedule).stream()
                .filter(each -> each.series().asker().id().equals(to.personId()))
                .toList();
    }

    /** Without a word that anyone has written: it stands in a header. */
    private static String subject(List<Owed> owed, LocalDate today, Phrases phrases) {
        if (owed.isEmpty()) {
            return phrases.of("subject-asked");
        }
        var overdue = owed.stream().filter(each -> each.due().isBefore(today)).count();
        if (overdue > 0) {
            return phrases.of("subject-overdue", overdue);
        }
        var last = owed.get(owed.size() - 1);
        return phrases.of("subject-due", owed.size(), phrases.day(last.due()));
    }

    private static Letter.Section ofOwner(
            Recipient to, List<Owed> owed, LocalDate today, Phrases phrases, Links links) {
        var byMonth = owed.stream().collect(Collectors.groupingBy(Owed::month, TreeMap::new, Collectors.toList()));
        var parts = byMonth.entrySet().stream()
                .map(month -> ofMonth(to, month.getKey(), month.getValue(), today, phrases, links))
                .toList();
        return new Letter.Section(phrases.of("owed", to.municipality()), parts, phrases.of("unmeasured"));
    }

    private static Letter.Part ofMonth(
            Recipient to, YearMonth month, List<Owed> owed, LocalDate today, Phrases phrases, Links links) {
        var due = owed.get(0).due();
        return new Letter.Part(
                phrases.of(due.isBefore(today) ? "was-due" : "due", phrases.month(month), phrases.day(due)),
                owed.stream().map(each -> phrases.series(each.series(), month)).toList(),
                phrases.of("fill-in"),
                links.openValues(to.municipalityNumber(), month));
    }

    private static Letter.Section ofAsker(List<Occasion.Missed> missed, Phrases phrases) {
        var parts = missed.stream()
                .map(each -> new Letter.Part(
                        phrases.series(each.series()),
                        List.of(
                                phrases.of("missed", phrases.months(each.months())),
                                each.series().responsible() == null
                                        ? phrases.of("entered-by-nobody")
                                        : phrases.of(
                                                "entered-by",
                                                Phrases.oneLine(each.series()
                                                        .responsible()
                                                        .name()))),
                        null,
                        null))
                .toList();
        return new Letter.Section(phrases.of("asked"), parts, null);
    }
}
